import type { JsonObject } from "../../json.ts";
import { Refusal, refuseIf } from "../../refusal.ts";
import type { Channel } from "../../workspace/model.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { knownMessage, visibleChannel } from "../conversation.ts";

const MOST = 100;

export function addPin(call: ApiCall, world: World): JsonObject {
  const { channel, ts } = pinned(call, world);
  refuseIf(channel.pins.has(ts), "already_pinned");
  refuseIf(channel.pins.size >= MOST, "too_many_pins");
  channel.pins.add(ts);
  return changed(world, channel);
}

export function removePin(call: ApiCall, world: World): JsonObject {
  const { channel, ts } = pinned(call, world);
  refuseIf(!channel.pins.delete(ts), "no_pin");
  return changed(world, channel);
}

function pinned(call: ApiCall, world: World): { channel: Channel; ts: string } {
  const channel = visibleChannel(world, call.required("channel"));
  refuseIf(!call.has("timestamp"), "no_item_specified");
  refuseIf(!channel.members.has(world.app.botUser), "not_in_channel");
  return { channel, ts: knownMessage(channel, call.required("timestamp")).ts };
}

export function addBookmark(call: ApiCall, world: World): JsonObject {
  const channel = bookmarked(call, world);
  refuseIf(call.required("type") !== "link", "invalid_bookmark_type");
  refuseIf(channel.bookmarks.length >= MOST, "too_many_bookmarks");
  const bookmark = {
    id: world.ids.next("Bk"),
    channel_id: channel.id,
    title: call.required("title"),
    link: link(call),
    emoji: call.text("emoji") ?? "",
    type: "link",
    date_created: Math.floor(world.clock.now() / 1000),
  };
  channel.bookmarks.push(bookmark);
  return { ...changed(world, channel), bookmark };
}

export function editBookmark(call: ApiCall, world: World): JsonObject {
  const channel = bookmarked(call, world);
  const bookmark = found(call, channel);
  for (const key of ["title", "emoji"]) if (call.has(key)) bookmark[key] = call.text(key);
  if (call.has("link")) bookmark.link = link(call);
  return { ...changed(world, channel), bookmark };
}

export function removeBookmark(call: ApiCall, world: World): JsonObject {
  const channel = bookmarked(call, world);
  channel.bookmarks.splice(channel.bookmarks.indexOf(found(call, channel)), 1);
  return changed(world, channel);
}

export const listBookmarks = (call: ApiCall, world: World): JsonObject => ({
  ok: true,
  bookmarks: bookmarked(call, world).bookmarks,
});

function bookmarked(call: ApiCall, world: World): Channel {
  return visibleChannel(world, call.required("channel_id"));
}

function found(call: ApiCall, channel: Channel): JsonObject {
  const bookmark = channel.bookmarks.find(({ id }) => id === call.text("bookmark_id"));
  if (bookmark === undefined) throw new Refusal("not_found");
  return bookmark;
}

function link(call: ApiCall): string {
  const text = call.text("link") ?? "";
  refuseIf(!/^https?:/.test(text) || !URL.canParse(text), "invalid_link");
  return text;
}

function changed(world: World, { id }: Channel): JsonObject {
  world.changes.publish({ kind: "channel", channel: id });
  return { ok: true };
}
