import type { World } from "../world.ts";
import type { Channel, Message } from "./model.ts";

/** False when the person has reacted like that before. */
export function addReaction(world: World, channel: Channel, message: Message, name: string, user: string): boolean {
  const reactions = message.reactions ?? [];
  const same = reactions.find((reaction) => reaction.name === name);
  if (same?.users.includes(user)) return false;
  const users = [...(same?.users ?? []), user];
  const fresh = { name, users, count: users.length };
  message.reactions = same
    ? reactions.map((reaction) => (reaction === same ? fresh : reaction))
    : [...reactions, fresh];
  announce(world, channel, message, { type: "reaction_added", name, user });
  return true;
}

export function removeReaction(world: World, channel: Channel, message: Message, name: string, user: string): boolean {
  const reactions = message.reactions ?? [];
  const same = reactions.find((reaction) => reaction.name === name);
  if (!same?.users.includes(user)) return false;
  const users = same.users.filter((id) => id !== user);
  const left = reactions
    .map((reaction) => (reaction === same ? { name, users, count: users.length } : reaction))
    .filter(({ count }) => count > 0);
  if (left.length > 0) message.reactions = left;
  else delete message.reactions;
  announce(world, channel, message, { type: "reaction_removed", name, user });
  return true;
}

function announce(
  world: World,
  channel: Channel,
  message: Message,
  { type, name, user }: { type: string; name: string; user: string },
): void {
  world.changes.publish({ kind: "message", channel: channel.id, ts: message.ts });
  world.socket.emit(
    {
      type,
      user,
      reaction: name,
      item: { type: "message", channel: channel.id, ts: message.ts },
      item_user: message.user,
      event_ts: world.ids.ts(),
    },
    channel,
  );
}
