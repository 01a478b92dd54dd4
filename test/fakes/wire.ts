import { defaultWorkspace, type Message, type Slack, startSlack } from "../../sandbox/slack/index.ts";
import { slackChat } from "../../src/adapters/slack/chat.ts";
import { connectSlack } from "../../src/adapters/slack/connect.ts";
import { auditOfTicket } from "../../src/db/audit.ts";
import { getTicket } from "../../src/db/tickets.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import type { ListenerDeps } from "../../src/listeners/index.ts";
import { registerListeners } from "../../src/listeners/index.ts";
import { readHome } from "../../src/tickets/read-home.ts";
import { noteSlackUser } from "../../src/tickets/slack-people.ts";
import { listenerDeps } from "../../src/wiring/listener-deps.ts";
import { aDesk, settingsWith } from "./desk.ts";
import { aLog } from "./log.ts";

export const ADMIN = "U01ALICE";
export const AGENT = "U02BOB";
export const VIEWER = "U03CARA";
/** In the settings as an agent, and a guest of the workspace. */
export const GUEST = "U04GUEST";
/** Of the workspace, and of nobody's list. */
export const STRANGER = "U06STRANGER";
const EVERYBODY = [ADMIN, AGENT, VIEWER, GUEST, STRANGER];

const { users, channels } = defaultWorkspace;
const workspace = {
  ...defaultWorkspace,
  users: [...users, { id: STRANGER, name: "sam" }],
  channels: channels.map((one) =>
    one.id === "C0SUPPORT" ? { ...one, members: [...(one.members ?? []), STRANGER] } : one,
  ),
};

const PEOPLE: Partial<SettingsInput> = {
  people: [
    { slack: ADMIN, name: "Alice", roles: ["admin", "agent"], languages: ["en"] },
    { slack: AGENT, name: "Bob", roles: ["agent"], languages: ["en"] },
    { slack: VIEWER, name: "Cara", roles: ["viewer"] },
    { slack: GUEST, name: "Gus", roles: ["agent"] },
    { slack: "U09LEAD", name: "Lee", roles: ["admin"] },
  ],
};

/** The listeners at the wire: the real Bolt, the real verbs and a real database; Slack is the stand-in, and Gmail is in memory. */
export async function aWire(
  change: (deps: ListenerDeps) => Partial<ListenerDeps> = () => ({}),
  more: Partial<SettingsInput> = {},
) {
  const slack = await startSlack({ log: () => undefined, workspace });
  const { botToken, appToken, apiUrl } = slack;
  const log = aLog();
  const connection = await connectSlack({ botToken, appToken, apiUrl, log, onState: () => undefined });
  // A clock that hurries: nobody waits for Slack's one message a second in a channel.
  let hurry = 0;
  const desk = await aDesk({
    settings: settingsWith({ ...PEOPLE, ...more }),
    instead: (deps) => ({
      chat: slackChat(connection.app.client, () => (hurry += 5_000)),
      readHome: readHome(deps, { engine: "the local engine", workspaceUrl: connection.identity.url }),
    }),
  });
  await noteSlackUser(desk)({ user: GUEST, deleted: false, guest: true });
  const deps = listenerDeps(desk.deps, connection, async () => []);
  registerListeners(connection.app, { ...deps, log, ...change(deps) });
  await connection.open();

  let serial = 0;
  const privateLists = () => EVERYBODY.flatMap((user) => [slack.ephemerals(user), slack.directMessages(user)]);
  const shown = (one: Message) => `${one.text} ${JSON.stringify(one.blocks ?? [])}`;

  return {
    ...desk,
    slack,
    log,
    deps,
    privateTo: (user: string) => [...slack.ephemerals(user), ...slack.directMessages(user)].map(shown),
    /** What somebody was told because of what is done: in their window, else privately. */
    async told(act: () => Promise<unknown>): Promise<string> {
      const before = privateLists().map((list) => list.length);
      const ack = ((await act()) as { payload?: Record<string, unknown> } | undefined)?.payload ?? {};
      const inWindow = "response_action" in ack ? JSON.stringify(ack) : undefined;
      // What went wrong is said in both places.
      if (inWindow && !inWindow.includes("this id")) return inWindow;
      const fresh = () => privateLists().flatMap((list, index) => list.slice(before[index]))[0];
      return shown(await slack.until(fresh, { timeoutMs: 5_000 }));
    },
    /** A mail comes, and its card stands. */
    async newTicket(): Promise<number> {
      const id = ++serial;
      desk.mailbox.deliver({
        id: `m${id}`,
        from: `Customer ${id} <c${id}@quayside${id}.example>`,
        subject: `Matter ${id}`,
        text: "Could you look into our reminders, please? They have stopped since Monday.",
      });
      await desk.work();
      return id;
    },
    async card(ticketId: number): Promise<Message> {
      await desk.runner.drain();
      const { cardChannel, cardTs } = (await getTicket(desk.db.read, ticketId))!;
      return slack.message(cardChannel!, cardTs!)!;
    },
    ticket: async (ticketId: number) => (await getTicket(desk.db.read, ticketId))!,
    /** What has happened to a ticket, as the audit knows it. */
    actions: async (ticketId: number) => (await auditOfTicket(desk.db.read, ticketId, 100)).map((row) => row.action),
    async end() {
      await connection.close();
      await slack.stop();
      await desk.db.close();
    },
  };
}
export type Wire = Awaited<ReturnType<typeof aWire>>;

/** The same payload again, from another hand or with something else in it: a press of its own, beside no message. */
export function again(
  payload: Record<string, unknown>,
  change: { user?: string; team?: string; action?: Record<string, unknown>; view?: Record<string, unknown> } = {},
): Parameters<Slack["deliver"]>[0] {
  const {
    response_url: _beside,
    actions,
    view,
    user,
    ...rest
  } = payload as {
    response_url?: string;
    actions?: Record<string, unknown>[];
    view?: Record<string, unknown>;
    user: Record<string, unknown>;
  };
  return {
    type: "interactive",
    accepts_response_payload: rest["type" as never] === "view_submission",
    payload: {
      ...rest,
      trigger_id: `again.${Math.random()}`,
      user: { ...user, ...(change.user && { id: change.user }), ...(change.team && { team_id: change.team }) },
      ...(actions && { actions: actions.map((one) => withoutAbsent({ ...one, ...change.action })) }),
      ...(view && { view: { ...view, ...change.view } }),
    },
  } as unknown as Parameters<Slack["deliver"]>[0];
}

const withoutAbsent = (entry: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
