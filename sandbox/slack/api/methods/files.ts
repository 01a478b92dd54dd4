import { validateMessage } from "../../block-kit/validate-message.ts";
import { isObject, type JsonObject, objectsIn, stringOr } from "../../json.ts";
import { Refusal, refuseIf, refuseProblems } from "../../refusal.ts";
import { completeFile, newFile } from "../../workspace/files.ts";
import { addMessage, asBot, contentOf } from "../../workspace/messages.ts";
import type { StoredFile } from "../../workspace/model.ts";
import { fileWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { threadParent, visibleChannel } from "../conversation.ts";
import { limitPost } from "../limit-post.ts";
import { isFile } from "./chat.ts";

export function getUploadUrl(call: ApiCall, world: World): JsonObject {
  const length = call.integer("length") ?? 0;
  refuseIf(length < 1, "invalid_arguments");
  const altText = call.text("alt_txt") ?? "";
  refuseIf(altText.length > 1000, "alt_txt_too_large");
  const file = newFile(world, { name: call.required("filename"), length, altText, user: world.app.botUser });
  return { ok: true, upload_url: `${world.origin()}/upload/v1/${file.id}`, file_id: file.id };
}

export function completeUpload(call: ApiCall, world: World): JsonObject {
  const wanted = call.structure("files", "invalid_arguments");
  refuseIf(!Array.isArray(wanted) || wanted.length === 0, "invalid_arguments");
  const files = objectsIn(wanted).map(({ id, title }) => {
    const file = world.workspace.files.get(String(id));
    if (file?.content === undefined || file.completed) throw new Refusal("file_not_found");
    return { file, title: stringOr(title, file.name) };
  });
  const share = shareArguments(call, world);
  for (const { file, title } of files) completeFile(world, file, title);
  share?.(files.map(({ file }) => file));
  return { ok: true, files: files.map(({ file }) => fileWire(file, world)) };
}

/** Where the files go, checked before any of them is taken; undefined keeps them private. */
function shareArguments(call: ApiCall, world: World): ((files: StoredFile[]) => void) | undefined {
  const id = call.text("channel_id");
  if (id === undefined) return undefined;
  const channel = visibleChannel(world, id);
  refuseIf(!channel.members.has(world.app.botUser), "not_in_channel");
  refuseIf(channel.archived, "posting_to_channel_denied");
  const blocks = call.structure("blocks", "invalid_blocks");
  const content = { text: call.text("initial_comment") ?? "", ...(blocks !== undefined && { blocks }) };
  if (blocks !== undefined) refuseProblems(validateMessage(content, { isFile: isFile(world) }));
  const threadTs = threadParent(channel, call.text("thread_ts"));
  limitPost(world, channel.id);
  return (files) => {
    for (const file of files) file.channels.add(channel.id);
    const message = { ...asBot(world), ...contentOf(content), subtype: "file_share", upload: true };
    const shown = { ...message, text: content.text, files: files.map((file) => fileWire(file, world)) };
    addMessage(world, channel, shown, { threadTs });
  };
}

export function info(call: ApiCall, world: World): JsonObject {
  return {
    ok: true,
    file: fileWire(existing(call, world), world),
    comments: [],
    response_metadata: { next_cursor: "" },
  };
}

export function remove(call: ApiCall, world: World): JsonObject {
  const file = existing(call, world);
  refuseIf(file.user !== world.app.botUser, "cant_delete_file");
  file.deleted = true;
  world.changes.publish({ kind: "file" });
  return { ok: true };
}

function existing(call: ApiCall, world: World): StoredFile {
  const file = world.workspace.files.get(call.required("file"));
  if (!isObject(file) || !file.completed) throw new Refusal("file_not_found");
  refuseIf(file.deleted, "file_deleted");
  const seen = file.user === world.app.botUser || isShared(world, file);
  refuseIf(!seen, "file_not_found");
  return file;
}

const isShared = (world: World, { channels }: StoredFile): boolean =>
  [...channels].some((id) => world.workspace.channels.get(id)?.members.has(world.app.botUser));
