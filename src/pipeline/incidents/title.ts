import { isStopWord } from "../answer/stop-words.ts";
import { stemsOf } from "../answer/word-stems.ts";

const WORDS = 5;
/** A word that this part of the mails has in common. */
const SHARE = 0.3;

/**
 * What the mails are about, in words that several of them use: nobody's sentence, and nobody's name. `texts` are masked.
 */
export function titleOf(
  texts: readonly { text: string; language: string }[],
  { product, intent, company }: { product: string | undefined; intent: string; company: string },
): string {
  // That they write to the company says nothing of the matter.
  const own = new Set(stemsOf(company, "en"));
  const counted = new Map<string, { mails: number; word: string; place: number }>();
  for (const { text, language } of texts) {
    const seen = new Set<string>();
    const words = text.replace(/\[[A-Z_]+_\d+\]/g, " ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    words.forEach((word, place) => {
      const [stem] = stemsOf(word, language);
      if (!stem || own.has(stem) || seen.has(stem) || isStopWord(word.toLowerCase(), language)) return;
      seen.add(stem);
      const known = counted.get(stem) ?? { mails: 0, word: word.toLowerCase(), place: 0 };
      counted.set(stem, { mails: known.mails + 1, word: known.word, place: known.place + place });
    });
  }
  const common = [...counted.values()]
    .filter(({ mails }) => mails >= Math.max(2, SHARE * texts.length))
    .sort((a, b) => b.mails - a.mails)
    .slice(0, WORDS)
    .sort((a, b) => a.place / a.mails - b.place / b.mails)
    .map(({ word }) => word);
  const about = common.length > 0 ? common.join(", ") : intent;
  return product && !about.includes(product.toLowerCase()) ? `${product}: ${about}` : about;
}
