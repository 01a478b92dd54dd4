import type { AppConfig } from "../app.ts";
import type { Ids } from "../ids.ts";
import type { Directory } from "../rendering/mrkdwn.ts";
import type { Inputs } from "../views/state-values.ts";
import type { Channel, Ephemeral, Message, Scheduled, StoredFile, Team, User, UserGroup } from "./model.ts";
import { channelFrom, userFrom, type WorkspaceSeed } from "./seed.ts";

export interface Workspace extends Directory {
  team: Team;
  users: Map<string, User>;
  channels: Map<string, Channel>;
  userGroups: Map<string, UserGroup>;
  files: Map<string, StoredFile>;
  scheduled: Map<string, Scheduled>;
  ephemerals: Ephemeral[];
  /** What each person has chosen in the menus of a message, by channel, ts and person. */
  choices: Map<string, Inputs>;
  user(id: string): User;
  channel(id: string): Channel;
  /** The conversation between a person and the app, made when it is first needed. */
  directMessages(user: string): Channel;
  existingDirectMessages(user: string): Channel | undefined;
  message(channel: string, ts: string): Message | undefined;
  /** The person at the other end of a direct message. */
  counterpart(channel: Channel): string | undefined;
  canSee(user: string, channel: Channel): boolean;
}

export function createWorkspace(seed: WorkspaceSeed, app: AppConfig, ids: Ids, now: () => number): Workspace {
  const users = new Map(seed.users.map((user) => [user.id, userFrom(user, seed.team, now())]));
  const botUser = { id: app.botUser, name: app.name.toLowerCase(), realName: app.name, bot: true };
  users.set(app.botUser, userFrom(botUser, seed.team, now()));
  const channels = new Map(seed.channels.map((channel) => [channel.id, channelFrom(channel, now())]));
  const direct = new Map<string, Channel>();

  const existing = <T>(found: T | undefined, id: string): T => {
    if (found === undefined) throw new Error(`Slack sandbox: the workspace has no ${id}`);
    return found;
  };

  const directMessages = (user: string): Channel => {
    const open = direct.get(user);
    if (open) return open;
    const members = [user, app.botUser];
    const channel = channelFrom({ id: ids.next("D"), name: "", kind: "im", members }, now());
    direct.set(user, channel);
    channels.set(channel.id, channel);
    return channel;
  };

  return {
    team: seed.team,
    users,
    channels,
    userGroups: new Map(
      (seed.userGroups ?? []).map((group) => [group.id, { name: group.handle, users: [], disabled: false, ...group }]),
    ),
    files: new Map(),
    scheduled: new Map(),
    ephemerals: [],
    choices: new Map(),
    user: (id) => existing(users.get(id), id),
    channel: (id) => existing(channels.get(id), id),
    directMessages,
    existingDirectMessages: (user) => direct.get(user),
    message: (channel, ts) => channels.get(channel)?.messages.get(ts),
    counterpart: ({ kind, members }) => (kind === "im" ? [...members].find((id) => id !== app.botUser) : undefined),
    canSee(user, { kind, members }) {
      const { restricted, ultraRestricted, stranger } = existing(users.get(user), user);
      return members.has(user) || (kind === "public" && !restricted && !ultraRestricted && !stranger);
    },
    userNamed: (name) => [...users.values()].find((user) => user.name === name && !user.deleted)?.id,
    channelNamed: (name) =>
      [...channels.values()].find((channel) => channel.name === name && channel.kind !== "im")?.id,
  };
}
