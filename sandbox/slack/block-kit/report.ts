import { limits, type Surface } from "../limits.ts";

export interface Problem {
  /** Slack's error code for the whole call. */
  error: string;
  message: string;
  /** JSON pointer into the call's arguments; empty when the words have none. */
  pointer: string;
}

export interface Report {
  surface: Surface;
  problems: Problem[];
  /** Adds one of Slack's sentences; `when` names it in the limits file, or in the list below. */
  say(when: string, values: Record<string, string | number>): void;
}

// No public report quotes Slack for these, so the words are made after its neighbours'.
const UNQUOTED: Record<string, string> = {
  "duplicate block_id": '`block_id` "{id}" already exists [json-pointer:{path}/block_id]',
  "string expected": "must provide a string [json-pointer:{path}]",
  "array expected": "must provide an array [json-pointer:{path}]",
  "boolean expected": "must provide a boolean [json-pointer:{path}]",
  "number expected": "must provide a number [json-pointer:{path}]",
  "option not offered": "must match one of the provided options [json-pointer:{path}]",
  "second focus": "only one element can set `focus_on_load` [json-pointer:{path}/focus_on_load]",
  "two of one kind": "must define only one of `{first}` or `{second}` [json-pointer:{path}]",
  "none of several": "must define one of {keys} [json-pointer:{path}/type]",
  "range upside down": "`{low}` must not be greater than `{high}` [json-pointer:{path}]",
  "too many tables": "only_one_table_allowed [json-pointer:{path}]",
  "too many of a block": "no more than {max} `{type}` blocks allowed [json-pointer:{path}]",
};

const templates = new Map([
  ...Object.entries(UNQUOTED),
  ...limits.error_messages.map(({ when, message }): [string, string] => [when, message]),
]);

export function createReport(surface: Surface, error: string): Report {
  const problems: Problem[] = [];
  return {
    surface,
    problems,
    say: (when, values) => problems.push({ error, ...sentence(when, values) }),
  };
}

function sentence(when: string, values: Record<string, string | number>): { message: string; pointer: string } {
  const template = templates.get(when);
  if (template === undefined) throw new Error(`No such sentence in the limits file: ${when}`);
  const filled = template.replace(/\{(\w+)([+-]1)?\}/g, (_, name: string, shift: string | undefined) =>
    // Pointers appear in the file as {path}, {parent} or {block}; callers always pass `path`.
    String(
      shift === undefined ? (values[name] ?? values.path ?? "") : Number(values[name]) + (shift === "+1" ? 1 : -1),
    ),
  );
  const [, message = filled, pointer = ""] = /^(.*?)(?: \[json-pointer:(.*)\])?$/.exec(filled) ?? [];
  return { message, pointer };
}

/** As it appears in `errors` and, after "[ERROR] ", in `response_metadata.messages`. */
export const problemLine = ({ message, pointer }: Problem): string =>
  pointer === "" ? message : `${message} [json-pointer:${pointer}]`;

/** Slack names the value that has several allowed shapes before it names what is wrong inside. */
export function insideUnion(report: Report, path: string, check: () => void): void {
  const before = report.problems.length;
  check();
  if (report.problems.length === before) return;
  const precise = report.problems.splice(before);
  report.say("parent of any failing union member (text object, block, view)", { path });
  report.problems.push(...precise);
}
