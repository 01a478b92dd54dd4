import { type JsonObject, withoutUndefined } from "../json.ts";
import type { World } from "../world.ts";
import type { Channel, Message, StoredFile, User } from "./model.ts";

/** A person as users.info shows them; the address only to apps that may see addresses. */
export function userWire(user: User, { withEmail, now }: { withEmail: boolean; now: number }): JsonObject {
  return withoutUndefined({
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    ...(!user.bot && { tz: user.tz, tz_label: zoneLabel(user.tz, now), tz_offset: zoneOffset(user.tz, now) }),
    profile: withoutUndefined({
      real_name: user.realName,
      display_name: user.displayName,
      email: withEmail && !user.bot ? user.email : undefined,
      team: user.teamId,
    }),
    is_admin: user.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.restricted || user.ultraRestricted,
    is_ultra_restricted: user.ultraRestricted,
    is_bot: user.bot,
    is_app_user: false,
    updated: Math.floor(user.updatedAt / 1000),
    is_stranger: user.stranger ? true : undefined,
  });
}

const zoneLabel = (timeZone: string, now: number): string => zonePart(timeZone, now, "long");

function zoneOffset(timeZone: string, now: number): number {
  const [, sign = "+", hours = "0", minutes = "0"] =
    /GMT([+-])(\d+)(?::(\d+))?/.exec(zonePart(timeZone, now, "longOffset")) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

const zonePart = (timeZone: string, now: number, timeZoneName: "long" | "longOffset"): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName })
    .formatToParts(now)
    .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

export function channelWire(channel: Channel, world: World): JsonObject {
  const { kind } = channel;
  const created = Math.floor(channel.createdAt / 1000);
  if (kind === "im")
    return {
      id: channel.id,
      created,
      is_archived: false,
      is_im: true,
      is_org_shared: false,
      user: world.workspace.counterpart(channel),
      context_team_id: world.workspace.team.id,
    };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created,
    is_channel: kind === "public",
    is_group: kind === "private",
    is_im: false,
    is_mpim: false,
    is_private: kind === "private",
    is_archived: channel.archived,
    is_general: channel.name === "general",
    is_member: channel.members.has(world.app.botUser),
    is_shared: channel.externallyShared,
    is_ext_shared: channel.externallyShared,
    is_org_shared: false,
    is_pending_ext_shared: channel.pendingShared,
    shared_team_ids: [world.workspace.team.id, ...(channel.externallyShared ? ["T0PARTNER"] : [])],
    context_team_id: world.workspace.team.id,
    topic: { value: channel.topic, creator: "", last_set: 0 },
    purpose: { value: channel.purpose, creator: "", last_set: 0 },
  };
}

// How the app asked for a message is remembered for its readers, but is no part of the message.
const OWN_KEYS = ["channel", "viewer", "is_ephemeral", "link_names", "parse", "unfurl_links", "unfurl_media"];

export const messageWire = (message: Message, { metadata = true } = {}): JsonObject =>
  Object.fromEntries(
    Object.entries(message).filter(([key]) => !OWN_KEYS.includes(key) && (metadata || key !== "metadata")),
  );

export function fileWire(file: StoredFile, world: World): JsonObject {
  const base = `${world.origin()}/files-pri/${world.workspace.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1000),
    timestamp: Math.floor(file.createdAt / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes(".") ? file.name.split(".").at(-1) : "binary",
    user: file.user,
    mode: "hosted",
    size: file.length,
    is_external: false,
    is_public: false,
    ...(file.altText !== "" && { alt_txt: file.altText }),
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    channels: [...file.channels],
  };
}
