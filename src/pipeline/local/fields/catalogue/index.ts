import type { Catalogue } from "../../../../domain/settings/policy.ts";
import { catalogueWords } from "./spelling.ts";

/** One way to name a catalogue entry. */
export interface Entry {
  name: string;
  words: string[];
  /** Words of this entry that no other entry has, without those that say nothing alone. */
  telling: string[];
}

export interface CatalogueIndex {
  products: Entry[];
  plans: Entry[];
  /** Words of product names, with how many products have them. */
  shared: ReadonlyMap<string, number>;
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
  const brand = new Set(catalogueWords(company));
  const owners = new Map<string, Set<string>>();
  for (const { name, alias } of names)
    for (const word of catalogueWords(alias)) owners.set(word, (owners.get(word) ?? new Set()).add(name));
  const entry = ({ name, alias }: { name: string; alias: string }): Entry => {
    const words = catalogueWords(alias);
    return {
      name,
      words,
      telling: words.filter((word) => owners.get(word)?.size === 1 && !brand.has(word) && !isEmpty(word)),
    };
  };
  const index = {
    products: names.map(entry),
    plans: catalogue.plans.map((name) => ({ name, words: catalogueWords(name), telling: [] })),
    shared: new Map([...owners].map(([word, of]) => [word, of.size])),
  };
  cache.set(catalogue, index);
  return index;
}

/** Words too common to stand for a product alone. */
const EMPTY = new Set(
  `the and for with of plus pro free full basic standard premium start team self only live prep business individual family
  home office shop online web live general annual monthly weekly new mini max lite light box set kit line page site service
  komplett paket pack single double large small north south east west grand nuit jour cloud app edition series model type
  product carte night night at de la le les du des della di und et y e en cover`.split(/\s+/),
);
const isEmpty = (word: string): boolean =>
  EMPTY.has(word) || (word.length < 4 && !/\d/.test(word)) || /^\d{1,3}$/.test(word);
