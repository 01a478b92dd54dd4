import fc from "fast-check";
import { expect, test } from "vitest";
import { problemLine, validateMessage, validateView } from "../../sandbox/slack/index.ts";
import type { IncidentCard, MemberLine, Part } from "../../src/domain/incident.ts";
import { approvalWindow, readApprovalSubmitted } from "../../src/views/incident-approval.ts";
import { incidentCard } from "../../src/views/incident-card.ts";
import {
  addWindow,
  describeWindow,
  membersWindow,
  replyWindow,
  resolveWindow,
} from "../../src/views/incident-windows.ts";

const HOSTILE = "<!channel> <https://evil.example|click> *bold* & `code` \u202e 💥 ".repeat(12);
const around = { now: 1_760_000_000_000, timezone: "Europe/Berlin", workspaceUrl: "https://larkspur.slack.com/" };
const acceptedView = (view: unknown) => expect(validateView(view as never).map(problemLine)).toEqual([]);
const PARTS: (Part | undefined)[] = [
  undefined,
  { kind: "preparing" },
  { kind: "ready" },
  { kind: "going" },
  { kind: "sent" },
  { kind: "left-out", why: "stop-line" },
];

const aMember = (id: number, part: Part | undefined): MemberLine => ({
  id,
  state: part?.kind === "sent" ? "waiting" : "new",
  priority: "high",
  intent: "support",
  queue: "support",
  subject: HOSTILE,
  sender: HOSTILE,
  dueAt: around.now + (id % 2 ? 1 : -1) * 3_600_000,
  owner: "U02BOB",
  hasDraft: true,
  card: { channel: "C0SUPPORT", ts: "1760000000.000100" },
  part,
});

const anIncident = (members: number, state: "open" | "resolved" = "open"): IncidentCard => ({
  id: 12,
  state,
  title: HOSTILE,
  banner: { en: HOSTILE.repeat(4), de: HOSTILE, fr: HOSTILE, es: HOSTILE, it: HOSTILE },
  owner: "U02BOB",
  openedAt: around.now - 3_600_000,
  openedBy: "mailroom",
  resolvedAt: state === "resolved" ? around.now : undefined,
  resolvedBy: state === "resolved" ? "U02BOB" : undefined,
  mails: members,
  senders: members,
  firstAt: around.now - 3_700_000,
  lately: 7,
  before: 5,
  overdue: 3,
  nextDueAt: around.now + 60_000,
  members: Array.from({ length: Math.min(8, members) }, (_, index) => aMember(index + 1, PARTS[index % PARTS.length])),
  reply: {
    id: 3,
    by: "U02BOB",
    at: around.now,
    final: true,
    preparing: 1,
    ready: members,
    going: 2,
    sent: 3,
    leftOut: Array.from({ length: members }, (_, index) => ({ ticketId: index + 1, why: "newer-mail" as const })),
  },
  sendingOff: undefined,
});

test.each([0, 1, 12, 500])("the card of %i members is what Slack takes, open and over", (members) => {
  for (const state of ["open", "resolved"] as const) {
    const { blocks, text } = incidentCard(anIncident(members, state), around);
    expect(validateMessage({ text, blocks } as never).map(problemLine)).toEqual([]);
    // The title is plain text, in which nothing is ever interpreted.
    const shown = JSON.stringify(blocks.filter(({ type }) => type !== "header")) + text;
    expect(shown).not.toContain("<!channel>");
    expect(shown).not.toContain("<https://evil.example");
  }
  const off = { ...anIncident(members), sendingOff: "Sending is switched off for the whole desk." };
  expect(JSON.stringify(incidentCard(off, around).blocks)).not.toContain("Approve for all");
});

test("the window of five hundred members, and the one that approves three hundred of them, are what Slack takes", () => {
  const card = anIncident(500);
  acceptedView(membersWindow({ card, members: card.members, page: 3, total: 500 }, around));
  const ready = Array.from({ length: 300 }, (_, index) => ({
    draftId: 7_000_000 + index * 97,
    ticketId: index + 1,
    name: HOSTILE,
    address: `${"long".repeat(20)}${index}@clinic.example`,
  }));
  const approval = {
    incidentId: 12,
    replyId: 3,
    final: true,
    texts: { en: HOSTILE, de: HOSTILE },
    without: [{ language: "ja", mails: 3 }],
    ready,
    further: 200,
    leftOut: card.reply!.leftOut,
    preparing: 4,
  };
  const view = approvalWindow(approval);
  acceptedView(view);
  // Exactly those that it names are approved.
  expect(readApprovalSubmitted(view)).toEqual({
    incidentId: 12,
    replyId: 3,
    shown: ready.map(({ draftId }) => draftId),
  });
  const shown = JSON.stringify(view);
  for (const { ticketId } of ready) expect(shown).toMatch(new RegExp(`#${ticketId} `));
});

test("whichever members a window shows come back from it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 300 }), (ids) => {
      const ready = ids.map((draftId) => ({ draftId, ticketId: draftId, name: undefined, address: "a@b.example" }));
      const about = {
        incidentId: 1,
        replyId: 1,
        final: false,
        texts: {},
        without: [],
        further: 0,
        leftOut: [],
        preparing: 0,
      };
      const { shown } = readApprovalSubmitted(approvalWindow({ ...about, ready }));
      expect(shown).toEqual([...ids].sort((a, b) => a - b));
    }),
  );
});

test("its other windows, in whatever languages customers write", () => {
  const languages = ["de", "ja", "unknown", "en", "fr", "xx", "es"].map((language) => ({ language, mails: 3 }));
  const about = { incidentId: 12, title: HOSTILE, languages, mails: 500 };
  const texts = { de: HOSTILE, en: HOSTILE, pl: HOSTILE };
  for (const view of [
    replyWindow({ ...about, texts }),
    describeWindow({ ...about, banner: texts }),
    resolveWindow(about),
    addWindow({
      ticketId: 1,
      subject: HOSTILE,
      incidents: Array.from({ length: 200 }, (_, index) => ({ id: index + 1, title: HOSTILE })),
    }),
  ])
    acceptedView(view);
});
