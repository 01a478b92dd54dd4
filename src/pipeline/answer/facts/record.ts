import { sentencesFor, slotsIn, type Tool } from "../../../domain/settings/tools.ts";

/** A field as the system has it, and as it is said in a language. */
export interface Field {
  name: string;
  raw: string;
  say: (language: string) => string;
}

/** Longer is no status and no name; it would be somebody's text. */
const LONGEST = 200;

/** The fields that the settings name, of the form that they name; what is absent is left out. A string: what is wrong with the answer. */
export function readRecord(tool: Tool, body: unknown, timezone: string): Field[] | string {
  const fields: Field[] = [];
  for (const [name, read] of Object.entries(tool.reads)) {
    const { path, type, words } = typeof read === "string" ? { path: read, type: "text" as const, words: {} } : read;
    const value = valueAt(body, path);
    if (value === undefined || value === null) continue;
    const field = type === "date" ? dateOf(value, timezone) : type === "number" ? numberOf(value) : textOf(value);
    if (!field) return `\`${path}\` is no ${type}`;
    const named = (words as Record<string, Record<string, string> | undefined>)[field.raw];
    fields.push({ name, raw: field.raw, say: (language) => named?.[language] ?? field.say(language) });
  }
  return fields.length > 0 ? fields : "it has none of the fields that the settings name";
}

/** Own properties alone: the answer is somebody else's, and a path must not lead out of it. */
export function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

type Said = { raw: string; say: (language: string) => string };

function textOf(value: unknown): Said | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).normalize("NFC").trim();
  if (text === "" || text.length > LONGEST || /[\p{Cc}\p{Cf}\u2028\u2029‹›{}]/u.test(text)) return undefined;
  return { raw: text, say: () => text };
}

function numberOf(value: unknown): Said | undefined {
  const written = typeof value === "number" ? String(value) : value;
  if (typeof written !== "string" || !/^-?\d{1,15}(?:\.\d{1,6})?$/.test(written)) return undefined;
  // 49.90 stays 49.90.
  const digits = written.split(".")[1]?.length ?? 0;
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return { raw: written, say: (language) => new Intl.NumberFormat(known(language), form).format(Number(written)) };
}

function dateOf(value: unknown, timezone: string): Said | undefined {
  if (typeof value !== "string") return undefined;
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(value) ?? [];
  const at = Date.parse(value);
  if (day === undefined || Number.isNaN(at)) return undefined;
  const timeZone = value.length === day.length ? "UTC" : timezone;
  const form = { day: "numeric", month: "long", year: "numeric", timeZone } as const;
  return { raw: value, say: (language) => new Intl.DateTimeFormat(known(language), form).format(at) };
}

/** American dates would be read by everybody else as theirs; the words of both are the same. */
const known = (language: string): string =>
  language === "en" ? "en-GB" : (Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? "en-GB");

/** The settings' sentence in the customer's language, filled in: the first of them whose fields are all there. */
export function sentenceOf(
  tool: Tool,
  language: string,
  fields: readonly Field[],
  ids: Readonly<Record<string, string>>,
): string | undefined {
  const values = new Map([...Object.entries(ids), ...fields.map(({ name, say }) => [name, say(language)] as const)]);
  const text = sentencesFor(tool, language).find((one) => slotsIn(one).every((slot) => values.has(slot)));
  return text?.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/g, (_, slot: string) => values.get(slot)!);
}
