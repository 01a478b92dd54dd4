import type { Email } from "../../domain/email.ts";
import { phraseFinder } from "./phrases.ts";
import { countWords } from "./rules.ts";

/** Longer than this, there is something else in it. */
const MAX_WORDS = 14;

const THANKS = phraseFinder([
  "thanks",
  "thank you",
  "thx",
  "many thanks",
  "much appreciated",
  "cheers",
  "great help",
  "that worked",
  "works now",
  "all good",
  "sounds good",
  "perfect",
  "got it",
  "brilliant",
  "danke",
  "vielen dank",
  "dankeschön",
  "herzlichen dank",
  "hat geklappt",
  "alles klar",
  "super, danke",
  "merci",
  "merci beaucoup",
  "c'est parfait",
  "parfait",
  "gracias",
  "muchas gracias",
  "perfecto",
  "obrigado",
  "obrigada",
  "perfeito",
  "grazie",
  "grazie mille",
  "perfetto",
  "bedankt",
  "dank je",
  "dank u",
  "dziękuję",
  "dzięki",
  "dziękujemy",
  "tack",
  "tack så mycket",
  "tak",
  "mange tak",
  "takk",
  "tusen takk",
  "kiitos",
  "děkuji",
  "děkujeme",
  "teşekkürler",
  "teşekkür ederim",
  "спасибо",
  "дякую",
  "ありがとうございます",
  "ありがとう",
  "助かりました",
  "谢谢",
  "感谢",
  "감사합니다",
  "고맙습니다",
]);

const BUT = phraseFinder([
  "but",
  "however",
  "still",
  "except",
  "one more",
  "also",
  "aber",
  "jedoch",
  "noch",
  "mais",
  "pero",
  "mas",
  "ma",
  "maar",
  "ale",
  "men",
  "но",
  "でも",
  "ですが",
  "但是",
  "하지만",
]);

/** "Thanks, that worked!" wants no answer and starts no clock. A question, a "but", an attachment or many words, and it is no courtesy. */
export function isCourtesy(email: Email): boolean {
  const text = email.visibleText.trim();
  if (text === "" || email.attachments.some((one) => !one.inline)) return false;
  if (/[?？]/u.test(text) || /\d{3,}/.test(text)) return false;
  return countWords(text) <= MAX_WORDS && THANKS(text) !== undefined && BUT(text) === undefined;
}
