import type { JsonObject } from "../../json.ts";
import { Refusal, refuseIf } from "../../refusal.ts";
import type { Message } from "../../workspace/model.ts";
import { messageWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { isReply, readableChannel } from "../conversation.ts";
import { pageOf } from "../paging.ts";

const PAGE = { most: 999, standard: 100 };

export function history(call: ApiCall, world: World): JsonObject {
  const channel = readableChannel(world, call, "history");
  refuseIf(!channel.members.has(world.app.botUser), "not_in_channel");
  const shown = [...channel.messages.values()].filter(
    (message) => (!isReply(message) || message.subtype === "thread_broadcast") && isBetween(call, message),
  );
  const page = pageOf(call, shown.reverse(), PAGE);
  return {
    ok: true,
    messages: page.items.map((message) => wire(call, message)),
    has_more: page.hasMore,
    pin_count: channel.pins.size,
    ...(page.hasMore && { response_metadata: { next_cursor: page.nextCursor } }),
  };
}

export function replies(call: ApiCall, world: World): JsonObject {
  const channel = readableChannel(world, call, "history");
  refuseIf(!channel.members.has(world.app.botUser), "not_in_channel");
  const asked = channel.messages.get(call.required("ts"));
  const parent = channel.messages.get(asked?.thread_ts ?? call.required("ts"));
  if (parent === undefined) throw new Refusal("thread_not_found");
  const answers = (channel.threads.get(parent.ts) ?? []).flatMap((ts) => channel.messages.get(ts) ?? []);
  const page = pageOf(call, [parent, ...answers.filter((message) => isBetween(call, message))], PAGE);
  return {
    ok: true,
    messages: page.items.map((message) => wire(call, message)),
    has_more: page.hasMore,
    ...(page.hasMore && { response_metadata: { next_cursor: page.nextCursor } }),
  };
}

const wire = (call: ApiCall, message: Message): JsonObject =>
  messageWire(message, { metadata: call.flag("include_all_metadata") });

// Timestamps have one form and equal length, so they compare as text.
function isBetween(call: ApiCall, { ts }: Message): boolean {
  const oldest = bound(call, "oldest");
  const latest = bound(call, "latest");
  if (call.flag("inclusive")) return (oldest === undefined || ts >= oldest) && (latest === undefined || ts <= latest);
  return (oldest === undefined || ts > oldest) && (latest === undefined || ts < latest);
}

function bound(call: ApiCall, name: "oldest" | "latest"): string | undefined {
  const value = call.text(name);
  if (value === undefined || value === "" || value === "0") return undefined;
  refuseIf(!/^\d{1,10}(?:\.\d{1,6})?$/.test(value), `invalid_ts_${name}`);
  const [seconds = "", micros = ""] = value.split(".");
  return `${seconds.padStart(10, "0")}.${micros.padEnd(6, "0")}`;
}
