import type { JsonObject } from "../../json.ts";
import { Refusal, refuseIf } from "../../refusal.ts";
import { join as joinChannel } from "../../workspace/membership.ts";
import type { Channel } from "../../workspace/model.ts";
import { channelWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { readableChannel, visibleChannel } from "../conversation.ts";
import { pageOf } from "../paging.ts";

const PAGE = { most: 1000, standard: 100 };

const TYPES: Record<string, { kind: Channel["kind"]; scope: string } | null> = {
  public_channel: { kind: "public", scope: "channels:read" },
  private_channel: { kind: "private", scope: "groups:read" },
  im: { kind: "im", scope: "im:read" },
  // The sandbox has no group messages; asking for them is allowed and finds none.
  mpim: null,
};

export function open(call: ApiCall, world: World): JsonObject {
  const { workspace } = world;
  const given = call.text("channel");
  if (given !== undefined) {
    const channel = visibleChannel(world, given);
    refuseIf(channel.kind !== "im", "method_not_supported_for_channel_type");
    return { ok: true, no_op: true, already_open: true, channel: opened(call, channel, world) };
  }
  const ids = (call.text("users") ?? "").split(",").filter((id) => id !== "");
  refuseIf(ids.length === 0, "users_list_not_supplied");
  refuseIf(ids.length > 8, "too_many_users");
  call.need(ids.length > 1 ? "mpim:write" : "im:write");
  refuseIf(ids.length > 1, "method_not_supported_for_channel_type");
  const user = workspace.users.get(ids[0] ?? "");
  if (user === undefined) throw new Refusal("user_not_found");
  refuseIf(user.deleted, "user_disabled");
  refuseIf(user.bot, "user_not_visible");
  const wasOpen = workspace.existingDirectMessages(user.id) !== undefined;
  const channel = workspace.directMessages(user.id);
  return { ok: true, channel: opened(call, channel, world), ...(wasOpen && { no_op: true, already_open: true }) };
}

const opened = (call: ApiCall, channel: Channel, world: World): JsonObject =>
  call.flag("return_im") ? channelWire(channel, world) : { id: channel.id };

export function info(call: ApiCall, world: World): JsonObject {
  const channel = readableChannel(world, call, "read");
  const count = call.flag("include_num_members") ? { num_members: channel.members.size } : {};
  return { ok: true, channel: { ...channelWire(channel, world), ...count } };
}

export function list(call: ApiCall, world: World): JsonObject {
  return listed(call, world, (channel) => channel.kind === "public" || channel.members.has(world.app.botUser));
}

export function ofUser(call: ApiCall, world: World): JsonObject {
  const user = call.text("user") ?? world.app.botUser;
  refuseIf(!world.workspace.users.has(user), "user_not_found");
  return listed(
    call,
    world,
    ({ kind, members }) => members.has(user) && (kind === "public" || members.has(world.app.botUser)),
  );
}

function listed(call: ApiCall, world: World, fits: (channel: Channel) => boolean): JsonObject {
  const names = (call.text("types") ?? "public_channel").split(",").map((name) => name.trim());
  refuseIf(!names.every((name) => name in TYPES), "invalid_types");
  const types = names.flatMap((name) => TYPES[name] ?? []);
  for (const { scope } of types) call.need(scope);
  const kinds = types.map(({ kind }) => kind);
  const channels = [...world.workspace.channels.values()].filter(
    (channel) => kinds.includes(channel.kind) && fits(channel) && !(channel.archived && call.flag("exclude_archived")),
  );
  const page = pageOf(call, channels, PAGE);
  return {
    ok: true,
    channels: page.items.map((channel) => channelWire(channel, world)),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

export function members(call: ApiCall, world: World): JsonObject {
  const channel = readableChannel(world, call, "read");
  const page = pageOf(call, [...channel.members], PAGE);
  return { ok: true, members: page.items, response_metadata: { next_cursor: page.nextCursor } };
}

export function join(call: ApiCall, world: World): JsonObject {
  const channel = visibleChannel(world, call.required("channel"));
  refuseIf(channel.kind !== "public", "method_not_supported_for_channel_type");
  refuseIf(channel.archived, "is_archived");
  const already = channel.members.has(world.app.botUser);
  if (!already) joinChannel(world, channel, world.app.botUser);
  const warning = "already_in_channel";
  return {
    ok: true,
    channel: channelWire(channel, world),
    ...(already && { warning, response_metadata: { warnings: [warning] } }),
  };
}
