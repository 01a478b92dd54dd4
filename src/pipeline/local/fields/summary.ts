import type { Email } from "../../../domain/email.ts";
import { meaningOf } from "../features/concepts.ts";
import { matchersFor } from "../lexicon/lexicon.ts";
import { sentences } from "../text/sentences.ts";
import { fold } from "../text/tokens.ts";

const MAX_CHARS = 3_000;
/** What is asked mostly stands early; later pages were pasted. */
const MAX_SENTENCES = 30;
const MAX_LENGTH = 160;
const GREETING =
  /^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|hallo|guten|liebe\p{L}?|sehr geehrte|moin|servus|bonjour|bonsoir|salut|madame|monsieur|hola|buenos|buenas|estimad\p{L}*|ola|bom dia|boa tarde|prezad\p{L}*|ciao|buongiorno|salve|gentil\p{L}*|egregi\p{L}*|beste|geachte|goede|hej|hei|god dag|dobry|dzien|szanown\p{L}*|dobrý|merhaba|sayin|здравствуйте|добрый|こんにちは|お世話|안녕|您好|你好)(?![\p{L}])/iu;
const COURTESY =
  /\b(?:hope (?:you|this)|trust (?:you|this)|thank(?:s| you)|kind regards|best regards|cheers|ich hoffe|vielen dank|danke|merci|gracias|grazie|obrigad|bedankt|alvast|tack|dziekuj|kiitos|tesekkur)/;

/** At most two sentences of the mail itself: what it tells, and what it asks. */
export function summarise(email: Email, language: string): string {
  const text = email.visibleText || email.forwarded?.text || email.text;
  const found = sentencesOf(text.slice(0, MAX_CHARS));
  if (found.length === 0) return clip(email.subject.trim()) || "The mail has no words.";
  if (found.length === 1) return clip(found[0]!);
  const matchers = matchersFor(language);
  const weighed = found.map((sentence, index) => {
    const folded = fold(sentence);
    const meanings = sentences(folded).map((one) => meaningOf(one, matchers));
    const concepts = new Set(meanings.flatMap((meaning) => meaning.concepts));
    const letters = sentence.length;
    const size = letters < 20 ? -1.5 : letters > 260 ? -0.5 : 0;
    const told = Math.min(concepts.size, 8) / 4 - index / 6 + size - (COURTESY.test(folded) ? 1.5 : 0);
    const asks = meanings.some((meaning) => meaning.question)
      ? 2
      : meanings.some((meaning) => meaning.asks) || concepts.has("need")
        ? 1
        : 0;
    return { sentence, index, told, asks };
  });
  const best = (of: (one: (typeof weighed)[number]) => number, among = weighed) =>
    among.reduce<(typeof weighed)[number] | undefined>(
      (top, one) => (!top || of(one) > of(top) ? one : top),
      undefined,
    );
  const asked = best(
    ({ told, asks }) => told + asks,
    weighed.filter(({ asks }) => asks > 0),
  );
  const told = best(
    (one) => one.told,
    weighed.filter((one) => one !== asked && one.asks < 2 && one.told > -1),
  );
  const chosen = [told, asked].filter((one) => one !== undefined).sort((a, b) => a.index - b.index);
  const out = chosen.length > 0 ? chosen : weighed.slice(0, 1);
  return out.map(({ sentence }) => clip(sentence)).join(" ");
}

/** Sentences as they stand in the mail, without the greeting. A single line break is where a mail program wrapped a line. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/\r/g, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*•–]|\d+[.)])\s)|(?<=[.!?:,])\n/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, " ")
        .trim()
        .split(/(?<=[.!?…]["'”»)]?)\s+(?=[\p{Lu}\d"'“«¿¡(])|(?<=[。！？])/u),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !isGreeting(sentence))
    .slice(0, MAX_SENTENCES);
}

const isGreeting = (sentence: string): boolean =>
  sentence.length < 45 && !/[?？]/.test(sentence) && GREETING.test(sentence);

function clip(sentence: string): string {
  if (sentence.length <= MAX_LENGTH) return sentence;
  const cut = sentence.slice(0, MAX_LENGTH);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > 80 ? space : MAX_LENGTH).trimEnd()}…`;
}
