import { createHash } from "node:crypto";
import { type ArticleRefusal, type ArticleRequest, LONGEST_TITLE, MOST_TEXT_BYTES } from "../../domain/article.ts";
import { headingIn, plainText, readArticle, slug } from "./article.ts";
import { indexed } from "./question-words.ts";

/** An article cut into passages, with the words that each is found by. */
export function indexedArticle(path: string, markdown: string) {
  const { title, language, passages } = readArticle(path, markdown);
  return {
    title,
    language,
    passages: passages.map((one) => ({
      ...one,
      words: { title: indexed(`${title} ${one.heading}`), body: indexed(plainText(one.text)) },
    })),
  };
}

/** The heading that a text begins with, and what follows it. */
function titled(text: string): { own: string | undefined; below: string } {
  const start = text.trimStart();
  const line = start.split("\n", 1)[0]!;
  const heading = headingIn(line);
  return heading?.level === 1
    ? { own: heading.words, below: start.slice(line.length) }
    : { own: undefined, below: text };
}

/** What somebody wrote in Slack, as an article; or what is wrong with it. */
export function writtenArticle({ title: given, language, text, fileName }: ArticleRequest) {
  const refused = (part: ArticleRefusal["part"], why: string): ArticleRefusal => ({ kind: "refused", part, why });
  const source = fileName === undefined ? "text" : "file";
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { own, below } = titled(body);
  const title = oneLine(given ?? own ?? fileName?.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ") ?? "");
  if (!/[\p{L}\p{N}]/u.test(title))
    return refused("title", "Give the article a title, such as Returns and refunds: one topic each.");
  if (title.length > LONGEST_TITLE) return refused("title", `A title has at most ${LONGEST_TITLE} characters.`);
  if (Buffer.byteLength(body) > MOST_TEXT_BYTES)
    return refused(
      source,
      "There is more in it than an article holds (0.5 MB). Cut it into articles of one topic each.",
    );
  // The title is the first heading, whichever stood there.
  const markdown = `# ${title}\n\n${below.trim()}\n`;
  const path = `slack:${slug(title)}`;
  const read = indexedArticle(path, markdown);
  if (!read.passages.some((one) => /\p{L}/u.test(plainText(one.text))))
    return refused(source, "There are no words in it to answer from.");
  const hash = createHash("sha256")
    .update(`${language ?? ""}\n${markdown}`)
    .digest("hex");
  return {
    kind: "article" as const,
    markdown,
    document: { ...read, path, hash, title, language: language ?? read.language },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
