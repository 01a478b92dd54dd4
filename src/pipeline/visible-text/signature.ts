import { withoutAppendix, withoutBlanks } from "./appendix.ts";
import { closingAt, MAX_SIGNATURE } from "./closing.ts";
import { isBlank, type Line } from "./line.ts";
import { nameBlockAt } from "./name-block.ts";
import { isProse } from "./prose.ts";
import type { SenderNames } from "./sender-name.ts";

/** The line at which the signature begins (`lines.length` if there is none), for lines that one person wrote in one go. */
export function signatureStart(lines: readonly Line[], sender: SenderNames, mass: boolean): number {
  let end = withoutAppendix(lines, lines.length);
  const dashes = delimiterAt(lines, end);
  if (dashes !== undefined) end = withoutBlanks(lines, dashes);
  // Twice, because below a name there may be a name of its own: "Best,\nAnn" above "Ann Lee\nHead of …".
  for (let round = 0; round < 2; round++) {
    const start = closingAt(lines, end, sender) ?? nameBlockAt(lines, end, sender, mass);
    if (start === undefined) break;
    end = withoutAppendix(lines, start);
  }
  return end;
}

/** A delimiter that people draw themselves has less below it than the standard one may have. */
const SHORT_SIGNATURE = 12;

/** Where the last so many lines that say something begin: to count below each of a hundred thousand dashes took minutes. */
function lastFilled(lines: readonly Line[], end: number, most: number): number {
  let at = end;
  for (let filled = 0; at > 0 && filled < most; ) if (!isBlank(lines[--at]?.text ?? "")) filled++;
  return at;
}

/** `-- ` (RFC 3676) and what people draw instead: a long dash, underscores, stars, box lines. */
function delimiterAt(lines: readonly Line[], end: number): number | undefined {
  for (let at = lastFilled(lines, end, Math.max(MAX_SIGNATURE, SHORT_SIGNATURE) + 1); at < end; at++) {
    const text = lines[at]?.text ?? "";
    if (!/^\s{0,3}[-–—_=*~•━─]/u.test(text)) continue;
    const exact = /^--\s?$/.test(text);
    const drawn = /^\s{0,3}(?:--|[–—]|[-–—_=*~━─]{3,60})\s*$/u.test(text);
    if (!exact && !drawn) continue;
    const below = lines.slice(at + 1, end).filter((line) => !isBlank(line.text));
    if (below.length > (exact ? MAX_SIGNATURE : SHORT_SIGNATURE)) continue;
    if (exact || below.every((line) => !isProse(line.text))) return at;
  }
  return undefined;
}
