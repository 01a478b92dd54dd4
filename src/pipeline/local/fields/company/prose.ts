import { fold } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { isEstablishment } from "./company-words.ts";
import { spelledIn } from "./domain-match.ts";
import { hasLegalForm } from "./legal-forms.ts";

export interface Candidate {
  name: string;
  weight: number;
  /** As the sender's own header spells it. */
  fromHeader?: boolean;
}

const MAX_WORDS = 700;
const MAX_CHARS = 2_500;
const JOINER = /^(?:&|\+|of|and|de|di|du|la|le|del|della|und|et|y|the|van|der|do|da)$/;

/** The company in sentences: where the domain is spelled out, and behind "here at", "wir von der", "chez". */
export function companyInProse(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const text = reading.lines.join("\n").slice(0, MAX_CHARS);
  if (reading.domainName !== "") {
    const places: [text: string, weight: number][] = [
      [text, 4],
      [reading.email.subject, 3.9],
      [reading.email.quotedText.slice(0, MAX_CHARS), 3],
    ];
    for (const [place, weight] of places) {
      const spelt = spelled(place, reading);
      if (spelt) found.push({ name: spelt.name, weight: weight * spelt.share });
    }
  }
  const named = /[\p{Script=Hiragana}\p{Script=Hangul}]/u.test(text) ? eastAsian(text) : introduced(text, reading);
  if (named) found.push(named);
  return found;
}

/** The words that spell the domain, with the capitalised words of a business around them. */
function spelled(text: string, { domainName, domain }: Reading): { name: string; share: number } | undefined {
  const all = text.split(/\s+/, MAX_WORDS);
  const words =
    ADDRESS.test(text) || text.includes(domain!)
      ? all.filter((word) => !ADDRESS.test(word) && !word.includes(domain!))
      : all;
  const stretch = spelledIn(words, domainName, 0.6);
  if (!stretch || (stretch.share < 0.75 && stretch.to - stretch.from < 2)) return undefined;
  let { from, to } = stretch;
  // A lower-case word is a word: "pine" of pine.example in a sentence about wood.
  if (!words.slice(from, to).some((word) => /[\p{Lu}\p{N}]/u.test(word))) return undefined;
  while (to < words.length && to - from < 7 && !/[,.;:!?)]$/.test(words[to - 1]!) && goesOn(words, from, to)) to++;
  while (from > 0 && stretch.from - from < 2 && !/[,.;:!?)]$/.test(words[from - 1]!) && leads(words[from - 1]!)) from--;
  const name = words
    .slice(from, to)
    .join(" ")
    .replace(/[.,;:!?)]+$/, "")
    .replace(/['’]s$/, "");
  return {
    name: /^[ld]['’]/i.test(name) && domainName[0] === bareStart(name) ? name.slice(2) : name,
    share: stretch.share,
  };
}

const ADDRESS = /@|https?:|www\./;

const bareStart = (name: string): string | undefined => fold(name.slice(2))[0];

const goesOn = (words: readonly string[], from: number, to: number): boolean =>
  /^\p{Lu}/u.test(words[to]!) &&
  (isEstablishment(words[to]!) ||
    hasLegalForm(
      words
        .slice(from, to + 1)
        .join(" ")
        .replace(/[,;]$/, ""),
    ));
const leads = (word: string): boolean => /^\p{Lu}/u.test(word) && isEstablishment(word);

/** Words behind which a writer names the own company. */
const OWN =
  /\b(?:here at|we at|us at|over at|wir von(?: der)?|wir bei(?: der)?|im namen der|hier bei(?: der)?|nous,? chez|ici chez|au nom de|en nombre de|noi di|noi della|nós da|nós do|wij van|wij bij|namens|vi på|jobbar på|reprezentuję firmę|z firmy|w firmie) (?=\p{Lu})/giu;
/** "I'm Ann from Tarn Ropes": who it is, and within a few words where from. */
const SELF =
  /\b(?:i am|i'm|i’m|this is|my name is|ich bin|mein name ist|hier ist|je suis|je m'appelle|soy|me llamo|sono|mi chiamo|sou|chamo-me|ik ben|mijn naam is|jag är|jag heter|jestem|nazywam się) /giu;
const WHERE =
  /^[\p{L}\s.'’-]{2,40}?(?:, [\p{L} ]{3,30}?)? (?:from|at|with|of|von|bei|vom|chez|de chez|de la société|de|di|della|del|da|van|från|på|z|z firmy) (?=\p{Lu})/iu;

function introduced(text: string, { domainName }: Reading): Candidate | undefined {
  for (const match of text.matchAll(OWN)) {
    const name = capitalised(text.slice(match.index + match[0].length, match.index + match[0].length + 80));
    if (name) return { name, weight: 2 + kind(name) };
  }
  for (const match of text.matchAll(SELF)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
    const where = WHERE.exec(rest);
    const name = where ? capitalised(rest.slice(where[0].length)) : undefined;
    if (name) return { name, weight: 0.5 + kind(name) + (domainName === "" ? 0 : 0.5) };
  }
  return undefined;
}

const kind = (name: string): number => (hasLegalForm(name) ? 2 : 0) + (isEstablishment(name) ? 1.5 : 0);

/** The capitalised words that a text begins with. */
function capitalised(text: string): string | undefined {
  const words: string[] = [];
  for (const word of text.split(/\s+/, 6)) {
    if (!/^[\p{Lu}\p{N}&]/u.test(word) && !(words.length > 0 && JOINER.test(word))) break;
    words.push(word);
    if (/[.,;:!?)]$/.test(word) && !/\b(?:St|Dr|Co)\.$/.test(word)) break;
  }
  while (words.length > 0 && JOINER.test(words.at(-1)!)) words.pop();
  const name = words
    .join(" ")
    .replace(/[.,;:!?)]+$/, "")
    .replace(/['’]s$/, "");
  return name.length >= 3 ? name : undefined;
}

/** "青空システムズの塚本です", "한빛소프트 박지훈입니다". */
const JAPANESE =
  /(?:^|[\s。、])([\p{Script=Han}\p{Script=Katakana}ー・a-z\d&]{2,24})の[\p{Script=Han}]{1,4}[ \u3000]?[\p{Script=Han}]{0,4}(?:です|と申します|でございます)/iu;
const KOREAN =
  /(?:^|[\s,.])([\p{Script=Hangul}a-z\d&]{3,20}) (?:[\p{Script=Hangul}]{2,8} )?[\p{Script=Hangul}]{2,4}(?:입니다|이라고 합니다)/iu;

function eastAsian(text: string): Candidate | undefined {
  const name = (JAPANESE.exec(text) ?? KOREAN.exec(text))?.[1];
  return name && !/^안녕하세요$|(?:担当|係|部|[를을은는이가에의로])$/.test(name) ? { name, weight: 2.5 } : undefined;
}
