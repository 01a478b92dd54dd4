import { isReply } from "../api/conversation.ts";
import type { JsonObject } from "../json.ts";
import type { Viewer } from "../rendering/date.ts";
import { mentionsIn } from "../rendering/reading.ts";
import { showBlocks, showText } from "../rendering/rendered.ts";
import { stateOf } from "../views/state-values.ts";
import type { StoredView } from "../views/store.ts";
import { choicesOf } from "../workspace/choices.ts";
import type { Channel, Message, User } from "../workspace/model.ts";
import { messageWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";

export const viewerOf = (world: World, user: User): Viewer => ({ timeZone: user.tz, now: world.clock.now() });

/** All that one person's client would show, ready for a page to draw. */
export function snapshot(world: World, user: User, limit: number): JsonObject {
  const { app, workspace, clock } = world;
  const visible = [...workspace.channels.values()].filter((channel) => workspace.canSee(user.id, channel));
  const home = world.views.home(user.id);
  return {
    now: clock.now(),
    team: workspace.team,
    app: {
      id: app.id,
      name: app.name,
      botUser: app.botUser,
      commands: app.commands ?? [],
      shortcuts: app.shortcuts ?? [],
      homeTab: app.homeTab,
      canMessage: app.messagesTab && !app.messagesTabReadOnly,
    },
    connections: world.socket.hub.connections.length,
    you: user.id,
    users: people(world),
    channels: visible.map((channel) => conversation(world, user, channel, limit)),
    home: home ? shownView(world, user, home) : null,
    modals: world.views.stack(user.id).map((view) => shownView(world, user, view)),
  };
}

export const people = ({ workspace }: World): JsonObject[] =>
  [...workspace.users.values()].map(({ id, name, realName, displayName, tz, admin, restricted, bot, deleted }) => ({
    id,
    name,
    realName,
    displayName,
    tz,
    admin,
    guest: restricted,
    bot,
    deleted,
  }));

function conversation(world: World, user: User, channel: Channel, limit: number): JsonObject {
  const top = [...channel.messages.values()].filter(
    (message) => !isReply(message) || message.subtype === "thread_broadcast",
  );
  const ephemerals = world.workspace.ephemerals.filter(
    (message) => message.channel === channel.id && message.viewer === user.id,
  );
  const read = channel.readAt.get(user.id) ?? "";
  const unread = top.filter((message) => message.ts > read && message.user !== user.id);
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    archived: channel.archived,
    externallyShared: channel.externallyShared,
    topic: channel.topic,
    isMember: channel.members.has(user.id),
    members: [...channel.members],
    unread: unread.length,
    mentions: unread.slice(-limit).filter((message) => pings(message, user)).length,
    pins: [...channel.pins],
    bookmarks: channel.bookmarks,
    messages: [...top.slice(-limit), ...ephemerals]
      .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
      .map((message) => shownMessage(world, user, message)),
  };
}

const pings = (message: Message, user: User): boolean =>
  mentionsIn(message).some((mention) => mention.type === "broadcast" || ("id" in mention && mention.id === user.id));

export function thread(world: World, user: User, channel: Channel, ts: string): JsonObject[] {
  const parent = channel.messages.get(ts);
  const replies = (channel.threads.get(ts) ?? []).flatMap((reply) => channel.messages.get(reply) ?? []);
  const ephemerals = world.workspace.ephemerals.filter(
    (message) => message.channel === channel.id && message.viewer === user.id && message.thread_ts === ts,
  );
  return [...(parent ? [parent] : []), ...replies, ...ephemerals].map((message) => shownMessage(world, user, message));
}

function shownMessage(world: World, user: User, message: Message): JsonObject {
  const viewer = viewerOf(world, user);
  const { workspace } = world;
  return {
    ...messageWire(message),
    channel: message.channel,
    isEphemeral: message.is_ephemeral === true,
    tokens: showText(message.text, false, workspace, viewer),
    ...(message.blocks && { blocks: showBlocks(message.blocks, workspace, viewer) }),
    state: stateOf(message.blocks, choicesOf(workspace, message, user.id)),
  };
}

function shownView(world: World, user: User, view: StoredView): JsonObject {
  const { title, submit, close, blocks, ...rest } = world.views.wire(view);
  const drawn = showBlocks({ title, submit, close, blocks }, world.workspace, viewerOf(world, user));
  return { ...rest, ...(drawn as JsonObject), errors: view.errors };
}
