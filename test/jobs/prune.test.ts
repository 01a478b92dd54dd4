import { expect, test } from "vitest";
import { verifyAudit } from "../../src/db/audit.ts";
import { sql } from "../../src/db/drizzle.ts";
import { accountOf } from "../../src/db/ledger.ts";
import { getMessage, rawOf } from "../../src/db/messages.ts";
import { searchTickets } from "../../src/db/search.ts";
import { rememberOnce } from "../../src/db/slack-events.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { prune } from "../../src/jobs/prune.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { closeTicket, reopenTicket } from "../../src/tickets/finish.ts";
import { addNote } from "../../src/tickets/note.ts";
import { aDesk, SUPPORT, settingsWith } from "../fakes/desk.ts";

const DAY = 24 * 60 * 60_000;
type Desk = Awaited<ReturnType<typeof aDesk>>;

const found = async (desk: Desk, query: string) =>
  (await searchTickets(desk.db.read, query, { limit: 9, offset: 0 })).total;
const close = (desk: Desk, ticketId: number) => closeTicket(desk)({ ticketId, by: "U01ALICE", outcome: "closed" });

/** How many rows of each table still hold something sealed. */
async function sealedRows(desk: Desk) {
  const count = async (table: string) => {
    const [row] = (await desk.db.read.all(sql.raw(`select count(*) as n from ${table} where content is not null`))) as {
      n: number;
    }[];
    return row!.n;
  };
  return {
    messages: await count("messages"),
    raw: await count("raw_messages"),
    tickets: await count("tickets"),
    decisions: await count("decisions"),
    drafts: await count("drafts"),
  };
}

async function twoTickets(settings = settingsWith()) {
  const desk = await aDesk({ settings });
  desk.mailbox.deliver({ id: "m1", subject: "Diary for Quayside", text: "The marmalade went missing on Monday." });
  await desk.work();
  desk.mailbox.deliver({ id: "m2", subject: "Invoice", text: "The teapot was billed twice, please look." });
  await desk.work();
  return desk;
}

test("raw mail goes after 30 days, what was read from it stays", async () => {
  const desk = await twoTickets();
  desk.clock.advance(30 * DAY - 1);
  await prune(desk);
  expect(await rawOf(desk.db.read, 1)).toBeDefined();
  desk.clock.advance(2);
  await prune(desk);
  expect(await rawOf(desk.db.read, 1)).toBeUndefined();
  expect((await getMessage(desk.db.read, 1))!.email!.subject).toBe("Diary for Quayside");
  expect(desk.log.lines.at(-1)!.fields).toMatchObject({ raw: 2, messages: 0, tickets: 0 });
});

test("content goes 180 days after the ticket was over, and not while somebody has it", async () => {
  const desk = await twoTickets();
  await claimTicket(desk)({ ticketId: 1, by: "U01ALICE" });
  await addNote(desk)({ ticketId: 1, by: "U01ALICE", note: "Orla was angry about the marmalade" });
  await desk.work();
  desk.clock.advance(20 * DAY);
  await close(desk, 1);
  await desk.work();
  desk.clock.advance(180 * DAY - 1);
  await prune(desk);
  expect(await found(desk, "marmalade")).toBe(1);
  desk.clock.advance(2);
  await prune(desk);

  expect(await found(desk, "marmalade")).toBe(0);
  expect(await found(desk, "teapot")).toBe(1);
  expect(await getTicket(desk.db.read, 1)).toMatchObject({ state: "done", about: undefined, placeholders: undefined });
  expect((await getMessage(desk.db.read, 1))!.email).toBeUndefined();
  expect((await getTicket(desk.db.read, 2))!.about).toBeDefined();
  expect((await getMessage(desk.db.read, 2))!.email).toBeDefined();
  expect(await sealedRows(desk)).toMatchObject({ messages: 1, raw: 0, tickets: 1, decisions: 1, drafts: 1 });
  expect(desk.log.lines.at(-1)!.fields).toMatchObject({ messages: 1, tickets: 1 });
  expect(await accountOf(desk.db.read)).toMatchObject({ received: 2, accounted: 2 });
  expect((await verifyAudit(desk.db.read)).brokenAt).toBeUndefined();

  await prune(desk);
  expect(desk.log.lines.at(-1)!.fields).toMatchObject({ raw: 0, messages: 0, tickets: 0 });
});

test("what is left of a ticket can still be drawn, reopened and continued by a later mail", async () => {
  const desk = await twoTickets();
  await close(desk, 1);
  desk.clock.advance(181 * DAY);
  await prune(desk);
  expect((await reopenTicket(desk)({ ticketId: 1, by: "U01ALICE" })).kind).toBe("reopened");
  await desk.work();
  expect(JSON.stringify(desk.chat.updates.at(-1))).toContain("no longer kept");
  desk.mailbox.deliver({ id: "m3", thread: "m1", subject: "Re: Diary for Quayside", text: "The marmalade is back." });
  await desk.work();
  expect(await found(desk, "marmalade")).toBe(1);
  expect((await getTicket(desk.db.read, 1))!.about!.summary).toContain("marmalade is back");
  expect(desk.log.lines.filter((line) => line.level === "error")).toEqual([]);
});

test("a mailbox may keep its mail for a shorter or longer time than the desk", async () => {
  const desk = await twoTickets(
    settingsWith({ mailboxes: [{ address: SUPPORT, retention: { rawDays: 2, contentDays: 400 } }] }),
  );
  await close(desk, 1);
  desk.clock.advance(3 * DAY);
  await prune(desk);
  expect(await rawOf(desk.db.read, 1)).toBeUndefined();
  desk.clock.advance(300 * DAY);
  await prune(desk);
  expect(await found(desk, "marmalade")).toBe(1);
});

test("mail that became no ticket goes by its own age, and ids of Slack's events after three days", async () => {
  const desk = await twoTickets();
  await desk.db.transaction(async (tx) => void (await tx.run(sql`update messages set ticket_id = null where id = 2`)));
  await desk.db.transaction((tx) => rememberOnce(tx, "Ev1", desk.now()));
  desk.clock.advance(3 * DAY + 1);
  await desk.db.transaction((tx) => rememberOnce(tx, "Ev2", desk.now()));
  await prune(desk);
  expect(desk.log.lines.at(-1)!.fields).toMatchObject({ slackEvents: 1 });
  expect(await desk.db.transaction((tx) => rememberOnce(tx, "Ev2", desk.now()))).toBe(false);
  desk.clock.advance(178 * DAY);
  await prune(desk);
  expect((await getMessage(desk.db.read, 1))!.email).toBeDefined();
  expect((await getMessage(desk.db.read, 2))!.email).toBeUndefined();
});

test("a sweep that is cut short is finished by the next one", async () => {
  const desk = await twoTickets();
  await close(desk, 1);
  await close(desk, 2);
  desk.clock.advance(181 * DAY);
  let transactions = 0;
  const stopping = {
    ...desk,
    db: {
      ...desk.db,
      transaction: ((work, options) => {
        if (++transactions > 3) throw new Error("killed");
        return desk.db.transaction(work, options);
      }) as Desk["db"]["transaction"],
    },
  };
  await expect(prune(stopping)).rejects.toThrow("killed");
  await prune(desk);
  expect(await sealedRows(desk)).toMatchObject({ messages: 0, raw: 0, tickets: 0, decisions: 0, drafts: 0 });
});
