import type { Priority, RequiredAction, RiskFlag } from "../../domain/decision.ts";
import type { Email } from "../../domain/email.ts";
import type { SenderFacts } from "../../domain/sender.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { lessonWords, type Taught } from "../../domain/taught.ts";
import { ordersAMachine } from "./orders.ts";
import { phraseFinder } from "./phrases.ts";
import { HOSTILE, LEGAL, OUTAGE, SECURITY } from "./words.ts";

/** What rules say before any engine is asked. Every entry names its rule, because a person will ask why. */
export interface RuleVerdict {
  /** Settles the intent; no engine is asked about it. */
  forced: { intent: string; requiredAction: RequiredAction; rule: string } | undefined;
  /** What a person said that mail like this is: no engine is asked about these. */
  taught: Taught;
  /** Nothing leaves by itself, and no draft is offered: a person answers. */
  stopLine: "legal" | "security" | "hostile" | "prompt_injection" | "machine" | undefined;
  flags: RiskFlag[];
  /** The priority is at least this. */
  priorityFloor: Priority | undefined;
  /** The text is not shown to a model: the sender is blocked or forged. The local engine reads it. */
  skipModel: boolean;
  /** Fewer than six words: whatever an engine says, confidence is low. */
  thin: boolean;
  outage: boolean;
  reasons: string[];
}

/** Below this many words there is too little to go on. */
export const THIN_WORDS = 6;

export function applyRules(email: Email, sender: SenderFacts, settings: Settings, taught: Taught = {}): RuleVerdict {
  const verdict: RuleVerdict = {
    forced: undefined,
    taught: {},
    stopLine: undefined,
    flags: [],
    priorityFloor: undefined,
    skipModel: false,
    thin: false,
    outage: false,
    reasons: [],
  };
  const text = `${email.subject}\n${email.visibleText}`;
  // What a machine may be told is looked for wherever a machine would read: hidden text and attachments too.
  const everything = [text, email.text, ...email.attachments.map((one) => one.text ?? "")].join("\n");
  const fromPerson = email.machine.kind === "none" || email.machine.kind === "notification";
  const say = (reason: string) => verdict.reasons.push(reason);

  if (sender.blocked) {
    verdict.forced = { intent: intentOr(settings, "spam"), requiredAction: "ignore", rule: "blocklist" };
    verdict.skipModel = true;
    say("The sender is on the blocklist");
    return verdict;
  }
  if (email.machine.kind === "auto_reply" || email.machine.kind === "bounce") {
    verdict.forced = { intent: intentOr(settings, "other"), requiredAction: "ignore", rule: email.machine.kind };
    verdict.stopLine = "machine";
    say(`Written by a machine: ${email.machine.rule ?? email.machine.kind}`);
  }
  if (email.authenticity.verdict === "failed") {
    verdict.skipModel = true;
    say("The sender's domain says this mail is not from there (DMARC failed)");
  } else if (!verdict.forced) {
    // A forged sender is not the one that was spoken of.
    verdict.taught = taught;
    if (taught.intent) say(lessonWords(taught.intent));
    if (taught.priority) say(lessonWords(taught.priority, " priority"));
  }

  const injected = ordersAMachine(everything);
  if (injected || hidesOrders(email)) {
    if (injected) {
      verdict.flags.push("prompt_injection");
      verdict.stopLine ??= "prompt_injection";
      say("Gives orders to a machine");
    } else {
      say(`Hides ${email.hidden.hiddenCharacters} characters from its reader`);
    }
  }
  if (fromPerson) {
    const hostile = hostileWords(text);
    if (hostile) {
      verdict.flags.push("hostile");
      verdict.stopLine ??= "hostile";
      say(`Insults or threatens ("${hostile}")`);
    }
    const legal = legalWords(text) ?? phraseFinder(settings.words.legal)(text);
    if (legal) {
      verdict.flags.push("legal");
      verdict.stopLine ??= "legal";
      say(`Legal words ("${legal}")`);
    }
    const security = securityWords(text) ?? phraseFinder(settings.words.security)(text);
    if (security) {
      verdict.flags.push("security");
      verdict.stopLine ??= "security";
      verdict.priorityFloor = "high";
      say(`Security words ("${security}")`);
    }
    const outage = outageWords(text) ?? phraseFinder(settings.words.outage)(text);
    if (outage && !sender.supplier) {
      verdict.outage = true;
      verdict.priorityFloor = sender.customer ? "urgent" : "high";
      say(`Outage words ("${outage}")`);
    }
  }

  const malware = email.attachments.filter(({ scan }) => scan === "infected");
  if (malware.length > 0) {
    verdict.flags.push("malware");
    say(`Carries malware (${malware[0]!.scanNote ?? "no name given"})`);
  }

  if (sender.vip) say("The sender is a VIP");
  else if (sender.customer) say("The sender is a customer");
  if (sender.supplier) say("The sender is one of our suppliers");
  if (sender.colleague) say("The sender is one of us");
  if (sender.openTickets > 0)
    say(`The sender has ${sender.openTickets} open ${sender.openTickets === 1 ? "ticket" : "tickets"}`);

  verdict.thin = countWords(email.visibleText, THIN_WORDS) < THIN_WORDS && email.machine.kind === "none";
  if (verdict.thin) say(`Fewer than ${THIN_WORDS} words`);
  return verdict;
}

/** A preheader of a newsletter is hidden too; an order to a machine needs room. */
const HIDDEN_ORDER_CHARACTERS = 400;
export const hidesOrders = ({ hidden }: Email): boolean => hidden.hiddenCharacters > HIDDEN_ORDER_CHARACTERS;

const outageWords = phraseFinder(OUTAGE);
const legalWords = phraseFinder(LEGAL);
const securityWords = phraseFinder(SECURITY);
const hostileWords = phraseFinder(HOSTILE);

const intentOr = (settings: Settings, intent: string): string => (intent in settings.intents ? intent : "other");

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Words in any script: Japanese and Chinese have no spaces to count by. Stops early; nobody needs the exact number. */
export function countWords(text: string, enough = 50): number {
  // Between blanks with a plain letter or digit there is at least one word: asking for their edges takes longer than all other rules.
  if (hasPlainWords(text.slice(0, 2_000), enough)) return enough;
  let words = 0;
  for (const segment of segmenter.segment(text.slice(0, 2_000))) {
    if (segment.isWordLike && ++words >= enough) break;
  }
  return words;
}

function hasPlainWords(text: string, enough: number): boolean {
  let words = 0;
  PLAIN_WORD.lastIndex = 0;
  while (words < enough && PLAIN_WORD.test(text)) words++;
  return words >= enough;
}
const PLAIN_WORD = /[a-z\d][^ \t\r\n]*/gi;
