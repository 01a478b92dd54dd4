import { z } from "zod";

/** A piece of an article of the company's own knowledge base: what an answer may stand on. */
export const Passage = z.object({
  id: z.number(),
  /** How settings and people name it: `refunds.md#yearly-plans`. */
  key: z.string(),
  /** Of the article. */
  title: z.string(),
  /** Of the section; empty where it has none of its own. */
  heading: z.string(),
  /** Markdown, as written. */
  text: z.string(),
  /** ISO 639-1, or `unknown`. */
  language: z.string(),
});
export type Passage = z.infer<typeof Passage>;

/** What is looked for; a `*` stands for any ending. */
export interface PassageQuery {
  /** The customer's own. */
  words: readonly string[];
  /** Others for the same notions, in the languages of the articles. */
  related: readonly string[];
  /** What everyday English also calls the things that are named. */
  everyday: readonly string[];
  /** Named in the mail: passages that name it too come first. */
  products: readonly string[];
  /** Of the customer: among equals, an article they can read. */
  language: string;
  /** Where the question lies among meanings, as the named model has it: absent where there is none, or it did not answer in time. */
  meaning?: { space: string; vector: Float32Array };
}

/** The knowledge base as the pipeline needs it; the database fills it. */
export interface Knowledge {
  /** Languages of the articles there are. */
  languages(): Promise<readonly string[]>;
  /** Whether there are vectors in this space to compare a question with. */
  embedded(space: string): Promise<boolean>;
  search(query: PassageQuery, limit: number): Promise<Passage[]>;
  /** Those that still exist, in the given order. */
  byKeys(keys: readonly string[]): Promise<Passage[]>;
}

export const NO_KNOWLEDGE: Knowledge = {
  languages: async () => [],
  embedded: async () => false,
  search: async () => [],
  byKeys: async () => [],
};
