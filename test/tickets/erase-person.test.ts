import { expect, test } from "vitest";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { sql } from "../../src/db/drizzle.ts";
import { planEffect } from "../../src/db/effects.ts";
import { addPermit } from "../../src/db/permits.ts";
import { addSketch } from "../../src/db/sketches.ts";
import { findTicketOfThread, getTicket } from "../../src/db/tickets.ts";
import { proposeArticle } from "../../src/jobs/propose-articles.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { Placeholders } from "../../src/pipeline/redact/placeholders.ts";
import { route } from "../../src/pipeline/route.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { erasePerson, findPerson } from "../../src/tickets/erase-person.ts";
import { escalateTicket } from "../../src/tickets/escalate.ts";
import { addNote } from "../../src/tickets/note.ts";
import { reassignTicket } from "../../src/tickets/reassign.ts";
import { reclassifyTicket } from "../../src/tickets/reclassify.ts";
import { aDesk, SUPPORT, settingsWith } from "../fakes/desk.ts";
import { everyRow, HERS, holding, MINUTE, ORLA, oneTicket, shownInSlack } from "../fakes/orla.ts";

const settings = () =>
  settingsWith({
    mailboxes: [{ address: SUPPORT, queue: "support" }],
    intents: {
      support: { description: "Questions", posture: "auto", thresholds: { send: 0.8 } },
      other: { description: "Rest" },
    },
    answering: { templates: { support: { en: "Hello,\n\nWe are open from nine to five.\n\nKind regards" } } },
    sending: { review: { first: 5, by: "person" } },
    sla: { firstResponse: { urgent: "100m", high: "100m", normal: "100m", low: "100m" } },
  });

type Desk = Awaited<ReturnType<typeof aDesk>>;

async function advance(desk: Desk, minutes: number): Promise<void> {
  desk.clock.advance(minutes * MINUTE);
  await sweep(desk.deps);
  await desk.work();
}

/** A desk that has something of Orla in every place that can hold something, and as much of Finn. */
async function aBusyDesk() {
  const desk = await aDesk({
    settings: settings(),
    instead: ({ triage }) => ({
      triage: async (input) => {
        const result = await triage(input);
        const placeholders = new Placeholders();
        placeholders.tokenFor("email", input.email.from?.address ?? "");
        return { ...result, placeholders: placeholders.toJSON(), sketch: [1, 2, 3] };
      },
    }),
    decide: (email) => ({ intent: /opening hours/i.test(email.subject) ? "support" : "other" }),
  });
  const ticketOf = async (thread: string) => (await findTicketOfThread(desk.db.read, 1, thread))!;
  const finn = { from: "Finn Harbour <finn@harbour.example>" };

  // Answered by itself, and read again by a person.
  desk.mailbox.deliver({ id: "hours", subject: "Opening hours", text: "When may I fetch the marmalade?" });
  desk.mailbox.deliver({ ...finn, id: "hours-f", subject: "Opening hours", text: "When may I fetch the biscuits?" });
  await desk.work();
  await advance(desk, 2);

  // In colleagues' hands: a note, a cry for help, a correction, a call of a tool, an answer from Gmail that becomes an article.
  desk.mailbox.deliver({ id: "case", subject: "The teapot", text: "My order LK-0417 came with a cracked teapot." });
  await desk.work();
  const { id: ticketId, version, newestInboundId, senderHash } = await ticketOf("case");
  await claimTicket(desk)({ ticketId, by: "U02BOB" });
  await addNote(desk)({ ticketId, by: "U02BOB", note: "She sounds grumpy" });
  await escalateTicket(desk)({ ticketId, by: "U02BOB", reason: "She is furious about it" });
  const corrected = await reclassifyTicket(desk, (decision, context) => route(decision, context))({
    ticketId,
    by: "U02BOB",
    version: version + 9,
    intent: "support",
    priority: "high",
    fields: { order_id: "LK-0417" },
    scope: "sender",
  });
  expect(corrected.kind).toBe("reclassified");
  await desk.db.transaction(async (tx) => {
    const draft = (await liveDraftOf(tx, ticketId))!;
    const words = [{ kind: "refund" as const, sentence: "We refund the teapot." }] as never;
    const at = desk.now();
    const permit = { ticketId, covers: [], seal: "x", by: "U09LEAD", now: at, expiresAt: at + MINUTE, words };
    await addPermit(tx, { ...permit, of: { draftId: draft.id } });
    const values = { email: ORLA };
    const request = { ticketId, permitId: 1, tool: "refund", values, reference: "r1" };
    await planEffect(tx, { kind: "tool.call", idempotencyKey: "tool:r1", ticketId, marker: "r1", request }, at);
    await addSketch(tx, { messageId: newestInboundId!, ticketId, senderHash, at, sketch: [1, 2], waits: false });
  });
  await desk.work();
  const reply = "Hello Orla,\n\nA cracked teapot is replaced within two weeks when you send us a picture of it.\n\nBob";
  const sent = { labels: ["SENT"], from: "Support <support@larkspur.example>" };
  desk.clock.advance(MINUTE);
  desk.mailbox.deliver({ ...sent, id: "case-out", thread: "case", subject: "Re: The teapot", text: reply });
  await desk.work();
  expect(await proposeArticle(desk.deps)({ ticketId, by: "U02BOB" })).toMatchObject({ kind: "proposed" });

  // Waiting side by side with Finn's, so that reminders name both.
  desk.mailbox.deliver({ id: "late", subject: "My trombone", text: "Where is my trombone?" });
  desk.mailbox.deliver({ ...finn, id: "late-f", subject: "My drum", text: "Where is my drum?" });
  // Became no ticket.
  const automatic = "Auto-Submitted: auto-replied\r\n";
  desk.mailbox.deliver({ id: "away", subject: "Away", text: "Orla is away with the trombone.", headers: automatic });
  await desk.work();
  await reassignTicket(desk)({ ticketId: (await ticketOf("late")).id, by: "U09LEAD", to: "U02BOB", reason: "grumpy" });
  await claimTicket(desk)({ ticketId: (await ticketOf("late-f")).id, by: "U02BOB" });
  await desk.work();
  desk.clock.advance(20 * MINUTE);
  for (const thread of ["late", "late-f"])
    await addNote(desk)({ ticketId: (await ticketOf(thread)).id, by: "U02BOB", note: "On it" });
  await desk.work();
  for (const minutes of [55, 3, 22, 3]) await advance(desk, minutes);
  return { ...desk, ticketOf };
}

