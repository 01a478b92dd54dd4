import type { JsonObject } from "../../json.ts";
import { Refusal, refuseIf } from "../../refusal.ts";
import type { Channel, Message } from "../../workspace/model.ts";
import { addReaction, removeReaction } from "../../workspace/reactions.ts";
import { messageWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { knownMessage, visibleChannel } from "../conversation.ts";

export function add(call: ApiCall, world: World): JsonObject {
  const { channel, message } = target(call, world);
  refuseIf(channel.archived, "is_archived");
  if (!addReaction(world, channel, message, emoji(call), world.app.botUser)) throw new Refusal("already_reacted");
  return { ok: true };
}

export function remove(call: ApiCall, world: World): JsonObject {
  const { channel, message } = target(call, world);
  if (!removeReaction(world, channel, message, emoji(call), world.app.botUser)) throw new Refusal("no_reaction");
  return { ok: true };
}

export function get(call: ApiCall, world: World): JsonObject {
  const { channel, message } = target(call, world);
  return { ok: true, type: "message", channel: channel.id, message: messageWire(message) };
}

function emoji(call: ApiCall): string {
  const name = call.required("name");
  refuseIf(!/^[a-z0-9_+'-]+$/.test(name), "invalid_name");
  return name;
}

function target(call: ApiCall, world: World): { channel: Channel; message: Message } {
  refuseIf(!call.has("channel") || !call.has("timestamp"), "no_item_specified");
  const channel = visibleChannel(world, call.required("channel"));
  const ts = call.required("timestamp");
  refuseIf(!/^\d+\.\d+$/.test(ts), "bad_timestamp");
  return { channel, message: knownMessage(channel, ts) };
}
