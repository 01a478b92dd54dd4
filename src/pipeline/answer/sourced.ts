import { type Citation, type Draft, OWN_WORDS } from "../../domain/draft.ts";
import { plainText } from "./article.ts";

export interface Sources {
  /** The company's own template says it. */
  own: boolean;
  cited: Citation[];
}

/** What a sentence of the body stands on; nothing where it was changed since. */
export function sourcesOf({ sentences, citations }: Draft, sentence: string): Sources {
  const found = sentences.find(({ text }) => same(text) === same(sentence));
  const cited = (found?.sources ?? []).flatMap((id) => citations.find((one) => one.id === id) ?? []);
  const own = found?.sources.includes(OWN_WORDS) ?? false;
  if (own || cited.length > 0) return { own, cited };
  // A person may quote an article that the draft did not.
  const quoted = citations.filter(({ quote }) => same(plainText(quote)).includes(same(sentence)));
  return { own, cited: quoted };
}

/** After a greeting many people begin in lower case. */
const same = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
