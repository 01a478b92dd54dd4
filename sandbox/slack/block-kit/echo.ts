import { shortRandomId } from "../ids.ts";
import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { isInteractive } from "./interactive.ts";
import { storedText } from "./text.ts";

/** Blocks as Slack hands them back: ids filled in, text defaults written out, text in entities. */
export const echoBlocks = (blocks: JsonObject[]): JsonObject[] => blocks.map(echoBlock);

function echoBlock(block: JsonObject): JsonObject {
  const echoed = echoValue(block) as JsonObject;
  const withId = { ...echoed, block_id: block.block_id || shortRandomId() };
  if (block.type === "input")
    return {
      ...withId,
      optional: block.optional ?? false,
      dispatch_action: block.dispatch_action ?? false,
      element: named(echoed.element),
    };
  if (block.type === "section" && isObject(block.accessory)) return { ...withId, accessory: named(echoed.accessory) };
  if (block.type === "actions" || block.type === "context_actions")
    return { ...withId, elements: objectsIn(echoed.elements).map(named) };
  if (block.type === "card" && Array.isArray(block.actions))
    return { ...withId, actions: objectsIn(echoed.actions).map(named) };
  if (block.type === "carousel") return { ...withId, elements: echoBlocks(objectsIn(block.elements)) };
  if (block.type === "container") return { ...withId, child_blocks: echoBlocks(objectsIn(block.child_blocks)) };
  return withId;
}

const named = (element: unknown): unknown =>
  isObject(element) && isInteractive(element)
    ? { ...element, action_id: element.action_id || shortRandomId() }
    : element;

function echoValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(echoValue);
  if (!isObject(value)) return value;
  if (value.type === "plain_text" && typeof value.text === "string")
    return { emoji: true, ...value, text: storedText(value.text, "plain_text") };
  if (value.type === "mrkdwn" && typeof value.text === "string")
    return { verbatim: false, ...value, text: storedText(value.text, "mrkdwn") };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, echoValue(item)]));
}
