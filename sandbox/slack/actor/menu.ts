import type { PlacedElement } from "../block-kit/interactive.ts";
import { isObject, type JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import { type ActOptions, act } from "./act.ts";
import { optionFor, optionsOf, valueFor, type Wanted } from "./choice.ts";
import { findElement, shown, type Target } from "./find.ts";
import { Impossible, type Outcome } from "./outcome.ts";
import { suggest } from "./suggest.ts";
import type { Surface } from "./surface.ts";

const BUTTONS = ["button", "icon_button", "workflow_button"];
const CHOICES = Object.keys(limits.elements).filter(
  (type) => limits.elements[type]?.state !== undefined || type === "overflow",
);

export interface PressOptions extends ActOptions {
  index?: number;
  /** The blocks as this person's client still shows them, where the app has drawn the message again since. */
  seen?: unknown;
}

export async function press(
  world: World,
  user: User,
  surface: Surface,
  target: Target | string,
  options: PressOptions = {},
): Promise<Outcome> {
  const seen = options.seen === undefined ? surface : { ...surface, blocks: options.seen };
  const feedback = pressedFeedback(seen, target);
  if (feedback) return act(world, user, surface, feedback.placed, { entry: feedback.entry }, options);
  const placed = findElement(seen.blocks, target, BUTTONS, options.index);
  const { type, visible_to_user_ids: visible } = placed.element;
  if (type === "workflow_button")
    throw new Impossible("a workflow button starts a workflow, which the sandbox has not");
  if (Array.isArray(visible) && !visible.includes(user.id))
    throw new Impossible(`${user.name} does not see this button`);
  return act(world, user, surface, placed, {}, options);
}

/** Thumbs up and down are one element with two buttons. */
function pressedFeedback(
  surface: Surface,
  target: Target | string,
): { placed: PlacedElement; entry: JsonObject } | undefined {
  const text = typeof target === "string" ? target : target.text;
  const wanted = typeof target === "string" ? {} : { ...target };
  delete (wanted as Target).text;
  const placed = tryFind(() => findElement(surface.blocks, wanted, ["feedback_buttons"]));
  const pressed = [placed?.element.positive_button, placed?.element.negative_button]
    .filter(isObject)
    .find((button) => shown(button.text) === text);
  return placed && pressed && { placed, entry: { value: pressed.value, text: pressed.text } };
}

function tryFind(find: () => PlacedElement): PlacedElement | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

/** Chooses in a menu, a picker, checkboxes or an overflow; outside modals' input blocks the app hears at once. */
export async function choose(
  world: World,
  user: User,
  surface: Surface,
  target: Target | string,
  wanted: Wanted,
  options: PressOptions = {},
): Promise<Outcome> {
  const placed = findElement(surface.blocks, target, CHOICES, options.index);
  if (placed.element.type === "overflow") {
    const option = optionFor(optionsOf(placed.element), String(wanted));
    const outcome = await act(world, user, surface, placed, { entry: { selected_option: option } }, options);
    return typeof option.url === "string" ? { ...outcome, opened: option.url } : outcome;
  }
  return enter(world, user, surface, placed, wanted, options);
}

/** Sets one field as a person would, and tells the app where that is the element's nature or its block's wish. */
export async function enter(
  world: World,
  user: User,
  surface: Surface,
  placed: PlacedElement,
  wanted: Wanted,
  options: ActOptions = {},
): Promise<Outcome> {
  const value = valueFor(world, placed.element, wanted, {
    user,
    ...(await offered(world, user, surface, placed, wanted)),
  });
  if (placed.block.type !== "input" || placed.block.dispatch_action === true) {
    const { type: _, ...entry } = value;
    return act(world, user, surface, placed, { value, entry }, options);
  }
  surface.enter(placed, value);
  return { ok: true };
}

async function offered(
  world: World,
  user: User,
  surface: Surface,
  placed: PlacedElement,
  wanted: Wanted,
): Promise<{ options?: JsonObject[] }> {
  const isExternal = String(placed.element.type).endsWith("external_select");
  if (!isExternal || wanted === null || wanted === "") return {};
  const words = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  const answers = await Promise.all(words.map((typed) => suggest(world, user, surface, placed, typed)));
  return { options: answers.flat() };
}
