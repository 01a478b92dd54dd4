import { expect, test } from "vitest";
import { getDecision } from "../../src/db/decisions.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { NO_ENTITIES } from "../../src/domain/decision.ts";
import { route } from "../../src/pipeline/route.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { createAnswerCache } from "../../src/pipeline/understand/cache.ts";
import { readClassification, reclassifyTicket } from "../../src/tickets/reclassify.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

/** Reads everything as support; whatever a ticket is beside that, somebody has taught. */
const reader = triage({
  readLocally: ({ email }) => ({
    intent: "support",
    priority: "normal",
    requiredAction: "answer_question",
    sentiment: "neutral",
    riskFlags: [],
    confidence: 0.9,
    reasons: [],
    summary: email.visibleText.slice(0, 100),
    entities: NO_ENTITIES,
    engine: "local",
    probabilities: { support: 0.9 },
  }),
  engines: {
    providers: [],
    cache: createAnswerCache({ ttlMs: 1, max: 1, now: () => 0 }),
    budgetSpent: () => false,
    around: { now: () => 0, random: () => 0.5, sleep: async () => undefined },
  },
});

const settings = settingsWith({
  queues: {
    triage: { channel: "C0TRIAGE" },
    support: { channel: "C0SUPPORT" },
    billing: { channel: "C0BILLING" },
  },
});

async function aTaughtDesk() {
  const desk = await aDesk({ settings, instead: () => ({ triage: reader }) });
  let serial = 0;
  return {
    ...desk,
    /** Delivers a mail and says what became of it. */
    async mail(from: string, text = "Could you please look into the matter that we spoke about on Monday?") {
      const id = ++serial;
      desk.mailbox.deliver({ id: `m${id}`, from, subject: `Matter ${id}`, text });
      await desk.work();
      const ticket = (await getTicket(desk.db.read, id))!;
      const row = (await getDecision(desk.db.read, ticket.decisionId!))!;
      return { id, ticket, engine: row.engine, reasons: row.decision!.reasons };
    },
    /** Chooses in the Re-classify window as it opens now. */
    async correct(ticketId: number, intent: string, scope: "this" | "sender" | "domain", by = "U02BOB") {
      desk.clock.advance(60_000);
      const now = await readClassification(desk)({ ticketId, by });
      if (now.kind !== "classification") throw new Error(now.kind);
      const { version, priority } = now;
      const chosen = { ticketId, by, version, intent, priority, fields: {}, scope };
      return { ...(await reclassifyTicket(desk, route)(chosen)), window: now };
    },
  };
}

const ORLA = "Orla Keane <orla@quayside.example>";

test("what holds for a sender is done to their next mail, before any engine, and says who said so", async () => {
  const desk = await aTaughtDesk();
  const first = await desk.mail(ORLA);
  expect(first.ticket.queue).toBe("support");
  expect(await desk.correct(first.id, "billing", "sender")).toMatchObject({ kind: "reclassified" });

  const next = await desk.mail(ORLA);
  expect(next.ticket).toMatchObject({ intent: "billing", queue: "billing" });
  expect(next.engine).toBe("rule:taught");
  expect(next.reasons).toContain("Bob told Mailroom on 5 October that mail from this sender is billing");
  expect((await desk.mail("Colleague <other@quayside.example>")).ticket.intent).toBe("support");
});

test("only this one teaches nothing", async () => {
  const desk = await aTaughtDesk();
  await desk.correct((await desk.mail(ORLA)).id, "billing", "this");
  expect((await desk.mail(ORLA)).ticket.intent).toBe("support");
});

test("a domain's holds for all who write from there, and for nobody else", async () => {
  const desk = await aTaughtDesk();
  await desk.correct((await desk.mail(ORLA)).id, "billing", "domain");
  expect((await desk.mail("Colleague <other@quayside.example>")).reasons).toContain(
    "Bob told Mailroom on 5 October that mail from this domain is billing",
  );
  expect((await desk.mail("Somebody <x@notquayside.example>")).ticket.intent).toBe("support");
});

test("choosing again replaces it: the newest word counts, and teaching needs nothing to put right", async () => {
  const desk = await aTaughtDesk();
  const { id } = await desk.mail(ORLA);
  await desk.correct(id, "billing", "domain");
  const other = await desk.mail(ORLA);
  expect(other.ticket.intent).toBe("billing");
  expect((await desk.correct(other.id, "support", "this", "U01ALICE")).window.taught).toContain("Bob told Mailroom");
  expect((await desk.mail(ORLA)).ticket.intent).toBe("billing");

  expect(await desk.correct(other.id, "support", "sender", "U01ALICE")).toMatchObject({ kind: "taught" });
  expect(await desk.correct(other.id, "support", "sender", "U01ALICE")).toMatchObject({ kind: "unchanged" });
  const last = await desk.mail(ORLA);
  expect(last.ticket.intent).toBe("support");
  expect(last.reasons[0]).toContain("Alice told Mailroom");
});

test("a free-mail provider's domain is neither offered nor taken", async () => {
  const desk = await aTaughtDesk();
  const { id } = await desk.mail("Orla <orla.keane@gmail.com>");
  const outcome = await desk.correct(id, "billing", "domain");
  expect(outcome.kind).toBe("not-teachable");
  expect(outcome.window.domain).toBeUndefined();
  expect((await desk.mail("Somebody else <x@gmail.com>")).ticket.intent).toBe("support");
});

test("stop lines and short mails: what was taught settles the intent, and no stop line is lifted", async () => {
  const desk = await aTaughtDesk();
  await desk.correct((await desk.mail(ORLA)).id, "billing", "sender");
  expect((await desk.mail(ORLA, "Any news?")).ticket).toMatchObject({ intent: "billing", queue: "billing" });
  const legal = await desk.mail(ORLA, "My lawyer will file a lawsuit against you if the money is not back by Friday.");
  const row = await getDecision(desk.db.read, legal.ticket.decisionId!);
  expect(row!.decision).toMatchObject({ intent: "billing", stopLine: "legal" });
});

test("the sender that DMARC says was forged is not the one that was spoken of", async () => {
  const desk = await aTaughtDesk();
  await desk.correct((await desk.mail(ORLA)).id, "billing", "sender");
  const forged = "Orla Keane <orla@quayside.example>\r\nAuthentication-Results: mx.google.com; dmarc=fail";
  expect((await desk.mail(forged)).ticket.intent).toBe("support");
});
