import type { TriageDecision } from "../../../domain/decision.ts";
import type { Email } from "../../../domain/email.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import { isLookUp, SENDER, type Tool } from "../../../domain/settings/tools.ts";

export type Question =
  | { kind: "ask"; name: string; tool: Tool; ids: Record<string, string> }
  /** The mail names something that cannot be one: not asked. */
  | { kind: "bad-format"; name: string; need: string; value: string; like: string };

/** A mail with a list of orders is a person's work; three say enough of it. */
const MOST_OF_A_KIND = 3;
/** Further down stands what nobody asks about. */
const MOST_TEXT = 20_000;
/** The longest thing that any system calls a number. */
const LONGEST = 200;

/** What is to be looked up for a mail: by the tools for its intent, with ids that have exactly the form that the settings name. */
export function questionsFor(email: Email, decision: TriageDecision, { tools }: Settings): Question[] {
  return Object.entries(tools).flatMap(([name, tool]) =>
    isLookUp(tool) && (tool.intents.length === 0 || tool.intents.includes(decision.intent))
      ? questionsOf(name, tool, email, decision)
      : [],
  );
}

function questionsOf(name: string, tool: Tool, email: Email, decision: TriageDecision): Question[] {
  const found = Object.entries(tool.needs).map(([need, format]) => ({
    need,
    values: format === SENDER ? senderOf(email) : valuesOf(need, format, email, decision),
  }));
  for (const { need, values } of found) {
    const [wrong] = values.length === 0 ? wrongFor(need, tool.needs[need]!, decision) : [];
    if (wrong !== undefined) return [{ kind: "bad-format", name, need, value: wrong, like: tool.needs[need]! }];
  }
  if (found.some(({ values }) => values.length === 0)) return [];
  // Several orders are several questions; beside each, the first of whatever else is needed.
  const rounds = Math.min(MOST_OF_A_KIND, Math.max(...found.map(({ values }) => values.length)));
  return Array.from({ length: rounds }, (_, round) => ({
    kind: "ask" as const,
    name,
    tool,
    ids: Object.fromEntries(found.map(({ need, values }) => [need, values[round] ?? values[0]!])),
  }));
}

/** Only whose mail is authentic: asked by a forged address, a system would answer about somebody else. */
const senderOf = ({ from, authenticity }: Email): string[] =>
  from && authenticity.verdict === "verified" ? [from.address] : [];

function valuesOf(need: string, format: string, { subject, visibleText }: Email, decision: TriageDecision): string[] {
  const whole = new RegExp(`^(?:${format})$`, "u");
  const inText = new RegExp(
    `(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}_]-)(?:${format})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])`,
    "gu",
  );
  const text = `${subject}\n${visibleText.slice(0, MOST_TEXT)}`;
  const all = [...(entityOf(need, decision) ?? []), ...[...text.matchAll(inText)].map(([one]) => one)];
  return [...new Set(all)].filter((one) => whole.test(one) && isId(one));
}

const wrongFor = (need: string, format: string, decision: TriageDecision): string[] =>
  format === SENDER ? [] : (entityOf(need, decision) ?? []);

/** What the mail was understood to name. */
function entityOf(need: string, { entities }: TriageDecision): string[] | undefined {
  const value = (entities as Record<string, unknown>)[need];
  return typeof value === "string" && value !== "" ? [value] : undefined;
}

/** Of a lone dot or two, an address would make another address. */
export const isId = (value: string): boolean =>
  value.length <= LONGEST && !/^\.{1,2}$/.test(value) && value.isWellFormed() && !/\p{Cc}/u.test(value);
