import type { Catalogue } from "../../../../domain/settings/policy.ts";
import { wordsOf } from "./mentions.ts";
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
  /** All words of product names by their first letter. */
  byLetter: ReadonlyMap<string, readonly string[]>;
  /** Other words for exactly one product, by their first word. */
  others: ReadonlyMap<string, readonly { words: readonly string[]; names: readonly string[] }[]>;
  /** The same with an open ending, by the first letter. */
  open: ReadonlyMap<string, readonly { words: readonly string[]; names: readonly string[] }[]>;
}

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
    const joined = telling.length > 1 && telling.join("").length >= 6 ? telling.join("") : undefined;
    return { name, words, own: telling, joined };
  });
  const owners = ownersOf(aliases);
  const index = {
    aliases,
    plans: catalogue.plans.map((name) => ({ name, words: plain(name) })),
    owners,
    byLetter: Map.groupBy(new Set(aliases.flatMap(({ own }) => own)), (word) => word[0]!),
    ...otherWords(aliases),
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
function otherWords(aliases: readonly Alias[]): Pick<CatalogueIndex, "others" | "open"> {
  const others = new Map<string, { words: string[]; names: string[] }[]>();
  const open: { words: string[]; names: string[] }[] = [];
  for (const { ways } of THESAURUS) {
    const names = [
      ...new Set(aliases.filter(({ own }) => ways.some((way) => holds(own, way))).map(({ name }) => name)),
    ];
    if (names.length === 0 || names.length > 3) continue;
    for (const words of ways) {
      const entry = { words, names };
      if (words[0]!.endsWith("*")) open.push(entry);
      else others.set(words[0]!, [...(others.get(words[0]!) ?? []), entry]);
    }
  }
  return { others, open: Map.groupBy(open, ({ words }) => words[0]![0]!) };
}

const holds = (words: readonly string[], way: readonly string[]): boolean =>
  words.some((_, at) => way.every((part, offset) => fits(words[at + offset], part)));

/** `rucksack` for "rucksack", anything that begins so for "rucksack*". */
export const fits = (word: string | undefined, part: string): boolean =>
  word !== undefined && (part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part);
