import { exampleOf } from "./example-of.ts";
import type { ToolCall } from "./look-up.ts";
import { type CallBound, type Commitment, type Cover, sealOfCall } from "./permit.ts";
import { isLookUp, REFERENCE, type Tool } from "./settings/tools.ts";
import { addressOf } from "./tool-address.ts";

/** What a person wants done, in their own words: each value under the name that the settings give it. */
export type ToolValues = Readonly<Record<string, string>>;

const MONEY = /^\d{1,9}(?:\.\d{1,2})?$/;

/** What does not have the form that the settings ask for, by its name. */
export function wrongValues(tool: Tool, values: ToolValues): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [name, format] of Object.entries(tool.needs)) {
    const value = values[name] ?? "";
    if (!new RegExp(`^(?:${format})$`, "u").test(value))
      wrong[name] = `This has not the form that is asked for. Write it like ${exampleOf(format) ?? format}`;
    else if (/[\p{Cc}\p{Cf}]/u.test(value)) wrong[name] = "Leave out what cannot be seen: write it by hand";
    else if (tool.commits?.amount === name && !(MONEY.test(value) && Number(value) > 0))
      wrong[name] = "Write an amount such as 20 or 20.50";
  }
  return wrong;
}

/** The call exactly as it will be made; undefined where the values lead anywhere else than the settings meant. */
export function callOf(tool: Tool, values: ToolValues, reference: string): ToolCall | undefined {
  const filled = { ...values, [REFERENCE]: reference };
  const url = addressOf(tool.url, filled);
  if (!url || isLookUp(tool)) return undefined;
  const body = Object.fromEntries(Object.entries(tool.sends).map(([name, text]) => [name, fill(text, filled)]));
  return { url: url.href, body: JSON.stringify(body), reference };
}

/** In one pass: a value that has braces in it is a value, and nothing is filled into it. */
const fill = (text: string, values: ToolValues): string =>
  text.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? "");

/** What the window has room for, as Slack counts; whoever confirms a call has seen all of it. */
const ROOM = { address: 980, body: 1_480 };
const shownLength = (text: string): number => text.replace(/[&<>]/g, "&amp;").length;
export const isShownWhole = (tool: Tool, { url, body }: ToolCall): boolean =>
  shownLength(`${tool.method} ${url}`) <= ROOM.address && shownLength(body) <= ROOM.body && !/\p{Cf}/u.test(body);

/** What the call commits the company to; an amount that is not known yet counts as nothing. */
export function coverOf({ commits }: Tool, values: ToolValues): Cover[] {
  if (!commits) return [];
  const { kind, amount, unit } = commits;
  if (amount === undefined || unit === undefined) return [{ kind, value: null, unit: null }];
  return [{ kind, value: Number(values[amount] ?? 0), unit: unit === "%" ? "percent" : unit.toLowerCase() }];
}

export const sealOfToolCall = (tool: Tool, name: string, call: ToolCall, bound: CallBound): string => {
  const { method, headers, asks = "" } = tool;
  return sealOfCall({ ...bound, tool: name, method, url: call.url, body: call.body, headers, asks });
};

/** The call as the permission keeps it. */
export const wordsOfCall = (tool: Tool, call: ToolCall, covers: readonly Cover[]): Commitment[] => [
  {
    sentence: `${tool.method} ${call.url} ${call.body}`,
    kinds: covers.map(({ kind }) => kind),
    amounts: covers.flatMap(({ value, unit }) => (value === null || unit === null ? [] : [{ value, unit }])),
  },
];

/** What will be done, to the letter, for whoever is asked whether it shall be. */
export interface ToolConfirmation {
  ticketId: number;
  tool: string;
  description: string;
  values: ToolValues;
  /** Ours; also what keeps two presses from being two calls. */
  reference: string;
  seal: string;
  method: string;
  url: string;
  body: string;
  what: string;
}
