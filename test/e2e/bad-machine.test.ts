import path from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { fillDisk, freeDisk, jumpClock, setClockRight, withMovableClock } from "../chaos/machine.ts";
import { openBooks } from "./books.ts";
import { cardsIn, cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

let desk: Desk;
afterEach(() => desk?.end());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const write = (subject: string) =>
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla <orla@quayside.example>",
      subject,
      text: `Which role do I give her? It is about ${subject}.`,
    }),
  );
const cardsWith = (words: string) =>
  cardsIn(desk.slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING").filter((card) => shownOn(card).includes(words));

async function answered(words: string): Promise<void> {
  await cardWith(desk, words, (shown) => shown.includes("ticket.approve"));
  // Whoever sees that nothing happened presses again.
  for (let press = 0; press < 3 && shownOn(cardsWith(words)[0]!).includes("ticket.approve"); press++) {
    await desk.slack
      .as("U01ALICE")
      .press(cardsWith(words)[0]!, { text: "Approve & send" })
      .catch(() => undefined);
    await pause(3_000);
  }
  await cardWith(desk, words, (shown) => shown.includes("Waiting for the customer"));
  expect(desk.gmail.sent.filter(({ subject }) => subject.includes(words))).toHaveLength(1);
  expect(cardsWith(words)).toHaveLength(1);
}

test("a full disk is told to whoever watches, and costs nothing but the time until there is room", async () => {
  desk = await openDesk({ environment: { HTTP_PORT: "0" } });
  await desk.start();
  const url = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(desk.log())![1]!;
  const health = async () => (await fetch(`${url}/healthz`)).json() as Promise<{ reasons: string[] }>;
  write("Before");
  const card = await cardWith(desk, "Before", (shown) => shown.includes("ticket.approve"));

  fillDisk(desk, 600_000);
  write("Meanwhile");
  await desk.slack
    .as("U01ALICE")
    .press(card, { text: "Approve & send" })
    .catch(() => undefined);
  await expect.poll(health, { timeout: 30_000 }).toMatchObject({
    reasons: expect.arrayContaining([expect.stringContaining("The database could not be written: is the disk full?")]),
  });
  // What could not be written down was not done.
  expect(desk.gmail.sent).toEqual([]);
  expect(desk.running()).toBe(true);

  freeDisk(desk);
  await answered("Before");
  await answered("Meanwhile");
  const books = openBooks(desk);
  await books.balanced();
  await books.close();
}, 180_000);

test("a clock that is put right: nothing waits for the difference, and nothing is taken or posted twice", async () => {
  desk = await openDesk();
  await desk.start(withMovableClock(desk.folder));
  write("In time");
  await cardWith(desk, "In time");
  jumpClock(desk, 3 * 60 * 60_000);
  write("Three hours ahead");
  await answered("Three hours ahead");
  // Put right while work waits: Slack has asked for a moment's rest.
  desk.slack.faults.fail("chat.postMessage", { status: 429, error: "ratelimited", retryAfter: 2 }, 2);
  write("At the turn");
  await until(desk, () => desk.slack.calls.some(({ method, ok }) => method === "chat.postMessage" && !ok));
  setClockRight(desk);
  await answered("At the turn");
  jumpClock(desk, -7 * 60_000);
  write("Seven minutes behind");
  await answered("Seven minutes behind");
  await answered("In time");
  expect(desk.log()).toContain("the clock was set back");
}, 180_000);

test("a database that another program holds for seconds: buttons are acknowledged meanwhile, and all is done afterwards", async () => {
  desk = await openDesk();
  await desk.start();
  write("Held");
  const card = await cardWith(desk, "Held", (shown) => shown.includes("ticket.approve"));
  const holder = new SQLite(path.join(desk.folder, "mailroom.db"), { timeout: 5_000 });
  holder.exec("BEGIN IMMEDIATE");
  const pressed = performance.now();
  const outcome = await desk.slack.as("U01ALICE").press(card, { text: "Claim" });
  // The process is not held up: Slack has its acknowledgement long before the lock ends.
  expect(outcome.ok).toBe(true);
  expect(performance.now() - pressed).toBeLessThan(2_500);
  await pause(3_000);
  holder.exec("ROLLBACK");
  holder.close();
  await cardWith(desk, "Held", (shown) => shown.includes("Claimed"));
}, 120_000);

test("a start while another program holds the database waits for it", async () => {
  desk = await openDesk();
  await desk.start();
  await desk.stop();
  const holder = new SQLite(path.join(desk.folder, "mailroom.db"), { timeout: 5_000 });
  holder.exec("BEGIN IMMEDIATE");
  const started = desk.start();
  await pause(9_000);
  holder.exec("ROLLBACK");
  holder.close();
  await started;
  write("After all");
  await cardWith(desk, "After all");
}, 120_000);
