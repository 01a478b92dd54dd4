import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../../src/db/audit.ts";
import { moveCursor } from "../../src/db/mailboxes.ts";
import { openBooks } from "./books.ts";
import { command } from "./command.ts";
import { cardsIn, cardWith, type Desk, inReplyTo, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.start();
});
afterEach(() => desk.end());

const write = (subject: string, headers: Record<string, string> = {}) =>
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla Keane <orla@quayside.example>",
      subject,
      text: `Which role do I give our receptionist, and where? This is about ${subject}.`,
      headers,
    }),
  );
const alice = () => desk.slack.as("U01ALICE");
const cards = () => cardsIn(desk.slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING");
const cardsWith = (words: string) => cards().filter((card) => shownOn(card).includes(words));
/** How often the mail itself stands in the thread of its card. */
const mailsIn = (words: string) =>
  desk.slack.thread(cardsWith(words)[0]!).filter((reply) => reply.text.includes(`about ${words}`)).length;
const sentFor = (words: string) => desk.gmail.sent.filter((mail) => mail.subject.includes(words)).length;

const numberOn = (shown: string): number => Number(/"ticket:(\d+):/.exec(shown)?.[1] ?? 0);
/** Drawn by a ticket of the present database: an earlier one's has a number that is taken. */
const after = (taken: number) => (shown: string) => numberOn(shown) > taken && shown.includes("ticket.approve");

async function answer(words: string, taken = 0): Promise<void> {
  const card = await cardWith(desk, words, after(taken));
  await alice().press(card, { text: "Approve & send" });
  await cardWith(desk, words, (shown) => shown.includes("Waiting for the customer"));
}

/** Everything that Gmail showed has its final state. */
async function settled(): Promise<void> {
  const books = openBooks(desk);
  try {
    await expect
      .poll(async () => (await books.mailbox()).cursor, { timeout: 90_000, message: desk.log().slice(-3_000) })
      .not.toBeNull();
    await books.balanced();
    expect((await verifyAudit(books.db.read)).brokenAt).toBeUndefined();
  } finally {
    await books.close();
  }
  await desk.slack.settled();
}

test("a backup from the middle of the day, put back in the evening: nothing is sent or posted twice, and no card acts on another's ticket", {
  timeout: 180_000,
}, async () => {
  write("Answered before");
  await answer("Answered before");
  write("Approved later");
  await cardWith(desk, "Approved later", (shown) => shown.includes("ticket.approve"));
  const backup = path.join(desk.folder, "noon.db");
  expect(await command(desk, "backup", [backup])).toMatchObject({ code: 0 });

  // The afternoon, of which the backup knows nothing.
  const stale = cardsWith("Approved later")[0]!;
  await answer("Approved later");
  write("Came later");
  await answer("Came later");
  write("Still open");
  await cardWith(desk, "Still open", (shown) => shown.includes("ticket.approve"));
  await until(desk, () => mailsIn("Still open") === 1 && mailsIn("Came later") === 1);
  expect(await desk.stop()).toBe(0);
  const taken = Math.max(...cards().map((card) => numberOn(shownOn(card))));

  const { code, said } = await command(desk, "restore", [backup]);
  expect(said).toContain("What stood there before is kept as");
  expect(code).toBe(0);
  const kept = /kept as (.+)\.\n/.exec(said)![1]!;
  expect(existsSync(kept)).toBe(true);

  await desk.start();
  // Somebody presses on what still stands on their screen, before Gmail has been read again.
  await alice()
    .press(stale, { text: "Approve & send" })
    .catch(() => undefined);
  await settled();
  await cardWith(desk, "Still open", after(taken));
  await cardWith(desk, "Approved later", (shown) => !shown.includes("ticket.approve"));
  for (const subject of ["Answered before", "Approved later", "Came later", "Still open"]) {
    expect({ subject, cards: cardsWith(subject).length }).toEqual({ subject, cards: 1 });
    expect({ subject, mails: mailsIn(subject) }).toEqual({ subject, mails: 1 });
  }
  expect(["Answered before", "Approved later", "Came later", "Still open"].map(sentFor)).toEqual([1, 1, 1, 0]);

  // The work goes on: the card of the afternoon works, and new tickets have numbers that no card has.
  await answer("Still open", taken);
  expect(sentFor("Still open")).toBe(1);
  write("After the restore");
  const fresh = await cardWith(desk, "After the restore");
  expect(numberOn(shownOn(fresh))).toBeGreaterThan(taken);
});

test("an empty database: cards of before are found again, what was answered counts as answered, nothing is posted or sent twice", {
  timeout: 180_000,
}, async () => {
  const first = write("Answered long ago");
  await answer("Answered long ago");
  write("Nobody had it yet");
  await cardWith(desk, "Nobody had it yet", (shown) => shown.includes("ticket.approve"));
  await until(desk, () => mailsIn("Nobody had it yet") === 1);
  expect(await desk.stop()).toBe(0);
  const taken = Math.max(...cards().map((card) => numberOn(shownOn(card))));
  const before = cards().map(({ channel, ts }) => `${channel} ${ts}`);
  for (const name of ["mailroom.db", "mailroom.db-wal", "mailroom.db-shm"])
    rmSync(path.join(desk.folder, name), { force: true });
  const key = readFileSync(path.join(desk.folder, "key"), "utf8");

  await desk.start();
  await settled();
  const open = await cardWith(desk, "Nobody had it yet", after(taken));
  await cardWith(desk, "Answered long ago", (shown) => shown.includes("Answered from Gmail"));
  expect(cards().map(({ channel, ts }) => `${channel} ${ts}`)).toEqual(before);
  expect(mailsIn("Nobody had it yet")).toBe(1);
  expect(desk.gmail.sent).toHaveLength(1);
  expect(readFileSync(path.join(desk.folder, "key"), "utf8")).toBe(key);

  await alice().press(open, { text: "Approve & send" });
  await cardWith(desk, "Nobody had it yet", (shown) => shown.includes("Waiting for the customer"));
  expect(desk.gmail.sent).toHaveLength(2);
  // The customer of the answered one writes again: their old card comes back to life.
  write("Re: Answered long ago", inReplyTo(desk, first.id));
  await cardWith(desk, "Answered long ago", (shown) => shown.includes("ticket.approve"));
  expect(cardsWith("Answered long ago")).toHaveLength(1);
});

test("mail that the history never showed is found by holding the mailbox against the ledger, and told in one line", async () => {
  write("Shown by the history");
  await cardWith(desk, "Shown by the history");
  // The reader is away, and while it is, Gmail loses a piece of its history without saying so.
  await desk.stop();
  write("Lost on the way");
  const books = openBooks(desk);
  const { id, cursor: from } = await books.mailbox();
  const to = String(desk.gmail.mailbox(SUPPORT).history.position());
  const now = Date.now();
  expect(await books.db.transaction((tx) => moveCursor(tx, { id, from, to, completeUntil: now, now }))).toBe(true);
  await books.close();
  await desk.start();
  expect(cardsWith("Lost on the way")).toHaveLength(0);

  const { code, said } = await command(desk, "reconcile");
  expect(said).toMatch(/received, \d+ accounted for/);
  expect(code).toBe(0);
  await cardWith(desk, "Lost on the way");
  const line = await until(desk, () =>
    desk.slack.messages("C0TRIAGE").find((message) => message.text.includes("its history never showed")),
  );
  expect(line.text).toContain("held 1 mail that");
  await settled();
  await command(desk, "reconcile");
  expect(
    desk.slack.messages("C0TRIAGE").filter((message) => message.text.includes("its history never showed")),
  ).toHaveLength(1);
});
