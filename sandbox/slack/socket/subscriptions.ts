import type { AppConfig } from "../app.ts";
import type { JsonObject } from "../json.ts";
import type { Channel } from "../workspace/model.ts";

const MESSAGE_EVENTS = { public: "message.channels", private: "message.groups", im: "message.im" } as const;
const FAMILY = { public: "channels", private: "groups", im: "im" } as const;

// Scopes without which Slack does not deliver an event; `*` stands for the family of the channel's kind.
const NEEDED: Record<string, string> = {
  message: "*:history",
  app_mention: "app_mentions:read",
  reaction_added: "reactions:read",
  reaction_removed: "reactions:read",
  member_joined_channel: "*:read",
  member_left_channel: "*:read",
  channel_archive: "channels:read",
  channel_unarchive: "channels:read",
  channel_shared: "*:read",
  group_archive: "groups:read",
  group_unarchive: "groups:read",
  user_change: "users:read",
  file_shared: "files:read",
};

/** Whether the app's manifest and scopes, and its place in the channel, let it hear of this event. */
export function hears(app: AppConfig, event: JsonObject, channel?: Channel): boolean {
  const type = String(event.type);
  const kind = channel?.kind ?? "public";
  const name = type === "message" ? MESSAGE_EVENTS[kind] : type;
  if (app.events !== undefined && !app.events.includes(name)) return false;
  const scope = NEEDED[type]?.replace("*", FAMILY[kind]);
  if (scope !== undefined && !app.scopes.includes(scope)) return false;
  // Of public channels everybody learns that they were archived; the rest is for members.
  const forAll = channel === undefined || (kind === "public" && /^channel_/.test(type)) || event.user === app.botUser;
  return forAll || channel.members.has(app.botUser);
}
