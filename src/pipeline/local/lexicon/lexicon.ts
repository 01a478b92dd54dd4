import { ar } from "./ar.ts";
import type { Lexicon } from "./concepts.ts";
import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fi } from "./fi.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { hu } from "./hu.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { compileLexicon, type Matcher } from "./match.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sv } from "./sv.ts";
import { tr } from "./tr.ts";
import { zh } from "./zh.ts";

export const LEXICONS: Record<string, Lexicon> = {
  ar,
  cs,
  da,
  de,
  el,
  en,
  es,
  fi,
  fr,
  he,
  hu,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
  zh,
};
/** Languages close enough to be read with a neighbour's list. */
const NEIGHBOURS: Record<string, string> = {
  no: "da",
  nb: "da",
  nn: "da",
  sk: "cs",
  uk: "ru",
  be: "ru",
  bg: "ru",
  ca: "es",
  gl: "pt",
};

export const hasLexicon = (language: string): boolean => (NEIGHBOURS[language] ?? language) in LEXICONS;

const compiled = new Map<string, Matcher>();

/** English is looked for in every mail: trade words, subjects and signatures are full of it. */
export function matchersFor(language: string): Matcher[] {
  const own = NEIGHBOURS[language] ?? language;
  const languages = own in LEXICONS && own !== "en" ? [own, "en"] : ["en"];
  return languages.map((name) => {
    const known = compiled.get(name);
    if (known) return known;
    const fresh = compileLexicon(LEXICONS[name]!);
    compiled.set(name, fresh);
    return fresh;
  });
}
