/**
 * Pattern tables are written as text, one alternative of a regular expression a line, led by the language it is for:
 * `de  mit freundlichen grü(?:ss|ß)en`. This joins them; what a line says is compiled once.
 */
export function alternatives(table: string): string {
  return table
    .split("\n")
    .map((line) => line.trim().replace(/^[a-z]{2}(?:,[a-z]{2})*\s{2,}/, ""))
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("|");
}
