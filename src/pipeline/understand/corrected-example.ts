import type { Entities, RiskFlag } from "../../domain/decision.ts";
import type { Email } from "../../domain/email.ts";
import { senderFacts } from "../../domain/sender.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { Masker } from "../masker.ts";
import { nameless, namesOf } from "../nameless.ts";
import { clipRedacted } from "../redact/clip.ts";
import { givesOrders } from "../rules/orders.ts";
import { applyRules, hidesOrders } from "../rules/rules.ts";

/** By intent, the newest first: one masked line of each mail. */
export type CorrectedExamples = Readonly<Record<string, readonly string[]>>;
export const NO_EXAMPLES: CorrectedExamples = {};

interface CorrectedMail {
  email: Email;
  /** The address that received it. */
  mailbox: string;
  /** What anybody has found in it. */
  riskFlags: readonly RiskFlag[];
  entities: Pick<Entities, "person_name" | "company_name" | "order_id" | "invoice_id"> | undefined;
}

/** Paid for with each mail of the day. */
const LONGEST = 160;
/** What is masked, so that nothing stands unmasked across the cut. */
const PAGE = 1_200;

/** Mail of which no other prompt shall hear a word. */
const KEPT_APART: ReadonlySet<RiskFlag> = new Set([
  "prompt_injection",
  "hostile",
  "phishing",
  "malware",
  "legal",
  "security",
  "pii",
]);

/**
 * One line of a mail that a person put right, for the prompts of other mails: masked, without its sender's names and numbers.
 * Undefined where the mail is too short to teach anything, or is of a kind that must not be shown again: it is judged by today's
 * rules as well as by what was found when it came.
 */
export function exampleFrom({ email, mailbox, riskFlags, entities }: CorrectedMail, settings: Settings) {
  if (email.machine.kind !== "none" || hidesOrders(email)) return undefined;
  if (settings.mailboxes.find(({ address }) => address === mailbox)?.sensitive) return undefined;
  const sender = senderFacts(email, settings);
  const { forced, stopLine, skipModel, thin, flags } = applyRules(email, sender, settings);
  if (forced || stopLine || skipModel || thin) return undefined;
  if ([...riskFlags, ...flags].some((flag) => KEPT_APART.has(flag))) return undefined;

  const masker = new Masker(settings, email.language, undefined);
  const page = `${email.subject.slice(0, PAGE)}: ${email.visibleText.slice(0, PAGE)}`;
  const masked = masker.mask(page);
  if (masker.foundSecrets) return undefined;
  // Numbered placeholders would be taken for those of the mail that is read.
  const line = oneLine(nameless(masked, namesOf(email, entities)).replace(/\[([A-Z_]+)_\d+\]/g, "[$1]"));
  // Once more as it will stand there: what is harmless in pieces may not be in one.
  if (givesOrders(line)) return undefined;
  return clipRedacted(line as typeof masked, LONGEST);
}

/** A line cannot begin another one, close its quotes, or draw what its reader does not see. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Z}]+/gu, " ")
    .replace(/\p{C}/gu, "")
    .replaceAll('"', "'")
    .trim();
