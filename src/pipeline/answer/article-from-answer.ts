import type { Entities } from "../../domain/decision.ts";
import type { Email } from "../../domain/email.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { Masker } from "../masker.ts";
import { anyOf, escaped, ID, nameless, namesOf } from "../nameless.ts";
import { FORMULAS } from "../visible-text/closing-formulas.ts";
import { commitmentIn } from "./commitments.ts";
import { isCourtesy, isQuestion } from "./courtesy-sentences.ts";
import { withoutSignature } from "./guards/own-text.ts";
import { sentencesOf } from "./sentences.ts";
import { sharedWords } from "./word-stems.ts";

interface Answered {
  /** The customer's mail. */
  mail: Pick<Email, "from" | "subject" | "visibleText" | "language">;
  /** What a person wrote back. */
  answer: string;
  /** What was looked up for this customer, and may stand in the answer. */
  records: readonly string[];
  entities: Pick<Entities, "person_name" | "company_name" | "order_id" | "invoice_id"> | undefined;
  /** The conversation's, so that what was masked once stays masked. */
  placeholders: unknown;
  settings: Settings;
}

/** Less than this says nothing to another customer. */
const SHORTEST_WORDS = 6;
const LONGEST_QUESTION = 400;
const LONGEST_TITLE = 100;
const SIGNATURE_LINES = 8;

const CLOSING = new RegExp(
  `^(?:${FORMULAS.split("\n")
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("|")})[\\s,.!]*$`,
);
const PLACEHOLDER = /\[[A-Z_]+_\d+\]/;
/**
 * What a person's answer says to any customer: greeting, closing and signature are out, and with them every sentence that
 * is about this one customer alone, because it names them, their numbers, or what was done for them.
 */
export function articleFromAnswer({ mail, answer, records, entities, placeholders, settings }: Answered) {
  const masker = new Masker(settings, mail.language, placeholders);
  const theirs = namesOf(mail, entities);
  const lines = withoutClosing(withoutSignature(answer.replace(/\r\n?/g, "\n"), settings).split("\n"));
  const kept = masker
    .mask(lines.join("\n"))
    .split("\n")
    .map((line) =>
      sentencesOf(line)
        .map((sentence) => withoutName(sentence, theirs))
        .filter((sentence) => isForEverybody(sentence, theirs) && !tells(sentence, records, mail.language))
        .join(" "),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if ((kept.match(/[\p{L}\p{N}]+/gu) ?? []).length < SHORTEST_WORDS && !/\p{Script=Han}{8,}/u.test(kept))
    return undefined;
  const hide = (text: string): string => nameless(masker.mask(text), theirs);
  const question = hide(`${mail.subject}\n${mail.visibleText}`).slice(0, LONGEST_QUESTION).trim();
  return { title: titleOf(mail, hide), question, text: kept, language: mail.language };
}

function withoutClosing(lines: readonly string[]): string[] {
  const from = Math.max(1, lines.length - SIGNATURE_LINES);
  const closing = lines.findIndex((line, at) => at >= from && CLOSING.test(folded(line)));
  return lines.slice(0, closing === -1 ? lines.length : closing);
}

const folded = (line: string): string =>
  line
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s,.!]+$/, "")
    .trim();

/** Two words in common with a record are about what it records, whatever else was written around them. */
const tells = (sentence: string, records: readonly string[], language: string): boolean =>
  records.some((record) => sharedWords(sentence, record, language) >= 2);

/** "Orla, you can …" says it to everybody once Orla is out. */
function withoutName(sentence: string, names: readonly string[]): string {
  if (names.length === 0) return sentence;
  const called = new RegExp(
    `^(?:(?:hi|hello|hey|dear|hallo|liebe[r]?|bonjour|hola|ciao)\\s+)?(?:${names.map(escaped).join("|")})(?:\\s+(?:${names.map(escaped).join("|")}))*\\s*[,:!–-]\\s*(?=\\S)`,
    "iu",
  );
  const rest = sentence.replace(called, "");
  return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1);
}

function isForEverybody(sentence: string, names: readonly string[]): boolean {
  return (
    /[\p{L}\p{N}]/u.test(sentence) &&
    !isCourtesy(sentence) &&
    !isQuestion(sentence) &&
    !PLACEHOLDER.test(sentence) &&
    !ID.test(sentence) &&
    !(anyOf(names)?.test(sentence) ?? false) &&
    commitmentIn(sentence) === undefined
  );
}

/** The subject, where it says something; else the first thing that was asked. */
function titleOf({ subject, visibleText }: Answered["mail"], hide: (text: string) => string): string {
  const plain = (text: string) =>
    hide(text)
      .replace(new RegExp(PLACEHOLDER.source, "g"), "")
      .replace(/^(?:\s*(?:re|fwd?|aw|wg|antw|sv|tr|rif)\s*:)+/iu, "")
      .replace(/…/g, "")
      .replace(/\s+/g, " ")
      .replace(/^[\s:,.–-]+|[\s:,–-]+$/gu, "")
      .trim();
  const asked = sentencesOf(visibleText).find((sentence) => isQuestion(sentence)) ?? sentencesOf(visibleText)[0] ?? "";
  const short = plain(subject);
  const title =
    (short.match(/\p{L}{2,}/gu) ?? []).length >= 2 || /\p{Script=Han}{2,}/u.test(short) ? short : plain(asked);
  return (title || short || "Question").slice(0, LONGEST_TITLE);
}
