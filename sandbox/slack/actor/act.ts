import type { PlacedElement } from "../block-kit/interactive.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import { type Outcome, TRIANGLE, TROUBLE, unanswered } from "./outcome.ts";
import { actionEntry, basePayload } from "./payload.ts";
import type { Surface } from "./surface.ts";

export interface ActOptions {
  /** False presses the other button of the confirm dialog. */
  confirm?: boolean;
}

/** Sends block_actions for one element, after its confirm dialog if it has one. */
export async function act(
  world: World,
  user: User,
  surface: Surface,
  placed: PlacedElement,
  { value, entry }: { value?: JsonObject; entry?: JsonObject },
  { confirm = true }: ActOptions = {},
): Promise<Outcome> {
  const { element } = placed;
  const dialog = isObject(element.confirm) ? { confirm: { dialog: element.confirm, accepted: confirm } } : {};
  if (isObject(element.confirm)) world.journal.confirm({ user: user.id, dialog: element.confirm, accepted: confirm });
  if (isObject(element.confirm) && !confirm) return { ok: true, ...dialog };
  if (value) surface.enter(placed, value);
  const payload = {
    ...basePayload(world, user, "block_actions"),
    trigger_id: surface.trigger(),
    ...surface.context(),
    actions: [actionEntry(world, placed, entry)],
  };
  const opened = typeof element.url === "string" ? { opened: element.url } : {};
  const ack = await world.socket.deliver({ type: "interactive", payload, accepts_response_payload: false });
  const seen = { ...dialog, ...opened, payload };
  if (ack.kind === "acked") return { ok: true, ...seen };
  return { ...unanswered(ack, surface.view?.type === "modal" ? TROUBLE : TRIANGLE), ...seen };
}
