import type { Passage } from "../../domain/passage.ts";
import { citationOf, readableSentences, type Substance } from "./draft.ts";

/** What a person has said of an incident, word for word; undefined where the customer could not read it. */
export function bannerSaid(banner: Passage, language: string): Substance | undefined {
  if (banner.language !== language) return undefined;
  const sentences = readableSentences(banner);
  return {
    text: sentences.join(" "),
    sentences: sentences.map((text) => ({ text, sources: ["P1"] })),
    citations: [citationOf(banner, "P1")],
  };
}

/** A model that was shown the banner as its first passage may have passed it over: what the desk wants said is said. */
export function withBanner(substance: Substance, banner: Passage, language: string): Substance {
  const said = bannerSaid(banner, language);
  if (!said || substance.citations.some(({ id }) => id === "P1")) return substance;
  return {
    text: `${said.text}\n\n${substance.text}`,
    sentences: [...said.sentences, ...substance.sentences],
    citations: [...said.citations, ...substance.citations],
  };
}
