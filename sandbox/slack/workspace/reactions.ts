import type { World } from "../world.ts";
import type { Channel, Message } from "./model.ts";

/** False when the person has reacted like that before. */
export function addReaction(world: World, channel: Channel, message: Message, name: string, user: string): boolean {
  const reactions = message.reactions ?? [];
  const same = reactions.find((reaction) => reaction.name === name);
  if (same?.users.includes(user)) return false;
  if (same) {
    same.users.push(user);
    same.count += 1;
  } else message.reactions = [...reactions, { name, users: [user], count: 1 }];
  announce(world, channel, message, { type: "reaction_added", name, user });
  return true;
}

export function removeReaction(world: World, channel: Channel, message: Message, name: string, user: string): boolean {
  const same = message.reactions?.find((reaction) => reaction.name === name);
  if (!same?.users.includes(user)) return false;
  same.users = same.users.filter((id) => id !== user);
  same.count -= 1;
  const left = message.reactions?.filter(({ count }) => count > 0) ?? [];
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
