import { NO_CONTEXT, type RedactionContext } from "../../src/pipeline/redact/context.ts";
import { Placeholders } from "../../src/pipeline/redact/placeholders.ts";
import { redact } from "../../src/pipeline/redact/redact.ts";
import { quoted, said, spoken } from "../../src/views/text.ts";

const context: RedactionContext = { ...NO_CONTEXT, language: "en", regions: ["US"] };

/** Lines that a customer might write anywhere in a mail, and what of them must never be read again. */
const PLANTS = [
  ["My card is 4111 1111 1111 1111.", "4111 1111 1111 1111"],
  ["IBAN: DE89 3704 0044 0532 0130 00", "3704 0044 0532"],
  ["Please write to orla.quill@quayside.example instead.", "orla.quill"],
  ["password: Tr0ub4dor&3xyz", "Tr0ub4dor"],
  ["Our key is sk-proj-Zq8mT4vX2nB7kL9wR3yH6cJ1dF5gS0aP.", "Zq8mT4vX2nB7kL9wR3yH6cJ1dF5gS0aP"],
  ["My SSN is 078-05-1120.", "078-05-1120"],
] as const;

const MOST = 20_000;
const QUOTE = 900;

/** Runs a step and keeps its time under its name. */
export type Timed = <T>(step: "masking" | "cutting", run: () => T) => T;

/** What goes wrong with a text on its way to a model and to Slack: something readable that is not to be, or alive that must not be. */
export function textTroubles(
  text: string,
  pick: (below: number) => number,
  timed: Timed = (_, run) => run(),
): string[] {
  const [line, secret] = PLANTS[pick(PLANTS.length)]!;
  const lines = text.slice(0, MOST).split("\n");
  lines.splice(pick(lines.length + 1), 0, "", line, "");
  const planted = lines.join("\n");
  const troubles: string[] = [];

  const placeholders = new Placeholders();
  const once = timed("masking", () => redact(planted, placeholders, context).text);
  if (once.includes(secret)) troubles.push(`leak of "${secret}"`);
  if (redact(once, placeholders, context).text !== once) troubles.push("masked twice is not masked once");

  const cut = timed(
    "cutting",
    () =>
      [
        ["quoted", quoted(planted, QUOTE), QUOTE],
        ["said", said(planted), 300],
        ["spoken", spoken(planted), 300],
      ] as const,
  );
  for (const [name, shown, most] of cut) {
    const inside = name === "quoted" ? shown.replace(/^> /gm, "") : shown;
    if (/[<>]|&(?!amp;|lt;|gt;)/.test(inside)) troubles.push(`${name} lets an entity through`);
    if (shown.length > most) troubles.push(`${name} is ${shown.length} long`);
    if (/[\u202a-\u202e\u2066-\u2069\u200b]/.test(shown)) troubles.push(`${name} keeps a hidden character`);
  }
  return troubles;
}
