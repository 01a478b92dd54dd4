import { elementsIn, type PlacedElement } from "../block-kit/interactive.ts";
import { unescapeText } from "../block-kit/text.ts";
import { isObject, stringOr } from "../json.ts";
import { Impossible } from "./outcome.ts";

/** How a person tells controls apart: by what stands on or beside them; tests also by id. */
export interface Target {
  text?: string;
  actionId?: string;
  blockId?: string;
}

/** The element a person means, in what is shown now. `index` counts among equals. */
export function findElement(blocks: unknown, target: Target | string, types: string[], index = 0): PlacedElement {
  const wanted = typeof target === "string" ? { text: target } : target;
  const usable = elementsIn(blocks).filter(({ element }) => types.includes(String(element.type)));
  const found = usable.filter((placed) => fits(placed, wanted))[index];
  if (found) return found;
  const offered = usable.map((placed) => `${labelOf(placed) || "(no label)"} [${placed.element.action_id}]`);
  throw new Impossible(
    `nothing like ${JSON.stringify(wanted)}${index > 0 ? ` number ${index}` : ""} here; there is: ${offered.join(", ") || "nothing to use"}`,
  );
}

function fits(placed: PlacedElement, { text, actionId, blockId }: Target): boolean {
  return (
    (actionId === undefined || placed.element.action_id === actionId) &&
    (blockId === undefined || placed.block.block_id === blockId) &&
    (text === undefined || labels(placed).includes(text))
  );
}

const labels = ({ block, element }: PlacedElement): string[] =>
  [element.text, element.placeholder, block.label, block.type === "section" ? block.text : undefined].map(shown);

const labelOf = (placed: PlacedElement): string => labels(placed).find((label) => label !== "") ?? "";

/** A text object's characters as they appear on the screen. */
export const shown = (value: unknown): string => (isObject(value) ? unescapeText(stringOr(value.text, "")) : "");
