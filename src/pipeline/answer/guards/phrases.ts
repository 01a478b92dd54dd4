import { phraseFinder } from "../../rules/phrases.ts";
import type { Guard } from "./guard-context.ts";

/** The company's own list, from the settings. Letters that hide between the letters do not hide it. */
export const phrases: Guard = {
  name: "phrases",
  person: "bars",
  look({ body, subject }, { settings }) {
    const find = phraseFinder(settings.answering.prohibitedPhrases);
    const found = find(readable(body)) ?? find(readable(subject));
    return found ? `"${found}" is on your list of phrases that never leave.` : undefined;
  },
};

/** As a reader sees it: compatibility forms as their plain letters, nothing invisible. */
export const readable = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\*\*|__|`/g, "");