test("a person who is erased is gone from every table and every message in Slack; others stay", async () => {
  const desk = await aBusyDesk();
  const before = await everyRow(desk);
  const filled = new Set(holding(before, HERS).map((one) => one.split(":")[0]));
  expect([...filled].sort()).toEqual(
    [
      "article_proposals",
      "corrections",
      "decisions",
      "drafts",
      "effects",
      "messages",
      "permits",
      "raw_messages",
      "tickets",
    ].sort(),
  );
  const kinds = new Set(
    shownInSlack(desk).flatMap(({ text, kind }) => (holding([[kind, text]], HERS).length > 0 ? [kind] : [])),
  );
  expect([...kinds].sort()).toEqual(
    ["direct", "escalated", "mail", "mailroom_card", "note", "overdue", "proposal", "review", "soon"].sort(),
  );
  const found = await findPerson(desk.db.read, ORLA);
  expect(found).toMatchObject({ tickets: [1, 3, 4], loose: [expect.any(Number)] });

  await erasePerson(desk.db, ORLA, "command line", desk.now);
  await desk.work();

  expect(holding(await everyRow(desk), HERS)).toEqual([]);
  const hash = desk.db.read.vault.hash(ORLA, "sender");
  expect(holding(await everyRow(desk), [hash])).toEqual([]);
  expect(
    holding(
      shownInSlack(desk).map(({ kind, text }) => [kind, text]),
      HERS,
    ),
  ).toEqual([]);

  for (const table of ["messages", "tickets"])
    expect(await desk.db.read.all(sql.raw(`select id from ${table} where sender_domain = 'quayside.example'`))).toEqual(
      [],
    );
  const others = (await everyRow(desk)).get("messages")!;
  expect(others).toContain("finn@harbour.example");
  expect((await desk.ticketOf("late-f")).about).toMatchObject({ subject: "My drum" });
  expect((await getTicket(desk.db.read, 2))!.senderHash).not.toBeNull();
  expect(desk.log.lines.filter((line) => line.level === "error")).toEqual([]);
});

test("what was taught about a domain goes with the last who wrote from it; mail of no ticket that names the person goes, too", async () => {
  const desk = await oneTicket();
  const rowan = "Rowan <rowan@quayside.example>";
  desk.mailbox.deliver({ id: "r", from: rowan, subject: "The kettle", text: "My kettle is cold." });
  const automatic = "Auto-Submitted: auto-replied\r\n";
  const text = `I am away. Ask ${ORLA}.`;
  desk.mailbox.deliver({ id: "a", from: "Ivo <ivo@harbour.example>", subject: "Away", text, headers: automatic });
  await desk.work();
  const { id: ticketId, version } = (await findTicketOfThread(desk.db.read, 1, "t"))!;
  await reclassifyTicket(desk, (decision, context) => route(decision, context))({
    ticketId,
    by: "U02BOB",
    version,
    intent: "other",
    priority: "normal",
    fields: {},
    scope: "domain",
  });
  const taught = async () =>
    (await desk.db.read.all(sql`select applies_to from corrections where scope = 'domain'`)).length;
  expect(await taught()).toBe(1);
  const found = await findPerson(desk.db.read, ORLA);
  expect(found.mentions).toMatchObject({ tickets: [], loose: [expect.any(Number)] });
  await erasePerson(desk.db, ORLA, "command line", desk.now, found.mentions);
  expect(holding([["messages", (await everyRow(desk)).get("messages")!]], [ORLA])).toEqual([]);
  expect(await taught()).toBe(1);
  await erasePerson(desk.db, "rowan@quayside.example", "command line", desk.now);
  expect(await taught()).toBe(0);
});
