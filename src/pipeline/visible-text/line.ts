/** A line of a mail's text with what is known about it before anyone reads the words. */
export interface Line {
  text: string;
  /** The HTML said so (`maybe`: a bare blockquote). Quote marks (`>`) are looked for in the text itself. */
  quote: "sure" | "maybe" | undefined;
  /** The client marked it as its user's signature. */
  signature: boolean;
  /** Small print. */
  small: boolean;
}

/** Patterns look at this much of a line: attributions and headers are shorter, and hostile lines are not. */
const MATCHED_CHARS = 400;

export function plainLines(text: string): Line[] {
  return text.split("\n").map((line) => ({ text: line.trimEnd(), quote: undefined, signature: false, small: false }));
}

/** What patterns are matched against: clipped, without the `*bold*` that Gmail writes into its plain text. */
export function matchable(text: string): string {
  const clipped = text.length > MATCHED_CHARS ? text.slice(0, MATCHED_CHARS) : text;
  return singleSpaced(clipped.replaceAll("*", "")).trim();
}

/** Every run of white space as one space; most texts have no other. */
export const singleSpaced = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, " ");

export const isBlank = (text: string): boolean => text.trim() === "";

/** `>` in front; `&gt;` where a script forgot to decode it. */
export const isQuoted = (text: string): boolean => /^\s{0,3}(?:>|&gt;)/.test(text);

export const words = (text: string): string[] => text.match(/[^\s,;/|·•–—]+/g) ?? [];
