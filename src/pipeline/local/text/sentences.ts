import { type Token, tokens } from "./tokens.ts";

/** A sentence or a line of its own: what is asked and what is told differ in what they weigh. */
export interface Sentence {
  tokens: Token[];
  question: boolean;
  start: number;
  end: number;
}

const END = /[.!?…。！？؟]+(?=[\s"'”»)\]]|$)|[。！？]|\n+/gu;
/** A mail is understood by its first pages; what is longer was pasted. */
const MAX_SENTENCES = 120;

/** Cuts folded text. A line break ends a sentence, unless a mail program put it there. */
export function sentences(folded: string): Sentence[] {
  const out: Sentence[] = [];
  let from = 0;
  const push = (to: number) => {
    const text = folded.slice(from, to);
    if (/[\p{L}\d]/u.test(text)) {
      out.push({
        tokens: tokens(text, from),
        question: /[?？؟]/.test(text),
        start: from,
        end: to,
      });
    }
    from = to;
  };
  END.lastIndex = 0;
  for (let match = END.exec(folded); match && out.length < MAX_SENTENCES; match = END.exec(folded)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith("\n") && match[0].length === 1 && isWrapped(folded, from, match.index, end)) continue;
    push(end);
  }
  if (out.length < MAX_SENTENCES) push(folded.length);
  return out;
}

/** A line long enough to have been wrapped by a mail program, with text going on right below it. */
const isWrapped = (text: string, from: number, lineEnd: number, next: number): boolean => {
  const lineStart = Math.max(from, text.lastIndexOf("\n", lineEnd - 1) + 1);
  return lineEnd - lineStart >= 55 && /^[\p{L}\d(]/u.test(text.slice(next, next + 2));
};
