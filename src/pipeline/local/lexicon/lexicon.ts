import type { Lexicon } from "./concepts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { compileLexicon, type Matcher } from "./match.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

const LEXICONS: Record<string, Lexicon> = { de, en, es, fr, it, nl, pt };

const compiled = new Map<string, Matcher>();

/** English is looked for in every mail: trade words, subjects and signatures are full of it. */
export function matchersFor(language: string): Matcher[] {
  const languages = language in LEXICONS && language !== "en" ? [language, "en"] : ["en"];
  return languages.map((name) => {
    const known = compiled.get(name);
    if (known) return known;
    const fresh = compileLexicon(LEXICONS[name]!);
    compiled.set(name, fresh);
    return fresh;
  });
}
