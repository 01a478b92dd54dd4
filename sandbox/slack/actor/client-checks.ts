import { elementSpec } from "../block-kit/elements.ts";
import { elementsIn, type PlacedElement } from "../block-kit/interactive.ts";
import { characters } from "../block-kit/text.ts";
import type { JsonObject } from "../json.ts";
import { stateKey } from "../views/state-values.ts";
import type { Surface } from "./surface.ts";

const REQUIRED = "Please complete this required field.";

/** What Slack's client refuses before it sends a modal, by block_id. The words after the first are made up. */
export function clientErrors(surface: Surface): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of elementsIn(surface.blocks)) {
    const { block } = placed;
    if (block.type !== "input") continue;
    const sentence = errorOf(placed, surface.value(placed));
    if (sentence !== undefined) errors[String(block.block_id)] = sentence;
  }
  return errors;
}

function errorOf({ block, element }: PlacedElement, state: JsonObject): string | undefined {
  const value = state[stateKey(element) ?? "value"];
  if (isEmpty(value)) return block.optional === true ? undefined : REQUIRED;
  if (typeof value !== "string") return countError(element, value);
  if (element.type === "plain_text_input") return lengthError(element, value);
  if (element.type === "number_input") return numberError(element, value);
  if (element.type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return "Please enter a valid email address.";
  if (element.type === "url_text_input" && !URL.canParse(value)) return "Please enter a valid URL.";
  return undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function lengthError(element: JsonObject, value: string): string | undefined {
  const most = Number(element.max_length ?? elementSpec("plain_text_input")?.fields?.max_length?.maximum);
  const least = Number(element.min_length ?? 0);
  const length = characters(value);
  if (length > most) return `This field must be ${most} characters or fewer.`;
  return length < least ? `This field must be at least ${least} characters.` : undefined;
}

function numberError(element: JsonObject, value: string): string | undefined {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return "Please enter a valid number.";
  if (element.min_value !== undefined && Number(value) < Number(element.min_value))
    return `This number must be at least ${element.min_value}.`;
  if (element.max_value !== undefined && Number(value) > Number(element.max_value))
    return `This number must be at most ${element.max_value}.`;
  return undefined;
}

function countError(element: JsonObject, value: unknown): string | undefined {
  const most = Number(element.max_files ?? Infinity);
  return Array.isArray(value) && value.length > most ? `At most ${most} files can be added.` : undefined;
}
