import type { JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import type { Channel, User } from "./model.ts";
import { userWire } from "./wire.ts";

const LETTER = { public: "C", private: "G", im: "D" } as const;

/** What an administrator or a member does to the workspace, with the events that follow. */
export function join(world: World, channel: Channel, user: string): void {
  channel.members.add(user);
  announceMember(world, channel, user, "member_joined_channel");
}

export function leave(world: World, channel: Channel, user: string): void {
  // The app learns of its own removal too, so it is told before it is out.
  announceMember(world, channel, user, "member_left_channel");
  channel.members.delete(user);
}

function announceMember(world: World, channel: Channel, user: string, type: string): void {
  changed(world, channel);
  world.socket.emit(
    {
      type,
      user,
      channel: channel.id,
      channel_type: LETTER[channel.kind],
      team: world.workspace.team.id,
      event_ts: world.ids.ts(),
    },
    channel,
  );
}

export function setArchived(world: World, channel: Channel, archived: boolean, by: string): void {
  channel.archived = archived;
  changed(world, channel);
  const family = channel.kind === "private" ? "group" : "channel";
  const type = `${family}_${archived ? "archive" : "unarchive"}`;
  world.socket.emit({ type, channel: channel.id, user: by, is_moved: 0, event_ts: world.ids.ts() }, channel);
}

export function shareExternally(world: World, channel: Channel): void {
  channel.externallyShared = true;
  changed(world, channel);
  const event = { type: "channel_shared", connected_team_id: "T0PARTNER", channel: channel.id };
  world.socket.emit({ ...event, event_ts: world.ids.ts() }, channel);
}

/** A new time zone, a guest made of a member, a deactivated account. */
export function changeUser(world: World, user: User, change: Partial<Omit<User, "id">>): void {
  Object.assign(user, change, { updatedAt: world.clock.now() });
  const withEmail = world.app.scopes.includes("users:read.email");
  const wire = userWire(user, { withEmail, now: world.clock.now() });
  world.changes.publish({ kind: "user", user: user.id });
  world.socket.emit({ type: "user_change", user: wire, cache_ts: 0, event_ts: world.ids.ts() });
}

/** Uninstalling: two events, and from then on every call is refused. */
export function uninstall(world: World): void {
  const tokens: JsonObject = { oauth: [], bot: [world.app.botUser] };
  world.socket.emit({ type: "tokens_revoked", tokens, event_ts: world.ids.ts() });
  world.socket.emit({ type: "app_uninstalled", event_ts: world.ids.ts() });
  world.app.installed = false;
}

const changed = (world: World, { id }: Channel): void => world.changes.publish({ kind: "channel", channel: id });
