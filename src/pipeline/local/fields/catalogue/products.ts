import { isPlain } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { type Alias, type CatalogueIndex, fits, indexOf, type OtherWords } from "./index.ts";
import type { Mentions, Word } from "./mentions.ts";

/** Catalogue names of the products that the mail is about. */
export function readProducts({ settings }: Reading, { words }: Mentions): string[] {
  const index = indexOf(settings.catalogue, settings.company.name);
  if (index.aliases.length === 0) return [];
  const found = new Set<string>();
  const places = placesOf(words, index);
  for (const alias of index.aliases)
    if (!found.has(alias.name) && (holdsWhole(alias, words) || isNamed(alias, words, places, index)))
      found.add(alias.name);
  for (const name of meant(words, index)) found.add(name);
  return [...found];
}

/** "giftcard", "lampefrontale": the name without its spaces. */
function holdsWhole({ joined }: Alias, words: readonly Word[]): boolean {
  return joined !== undefined && words.some(({ text }) => text === joined);
}

/** Where in the mail each word of the catalogue stands, spelled right or nearly so. */
function placesOf(words: readonly Word[], { about }: CatalogueIndex): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach(({ text }, at) => {
    for (const known of about(text).known) {
      const list = places.get(known);
      if (list) list.push(at);
      else places.set(known, [at]);
    }
  });
  return places;
}

function isNamed(
  alias: Alias,
  words: readonly Word[],
  places: ReadonlyMap<string, number[]>,
  index: CatalogueIndex,
): boolean {
  const { own, name } = alias;
  const isUnique = (key: string) => {
    const of = index.owners.get(key);
    return of !== undefined && of.size === 1 && of.has(name);
  };
  const at = own.map((word) => places.get(word) ?? []);
  if (own.length > 1 && isRun(at)) return true;
  if (own.length === 1 && at[0]!.some((place) => saysEnough(own[0]!, words[place]!, true))) return true;
  return own.some(
    (word, one) =>
      (isUnique(word) && at[one]!.some((place) => saysEnough(word, words[place]!, false))) ||
      // "the 35 litre Cormorant", "Drift bag", "Ridgeline 65": two words of the name near each other, in any order.
      own.some((mate, other) => other > one && isUnique(`${word} ${mate}`) && areNear(at[one]!, at[other]!)),
  );
}

/** Does every next word stand right behind the one before? */
const isRun = (at: readonly number[][]): boolean =>
  at[0]!.some((start) => at.every((places, offset) => places.includes(start + offset)));

const areNear = (one: readonly number[], other: readonly number[]): boolean =>
  one.some((place) => other.some((mate) => mate !== place && Math.abs(mate - place) <= 2));

/** May one word stand for the product? A model's number and a long word may; a short everyday word has to look like a name. */
function saysEnough(known: string, { text, named }: Word, whole: boolean): boolean {
  if (/\d/.test(known)) return /\p{L}/u.test(known) && known.length >= 3 && text === known;
  if (EVERYDAY.has(known)) return named && whole;
  if (!/\p{Script=Latin}/u.test(known)) return known.length >= 2;
  if (known.length >= 6 || (whole && known.length >= 5)) return true;
  return named && known.length >= 4;
}

/** Words of product names that mails are full of anyway. */
const EVERYDAY = new Set(
  `account card cards mail email mobile cover full free live self start prep tour tours school night business online complete
  standard individual family general premium basic basis plus service services support session training management report
  office shop home travel personal image sales inventory current drift advisory payroll savings hooks license licence kit box
  maintenance contract annual membership guided test team client tenant individual corporate wellness assembly delivery unit units museum festival
  jacket jackets filter poles boots bag bags pad lamp table bench storage rental return contract hotel puppy senior domain
  professional landlord sampler dental matinee season friday spanish intensive swatch trading report model safety system
  water house garden family standard rent physio session wine box order vertrag wartung`.split(/\s+/),
);

/** Products that the thesaurus knows by another word; of a family the one whose size or number stands nearby. */
function meant(words: readonly Word[], index: CatalogueIndex): string[] {
  const found = new Set<string>();
  const take = (names: readonly string[]) => {
    if (names.length === 1) found.add(names[0]!);
    else for (const name of names) if (hasOwnNumber(name, words, index)) found.add(name);
  };
  words.forEach(({ text }, at) => {
    const stands = ({ words: way }: OtherWords) => way.every((part, offset) => fits(words[at + offset]?.text, part));
    for (const other of index.about(text).others) if (stands(other)) take(other.names);
    if (isUnspaced(text))
      for (const [key, entries] of index.others)
        if (key.length >= 2 && isUnspaced(key) && text.includes(key))
          for (const { words: way, names } of entries) if (way.length === 1) take(names);
  });
  return [...found];
}

/** Languages without spaces between their words. */
const isUnspaced = (word: string): boolean => !isPlain(word) && /[\p{Script=Han}\p{Script=Katakana}]/u.test(word);

function hasOwnNumber(name: string, words: readonly Word[], { aliases, owners }: CatalogueIndex): boolean {
  const numbers = aliases
    .filter((alias) => alias.name === name)
    .flatMap(({ own }) => own.filter((word) => /\d/.test(word)));
  return numbers.some((number) => owners.get(number)?.size === 1 && words.some(({ text }) => text === number));
}
