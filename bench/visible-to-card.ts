import { benchDesk, deliver, pause, watchCards } from "./desk.ts";
import { type Findings, type Measurement, spread } from "./measurement.ts";

const MODEL_MS = 600;
const PER_SECOND = 5;
const POLL_SECONDS = 1;

/** How long a customer's mail takes from the mailbox to the channel, at an ordinary model's pace. */
export const visibleToCard: Measurement = {
  name: "visible-to-card",
  title: "mail visible in Gmail's history to card posted in Slack",
  async run({ quick }): Promise<Findings> {
    const count = quick ? 10 : 300;
    const desk = await benchDesk({ modelMs: MODEL_MS });
    try {
      await desk.start({ POLL_SECONDS: String(POLL_SECONDS) });
      const cards = watchCards(desk);
      // The first mail pays for what is loaded on first use.
      deliver(desk, 90_000);
      await cards.reach(1, 30_000);
      const visibleAt: number[] = [];
      const done = cards.reach(count + 1, (count / PER_SECOND) * 1_000 + 60_000);
      done.catch(() => undefined);
      const startedAt = performance.now();
      for (let index = 0; index < count; index++) {
        const due = startedAt + (index * 1_000) / PER_SECOND;
        await pause(Math.max(0, due - performance.now()));
        deliver(desk, index + 1);
        visibleAt.push(performance.now());
      }
      await done;
      const polled = pollsOf(desk.gmail.calls);
      const waits = visibleAt.map((at, index) => cards.at.get(index + 1)! - at);
      // What a poll had to wait for is the operator's choice (POLL_SECONDS); our own part starts when history shows it.
      const own = visibleAt.map((at, index) => cards.at.get(index + 1)! - nextPoll(polled, at));
      return {
        data: `${count} mails at ${PER_SECOND}/s, model ${MODEL_MS} ms, POLL_SECONDS=${POLL_SECONDS}, the app as a process between the stand-ins`,
        figures: [
          ...spread("history read to card posted", own, "ms", { p50: { atMost: 1_200 }, p95: { atMost: 3_000 } }),
          ...spread("delivered to card posted, waiting for the poll included", waits, "ms"),
        ],
      };
    } finally {
      await desk.end();
    }
  },
};

/** When the app asked for history, on the clock of `performance.now()`. */
const pollsOf = (calls: readonly { method: string; at: number }[]): number[] =>
  calls.filter(({ method }) => method.endsWith("history.list")).map(({ at }) => at - performance.timeOrigin);

const nextPoll = (polls: readonly number[], after: number): number => polls.find((at) => at >= after - 1) ?? after;
