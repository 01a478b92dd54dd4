import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newestTicketIds } from "../../src/db/ticket-lists.ts";
import { SHORTCUT, VIEW } from "../../src/views/ids.ts";
import { ADMIN, AGENT, again, aWire, GUEST, STRANGER, VIEWER, type Wire } from "../fakes/wire.ts";

let wire: Wire;
beforeAll(async () => {
  wire = await aWire();
});
afterAll(() => wire.end());

type Payload = Record<string, unknown>;
type Opened = { payload?: Payload };
type Values = Record<string, string>;

interface Window {
  id: string;
  open: (ticketId: number) => Promise<Opened>;
  values: Values;
  /** Who may submit it, at least. */
  needs: "viewer" | "agent" | "admin";
  /** How often it has been done. */
  done: (ticketId: number) => Promise<number>;
  /** It belongs to a ticket, so that the ticket can be gone. */
  ofTicket: boolean;
}

const alice = () => wire.slack.as(ADMIN);
const fromMenu = (choice: string) => async (ticketId: number) =>
  alice().choose(await wire.card(ticketId), { actionId: "ticket.more" }, choice);
const audited = (action: string) => async (ticketId: number) =>
  (await wire.actions(ticketId)).filter((one) => one === action).length;
const fromHome = (target: { actionId: string; blockId?: string }) => async (): Promise<Opened> => {
  await alice().openHome();
  await wire.runner.drain();
  const view = await wire.slack.until(() => wire.slack.home(ADMIN), { timeoutMs: 5_000 });
  return alice().press({ id: view.id }, target);
};
const versions = async () => wire.settings.current().version;

const WINDOWS: Window[] = [
  {
    id: VIEW.edit,
    open: async (ticketId) => alice().press(await wire.card(ticketId), { text: "Edit" }),
    values: { "body-0": "We are on it." },
    needs: "agent",
    done: audited("reply.approved"),
    ofTicket: true,
  },
  {
    id: VIEW.reassign,
    open: fromMenu("Reassign"),
    values: { to: AGENT },
    needs: "agent",
    done: audited("ticket.assigned"),
    ofTicket: true,
  },
  {
    id: VIEW.snooze,
    open: fromMenu("Snooze"),
    values: { until: "reply" },
    needs: "agent",
    done: audited("ticket.snoozed"),
    ofTicket: true,
  },
  {
    id: VIEW.escalate,
    open: fromMenu("Escalate"),
    values: { reason: "Patients wait" },
    needs: "agent",
    done: audited("ticket.escalated"),
    ofTicket: true,
  },
  {
    id: VIEW.reclassify,
    open: fromMenu("Re-classify"),
    values: { intent: "billing" },
    needs: "agent",
    done: audited("ticket.reclassified"),
    ofTicket: true,
  },
  {
    id: VIEW.close,
    open: fromMenu("Spam"),
    values: {},
    needs: "agent",
    done: audited("ticket.closed"),
    ofTicket: true,
  },
  {
    id: VIEW.newTicket,
    open: () => alice().shortcut(SHORTCUT.newTicket),
    values: {
      from: "ann@harbour.example",
      subject: "By phone",
      text: "She asks to be called back about the reminders.",
    },
    needs: "agent",
    done: async () => (await newestTicketIds(wire.db.read, 500)).length,
    ofTicket: false,
  },
  {
    id: VIEW.intent,
    open: fromHome({ actionId: "home.intent", blockId: "intent:support" }),
    values: { posture: "off" },
    needs: "admin",
    done: versions,
    ofTicket: false,
  },
  {
    id: VIEW.onCall,
    open: fromHome({ actionId: "home.on-call" }),
    values: { who: AGENT },
    needs: "admin",
    done: versions,
    ofTicket: false,
  },
];

test("every window is here, or is one's own notices", () => {
  // What commits the company has tests of its own: allow-answer.test.ts, run-tool.test.ts.
  const commits = [VIEW.allow, VIEW.toolForm, VIEW.toolConfirm];
  // incidents.test.ts of the jobs, knowledge.test.ts.
  const articles = [VIEW.article, VIEW.articleReplace];
  const { incidentReply, incidentApprove, incidentDescribe, incidentResolve, incidentUngroup, incidentAdd } = VIEW;
  const incidents = [incidentReply, incidentApprove, incidentDescribe, incidentResolve, incidentUngroup, incidentAdd];
  const apart: string[] = [...commits, ...articles, ...incidents];
  const here = new Set([...apart, ...WINDOWS.map((one) => one.id), VIEW.notices]);
  expect(Object.values(VIEW).filter((one) => !here.has(one))).toEqual([]);
});

const OLDER = [
  { name: "nothing carried", private_metadata: "" },
  { name: "another version", private_metadata: '{"v":2,"t":1,"n":1}' },
  { name: "words", private_metadata: "ticket one" },
];

describe.each(WINDOWS)("$id", ({ id, open, values, needs, done, ofTicket }) => {
  const carries = id !== VIEW.newTicket;
  let ticketId: number;
  /** As Alice's window would be submitted, filled in. */
  let filled: Payload;
  const times = async () => done(ticketId);

  beforeAll(async () => {
    ticketId = await wire.newTicket();
    const { payload } = await open(ticketId);
    await wire.slack.until(() => wire.slack.modal(ADMIN)?.["callback_id"] === id, { timeoutMs: 5_000 });
    await alice().fill(values);
    const { errors: _shown, ...view } = wire.slack.modal(ADMIN)!;
    const { actions: _pressed, container: _where, message: _card, channel: _channel, state: _typed, ...who } = payload!;
    filled = { ...who, type: "view_submission", view, response_urls: [] };
  });
  const submit = (change: Parameters<typeof again>[1] = {}) => wire.slack.deliver(again(filled, change));
  const answer = (change: Parameters<typeof again>[1]) => wire.told(() => submit(change));

  test("whoever may not is told so, and nothing is done", async () => {
    const stands = await times();
    const refused = [VIEWER, AGENT].filter((user) => needs === "admin" || user === VIEWER);
    for (const user of refused) expect(await answer({ user })).toMatch(/needs the role/);
    expect(await answer({ user: STRANGER })).toContain("not on this desk's list");
    expect(await answer({ user: GUEST })).toContain("Guests of the workspace");
    expect(await answer({ user: ADMIN, team: "T0OTHER" })).toContain("another workspace");
    expect(await times()).toBe(stands);
  });

  test.each(carries ? OLDER : [])(
    "a window of another release, $name: said with an id, nothing done",
    async (older) => {
      const stands = await times();
      expect(await answer({ view: { private_metadata: older.private_metadata } })).toMatch(/this id: [0-9a-f]{8}/);
      expect(await times()).toBe(stands);
    },
  );

  test.each(ofTicket ? [999_999] : [])("ticket %i, which is no longer there", async (t) => {
    const view = filled["view"] as { private_metadata: string };
    const private_metadata = JSON.stringify({ ...JSON.parse(view.private_metadata), t });
    expect(await answer({ view: { private_metadata } })).toContain("no longer here");
  });

  test("submitted by two at once, and by one twice: done once", async () => {
    const stands = await times();
    const first = again(filled, { user: ADMIN });
    const second = id === VIEW.newTicket || needs === "admin" ? first : again(filled, { user: AGENT });
    await Promise.all([first, second, first].map((one) => wire.slack.deliver(one)));
    await wire.slack.until(() => wire.slack.waiting() === 0);
    await expect.poll(times, { timeout: 5_000 }).toBe(stands + 1);
    await wire.runner.drain();
    expect(await times()).toBe(stands + 1);
  });
});
