import type { PlacedElement } from "../block-kit/interactive.ts";
import type { JsonObject } from "../json.ts";
import { currentValue, type Inputs, inputKey, stateOf } from "../views/state-values.ts";
import type { StoredView } from "../views/store.ts";
import { choicesOf, setChoices } from "../workspace/choices.ts";
import type { Channel, Message, User } from "../workspace/model.ts";
import { messageWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";
import { Impossible } from "./outcome.ts";

/** A message by channel and ts, or a view by id: what the reading helpers return fits. */
export type Where = { channel: string; ts: string } | { id: string };

/** Something with blocks that a person looks at now. */
export interface Surface {
  blocks: unknown;
  view?: StoredView;
  message?: Message;
  trigger(): string;
  value(placed: PlacedElement): JsonObject;
  enter(placed: PlacedElement, value: JsonObject): void;
  /** The part of a block_actions payload that says where it happened. */
  context(): JsonObject;
}

export function surfaceAt(world: World, user: User, where: Where): Surface {
  if ("ts" in where) return messageSurface(world, user, where);
  const view = [...world.views.stack(user.id), world.views.home(user.id)].find((known) => known?.id === where.id);
  if (view === undefined) throw new Impossible(`${user.name} has no view ${where.id} open`);
  return viewSurface(world, view);
}

export function viewSurface(world: World, view: StoredView): Surface {
  const { user, channel } = view;
  return {
    view,
    blocks: view.content.blocks,
    trigger: () => world.triggers.issue({ user, viewId: view.id, ...(channel !== undefined && { channel }) }),
    value: (placed) => currentValue(placed, view.inputs),
    enter: ({ block, element }, value) => world.views.enter(view, inputKey(block, element), value),
    context: () => ({ container: { type: "view", view_id: view.id }, view: world.views.wire(view) }),
  };
}

function messageSurface(world: World, user: User, { channel: id, ts }: { channel: string; ts: string }): Surface {
  const { workspace } = world;
  const channel = workspace.channel(id);
  const message =
    channel.messages.get(ts) ?? workspace.ephemerals.find((shown) => shown.ts === ts && shown.viewer === user.id);
  if (message === undefined) throw new Impossible(`there is no message ${ts} for ${user.name} in ${id}`);
  if (!workspace.canSee(user.id, channel)) throw new Impossible(`${user.name} cannot see ${id}`);
  const inputs = (): Inputs => choicesOf(workspace, message, user.id);
  return {
    message,
    blocks: message.blocks,
    trigger: () => world.triggers.issue({ user: user.id, channel: id }),
    value: (placed) => currentValue(placed, inputs()),
    enter({ block, element }, value) {
      setChoices(workspace, message, user.id, inputs().set(inputKey(block, element), value));
      world.changes.publish({ kind: "message", channel: id, ts });
    },
    context: () => messageContext(world, user, channel, message, stateOf(message.blocks, inputs())),
  };
}

function messageContext(world: World, user: User, channel: Channel, message: Message, state: JsonObject): JsonObject {
  const isEphemeral = message.is_ephemeral === true;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    },
    channel: channelStub(channel),
    // Slack does not hand out what only one person saw.
    ...(!isEphemeral && { message: messageWire(message) }),
    state,
    response_url: world.responseUrls.issue("actions", {
      channel: channel.id,
      user: user.id,
      message: { ts: message.ts, isEphemeral },
    }),
  };
}

export const channelStub = ({ id, kind, name }: Channel): JsonObject => ({
  id,
  name: kind === "im" ? "directmessage" : kind === "private" ? "privategroup" : name,
});
