import type { Catalogue } from "../../../../domain/settings/policy.ts";
import { byWord } from "../../text/by-word.ts";
import { wordsOf } from "./mentions.ts";
import { isSameWord } from "./spelling.ts";
import { THESAURUS } from "./thesaurus.ts";

/** One way to name a product. */
export interface Alias {
  name: string;
  words: string[];
  /** The words without the company's brand: "Scheduler" of "Larkspur Scheduler". */
  own: string[];
  /** The own words without spaces, where that is long enough to be recognised. */
  joined: string | undefined;
}

export interface CatalogueIndex {
  aliases: Alias[];
  plans: { name: string; words: string[] }[];
  /** A word, or two of them joined by a space, to the products that have them. */
  owners: ReadonlyMap<string, ReadonlySet<string>>;
  about: (word: string) => AboutWord;
  /** Other words for exactly one product, by their first word. */
  others: ReadonlyMap<string, readonly OtherWords[]>;
}

/** What a word of a mail may say of the products. */
export interface AboutWord {
  /** The words of their names that it is, spelled right or nearly so. */
  known: readonly string[];
  /** Other words for exactly one product that begin with it. */
  others: readonly OtherWords[];
}

export interface OtherWords {
  words: readonly Part[];
  names: readonly string[];
}

/** `rucksack` for "rucksack"; an open one for anything that begins so. */
interface Part {
  text: string;
  open: boolean;
}

const NOTHING: AboutWord = { known: [], others: [] };

const cache = new WeakMap<Catalogue, CatalogueIndex>();

export function indexOf(catalogue: Catalogue, company: string): CatalogueIndex {
  const known = cache.get(catalogue);
  if (known) return known;
  const names = catalogue.products.flatMap((one) =>
    typeof one === "string"
      ? [{ name: one, alias: one }]
      : [one.name, ...one.aliases].map((alias) => ({ name: one.name, alias })),
  );
  const plain = (text: string) => wordsOf(text, 12).map((word) => word.text);
  const brand = new Set(plain(company));
  // A first word that most products share is a brand too: "Kade Card", "Kade Reader" of Kadegeld.
  const firsts = names.map(({ alias }) => plain(alias)[0] ?? "");
  for (const word of firsts)
    if (firsts.length > 2 && firsts.filter((one) => one === word).length > firsts.length / 2) brand.add(word);
  const aliases = names.map(({ name, alias }) => {
    const words = plain(alias);
    const own = words.filter((word) => !brand.has(word));
    const telling = own.length > 0 ? own : words;
    // Not where a word is one letter: "lockers" is not the "Locker S".
    const joins = telling.length > 1 && telling.every((word) => word.length > 1) && telling.join("").length >= 6;
    const joined = joins ? telling.join("") : undefined;
    return { name, words, own: telling, joined };
  });
  const owners = ownersOf(aliases);
  const byLetter = Map.groupBy(new Set(aliases.flatMap(({ own }) => own)), (word) => word[0]!);
  const { others, open } = otherWords(aliases);
  const index = {
    aliases,
    plans: catalogue.plans.map((name) => ({ name, words: plain(name) })),
    owners,
    others,
    about: byWord((word): AboutWord => {
      const known = (byLetter.get(word[0]!) ?? []).filter((one) => isSameWord(word, one));
      const begun = (open.get(word[0]!) ?? []).filter(({ words: [first] }) => fits(word, first!));
      const meant = [...(others.get(word) ?? []), ...begun];
      return known.length + meant.length === 0 ? NOTHING : { known, others: meant };
    }),
  };
  cache.set(catalogue, index);
  return index;
}

function ownersOf(aliases: readonly Alias[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  const own = (key: string, name: string) => owners.set(key, (owners.get(key) ?? new Set()).add(name));
  for (const { name, words, own: telling } of aliases) {
    for (const word of words) own(word, name);
    for (let one = 0; one < telling.length; one++)
      for (let other = one + 1; other < telling.length; other++) own(`${telling[one]} ${telling[other]}`, name);
  }
  return owners;
}

/** What the thesaurus says for the products of this catalogue. */
function otherWords(aliases: readonly Alias[]) {
  const others = new Map<string, OtherWords[]>();
  const open: OtherWords[] = [];
  for (const { ways } of THESAURUS) {
    const parts = ways.map((way) =>
      way.map((part) => ({ text: part.endsWith("*") ? part.slice(0, -1) : part, open: part.endsWith("*") })),
    );
    const names = [
      ...new Set(aliases.filter(({ own }) => parts.some((way) => holds(own, way))).map(({ name }) => name)),
    ];
    if (names.length === 0 || names.length > 3) continue;
    for (const words of parts) {
      const [first] = words;
      const entry = { words, names };
      if (first!.open) open.push(entry);
      else others.set(first!.text, [...(others.get(first!.text) ?? []), entry]);
    }
  }
  return { others, open: Map.groupBy(open, ({ words }) => words[0]!.text[0]!) };
}

const holds = (words: readonly string[], way: readonly Part[]): boolean =>
  words.some((_, at) => way.every((part, offset) => fits(words[at + offset], part)));

export const fits = (word: string | undefined, { text, open }: Part): boolean =>
  word !== undefined && (open ? word.startsWith(text) : word === text);
