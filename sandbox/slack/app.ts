import { isObject, type JsonObject, objectsIn, stringOr, stringsIn } from "./json.ts";
import { BOT_USER } from "./workspace/seed.ts";

interface ShortcutConfig {
  callbackId: string;
  type: "global" | "message";
}

/** The one installed app, as its settings page would show it. */
export interface AppConfig {
  id: string;
  name: string;
  botId: string;
  botUser: string;
  botToken: string;
  appToken: string;
  scopes: string[];
  /** Undefined: any command, any shortcut, every event. */
  commands?: { command: string; shouldEscape: boolean }[];
  shortcuts?: ShortcutConfig[];
  events?: string[];
  homeTab: boolean;
  messagesTab: boolean;
  /** "Messages tab read-only" hides the composer in the app's direct messages. */
  messagesTabReadOnly: boolean;
  /** False once uninstalled: its tokens are dead. */
  installed: boolean;
}

export const defaultApp: AppConfig = {
  id: "A0MAILROOM",
  name: "Mailroom",
  botId: "B0MAILROOM",
  botUser: BOT_USER,
  botToken: "xoxb-sandbox-bot-token",
  appToken: "xapp-sandbox-app-token",
  // Everything but what widens the blast radius: chat:write.public, chat:write.customize, links.embed:write.
  scopes: [
    "app_mentions:read",
    "bookmarks:read",
    "bookmarks:write",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
  ],
  homeTab: true,
  messagesTab: true,
  messagesTabReadOnly: false,
  installed: true,
};

/** What a manifest asks for, so that a test meets the scopes and events that production will have. */
export function appFromManifest(manifest: JsonObject): Partial<AppConfig> {
  const part = (value: unknown, key: string): JsonObject => (isObject(value) && isObject(value[key]) ? value[key] : {});
  const features = part(manifest, "features");
  const settings = part(manifest, "settings");
  const home = part(features, "app_home");
  return {
    name: stringOr(part(manifest, "display_information").name, defaultApp.name),
    scopes: stringsIn(part(part(manifest, "oauth_config"), "scopes").bot),
    commands: objectsIn(features.slash_commands).map(({ command, should_escape }) => ({
      command: stringOr(command, ""),
      shouldEscape: should_escape === true,
    })),
    shortcuts: objectsIn(features.shortcuts).map(({ callback_id, type }) => ({
      callbackId: stringOr(callback_id, ""),
      type: type === "message" ? "message" : "global",
    })),
    events: stringsIn(part(settings, "event_subscriptions").bot_events),
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled === true,
    messagesTabReadOnly: home.messages_tab_read_only_enabled === true,
  };
}
