import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";

/** Words that a domain leaves out or spells in its own way. */
const SMALL =
  /^(?:the|of|and|und|et|y|e|i|og|och|en|a|de|der|die|das|la|le|les|el|du|des|di|del|da|do|van|von|für|for|at|in|&|\+)$/;
const AND = ["and", "und", "och", "et", "og", "en", "n", "y", "e", "i"];

/** `müller` as domains write it, "muller" and "mueller"; `l'Ouest` with and without its article. */
const spellings = byWord((word): readonly string[] => {
  if (word === "&" || word === "+") return AND;
  const plain = bare(word);
  const found = [plain];
  if (/[äöøüå]/i.test(word)) {
    const lower = word.toLowerCase().replace(/ä/g, "ae").replace(/[öø]/g, "oe").replace(/ü/g, "ue").replace(/å/g, "aa");
    found.push(bare(lower));
  }
  if (/^[dl]['’]/i.test(word)) found.push(plain.slice(1));
  return found;
});
const bare = (word: string): string => fold(word).replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * How much of a domain's name the words of a phrase spell, in order: 1 for "Still Water" and `stillwater`, for "Stillwater
 * Pediatrics" and `stillwaterpeds`. A word counts by the longest beginning that fits, and every word has to fit; initials
 * count where nothing else does ("Wellbeing Research Unit" and `wru`).
 */
export function domainShare(words: readonly string[], domainName: string): number {
  let at = 0;
  let longest = 0;
  let initials = 0;
  let telling = 0;
  for (const word of words) {
    const small = SMALL.test(word.toLowerCase());
    let best = 0;
    for (const spelling of spellings(word)) {
      let length = 0;
      while (length < spelling.length && spelling[length] === domainName[at + length]) length++;
      if (!small || length === spelling.length) best = Math.max(best, length);
    }
    if (small) {
      at += best;
      continue;
    }
    if (best === 0) return 0;
    telling++;
    if (best === 1 && bare(word).length > 1) initials++;
    longest = Math.max(longest, best);
    at += best;
  }
  const byInitials = initials === telling && telling >= 3 && at === domainName.length;
  if (!byInitials && (longest < 3 || initials > 0)) return 0;
  return domainName === "" ? 0 : at / domainName.length;
}

export interface Stretch {
  from: number;
  to: number;
  share: number;
}

const MOST_WORDS = 6;
/** A domain that says more than the name ("vaneandsonsyachts") still belongs to it. */
const LEAST_SHARE = 0.5;

/** The words of a text that spell the domain best, from where its first letters stand. */
export function spelledIn(words: readonly string[], domainName: string, least = LEAST_SHARE): Stretch | undefined {
  if (domainName.length < 3) return undefined;
  let best: Stretch | undefined;
  for (let from = 0; from < words.length && best?.share !== 1; from++) {
    if (beginsOtherwise(words[from]!, domainName)) continue;
    if (!spellings(words[from]!).some((spelling) => begins(spelling, domainName))) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
      const share = domainShare(words.slice(from, to), domainName);
      if (share >= least && (!best || share > best.share)) best = { from, to, share };
      if (/\p{L}{4}[.]$|[,;:!?)]$/u.test(words[to - 1]!)) break;
    }
  }
  return best;
}

/** Most words of a mail begin with another letter; of the rest only a plain first letter says so much. */
const beginsOtherwise = (word: string, domainName: string): boolean =>
  isLetter(word[0]) && word[0]!.toLowerCase() !== domainName[0] && word[1] !== "'" && word[1] !== "’";
const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && ((sign >= "a" && sign <= "z") || (sign >= "A" && sign <= "Z"));

/** One letter may begin an acronym; everything else has to go on as the domain does. */
const begins = (word: string, domainName: string): boolean =>
  word !== "" && (domainName.startsWith(word.slice(0, 3)) || (domainName.length <= 5 && word[0] === domainName[0]));
