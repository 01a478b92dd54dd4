import { elementSpec } from "../block-kit/elements.ts";
import { elementsIn, type PlacedElement } from "../block-kit/interactive.ts";
import { isObject, type JsonObject } from "../json.ts";

/** What a person typed or chose, by block_id and action_id; what is absent still has its initial value. */
export type Inputs = Map<string, JsonObject>;

const INITIAL: Record<string, string> = {
  value: "initial_value",
  rich_text_value: "initial_value",
  selected_option: "initial_option",
  selected_options: "initial_options",
  selected_date: "initial_date",
  selected_time: "initial_time",
  selected_date_time: "initial_date_time",
  selected_user: "initial_user",
  selected_users: "initial_users",
  selected_conversation: "initial_conversation",
  selected_conversations: "initial_conversations",
  selected_channel: "initial_channel",
  selected_channels: "initial_channels",
  files: "",
};

export const inputKey = (block: JsonObject, element: JsonObject): string => `${block.block_id}\n${element.action_id}`;

/** The key under which an element's value stands in the state; undefined for what has none. */
export function stateKey(element: JsonObject): string | undefined {
  // An overflow menu forgets its choice as soon as it was made.
  if (element.type === "overflow") return undefined;
  return Object.keys(elementSpec(element.type)?.state ?? {}).find((key) => key in INITIAL);
}

const isList = (key: string): boolean => key === "files" || key.endsWith("s");

export const emptyValue = (key: string): unknown => (isList(key) ? [] : null);

function initialValue(element: JsonObject): JsonObject {
  const key = stateKey(element) ?? "value";
  const initial = element[INITIAL[key] ?? ""];
  return { type: element.type, [key]: initial ?? emptyValue(key), ...zoneOf(element) };
}

const zoneOf = (element: JsonObject): JsonObject =>
  element.type === "timepicker" && element.timezone !== undefined ? { timezone: element.timezone } : {};

export const currentValue = ({ block, element }: PlacedElement, inputs: Inputs): JsonObject =>
  inputs.get(inputKey(block, element)) ?? initialValue(element);

/** `state` as every interaction payload carries it: each stateful element, touched or not. */
export function stateOf(blocks: unknown, inputs: Inputs): { values: Record<string, JsonObject> } {
  const values: Record<string, JsonObject> = {};
  for (const placed of elementsIn(blocks)) {
    if (stateKey(placed.element) === undefined) continue;
    const blockId = String(placed.block.block_id);
    values[blockId] = { ...values[blockId], [String(placed.element.action_id)]: currentValue(placed, inputs) };
  }
  return { values };
}

/** After an update only elements that kept both ids, and their type, keep what was entered. */
export function keepInputs(blocks: unknown, inputs: Inputs): Inputs {
  const kept: Inputs = new Map();
  for (const { block, element } of elementsIn(blocks)) {
    const key = inputKey(block, element);
    const entered = inputs.get(key);
    if (isObject(entered) && entered.type === element.type) kept.set(key, entered);
  }
  return kept;
}

/** `default_to_current_conversation` means the channel in which the person set off, unless an initial one is named. */
export function withCurrentConversation(blocks: JsonObject[], channel: string | undefined): JsonObject[] {
  if (channel === undefined) return blocks;
  for (const { element } of elementsIn(blocks)) {
    if (element.default_to_current_conversation !== true) continue;
    if (element.type === "conversations_select") element.initial_conversation ??= channel;
    if (element.type === "multi_conversations_select") element.initial_conversations ??= [channel];
  }
  return blocks;
}
