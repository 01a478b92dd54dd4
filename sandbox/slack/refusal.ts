import { type Problem, problemLine } from "./block-kit/report.ts";
import type { JsonObject } from "./json.ts";

/** A call that Slack answers with `ok: false`, and the rest of that answer. */
export class Refusal extends Error {
  readonly answer: JsonObject;

  constructor(error: string, more: JsonObject = {}) {
    super(error);
    this.answer = { ok: false, error, ...more };
  }
}

export function refuseIf(condition: boolean, error: string, more: JsonObject = {}): void {
  if (condition) throw new Refusal(error, more);
}

const withMessages = (lines: string[]): JsonObject => ({
  response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
});

export const invalidArguments = (...lines: string[]): Refusal => new Refusal("invalid_arguments", withMessages(lines));

export const withReason = (error: string, line: string): Refusal => new Refusal(error, withMessages([line]));

/** What chat.* and views.* say about content; only chat.* repeats the lines in `errors`. */
export function refuseProblems(problems: Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const lines = problems.filter(({ error }) => error === first.error).map(problemLine);
  // A problem that is nothing but its code has no line of its own.
  if (lines[0] === first.error) throw new Refusal(first.error);
  throw new Refusal(first.error, {
    ...(first.error === "invalid_blocks" && { errors: lines }),
    ...withMessages(lines),
  });
}
