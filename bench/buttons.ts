import { cardsIn, type Message, shownOn } from "../test/e2e/desk.ts";
import { benchDesk, deliver, pause, watchCards } from "./desk.ts";
import { type Findings, type Measurement, percentile, spread } from "./measurement.ts";

/** What a person feels who presses Claim: the ack that ends Slack's spinner, and the card that says so. */
export const buttons: Measurement = {
  name: "buttons",
  title: "button press to ack, and to the card redrawn",
  async run({ quick }): Promise<Findings> {
    const count = quick ? 5 : 100;
    const desk = await benchDesk();
    try {
      await desk.start();
      const watch = watchCards(desk);
      for (let number = 1; number <= count; number++) deliver(desk, number);
      await watch.reach(count, 120_000);
      // Thread replies of the last cards are still being written; what is measured is a press on a desk at rest.
      await pause(quick ? 1_000 : 5_000);
      const cards = cardsIn(desk.slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING").filter((card) =>
        shownOn(card).includes('"Claim"'),
      );
      const acks: number[] = [];
      const redraws: number[] = [];
      for (const card of cards) {
        const redrawn = redrawOf(card);
        const before = performance.now();
        const press = desk.slack
          .as("U01ALICE")
          .press(card, { text: "Claim" })
          .then(({ ok }) => {
            if (!ok) throw new Error("a press was not acknowledged");
            acks.push(performance.now() - before);
          });
        await redrawn;
        redraws.push(performance.now() - before);
        await press;
        // Nobody presses faster; and the line in the thread has its own time.
        await pause(60);
      }
      return {
        data: `${cards.length} cards of a desk at rest, claimed one after the other; Slack's stand-in answers at once`,
        figures: [
          ...spread("press to ack", acks, "ms", { p95: { atMost: 500 } }),
          { what: "press to ack, slowest", value: percentile(acks, 1), unit: "ms", bar: { atMost: 500 } },
          ...spread("press to card redrawn", redraws, "ms", { p95: { atMost: 150 } }),
        ],
      };

      function redrawOf({ channel, ts }: Message): Promise<unknown> {
        const claimed = () => shownOn(desk.slack.message(channel, ts)!).includes("Claimed");
        return desk.slack.until(claimed, { timeoutMs: 20_000, what: "the claimed card" });
      }
    } finally {
      await desk.end();
    }
  },
};
