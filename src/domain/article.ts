import type { Forbidden } from "./roles.ts";

/** What somebody wants the knowledge base to say. */
export interface ArticleRequest {
  /** Absent: the first heading says it. */
  title: string | undefined;
  /** Absent: found in the text. */
  language: string | undefined;
  /** Markdown. */
  text: string;
  /** Of the file that it came in. */
  fileName?: string;
}

/** The version that somebody had before them while they wrote the next. */
export interface ChangedArticle {
  path: string;
  version: number;
}

/** Which of its parts is not in order, with a sentence that says what to do. */
export interface ArticleRefusal {
  kind: "refused";
  part: "title" | "text" | "file";
  why: string;
}

export type ArticleOutcome =
  | { kind: "added"; path: string; title: string; language: string; version: number; passages: number }
  /** Word for word what is there. */
  | { kind: "same"; title: string }
  /** One of this title is there; it is replaced only when somebody says so. */
  | { kind: "exists"; path: string; title: string; version: number; by: string | null; at: number }
  | ArticleRefusal
  | Forbidden;

export type ProposeOutcome =
  | { kind: "proposed"; channel: string }
  | { kind: "proposed-before"; state: "open" | "approved" | "dismissed" | "nothing" }
  /** Nobody has answered it, or a machine has. */
  | { kind: "no-answer" }
  /** All that was said was this customer's own. */
  | { kind: "nothing" }
  /** Regulated, or spam: nobody makes an article of that by pressing a button. */
  | { kind: "not-to-be" }
  | { kind: "gone" }
  | Forbidden;

/** A file in Slack as Slack describes it. */
export interface ChatFile {
  id: string;
  name: string;
  bytes: number;
  /** Slack holds it itself; else only somebody else's address of it. */
  hosted: boolean;
  url: string;
}

export const LONGEST_TITLE = 150;
/** An article is a page or two; what is larger is not one. */
export const MOST_TEXT_BYTES = 512 * 1024;
export const MOST_PDF_BYTES = 10 * 1024 * 1024;
export const ARTICLE_FILES = ["md", "markdown", "txt", "pdf"] as const;

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
export const isPdfName = (name: string): boolean => extensionOf(name) === "pdf";

/** What can be said of a file before it is fetched. */
export function refusedFile({ name, bytes, hosted }: Pick<ChatFile, "name" | "bytes" | "hosted">): string | undefined {
  if (!(ARTICLE_FILES as readonly string[]).includes(extensionOf(name)))
    return "This is no Markdown, plain text or PDF file: articles end in .md, .txt or .pdf.";
  if (!hosted) return "This file is kept outside Slack. Upload the file itself.";
  const most = isPdfName(name) ? MOST_PDF_BYTES : MOST_TEXT_BYTES;
  if (bytes > most)
    return `The file has ${megabytes(bytes)} MB, and ${megabytes(most)} MB are the most. Cut it into articles of one topic each.`;
  return bytes === 0 ? "The file is empty." : undefined;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** What is said of an article in a list; `keys` name its passages. */
export interface ArticleLine {
  source: "folder" | "slack";
  path: string;
  title: string;
  language: string;
  version: number;
  readAt: number;
  addedBy: string | null;
  keys: string[];
}
