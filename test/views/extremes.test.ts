import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemLine, validateMessage, validateView } from "../../sandbox/slack/index.ts";
import { BURST_PAGE } from "../../src/domain/burst.ts";
import type { TicketCard } from "../../src/domain/card.ts";
import { PRIORITIES } from "../../src/domain/decision.ts";
import type { HomeData, TicketLine } from "../../src/domain/home.ts";
import { Intent, POSTURES } from "../../src/domain/settings/intents.ts";
import { OUTCOMES, TICKET_STATES } from "../../src/domain/ticket.ts";
import { alertMessage } from "../../src/views/alert.ts";
import { allowModal } from "../../src/views/allow-modal.ts";
import { burstMessage, burstOver, burstWindow } from "../../src/views/burst.ts";
import { replayReply, saying } from "../../src/views/command-replies.ts";
import { digestMessage } from "../../src/views/digest.ts";
import { directNotice, dueSoonNotice, escalatedLine, overdueLine } from "../../src/views/direct.ts";
import { editModal } from "../../src/views/edit-modal.ts";
import { homeView } from "../../src/views/home.ts";
import { newTicketModal } from "../../src/views/new-ticket-modal.ts";
import { historyModal, intentModal, noticesModal, onCallModal } from "../../src/views/settings-modals.ts";
import { escapeMrkdwn } from "../../src/views/text.ts";
import { mailNote } from "../../src/views/thread.ts";
import { cardText, ticketCard } from "../../src/views/ticket-card.ts";
import { escalateModal, reassignModal, reclassifyModal, snoozeModal } from "../../src/views/ticket-modals.ts";
import { ticketWindow } from "../../src/views/ticket-window.ts";
import { toolConfirmModal, toolFormModal } from "../../src/views/tool-modals.ts";

