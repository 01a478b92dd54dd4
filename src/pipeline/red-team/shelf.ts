import type { Knowledge, Passage } from "../../domain/passage.ts";
import { readArticle } from "../answer/article.ts";
import { indexed } from "../answer/question-words.ts";

/** A knowledge base of a few articles, in memory: what matches most of the words comes first. */
export function shelf(articles: readonly { path: string; text: string }[]): Knowledge {
  const passages: Passage[] = articles.flatMap(({ path, text }) => {
    const { title, language, passages: pieces } = readArticle(path, text);
    return pieces.map((piece) => ({ id: 0, title, language, ...piece }));
  });
  const known = passages.map((passage, index) => {
    const words = indexed(`${passage.title} ${passage.heading} ${passage.text}`).toLowerCase();
    return { passage: { ...passage, id: index + 1 }, words };
  });
  return {
    languages: async () => [...new Set(passages.map(({ language }) => language))],
    embedded: async () => false,
    async search({ words, related, products }, limit) {
      const wanted = [...words, ...related, ...products].map((word) => word.replace(/\*$/, "").toLowerCase());
      return known
        .map(({ passage, words: text }) => ({ passage, hits: wanted.filter((word) => text.includes(word)).length }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits || a.passage.id - b.passage.id)
        .slice(0, limit)
        .map(({ passage }) => passage);
    },
    async byKeys(keys) {
      return keys.flatMap((key) => known.find(({ passage }) => passage.key === key)?.passage ?? []);
    },
  };
}
