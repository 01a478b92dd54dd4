import { validateMessage } from "../block-kit/validate-message.ts";
import type { ResponseTarget } from "../interactions/response-urls.ts";
import { isObject, type JsonObject } from "../json.ts";
import { Refusal, refuseIf, refuseProblems } from "../refusal.ts";
import { dismiss } from "../workspace/ephemerals.ts";
import { addMessage, asBot, changeMessage, contentOf, removeMessage, showEphemeral } from "../workspace/messages.ts";
import type { World } from "../world.ts";
import { limitPost } from "./limit-post.ts";
import { isFile } from "./methods/chat.ts";

const KEYS = [
  "text",
  "blocks",
  "attachments",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "mrkdwn",
  "parse",
  "link_names",
  "unfurl_links",
  "unfurl_media",
  "metadata",
];

/** What a POST to a response_url does. Membership of the app does not matter here, and text is not added up. */
export function respond(path: string, body: unknown, world: World): void {
  if (!isObject(body)) throw new Refusal("invalid_payload");
  refuseIf(!Object.keys(body).every((key) => KEYS.includes(key)), "invalid_arguments");
  const target = world.responseUrls.use(path);
  if (typeof target === "string") throw new Refusal(target);
  act(target, body, world);
}

function act(target: ResponseTarget, body: JsonObject, world: World): void {
  if (body.delete_original === true) {
    deleteOriginal(target, world);
    return;
  }
  refuseProblems(validateMessage(body, { isFile: isFile(world), countAllText: false }));
  if (body.replace_original === true && target.message) replaceOriginal(target, body, world);
  else answerAnew(target, body, world);
}

function answerAnew(target: ResponseTarget, body: JsonObject, world: World): void {
  const channel = world.workspace.channel(target.channel);
  const threadTs = typeof body.thread_ts === "string" ? body.thread_ts : undefined;
  if (body.response_type === "in_channel") {
    limitPost(world, channel.id);
    addMessage(world, channel, { ...asBot(world), ...contentOf(body) }, { threadTs });
  } else showEphemeral(world, channel, target.user, contentOf(body), threadTs);
}

function deleteOriginal({ channel: id, message, user }: ResponseTarget, world: World): void {
  if (message?.isEphemeral) dismiss(world, message.ts, user);
  const channel = world.workspace.channel(id);
  const posted = message && channel.messages.get(message.ts);
  if (posted) removeMessage(world, channel, posted);
}

function replaceOriginal({ channel: id, message, user }: ResponseTarget, body: JsonObject, world: World): void {
  const channel = world.workspace.channel(id);
  const { text, blocks, attachments } = contentOf(body);
  const ephemeral = world.workspace.ephemerals.find(({ ts, viewer }) => ts === message?.ts && viewer === user);
  // What one person sees can never be turned into what all see.
  refuseIf(message?.isEphemeral === true && body.response_type === "in_channel", "invalid_arguments");
  if (ephemeral) {
    Object.assign(ephemeral, { text, blocks, attachments });
    world.changes.publish({ kind: "ephemeral", channel: id, user, ts: ephemeral.ts });
    return;
  }
  const posted = message && channel.messages.get(message.ts);
  if (posted?.bot_id !== world.app.botId) throw new Refusal("message_not_found");
  changeMessage(world, channel, posted, { text, blocks, attachments });
}
