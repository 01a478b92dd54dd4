import type { JsonObject } from "../json.ts";
import { dismiss } from "../workspace/ephemerals.ts";
import { join, leave } from "../workspace/membership.ts";
import type { Channel, Message, User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import type { UploadSeed, Wanted } from "./choice.ts";
import { runCommand } from "./command.ts";
import { findElement, type Target } from "./find.ts";
import { choose, type PressOptions, press } from "./menu.ts";
import { Impossible, type Outcome } from "./outcome.ts";
import { runMessageShortcut, runShortcut } from "./shortcut.ts";
import { closeModal, fill, submit, type Values } from "./submit.ts";
import { suggest } from "./suggest.ts";
import { surfaceAt, type Where } from "./surface.ts";
import { edit, post, react, remove, upload } from "./write.ts";

type MessageRef = { channel: string; ts: string };

/** One person at their client. What no client allows throws `Impossible`; the rest answers with what they see. */
export interface Person {
  id: string;
  press(where: Where, target: Target | string, options?: PressOptions | number): Promise<Outcome>;
  choose(where: Where, target: Target | string, wanted: Wanted, options?: PressOptions): Promise<Outcome>;
  /** The options that an external menu offers for what was typed. */
  suggestions(where: Where, target: Target | string, typed: string): Promise<JsonObject[]>;
  /** Fills fields of the top modal without submitting. */
  fill(values: Values): Promise<Outcome>;
  submit(values?: Values): Promise<Outcome>;
  /** Cancel, or with `all` the cross that closes the whole stack. */
  closeModal(options?: { all?: boolean }): Promise<Outcome>;
  openHome(options?: { tab?: "home" | "messages" }): Promise<Outcome>;
  command(line: string, channel?: string): Promise<Outcome>;
  shortcut(callbackId: string): Promise<Outcome>;
  messageShortcut(callbackId: string, message: MessageRef): Promise<Outcome>;
  post(channel: string, text: string, threadTs?: string): Message;
  upload(channel: string, file: UploadSeed, options?: { text?: string; threadTs?: string }): Message;
  edit(message: MessageRef, text: string): Message;
  remove(message: MessageRef): void;
  react(message: MessageRef, emoji: string): boolean;
  unreact(message: MessageRef, emoji: string): boolean;
  /** Takes an ephemeral message away, or all of them as a reload does. */
  dismiss(message?: { ts: string }): void;
  join(channel: string): void;
  leave(channel: string): void;
  read(channel: string): void;
}

export function person(world: World, user: User): Person {
  const { workspace } = world;
  const awake = (): User => {
    if (user.deleted) throw new Impossible(`${user.name} is deactivated`);
    return user;
  };
  const at = (where: Where) => surfaceAt(world, awake(), where);
  const firstChannel = (): Channel => {
    const channel = [...workspace.channels.values()].find(({ members, archived }) => members.has(user.id) && !archived);
    if (channel === undefined) throw new Impossible(`${user.name} is in no channel`);
    return channel;
  };

  return {
    id: user.id,
    press: async (where, target, options) =>
      press(world, user, at(where), target, typeof options === "number" ? { index: options } : options),
    choose: async (where, target, wanted, options) => choose(world, user, at(where), target, wanted, options),
    suggestions: async (where, target, typed) => {
      const surface = at(where);
      const placed = findElement(surface.blocks, target, ["external_select", "multi_external_select"]);
      return suggest(world, user, surface, placed, typed);
    },
    fill: async (values) => fill(world, awake(), values),
    submit: async (values) => submit(world, awake(), values),
    closeModal: async ({ all = false } = {}) => closeModal(world, awake(), all),
    openHome: async ({ tab = "home" } = {}) => openHome(world, awake(), tab),
    command: async (line, channel) =>
      runCommand(world, awake(), line, channel === undefined ? firstChannel() : workspace.channel(channel)),
    shortcut: async (callbackId) => runShortcut(world, awake(), callbackId),
    messageShortcut: async (callbackId, message) => runMessageShortcut(world, awake(), callbackId, message),
    post: (channel, text, threadTs) => post(world, awake(), workspace.channel(channel), text, threadTs),
    upload: (channel, file, options) => upload(world, awake(), workspace.channel(channel), file, options),
    edit: (message, text) => edit(world, awake(), message, text),
    remove: (message) => remove(world, awake(), message),
    react: (message, emoji) => react(world, awake(), message, emoji, true),
    unreact: (message, emoji) => react(world, awake(), message, emoji, false),
    dismiss(message) {
      const mine = workspace.ephemerals.filter(({ viewer }) => viewer === user.id);
      for (const { ts } of message ? [message] : mine) dismiss(world, ts, user.id);
    },
    join(id) {
      const channel = workspace.channel(id);
      if (!workspace.canSee(awake().id, channel)) throw new Impossible(`${user.name} cannot join ${id}`);
      join(world, channel, user.id);
    },
    leave: (channel) => leave(world, workspace.channel(channel), awake().id),
    read(id) {
      const last = [...workspace.channel(id).messages.keys()].at(-1);
      if (last !== undefined) workspace.channel(id).readAt.set(user.id, last);
      world.changes.publish({ kind: "reading", channel: id, user: user.id });
    },
  };
}

/** The app hears of every visit, with the view it has published for this person, if any. */
async function openHome(world: World, user: User, tab: "home" | "messages"): Promise<Outcome> {
  if (tab === "home" && !world.app.homeTab) throw new Impossible("the app has no Home tab");
  const channel = world.workspace.directMessages(user.id);
  const published = tab === "home" ? world.views.home(user.id) : undefined;
  await world.socket.deliverEvent({
    type: "app_home_opened",
    user: user.id,
    channel: channel.id,
    tab,
    event_ts: world.ids.ts(),
    ...(published && { view: world.views.wire(published) }),
  });
  return { ok: true };
}