/** What a mail can hold: any script, entities, controls, hostile Slack markup, nothing at all, far too much. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "",
    " ",
    "\u200b",
    "<!channel>",
    "<@U01ALICE>",
    "<https://evil.example|bank>",
    "&amp;<>&",
    "*_~`".repeat(50),
    "😀".repeat(2_000),
    "<".repeat(9_000),
    "&".repeat(4_000),
    "a".repeat(60_000),
    "中".repeat(5_000),
    "\u202Ereversed",
    "x\n".repeat(4_000),
  ),
);
const slackId = fc.constantFrom("U01ALICE", "U02BOB", "W0ENTERPRISE");
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const around = { now: Date.UTC(2026, 9, 5, 9), timezone: "Europe/Berlin" };
const RUNS = { numRuns: 150 };

const EMPTY_DIGEST = {
  days: 7 as const,
  from: 0,
  to: 1,
  opened: 0,
  promised: 0,
  inTime: 0,
  medianFirstResponseMs: undefined,
  approved: 0,
  unedited: 0,
  costUsd: 0,
  byDay: [],
};
const past = fc.record({ open: fc.nat(200), newestOpen: fc.array(fc.nat()), past: fc.nat(200) });
const card: fc.Arbitrary<TicketCard> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }),
  version: fc.integer({ min: 1, max: 1e9 }),
  state: fc.constantFrom(...TICKET_STATES),
  outcome: maybe(fc.constantFrom(...OUTCOMES)),
  intent: hostile,
  priority: fc.constantFrom(...PRIORITIES),
  queue: hostile,
  dueAt: maybe(instant),
  halfAt: maybe(instant),
  openedAt: instant,
  answeredAt: maybe(instant),
  finishedAt: maybe(instant),
  finishedBy: maybe(fc.oneof(slackId, fc.constant("mailroom"))),
  snoozedUntil: maybe(instant),
  owner: maybe(slackId),
  subject: hostile,
  sender: fc.record({
    name: maybe(hostile),
    company: maybe(hostile),
    address: hostile,
    badges: fc.array(hostile, { maxLength: 4 }),
  }),
  acquaintance: maybe(
    fc.record({
      mailsThisMonth: fc.nat(200),
      themselves: past,
      company: maybe(
        fc.record({ open: fc.nat(200), newestOpen: fc.array(fc.nat()), past: fc.nat(200), domain: hostile }),
      ),
    }),
  ),
  summary: hostile,
  fields: fc.array(fc.record({ label: hostile, value: hostile }), { maxLength: 9 }),
  attachments: fc.array(
    fc.record({
      name: hostile,
      danger: maybe(hostile),
      scan: fc.constantFrom("clean", "infected", "waiting", "not-scanned"),
      scanNote: maybe(hostile),
    }),
    { maxLength: 30 },
  ),
  undoUntil: maybe(instant),
  draft: maybe(
    fc.record({
      id: fc.integer({ min: 1 }),
      seal: fc.constant("0123456789abcdef"),
      body: hostile,
      recipients: fc.integer({ min: 0, max: 500 }),
      holds: fc.array(fc.record({ guard: fc.constant("links"), reason: hostile }), { maxLength: 7 }),
      warnings: fc.array(fc.record({ guard: fc.constant("length"), reason: hostile }), { maxLength: 4 }),
      mayAllow: maybe(fc.array(hostile, { maxLength: 8 })),
      allowed: maybe(fc.record({ by: slackId, what: hostile, until: instant })),
    }),
  ),
  lookUps: fc.array(hostile, { maxLength: 6 }),
  tools: fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/), description: hostile }), {
    maxLength: 12,
    selector: ({ name }) => name,
  }),
  noDraft: maybe(hostile),
  sendingOff: maybe(hostile),
  mailbox: hostile,
  incident: fc.option(
    fc.record({
      id: fc.nat(),
      title: hostile,
      open: fc.boolean(),
      banner: fc.option(hostile, { nil: undefined }),
      shared: fc.boolean(),
    }),
    { nil: undefined },
  ),
  sensitive: fc.boolean(),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  decidedBy: fc.constantFrom("rule", "model", "local", "person"),
  engine: hostile,
  needsReview: fc.boolean(),
  why: fc.array(hostile, { maxLength: 12 }),
  sources: fc.array(hostile, { maxLength: 6 }),
  gmailUrl: fc.constant("https://mail.google.com/mail/?authuser=a%40b.example#all/18c"),
});

const line: fc.Arbitrary<TicketLine> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }),
  state: fc.constantFrom(...TICKET_STATES),
  priority: fc.constantFrom(...PRIORITIES),
  intent: hostile,
  queue: hostile,
  subject: hostile,
  sender: hostile,
  dueAt: maybe(instant),
  owner: maybe(slackId),
  hasDraft: fc.boolean(),
  card: maybe(fc.constant({ channel: "C0SUPPORT", ts: "1700000000.000100" })),
});
const page = fc.record({
  tickets: fc.uniqueArray(line, { maxLength: 8, selector: (one) => one.id }),
  total: fc.integer({ min: 0, max: 200_000 }),
  page: fc.integer({ min: 0, max: 12_000 }),
});
const names = (max: number) => fc.array(hostile, { maxLength: max });

const home: fc.Arbitrary<HomeData> = fc.record({
  viewer: fc.record({
    slack: slackId,
    roles: fc.constantFrom(["admin"] as const, ["agent"] as const, ["viewer"] as const),
    name: hostile,
  }),
  filter: fc.record({
    mailbox: maybe(hostile),
    queue: maybe(hostile),
    minePage: fc.nat(9),
    unclaimedPage: fc.nat(9),
    intentPage: fc.nat(40),
  }),
  status: fc.record({
    mode: fc.constantFrom("live", "shadow", "paused"),
    sending: fc.boolean(),
    received: fc.nat(),
    accounted: fc.nat(),
    failed: fc.nat(),
    spentTodayUsd: fc.double({ min: 0, max: 1e4, noNaN: true }),
    dailyCapUsd: fc.double({ min: 0, max: 1e4, noNaN: true }),
    engine: hostile,
    mailboxes: fc.array(
      fc.record({ address: hostile, syncedAt: maybe(instant), pausedBy: maybe(slackId), disconnected: maybe(hostile) }),
      { maxLength: 60 },
    ),
  }),
  incidents: fc.array(
    fc.record({
      id: fc.nat(),
      title: hostile,
      mails: fc.nat(),
      senders: fc.nat(),
      openedAt: instant,
      owner: maybe(slackId),
      overdue: fc.nat(),
      card: fc.constantFrom(undefined, { channel: "C1", ts: "1.2" }),
    }),
    { maxLength: 12 },
  ),
  mine: page,
  unclaimed: page,
  counts: fc.record({ waiting: fc.nat(), snoozed: fc.nat(), breachToday: fc.nat(), overdue: fc.nat() }),
  admin: maybe(
    fc.record({
      intents: fc.uniqueArray(
        fc.record({
          name: fc.string({ minLength: 1, maxLength: 300 }),
          posture: fc.constantFrom(...POSTURES),
          route: fc.constant(0.5),
          draft: fc.constant(0.6),
          send: fc.constant(0.95),
          response: fc.constant("8h"),
          queue: hostile,
          seen: fc.nat(),
          corrected: fc.nat(),
        }),
        { maxLength: 8, selector: (one) => one.name.slice(0, 200) },
      ),
      intentPages: fc.integer({ min: 1, max: 40 }),
      people: fc.array(
        fc.record({
          slack: slackId,
          roles: fc.constant(["agent"] as const),
          open: fc.nat(),
          working: fc.boolean(),
          barred: maybe(fc.constant("guest")),
        }),
        { maxLength: 500 },
      ),
      onCall: maybe(slackId),
      backlog: fc.array(fc.record({ kind: hostile, jobs: fc.nat(), oldestAt: maybe(instant) }), { maxLength: 8 }),
      deadLetters: fc.uniqueArray(fc.record({ id: fc.nat(), what: hostile, why: hostile, at: instant }), {
        maxLength: 5,
        selector: (one) => one.id,
      }),
      deadTotal: fc.nat(),
      settingsVersion: fc.nat(),
      savedBy: slackId,
      savedAt: instant,
    }),
  ),
  mailboxes: names(300),
  queues: names(300),
  timezone: fc.constant("Europe/Berlin"),
  workspaceUrl: fc.constant("https://larkspur.slack.com/"),
});

function acceptedMessage(message: { text: string; blocks: unknown[] }): void {
  expect(validateMessage(message as never).map(problemLine)).toEqual([]);
}
function acceptedView(view: unknown): void {
  expect(validateView(view as never).map(problemLine)).toEqual([]);
}

describe("whatever a ticket holds, Slack takes", () => {
  test("its card, as a message and in a window", () =>
    fc.assert(
      fc.property(card, (one) => {
        acceptedMessage({ text: cardText(one, around), blocks: ticketCard(one, around) });
        expect(cardText(one, around).length).toBeLessThan(4_000);
        acceptedView(ticketWindow(one, around));
      }),
      RUNS,
    ));

  test("no more than four buttons and a menu, and Approve & send only where nothing objects", () =>
    fc.assert(
      fc.property(card, (one) => {
        const actions = ticketCard(one, around).flatMap((block) => (block.type === "actions" ? block.elements : []));
        expect(actions.filter((element) => element.type === "button").length).toBeLessThanOrEqual(4);
        const approve = actions.some((element) => element.type === "button" && element.action_id === "ticket.approve");
        expect(approve).toBe(
          (one.state === "new" || one.state === "claimed") &&
            one.draft !== undefined &&
            one.draft.holds.length === 0 &&
            !one.sendingOff,
        );
      }),
      RUNS,
    ));

  test("App Home, in at most 100 blocks", () =>
    fc.assert(
      fc.property(home, (one) => acceptedView(homeView(one, around.now))),
      RUNS,
    ));

  test("the thread's mail note", () =>
    fc.assert(
      fc.property(hostile, hostile, names(30), fc.boolean(), (from, text, attachments, sensitive) =>
        acceptedMessage(
          mailNote(
            { from, text, attachments, foldedLines: 3, sensitive },
            { type: "decided", intent: text, queue: from, priority: "high", by: "local", reasons: attachments },
            () => text,
          ),
        ),
      ),
      RUNS,
    ));

  test("a burst's message and its window", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { maxLength: BURST_PAGE, selector: ({ id }) => id }),
        hostile,
        fc.nat(),
        (tickets, intent, total) => {
          const byIntent = Array.from({ length: 30 }, () => ({ intent, tickets: total }));
          acceptedMessage(
            burstMessage({ waiting: total, byIntent, oldestAt: 0, next: tickets[0] }, "C0SUPPORT", around),
          );
          acceptedMessage(burstOver(total));
          const list = { tickets, total: total + tickets.length, page: 1 };
          acceptedView(burstWindow({ channel: "C0SUPPORT", list, total }, around));
        },
      ),
      RUNS,
    ));

  test("direct messages and lines", () =>
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1 }), (text, id) => {
        const ticket = {
          id,
          intent: text,
          priority: "high" as const,
          about: { subject: text, sender: { address: text }, summary: text },
          cardChannel: "C0SUPPORT",
          cardTs: "1.2",
        };
        acceptedMessage(directNotice({ type: "assigned", by: "mailroom", reason: text }, ticket, around));
        acceptedMessage(escalatedLine({ by: "U01ALICE", reason: text }, ticket, text));
        const soon = Array.from({ length: 40 }, (_, index) => ({
          ticket: { ...ticket, id: id + index },
          dueAt: 1,
          yours: true,
        }));
        acceptedMessage(dueSoonNotice(soon, around));
        const letters = Array.from({ length: 5 }, (_, index) => ({ id: index + 1, what: text, why: text, at: 1 }));
        const trouble = { cause: "dead-letters", news: 0, type: "dead-letters", total: id, letters } as const;
        acceptedMessage(alertMessage(trouble, around.timezone));
        const lost = { cause: "mailbox:1", news: 0, type: "mailbox", address: text, why: text, since: 1 } as const;
        acceptedMessage(alertMessage(lost, around.timezone));
        const byIntent = Array.from({ length: 6 }, (_, index) => ({ name: text, tickets: index * id }));
        acceptedMessage(digestMessage({ ...EMPTY_DIGEST, byIntent }, around.timezone));
        acceptedMessage(
          overdueLine(
            Array.from({ length: 40 }, () => ({ ticket, rung: 100 })),
            "U02BOB",
          ),
        );
      }),
      RUNS,
    ));

  test("every window", () =>
    fc.assert(
      fc.property(hostile, names(120), fc.array(hostile, { maxLength: 400 }), (text, list, intents) => {
        const fields = {
          ticketId: 1,
          draftId: 1,
          newestInboundId: 1,
          next: "send" as const,
          newDomains: [...new Set(list)].slice(0, 12).filter((one) => one !== ""),
          dropped: list.map((address) => ({ address, reason: text })),
          notice: undefined,
          holds: list.slice(0, 7),
          askWrong: true,
        };
        acceptedView(editModal({ ...fields, subject: text, body: text, to: list, cc: list }));
        acceptedView(snoozeModal({ ticketId: 1, dueAt: around.now }, around));
        const asked = { ticketId: 1, draftId: 1, seal: "0123456789abcdef", what: text, minutes: 60 };
        const commitments = Array.from({ length: 30 }, () => ({
          sentence: text,
          kinds: ["refund" as const],
          amounts: [],
        }));
        acceptedView(allowModal({ ...asked, commitments }, "Kept."));
        const needs = ["order_id", "amount"].map((name) => ({ name, format: text, value: text }));
        acceptedView(toolFormModal({ ticketId: 1, tool: "refund", description: text, needs }));
        const call = { method: "POST", url: text, body: text, what: text, reference: "mailroom-1-0", seal: asked.seal };
        const values = { order_id: "x".repeat(200), amount: "20" };
        acceptedView(toolConfirmModal({ ticketId: 1, tool: "refund", description: text, values, ...call }));
        acceptedView(escalateModal({ ticketId: 1, lead: "U01ALICE", channel: "C0ESCALATE" }));
        const unique = [...new Set(intents.map((one) => one.slice(0, 60)))].filter((one) => one.trim() !== "");
        const classification = {
          ticketId: 1,
          version: 3,
          intent: unique[0] ?? "lead",
          priority: "low" as const,
          fields: { company_name: text, order_id: null },
          intents: unique.length > 0 ? unique : ["lead"],
          sender: text,
          domain: text || undefined,
          taught: text || undefined,
          others: { sender: [{ id: 1, intent: text, subject: text }], domain: [] },
        };
        acceptedView(reclassifyModal(classification));
        const people = Array.from({ length: 500 }, (_, index) => ({
          person: {
            slack: `U${index}`,
            name: text,
            roles: ["agent" as const],
            skills: [],
            languages: [],
            calendar: "default",
            capacity: 20,
          },
          load: { openTickets: 1, lastAssignedAt: 0 },
          working: true,
          reasons: list.slice(0, 5),
          fit: 1,
        }));
        acceptedView(reassignModal({ ticketId: 1, owner: undefined, candidates: people }, () => text));
        acceptedView(newTicketModal(["support@larkspur.example"]));
        const evidence = { cases: 3, wrong: 1, errorAtMost: 0.7, missing: 60 };
        acceptedView(
          intentModal({
            name: text || "x",
            intent: Intent.parse({ description: text || "x" }),
            version: 1,
            queues: unique,
            evidence: { route: evidence, draft: evidence, send: evidence },
            calibrations: [{ engine: text, intent: text, slope: 1, offset: -3, cases: 40, right: 26 }],
            notice: "<@U01ALICE> saved version 7 first.",
          }),
        );
        acceptedView(
          historyModal({
            versions: Array.from({ length: 60 }, (_, index) => ({
              version: index + 1,
              savedBy: "U01ALICE",
              savedAt: around.now,
              note: text,
            })),
            current: 60,
            timezone: around.timezone,
          }),
        );
        acceptedView(noticesModal(["a@b.example", "c@d.example"], ["a@b.example"]));
        acceptedView(onCallModal(undefined, 1));
        acceptedMessage(saying(escapeMrkdwn(text) || "–"));
        acceptedMessage(
          replayReply(
            Array.from({ length: 20 }, (_, index) => ({
              messageId: index,
              ticketId: index + 1,
              decisionId: 1,
              engine: text,
              changes: Array.from({ length: 20 }, () => ({ field: text, before: text, after: text })),
            })),
          ),
        );
      }),
      { numRuns: 60 },
    ));
});
