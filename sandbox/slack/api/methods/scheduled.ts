import { validateMessage } from "../../block-kit/validate-message.ts";
import type { JsonObject } from "../../json.ts";
import { limits } from "../../limits.ts";
import { refuseIf, refuseProblems } from "../../refusal.ts";
import { addMessage, asBot, contentOf } from "../../workspace/messages.ts";
import type { Scheduled } from "../../workspace/model.ts";
import { messageWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { postableChannel, threadParent } from "../conversation.ts";
import { contentArguments, isFile } from "./chat.ts";

const MOST_AHEAD_SECONDS = 120 * 86_400;
const WINDOW_SECONDS = 300;
const MOST_IN_WINDOW = 30;

export function scheduleMessage(call: ApiCall, world: World): JsonObject {
  const channel = postableChannel(world, call);
  const postAt = Number(call.required("post_at"));
  const now = world.clock.now() / 1000;
  refuseIf(!Number.isInteger(postAt), "invalid_time");
  refuseIf(postAt <= now, "time_in_past");
  refuseIf(postAt > now + MOST_AHEAD_SECONDS, "time_too_far");
  const windowOf = (seconds: number): number => Math.floor(seconds / WINDOW_SECONDS);
  const sameWindow = [...world.workspace.scheduled.values()].filter(
    (other) => other.channel === channel.id && windowOf(other.postAt) === windowOf(postAt),
  );
  refuseIf(sameWindow.length >= MOST_IN_WINDOW, "restricted_too_many");
  const content = contentArguments(call);
  refuseProblems(validateMessage(content, { isFile: isFile(world), textMax: limits.message.text.truncated_over }));
  const threadTs = threadParent(channel, call.text("thread_ts"));
  const scheduled: Scheduled = { id: world.ids.next("Q"), channel: channel.id, postAt, content };
  world.workspace.scheduled.set(scheduled.id, scheduled);
  world.clock.after(postAt * 1000 - world.clock.now(), () => {
    // By the docs' own notice a scheduled message with metadata is accepted and never posted.
    if (!world.workspace.scheduled.delete(scheduled.id) || content.metadata !== undefined) return;
    addMessage(world, channel, { ...asBot(world), ...contentOf(content) }, { threadTs });
  });
  const message = messageWire({ type: "message", channel: channel.id, ts: "", ...asBot(world), ...contentOf(content) });
  return { ok: true, channel: channel.id, scheduled_message_id: scheduled.id, post_at: postAt, message };
}

export function deleteScheduled(call: ApiCall, world: World): JsonObject {
  const known = world.workspace.scheduled.get(call.required("scheduled_message_id"));
  refuseIf(known?.channel !== call.required("channel"), "invalid_scheduled_message_id");
  world.workspace.scheduled.delete(call.required("scheduled_message_id"));
  return { ok: true };
}

export function listScheduled(call: ApiCall, world: World): JsonObject {
  const wanted = call.text("channel");
  const scheduled_messages = [...world.workspace.scheduled.values()]
    .filter(({ channel }) => wanted === undefined || channel === wanted)
    .map(({ id, channel, postAt, content }) => ({ id, channel_id: channel, post_at: postAt, text: content.text }));
  return { ok: true, scheduled_messages, response_metadata: { next_cursor: "" } };
}
