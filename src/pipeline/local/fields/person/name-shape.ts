import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";
import { isOffice, isOfficeWord } from "./office-words.ts";
import { withoutTitles } from "./titles.ts";

/** Small words inside names: de la Cruz, van der Berg, bin Said, y Gasset. */
const PARTICLE =
  /^(?:de|da|do|di|del|della|delle|dei|dos|das|du|des|la|le|los|las|van|von|vom|der|den|het|ten|ter|te|zu|zum|zur|af|av|bin|bint|ibn|abu|al|el|e|y|i|o|ó|ní|mac|san|st|'t|d'|l')$/i;
const CAPITALISED = /^(?:[dlDLOo]['’])?\p{Lu}[\p{L}\p{M}'’-]*\.?$/u;
/** Alphabets without capitals: such a word is taken for a name only where a name is expected. */
const UNCASED =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Georgian}\p{M}'’-]{2,}$/u;
const INITIALS = /^(?:\p{Lu}\.?-?){1,3}$/u;
/** Scripts without capitals: a name is short and nothing else. */
const HAN_NAME =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,4}[ \u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}|[\p{Script=Katakana}ー・]{2,14}(?:[ \u3000][\p{Script=Katakana}ー]{2,10})?|\p{Script=Hangul}{2,4}|\p{Script=Hangul}{1,2} \p{Script=Hangul}{1,3})$/u;
const HONORIFIC = /[ \u3000]?(?:様|さん|先生|女士|小姐|经理|敬上|拝|드림|올림|배상|님|より|씨)$/u;

const MAX_WORDS = 5;

interface NameOptions {
  language: string;
  /** Lower case will do: somebody signs "kaylee". */
  anyCase?: boolean;
}

/** The name in a text that holds a name and nothing else, without titles; undefined where it does not look like one. */
export function nameIn(text: string, { language, anyCase = false }: NameOptions): string | undefined {
  const clean = text
    .slice(0, 120)
    .replace(/\([^)]{0,60}\)|\[[^\]]{0,60}\]|["“”„«»*_~]|\p{Extended_Pictographic}|\ufe0f/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-–—/\\•·,;:.]+\s*|[\s,;:–—/\\•·-]+$/gu, "");
  if (clean === "" || /[\d@<>=?!#%&+]|https?:|www\./i.test(clean)) return undefined;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(clean)) return eastAsian(clean);
  const turned = lastFirst(clean, language);
  const words = withoutTitles(turned.split(" "), language).map((word) => word.replace(/,$/, ""));
  if (words.length === 0 || words.length > MAX_WORDS || words.some((word) => word.length > 24)) return undefined;
  const name = words.join(" ");
  if (words.every((word) => UNCASED.test(word))) return anyCase ? name : undefined;
  const shouted = name === name.toUpperCase();
  const whispered = name === name.toLowerCase();
  if (whispered && !anyCase) return undefined;
  const shaped = whispered || (shouted && words.some((word) => word.length > 2)) ? words.map(capitalise) : words;
  const full = shaped.filter((word) => CAPITALISED.test(word) && !INITIALS.test(word));
  if (
    full.length === 0 ||
    !shaped.every((word) => CAPITALISED.test(word) || INITIALS.test(word) || PARTICLE.test(word))
  )
    return undefined;
  if (PARTICLE.test(shaped.at(-1)!) && shaped.length > 1 && !CAPITALISED.test(shaped.at(-1)!)) return undefined;
  if (full.some((word) => word.replace(/[^\p{L}]/gu, "").length < 2) || !/[\p{L}]{2}/u.test(name)) return undefined;
  return shaped.join(" ");
}

function eastAsian(text: string): string | undefined {
  const name = text.replace(HONORIFIC, "");
  return HAN_NAME.test(name) && !isOffice(name) ? name : undefined;
}

/** "Stadler, Philippa" to "Philippa Stadler"; "Ann Lee, MD" and "Ann Lee, Acme" keep what stands before the comma. */
function lastFirst(text: string, language: string): string {
  const comma = text.indexOf(",");
  if (comma === -1) return text;
  const head = text.slice(0, comma).trim();
  const tail = text.slice(comma + 1).trim();
  const given = withoutTitles(tail.split(/[\s,]+/), language).join(" ");
  const isGiven = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u.test(given) && given !== given.toUpperCase();
  const isFamily = head.split(" ").length <= 2 || PARTICLE.test(head.split(" ")[0]!);
  return isGiven && isFamily && !head.includes(".") && !isOffice(tail) ? `${given} ${head}` : head;
}

/** "MARIE-CLAUDE" and "marie-claude" to "Marie-Claude"; particles stay small. */
function capitalise(word: string): string {
  const lower = word.toLowerCase();
  if (PARTICLE.test(lower) && lower.length > 1) return lower;
  return lower.replace(/(^|[-'’])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase());
}

export const nameWords = byWord((name): readonly string[] =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== ""),
);

/** Two writings of one person: every word of the shorter is a word, a beginning or the initial of one in the longer. */
export function samePerson(one: string, other: string): boolean {
  const [short, long] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [
    readonly string[],
    readonly string[],
  ];
  const left = [...long];
  return (
    short.length > 0 &&
    short.every((word) => {
      const at = left.findIndex((candidate) => candidate.startsWith(word) || word.startsWith(candidate));
      if (at === -1) return false;
      left.splice(at, 1);
      return true;
    })
  );
}

/** How much of a name is written out: more words first, then more letters in place of initials. */
export function fuller(one: string, other: string): string {
  const weight = (name: string) => {
    const words = nameWords(name);
    return words.filter((word) => word.length > 1).length * 100 + words.length;
  };
  return weight(other) > weight(one) ? other : one;
}

/**
 * Does the local part of an address spell the name? "n.feldstein", "nfeldstein", "feldstein-n", "naomi", "jb". Words of
 * offices do not count: "facturacion@" does not make "Facturación Sur" a person.
 */
export function spells(local: string, name: string): boolean {
  const words = nameWords(name).filter((word) => !isOfficeWord(word));
  const parts = fold(local.split("+")[0]!)
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== "" && !isOfficeWord(part));
  const squashed = parts.join("");
  if (words.length === 0 || squashed.length < 2) return false;
  if (squashed === words.map((word) => word[0]).join("")) return true;
  if (words.some((word) => word.length >= 3 && parts.includes(word))) return true;
  const joined = words.join("");
  if (joined.length >= 5 && squashed.includes(joined)) return true;
  return words.some((word, at) => {
    if (word.length < 3 || !squashed.includes(word)) return false;
    return words.some(
      (other, otherAt) =>
        otherAt !== at && (squashed.includes(other[0]! + word) || squashed.startsWith(word + other[0]!)),
    );
  });
}
