import { Phrases } from "../phrases/phrases.ts";

/**
 * Pattern tables are written as text, one alternative of a regular expression a line, led by the language it is for:
 * `de  mit freundlichen grü(?:ss|ß)en`.
 */
function rowsOf(table: string): string[] {
  return table
    .split("\n")
    .map((line) => line.trim().replace(/^[a-z]{2}(?:,[a-z]{2})*\s{2,}/, ""))
    .filter((line) => line !== "" && !line.startsWith("//"))
    .map(withLetterBounds);
}

/** All rows as one expression, where more than "does any match" is asked. */
export const alternatives = (table: string): string => rowsOf(table).join("|");

/** Does any row match? Each may be given what has to stand around it: "^(?:" and ")$". */
export const phrases = (table: string, before = "", after = "", flags = "iu"): Phrases =>
  new Phrases(
    rowsOf(table).map((row) => `${before}(?:${row})${after}`),
    flags,
  );

/** `\b` knows ASCII letters only: `\bщ` never matches after a space, and `é\b` never before one. */
function withLetterBounds(row: string): string {
  if (!/[^\0-\x7f]/.test(row)) return row;
  return row.replace(/(^|[|(:\s])\\b/g, "$1(?<![\\p{L}\\p{N}_])").replaceAll("\\b", "(?![\\p{L}\\p{N}_])");
}
