import type { TriageDecision } from "../../../domain/decision.ts";
import type { Citation } from "../../../domain/draft.ts";
import type { Email } from "../../../domain/email.ts";
import { exampleOf } from "../../../domain/example-of.ts";
import type { LookUp, ToolAnswer, ToolPort } from "../../../domain/look-up.ts";
import { note } from "../../../domain/measure.ts";
import type { Settings } from "../../../domain/settings/settings.ts";
import { SENDER, type Tool } from "../../../domain/settings/tools.ts";
import { type Question, questionsFor } from "./questions.ts";
import { type Field, readRecord, sentenceOf, valueAt } from "./record.ts";

/** What was found and may be told to whoever wrote. */
export interface Fact {
  /** In the customer's language; undefined where the settings have no sentence for it. */
  sentence: string | undefined;
  /** The record as a source, without the name it is cited by. */
  citation: Omit<Citation, "id">;
}

export interface Facts {
  facts: Fact[];
  lookUps: LookUp[];
}

interface Mail {
  email: Email;
  decision: TriageDecision;
  settings: Settings;
}

/**
 * Asks the company's own systems about a mail, all at once. Whatever comes of it, the mail goes on: what went wrong is a
 * sentence for the person who answers. What belongs to somebody else is for that person alone.
 */
export async function lookUpFacts(mail: Mail, port: ToolPort, now: () => number): Promise<Facts> {
  const found = await Promise.all(
    questionsFor(mail.email, mail.decision, mail.settings).map((question) => answerTo(question, mail, port, now)),
  );
  for (const { lookUp } of found) note("looked_up", { tool: lookUp.tool, outcome: lookUp.outcome });
  return {
    facts: found.flatMap(({ fact }) => fact ?? []),
    lookUps: found.map(({ lookUp }) => lookUp),
  };
}

interface Answered {
  lookUp: LookUp;
  fact?: Fact;
}

async function answerTo(question: Question, mail: Mail, port: ToolPort, now: () => number): Promise<Answered> {
  const { name } = question;
  if (question.kind === "bad-format") {
    const { need, value, like } = question;
    const example = exampleOf(like);
    const say = `"${value}" has not the form of our ${words(need)}s${example ? ` (such as ${example})` : ""}, so it was not looked up.`;
    return { lookUp: { tool: name, outcome: "bad_format", at: now(), say, own: false } };
  }
  const { tool, ids } = question;
  const answer = await port.look(name, tool, ids);
  const at = now();
  if (answer.kind === "found") return readAnswer(question, answer.body, mail, at);
  const say = trouble(name, tool, ids, answer);
  return { lookUp: { tool: name, outcome: answer.kind, at, say, own: false } };
}

function readAnswer(
  { name, tool, ids }: Extract<Question, { kind: "ask" }>,
  body: unknown,
  { email, decision, settings }: Mail,
  at: number,
): Answered {
  const fields = readRecord(tool, body, settings.company.timezone);
  if (typeof fields === "string") {
    const say = trouble(name, tool, ids, { kind: "broken", why: fields });
    return { lookUp: { tool: name, outcome: "broken", at, say, own: false } };
  }
  const bars = tool.owner === undefined ? undefined : notTheirs(tool.owner, body, email);
  const own = bars === undefined && (tool.owner !== undefined || asksBySender(tool));
  const heading = `${words(name)} ${shown(tool, ids)}`.trim();
  if (bars) {
    const say = `For you alone: ${heading} says ${said(fields, "en")}. ${bars}`;
    return { lookUp: { tool: name, outcome: "found", at, say, own } };
  }
  const sentence = sentenceOf(tool, decision.language, fields, ids);
  const fact: Fact = {
    sentence,
    citation: {
      title: heading,
      quote: [
        ...(sentence === undefined ? [] : [sentence]),
        ...fields.map((one) => lineOf(one, decision.language)),
      ].join("\n"),
      language: decision.language,
      record: { tool: name, lookedUpAt: at },
    },
  };
  const lookUp: LookUp = { tool: name, outcome: "found", at, own };
  if (sentence !== undefined) return { lookUp, fact };
  const say = `${heading} says ${said(fields, "en")}. The settings have no sentence that says it in the customer's language (tools.${name}.says.${decision.language}).`;
  return { lookUp: { ...lookUp, say }, fact };
}

const asksBySender = ({ needs }: Tool): boolean => Object.values(needs).includes(SENDER);

/** Why a record may not be told to whoever wrote; undefined when it is their own. */
function notTheirs(owner: string, body: unknown, { from, authenticity }: Email): string | undefined {
  const address = valueAt(body, owner);
  const theirs = typeof address === "string" && address.trim().toLowerCase() === from?.address.toLowerCase();
  if (!theirs) return "It belongs to another address than the one that wrote, so it is not in the answer.";
  if (authenticity.verdict !== "verified")
    return "Nothing proves that the mail comes from the address it names, so it is not in the answer.";
  return undefined;
}

const words = (name: string): string => name.replaceAll("_", " ");
/** The ids that a person would look it up by; the sender's address they see anyway. */
const shown = ({ needs }: Tool, ids: Readonly<Record<string, string>>): string =>
  Object.entries(ids)
    .filter(([need]) => needs[need] !== SENDER)
    .map(([, value]) => value)
    .join(", ");
/** As it is said, and as it stands in the system where that is something else. */
const lineOf = ({ name, raw, say }: Field, language: string): string => {
  const said = say(language);
  return `${words(name)}: ${said}${said === raw ? "" : ` (${raw})`}`;
};
const said = (fields: readonly Field[], language: string): string =>
  fields.map(({ name, say }) => `${words(name)} ${say(language)}`).join(", ");

function trouble(
  name: string,
  tool: Tool,
  ids: Readonly<Record<string, string>>,
  answer: Exclude<ToolAnswer, { kind: "found" }>,
): string {
  const what = shown(tool, ids);
  const number = what === "" ? "the sender" : what;
  switch (answer.kind) {
    case "not_found":
      return what === ""
        ? `${words(name)} does not know the sender.`
        : `No ${Object.keys(tool.needs).map(words).join(", ").replace(/ id\b/, "")} ${what} in ${words(name)}: ask the customer for the number.`;
    case "refused":
      return `${words(name)} does not let us in (${answer.why}): an operator has to look at it. Look ${number} up yourself.`;
    case "slow":
      return `${words(name)} did not answer within ${tool.timeoutMs / 1_000} s. Look ${number} up yourself.`;
    case "broken":
      return `${words(name)} gave no answer that can be used (${answer.why}). Look ${number} up yourself.`;
  }
}
