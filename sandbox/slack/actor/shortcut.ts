import type { JsonObject } from "../json.ts";
import type { User } from "../workspace/model.ts";
import { messageWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";
import { Impossible, type Outcome, TRIANGLE, unanswered } from "./outcome.ts";
import { basePayload } from "./payload.ts";
import { channelStub } from "./surface.ts";

export async function runShortcut(world: World, user: User, callbackId: string): Promise<Outcome> {
  mustBeOffered(world, callbackId, "global");
  return send(world, {
    ...basePayload(world, user, "shortcut"),
    callback_id: callbackId,
    action_ts: world.ids.ts(),
    trigger_id: world.triggers.issue({ user: user.id }),
  });
}

/** On any message the person sees, also one that the app did not post; never on an ephemeral one. */
export async function runMessageShortcut(
  world: World,
  user: User,
  callbackId: string,
  { channel: id, ts }: { channel: string; ts: string },
): Promise<Outcome> {
  mustBeOffered(world, callbackId, "message");
  const channel = world.workspace.channel(id);
  const message = channel.messages.get(ts);
  if (message === undefined || !world.workspace.canSee(user.id, channel))
    throw new Impossible(`${user.name} sees no message ${ts} in ${id} that has shortcuts`);
  return send(world, {
    ...basePayload(world, user, "message_action"),
    callback_id: callbackId,
    action_ts: world.ids.ts(),
    trigger_id: world.triggers.issue({ user: user.id, channel: id }),
    response_url: world.responseUrls.issue("app", { channel: id, user: user.id, message: { ts, isEphemeral: false } }),
    message_ts: ts,
    channel: channelStub(channel),
    message: messageWire(message),
  });
}

async function send(world: World, payload: JsonObject): Promise<Outcome> {
  const ack = await world.socket.deliver({ type: "interactive", payload, accepts_response_payload: false });
  return ack.kind === "acked" ? { ok: true, payload } : { ...unanswered(ack, TRIANGLE), payload };
}

function mustBeOffered({ app }: World, callbackId: string, type: "global" | "message"): void {
  const offered = app.shortcuts?.some((known) => known.callbackId === callbackId && known.type === type) ?? true;
  if (!offered) throw new Impossible(`the app offers no ${type} shortcut ${callbackId}`);
}
