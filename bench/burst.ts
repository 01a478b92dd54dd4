import path from "node:path";
import SQLite from "better-sqlite3";
import { benchDesk, deliver, pause, watchCards } from "./desk.ts";
import { type Figure, type Findings, type Measurement, median } from "./measurement.ts";
import { memoryOf } from "./process.ts";

const URGENT =
  "Our whole system is down since this morning, nobody can log in and all users are affected. Please help at once.";
const LATECOMERS = 5;
/** Mail is handed over in pieces, so that the stand-ins go on answering. */
const PIECE = 200;
/** What is watched once everything is triaged: Slack's pace is what it is, and all cards would take an hour and a half. */
const WATCHED_MS = 60_000;

/** Far more mail at once than Slack takes: what the desk does with it, what it costs, and whether the urgent overtakes. */
export const burst: Measurement = {
  name: "burst",
  title: "six thousand mails at once, at Slack's own pace",
  async run({ quick }): Promise<Findings> {
    const size = quick ? 150 : 6_000;
    const desk = await benchDesk();
    desk.slack.setLimits("slack");
    try {
      await desk.start();
      await desk.gmail.until(({ calls }) => calls.some(({ method }) => method === "history.list"), 60_000);
      const pid = desk.pid()!;
      const books = new SQLite(path.join(desk.folder, "mailroom.db"), { readonly: true });
      const triaged = (): number =>
        books.prepare("select count(*) from ledger where state <> 'pending'").pluck().get() as number;
      const waiting = (): number =>
        books
          .prepare("select count(*) from tickets where card_ts is null and card_held_at > 0")
          .pluck()
          .get() as number;
      const cards = watchCards(desk);
      const memory: [mails: number, mb: number][] = [[0, memoryOf(pid)]];
      const before = performance.now();
      for (let number = 1; number <= size; number++) {
        deliver(desk, number);
        if (number % PIECE === 0) await pause(20);
      }
      const pass = async (mails: number) => {
        const until = performance.now() + 120_000 + mails * 500;
        while (triaged() < mails) {
          if (performance.now() > until) throw new Error(`${triaged()} of ${mails} mails were triaged`);
          await pause(1_000);
          memory.push([triaged(), memoryOf(pid)]);
          await cards.reach(0, 1_000);
        }
      };
      await pass(Math.ceil(size / 2));
      const urgentAt = performance.now();
      const cardsThen = cards.at.size;
      for (let late = 1; late <= LATECOMERS; late++) deliver(desk, size + late, URGENT);
      await pass(size + LATECOMERS);
      const triagedMs = performance.now() - before;
      const waitingThen = waiting();
      const last = Array.from({ length: LATECOMERS }, (_, index) => size + index + 1);
      const end = performance.now() + WATCHED_MS;
      while (performance.now() < end || !last.every((number) => cards.at.has(number))) {
        if (performance.now() > end + 300_000) throw new Error("an urgent mail has no card");
        await cards.reach(0, 1_000);
        await pause(500);
      }
      books.close();
      const order = [...cards.at.keys()];
      const drained = order.slice(-20);
      const turned = drained.filter((number, index) => index > 0 && number < drained[index - 1]!).length;
      const bursts = desk.slack
        .messages("C0SUPPORT")
        .filter(({ blocks }) => JSON.stringify(blocks ?? []).includes("burst.show")).length;
      const second = memory.filter(([mails]) => mails >= size / 2);
      const figures: Figure[] = [
        { what: "all triaged after", value: triagedMs / 1_000, unit: "s" },
        { what: "triaged", value: ((size + LATECOMERS) / triagedMs) * 1_000, unit: "mails/s" },
        { what: "memory before", value: memory[0]![1], unit: "MB" },
        { what: "memory at the end of triage", value: memory.at(-1)![1], unit: "MB" },
        { what: "memory, the most", value: Math.max(...memory.map(([, mb]) => mb)), unit: "MB", bar: { atMost: 300 } },
        {
          what: "memory, growth over the second half",
          value: ((memory.at(-1)![1] - second[0]![1]) / (size / 2)) * 1_000,
          unit: "MB/1,000 mails",
        },
        {
          what: "an urgent mail's card, median wait",
          value: median(last.map((number) => cards.at.get(number)! - urgentAt)) / 1_000,
          unit: "s",
        },
        {
          what: "cards between an urgent mail and its card, median",
          value: median(last.map((number) => order.indexOf(number) - cardsThen)),
          unit: "mails",
        },
        { what: "tickets that wait in the one message when all is triaged", value: waitingThen, unit: "mails" },
        { what: "messages for the burst in the channel", value: bursts, unit: "mails" },
        { what: "of the last 20 cards, those before an earlier ticket's", value: turned, unit: "mails" },
      ];
      return {
        data: `${size.toLocaleString("en")} mails to one mailbox, the local engine, Slack's limits as it documents them`,
        figures,
      };
    } finally {
      await desk.end();
    }
  },
};
