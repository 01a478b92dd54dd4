import { PII_KINDS, type PiiKind } from "../../../src/domain/email.ts";
import { NO_CONTEXT, type RedactionContext } from "../../../src/pipeline/redact/context.ts";
import { findPii } from "../../../src/pipeline/redact/find-pii.ts";

/** `My card is {{4111 1111 1111 1111}}.` What stands in double braces must be found, whole and nothing more. */
export interface Case {
  text: string;
  /** ISO 639-1 of the mail; English where it does not matter. */
  language?: string;
  name?: string;
}

export const cases = (language: string, ...texts: string[]): Case[] => texts.map((text) => ({ text, language }));

const MARK = /\{\{(?:(?<kind>[a-z_]+):)?(?<value>[\s\S]*?)\}\}/g;

/** The text without its marks, and what was marked; `{{email:…}}` names a kind other than the table's. */
export function unmark(marked: string, kind: PiiKind): { text: string; expected: [PiiKind, string][] } {
  const expected: [PiiKind, string][] = [];
  const text = marked.replace(MARK, (_, named: string | undefined, value: string) => {
    const isKind = named !== undefined && (PII_KINDS as readonly string[]).includes(named);
    const whole = named !== undefined && !isKind ? `${named}:${value}` : value;
    expected.push([isKind ? (named as PiiKind) : kind, whole]);
    return whole;
  });
  return { text, expected };
}

export function found(text: string, context: Partial<RedactionContext> = {}): [PiiKind, string][] {
  return findPii(text, { ...NO_CONTEXT, language: "en", ...context }).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);
}
