import type { PlacedElement } from "../block-kit/interactive.ts";
import { elementsIn } from "../block-kit/interactive.ts";
import { type JsonObject, objectsIn } from "../json.ts";
import type { StoredView } from "../views/store.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import type { Wanted } from "./choice.ts";
import { clientErrors } from "./client-checks.ts";
import { shown } from "./find.ts";
import { enter } from "./menu.ts";
import { Impossible, type Outcome, TROUBLE, unanswered } from "./outcome.ts";
import { basePayload } from "./payload.ts";
import { takeSubmissionAck } from "./submission-ack.ts";
import { viewSurface } from "./surface.ts";

/** Fields by block_id, action_id, "block_id.action_id" or label. */
export type Values = Record<string, Wanted>;

function topModal(world: World, user: User): StoredView {
  const view = world.views.stack(user.id).at(-1);
  if (view === undefined) throw new Impossible(`${user.name} has no modal open`);
  return view;
}

/** Fills in fields one after the other, as a person does; a field may make the app redraw the rest. */
export async function fill(world: World, user: User, values: Values): Promise<Outcome> {
  for (const [name, wanted] of Object.entries(values)) {
    const view = topModal(world, user);
    const outcome = await enter(world, user, viewSurface(world, view), fieldNamed(view, name), wanted);
    if (!outcome.ok) return outcome;
  }
  return { ok: true };
}

function fieldNamed(view: StoredView, name: string): PlacedElement {
  const fields = elementsIn(view.content.blocks);
  const names = ({ block, element }: PlacedElement): unknown[] => [
    block.block_id,
    element.action_id,
    `${block.block_id}.${element.action_id}`,
    shown(block.label),
  ];
  const field = fields.find((placed) => names(placed).includes(name));
  if (field) return field;
  throw new Impossible(
    `the modal has no field ${name}; it has: ${fields.map((placed) => names(placed)[2]).join(", ")}`,
  );
}

/** Fills in, then presses the submit button: what the client refuses never reaches the app. */
export async function submit(world: World, user: User, values: Values = {}): Promise<Outcome> {
  const filled = await fill(world, user, values);
  if (!filled.ok) return filled;
  const view = topModal(world, user);
  if (view.content.submit === undefined) throw new Impossible("this modal has no submit button");
  const errors = clientErrors(viewSurface(world, view));
  world.views.showErrors(view, errors);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const payload = {
    ...basePayload(world, user, "view_submission"),
    trigger_id: viewSurface(world, view).trigger(),
    view: world.views.wire(view),
    response_urls: responseUrls(world, user, view),
  };
  const ack = await world.socket.deliver({ type: "interactive", payload, accepts_response_payload: true });
  if (ack.kind === "unanswered") return { ...unanswered(ack, TROUBLE), payload };
  return { ...takeSubmissionAck(world, view, ack.payload), payload };
}

function responseUrls(world: World, user: User, view: StoredView): JsonObject[] {
  const surface = viewSurface(world, view);
  return elementsIn(objectsIn(view.content.blocks)).flatMap((placed) => {
    const { block, element } = placed;
    const value = surface.value(placed);
    const channel = value.selected_conversation ?? value.selected_channel;
    if (element.response_url_enabled !== true || typeof channel !== "string") return [];
    const response_url = world.responseUrls.issue("app", { channel, user: user.id });
    return [{ block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url }];
  });
}

export async function closeModal(world: World, user: User, all: boolean): Promise<Outcome> {
  const top = topModal(world, user);
  const [root = top] = world.views.stack(user.id);
  const cleared = all || top.content.clear_on_close === true;
  const closed = all ? root : top;
  if (cleared) world.views.closeAll(user.id);
  else world.views.close(top);
  if (closed.content.notify_on_close !== true) return { ok: true };
  const payload = {
    ...basePayload(world, user, "view_closed"),
    // What was typed is thrown away, so it is not told either.
    view: { ...world.views.wire(closed), state: { values: {} } },
    is_cleared: cleared,
  };
  await world.socket.deliver({ type: "interactive", payload, accepts_response_payload: false });
  return { ok: true, payload };
}
