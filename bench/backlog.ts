import { benchDesk, deliver, watchCards } from "./desk.ts";
import { type Figure, type Findings, type Measurement, median } from "./measurement.ts";

const URGENT =
  "Our whole system is down since this morning, nobody can log in and all users are affected. Please help at once.";
/** Arrives while the backlog is worked on. */
const LATECOMERS = 5;

/** How long a desk takes that finds a full mailbox at its start, and whether an urgent mail has to wait for all of it. */
export const backlog: Measurement = {
  name: "backlog",
  title: "a backlog that waits at the start, and urgent mail that comes meanwhile",
  async run({ quick, full }): Promise<Findings> {
    const figures: Figure[] = [];
    const sizes = quick ? [30] : full ? [10, 100, 1_000, 10_000] : [10, 100, 1_000];
    for (const size of sizes) figures.push(...(await drain(size)));
    return {
      data: "unread mail in the inbox, the local engine, everything to do with it included; urgent mail comes when a tenth is done",
      figures,
    };
  },
};

async function drain(size: number): Promise<Figure[]> {
  const desk = await benchDesk();
  try {
    // Connected while the mailbox is empty; the mail comes while Mailroom is away.
    await desk.start();
    const polled = desk.gmail.until(({ calls }) => calls.some(({ method }) => method.endsWith("getProfile")), 30_000);
    await polled;
    await desk.stop();
    for (let number = 1; number <= size; number++) deliver(desk, number);
    const cards = watchCards(desk);
    const before = performance.now();
    const patience = 60_000 + size * 500;
    await desk.start();
    await cards.reach(Math.ceil(size / 10), patience);
    const urgentAt = performance.now();
    for (let late = 1; late <= LATECOMERS; late++) deliver(desk, size + late, URGENT);
    await cards.reach(size + LATECOMERS, patience);
    const tookMs = Math.max(...cards.at.values()) - before;
    const order = [...cards.at.keys()];
    const places = Array.from({ length: LATECOMERS }, (_, index) => order.indexOf(size + index + 1) + 1);
    const waits = Array.from({ length: LATECOMERS }, (_, index) => cards.at.get(size + index + 1)! - urgentAt);
    const scale = size.toLocaleString("en");
    return [
      { what: `${scale} waiting: to the last card, start included`, value: tookMs / 1_000, unit: "s" },
      { what: `${scale} waiting: rate`, value: (size / tookMs) * 1_000, unit: "mails/s" },
      { what: `${scale} waiting: an urgent mail's card, median wait`, value: median(waits) / 1_000, unit: "s" },
      { what: `${scale} waiting: cards before an urgent one, median place`, value: median(places), unit: "mails" },
    ];
  } finally {
    await desk.end();
  }
}
