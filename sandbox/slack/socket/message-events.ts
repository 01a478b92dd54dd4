import type { JsonObject } from "../json.ts";
import type { Channel, Message } from "../workspace/model.ts";
import { messageWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";

const CHANNEL_TYPES = { public: "channel", private: "group", im: "im" } as const;

/** Tells the app of a new, changed or deleted message, its own ones too: dropping those is the client's business. */
export function emitMessage(
  world: World,
  channel: Channel,
  message: Message,
  edit?: { subtype: "message_changed" | "message_deleted"; previous: Message },
): void {
  const base = { type: "message", channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind] };
  if (edit === undefined) {
    world.socket.emit({ ...messageWire(message), ...base, event_ts: message.ts }, channel);
    if (message.user !== world.app.botUser && message.text.includes(`<@${world.app.botUser}>`))
      world.socket.emit(
        { ...messageWire(message), type: "app_mention", channel: channel.id, event_ts: message.ts },
        channel,
      );
    return;
  }
  const ts = world.ids.ts();
  const event: JsonObject = {
    ...base,
    subtype: edit.subtype,
    hidden: true,
    previous_message: messageWire(edit.previous),
    ts,
    event_ts: ts,
    ...(edit.subtype === "message_changed" ? { message: messageWire(message) } : { deleted_ts: edit.previous.ts }),
  };
  world.socket.emit(event, channel);
}
