import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/listeners/commands/parse.ts";
import { ACTION, HOME, MODAL, SHORTCUT } from "../../src/views/ids.ts";
import { replayRef, ticketRef } from "../../src/views/references.ts";
import { ADMIN, AGENT, again, aWire, GUEST, STRANGER, VIEWER, type Wire } from "../fakes/wire.ts";

let wire: Wire;
/** A press on Alice's Home, to be sent again from other hands. */
let pressed: Record<string, unknown>;
beforeAll(async () => {
  wire = await aWire();
  await wire.newTicket();
  const alice = wire.slack.as(ADMIN);
  await alice.openHome();
  await wire.runner.drain();
  const home = await wire.slack.until(() => wire.slack.home(ADMIN), { timeoutMs: 5_000 });
  pressed = (await alice.press({ id: home.id }, { actionId: HOME.refresh })).payload!;
});
afterAll(() => wire.end());

const version = () => wire.settings.current().version;
const press = (action_id: string, value: string, change: { user?: string; team?: string }) =>
  wire.slack.deliver(again(pressed, { ...change, action: { action_id, value } }));

const FOR_ADMINS = [
  { id: `${HOME.mode}.paused`, value: "paused" },
  { id: `${HOME.mode}.kill`, value: "kill" },
  { id: HOME.intent, value: "support" },
  { id: HOME.onCall, value: "0" },
  { id: HOME.history, value: "0" },
  { id: HOME.replay, value: "1" },
  { id: MODAL.rollback, value: "1" },
];
/** Who sees a Home may page, filter and redraw it; others have none. */
const FOR_ALL = [HOME.refresh, HOME.filterMailbox, HOME.filterQueue, HOME.page];

test("every control of App Home is here", () => {
  const here = [...FOR_ADMINS.map(({ id }) => id), ...FOR_ALL, HOME.notices];
  expect([...Object.values(HOME), MODAL.rollback].filter((id) => !here.some((one) => one.startsWith(id)))).toEqual([]);
});

describe.each(FOR_ADMINS)("$id", ({ id, value }) => {
  test.each([
    { who: "an agent", user: AGENT, says: 'needs the role "admin"' },
    { who: "a viewer", user: VIEWER, says: 'needs the role "admin"' },
    { who: "a stranger", user: STRANGER, says: "not on this desk's list" },
    { who: "a guest", user: GUEST, says: "Guests of the workspace" },
  ])("$who is refused, and nothing changes", async ({ user, says }) => {
    const stands = version();
    expect(await wire.told(() => press(id, value, { user }))).toContain(says);
    expect(version()).toBe(stands);
    expect(wire.slack.modal(user)).toBeUndefined();
  });

  test("somebody of another company is refused", async () => {
    expect(await wire.told(() => press(id, value, { user: ADMIN, team: "T0OTHER" }))).toContain("another workspace");
  });
});

test.each([
  { id: ACTION.undo, value: ticketRef(1) },
  { id: ACTION.replayApply, value: replayRef(1, 1) },
])("$id is for agents: viewers, strangers and guests are refused", async ({ id, value }) => {
  expect(await wire.told(() => press(id, value, { user: VIEWER }))).toContain('needs the role "agent"');
  expect(await wire.told(() => press(id, value, { user: STRANGER }))).toContain("not on this desk's list");
  expect(await wire.told(() => press(id, value, { user: GUEST }))).toContain("Guests of the workspace");
  expect(await wire.told(() => press(id, "old", { user: AGENT }))).toMatch(/this id: [0-9a-f]{8}/);
});

test("a ticket is shown to everybody of the desk, and for nobody else", async () => {
  expect(await wire.told(() => press(ACTION.show, ticketRef(1), { user: STRANGER }))).toContain(
    "not on this desk's list",
  );
  expect(await wire.told(() => press(ACTION.show, ticketRef(1), { user: GUEST }))).toContain("Guests of the workspace");
  expect(await wire.told(() => press(ACTION.show, ticketRef(999_999), { user: VIEWER }))).toContain("no longer here");
});

