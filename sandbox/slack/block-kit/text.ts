import { isObject } from "../json.ts";
import { limits } from "../limits.ts";
import { insideUnion, type Report } from "./report.ts";

// What Slack reads as a command inside mrkdwn and message text; every other angle bracket is just a character.
const COMMAND =
  /<(?:[@#][A-Z0-9]+|!(?:here|channel|group|everyone)|!subteam\^[A-Z0-9]+|!date\^[^<>]+?|(?:https?|mailto|tel|slack|ftp):[^<>|\s]+)(?:\|[^<>]*)?>/g;

const AMPERSAND = /&(?!(?:amp|lt|gt);)/g;

const escapeAll = (text: string): string =>
  text.replace(AMPERSAND, "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text as Slack keeps and returns it: entities for `&`, `<` and `>`, with live commands left as they are. */
export function storedText(text: string, type: "plain_text" | "mrkdwn"): string {
  if (type === "plain_text") return escapeAll(text);
  let stored = "";
  let done = 0;
  for (const command of text.matchAll(COMMAND)) {
    stored += escapeAll(text.slice(done, command.index)) + command[0].replace(AMPERSAND, "&amp;");
    done = command.index + command[0].length;
  }
  // A leading `>` is quote markup, and comes back as an entity all the same.
  return stored + escapeAll(text.slice(done));
}

export const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Characters as Slack counts them: code points of the escaped text. */
export const escapedLength = (text: string, type: "plain_text" | "mrkdwn"): number =>
  characters(storedText(text, type));

export const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

export interface TextRule {
  types: readonly string[];
  min?: number | undefined;
  max?: number | undefined;
}

export function checkText(value: unknown, rule: TextRule, path: string, report: Report): void {
  if (rule.types.length > 1) insideUnion(report, path, () => checkOneText(value, rule, path, report));
  else checkOneText(value, rule, path, report);
}

function checkOneText(value: unknown, rule: TextRule, path: string, report: Report): void {
  if (!isObject(value)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  const { required, optional } = limits.composition.text_object ?? {};
  for (const key of required ?? []) if (!(key in value)) report.say("required key absent", { key, path });
  const { type, text } = value;
  if (type === undefined) return;
  if ((type !== "plain_text" && type !== "mrkdwn") || !rule.types.includes(type)) {
    report.say("unknown or surface-forbidden type", { type: String(type), path });
    return;
  }
  const onlyFor = (limits.composition.text_object?.only_for ?? {}) as Record<string, string>;
  for (const key of Object.keys(value)) {
    const known = required?.includes(key) || optional?.includes(key);
    if (!known || (onlyFor[key] !== undefined && onlyFor[key] !== type)) report.say("unknown key", { key, path });
    else if (optional?.includes(key) && typeof value[key] !== "boolean")
      report.say("boolean expected", { path: `${path}/${key}` });
  }
  if ("text" in value) checkLength(text, type, rule, `${path}/text`, report);
}

function checkLength(text: unknown, type: "plain_text" | "mrkdwn", rule: TextRule, path: string, report: Report): void {
  if (typeof text !== "string") {
    report.say("string expected", { path });
    return;
  }
  const general = limits.composition.text_object?.text as { min_length: number; max_length: number };
  const max = rule.max ?? general.max_length;
  const min = rule.min ?? general.min_length;
  const length = escapedLength(text, type);
  if (length > max) report.say("string too long", { max, path });
  if (length < min) report.say("string empty", { min, path });
}
