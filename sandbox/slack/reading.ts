import { isReply, knownMessage } from "./api/conversation.ts";
import { permalink } from "./api/methods/chat.ts";
import { viewerOf } from "./control/snapshot.ts";
import type { Call } from "./journal.ts";
import type { JsonObject } from "./json.ts";
import { type Link, linksIn, type Mention, mentionsIn } from "./rendering/reading.ts";
import { showText } from "./rendering/rendered.ts";
import type { StoredView } from "./views/store.ts";
import type { Channel, Ephemeral, Message, User } from "./workspace/model.ts";
import type { World } from "./world.ts";

/** A view as Slack returns it, so that its id and blocks can be used at once. */
interface ShownView extends JsonObject {
  id: string;
  hash: string;
  blocks: JsonObject[];
  /** Sentences under its fields. */
  errors: Record<string, string>;
}

/** What a test may look at. Lists are oldest first; messages and views are as they were when read. */
export interface Reading {
  /** The living channel and person. */
  channel(id: string): Channel;
  user(id: string): User;
  /** What the channel shows: no replies, unless they were broadcast. */
  messages(channel: string): Message[];
  message(channel: string, ts: string): Message | undefined;
  /** The replies, without the message they answer. */
  thread(parent: { channel: string; ts: string }): Message[];
  ephemerals(user: string, channel?: string): Ephemeral[];
  /** Messages between a person and the app. */
  directMessages(user: string): Message[];
  /** Where they stand. */
  directChannel(user: string): string;
  home(user: string): ShownView | undefined;
  /** Open modals, the visible one last. */
  modals(user: string): ShownView[];
  modal(user: string): ShownView | undefined;
  callsTo(method: string): Call[];
  permalink(message: { channel: string; ts: string }): string;
  mentionsIn(content: JsonObject | unknown[]): Mention[];
  linksIn(content: JsonObject | unknown[]): Link[];
  /** Message text as this person's client shows it, dates in their time zone. */
  shownText(text: string, user: string): string;
}

// What was read stays as it was, however the message changes afterwards.
const copy = <T extends Message>(message: T): T => ({ ...message });

export function reading(world: World): Reading {
  const { workspace, views, journal } = world;
  const shown = (view: StoredView): ShownView => ({ ...views.wire(view), errors: view.errors }) as ShownView;
  const modals = (user: string): ShownView[] => views.stack(user).map(shown);
  const onTop = (channel: Channel): Message[] =>
    [...channel.messages.values()].filter((message) => !isReply(message) || message.subtype === "thread_broadcast");
  return {
    channel: workspace.channel,
    user: workspace.user,
    messages: (id) => onTop(workspace.channel(id)).map(copy),
    message(channel, ts) {
      const message = workspace.message(channel, ts);
      return message && copy(message);
    },
    thread({ channel: id, ts }) {
      const channel = workspace.channel(id);
      return (channel.threads.get(ts) ?? []).flatMap((reply) => channel.messages.get(reply) ?? []).map(copy);
    },
    ephemerals: (user, channel) =>
      workspace.ephemerals
        .filter((message) => message.viewer === user && (channel === undefined || message.channel === channel))
        .map(copy),
    directChannel: (user) => workspace.directMessages(user).id,
    directMessages: (user) => onTop(workspace.directMessages(user)).map(copy),
    home(user) {
      const view = views.home(user);
      return view && shown(view);
    },
    modals,
    modal: (user) => modals(user).at(-1),
    callsTo: (method) => journal.calls.filter((call) => call.method === method),
    permalink: ({ channel: id, ts }) => {
      const channel = workspace.channel(id);
      return permalink(world, channel, knownMessage(channel, ts));
    },
    mentionsIn: (content) => mentionsIn(content, workspace),
    linksIn,
    shownText: (text, user) =>
      showText(text, false, workspace, viewerOf(world, workspace.user(user)))
        .map((token) => token.shown)
        .join(""),
  };
}