test("a mode that nobody knows is refused by the settings' own rules", async () => {
  const stands = version();
  expect(await wire.told(() => press(`${HOME.mode}.wild`, "wild", { user: ADMIN }))).toContain("mode");
  expect(version()).toBe(stands);
});

test("notices are one's own, and a stranger learns no mailbox from the window", async () => {
  expect(await wire.told(() => press(HOME.notices, "0", { user: STRANGER }))).toContain("not on this desk's list");
  expect(await wire.told(() => press(HOME.notices, "0", { user: GUEST }))).toContain("Guests of the workspace");
});

test.each(FOR_ALL)("%s does nothing for a guest, and shows a stranger nothing of the desk", async (id) => {
  expect(await wire.told(() => press(id, "minePage:1", { user: GUEST }))).toContain("Guests of the workspace");
  await press(id, "minePage:1", { user: STRANGER });
  await wire.slack.until(() => wire.slack.waiting() === 0);
  await wire.runner.drain();
  expect(JSON.stringify(wire.slack.home(STRANGER)?.blocks ?? [])).not.toMatch(/Matter|accounted|larkspur/);
});

test("a button of a release that is gone says so, with an id", async () => {
  expect(await wire.told(() => press("ticket.explode", "1", { user: ADMIN }))).toMatch(/this id: [0-9a-f]{8}/);
});

describe("/triage", () => {
  /** One good line of every command. */
  const LINES: Record<string, string> = {
    queue: "queue support",
    show: "show 1",
    search: "search reminders",
    replay: "replay 1",
    pause: "pause nowhere",
    resume: "resume nowhere",
    posture: "posture support draft",
    oncall: "oncall nobody",
    rollback: "rollback 999",
  };
  const ALL = Object.entries(COMMANDS).map(([name, { admin }]) => ({ line: LINES[name] ?? name, name, admin }));
  const ask = (user: string, line: string) =>
    wire.told(() => wire.slack.as(user).command(`/triage ${line}`, "C0SUPPORT"));

  test.each(ALL)("$line: strangers and guests learn nothing", async ({ line }) => {
    expect(await ask(STRANGER, line)).toContain("not on this desk's list");
    expect(await ask(GUEST, line)).toContain("Guests of the workspace");
  });

  test.each(ALL)("$line: whoever it is for gets an answer, others a refusal", async ({ line, name, admin }) => {
    const refused = /needs the role|for admins/i;
    const viewer = await ask(VIEWER, line);
    if (admin || name === "replay") expect(viewer).toMatch(refused);
    else expect(viewer).not.toMatch(refused);
    if (admin) expect(await ask(AGENT, line)).toMatch(refused);
    expect(await ask(ADMIN, line)).not.toMatch(/needs the role|This is for admins/);
  });
});

describe("shortcuts", () => {
  test.each([SHORTCUT.newTicket, SHORTCUT.reclassify])("%s: only agents get its window", async (id) => {
    const card = await wire.card(1);
    const use = (user: string) =>
      id === SHORTCUT.newTicket ? wire.slack.as(user).shortcut(id) : wire.slack.as(user).messageShortcut(id, card);
    expect(await wire.told(() => use(VIEWER))).toContain('needs the role "agent"');
    expect(await wire.told(() => use(STRANGER))).toContain("not on this desk's list");
    expect(await wire.told(() => use(GUEST))).toContain("Guests of the workspace");
    for (const user of [AGENT, ADMIN]) {
      await use(user);
      await wire.slack.until(() => wire.slack.modal(user));
      await wire.slack.as(user).closeModal();
    }
  });
});

test("all of it left the ticket as it was, and Slack refused nothing", async () => {
  expect((await wire.actions(1)).filter((one) => one !== "ticket.opened")).toEqual([]);
  expect(wire.slack.refused).toEqual([]);
});
