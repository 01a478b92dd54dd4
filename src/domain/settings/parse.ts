import type { z } from "zod";
import { MailroomError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { Settings } from "./settings.ts";

/**
 * Reads a settings document. On failure one error names every key that is wrong and what to do about it,
 * because being told of one mistake at a time costs an operator a restart for each.
 */
export function parseSettings(document: unknown): Settings {
  const parsed = Settings.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new MailroomError("settings_invalid", { detail: describeIssues(parsed.error, document) });
}

export function describeIssues(error: z.ZodError, document: unknown): string {
  return error.issues.flatMap((issue) => describeIssue(issue, document)).join("; ");
}

function describeIssue(issue: z.core.$ZodIssue, document: unknown): string[] {
  const key = keyName(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(knownKeysAt(issue.path));
    return issue.keys.map((unknown) => {
      const guess = nearest(unknown, known);
      return `unknown key \`${keyName([...issue.path, unknown])}\`${guess ? `, did you mean \`${guess}\`?` : ""}`;
    });
  }
  if (valueAt(issue.path, document) === undefined) {
    if (issue.code === "invalid_type") return [`\`${key}\` is missing`];
    if (issue.code === "invalid_value") return [`\`${key}\` is missing: write one of ${issue.values.join(", ")}`];
  }
  return [`\`${key}\`: ${issue.message}`];
}

const keyName = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index ? "." : ""}${String(part)}`)).join("") ||
  "settings";

function valueAt(path: readonly PropertyKey[], document: unknown): unknown {
  let value = document;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  return value;
}

/** The keys the schema knows where an unknown one was found. */
function knownKeysAt(path: readonly PropertyKey[]): Record<string, unknown> {
  let schema: unknown = Settings;
  for (const part of path) schema = step(unwrap(schema), part);
  return (unwrap(schema) as { shape?: Record<string, unknown> })?.shape ?? {};
}

type Wrapped = { def?: { innerType?: unknown; type?: string; in?: unknown }; shape?: Record<string, unknown> };

function unwrap(schema: unknown): unknown {
  let inner = schema as Wrapped | undefined;
  while (inner && !inner.shape && inner.def?.innerType) inner = inner.def.innerType as Wrapped;
  return inner;
}

function step(schema: unknown, part: PropertyKey): unknown {
  const def = (schema as { def?: { valueType?: unknown; element?: unknown } })?.def;
  return (schema as Wrapped)?.shape?.[String(part)] ?? def?.valueType ?? def?.element;
}
