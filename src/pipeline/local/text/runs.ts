/** A piece of a text and where it begins. */
export interface Run {
  text: string;
  start: number;
}

/** By the codes of ASCII: 1 for what a run may begin with, 2 for what may only follow. */
export const asciiOf = (begins: RegExp, follows?: RegExp): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    return begins.test(character) ? 1 : follows?.test(character) ? 2 : 0;
  });

/**
 * The runs of characters that `pattern` (global) finds. Plain ones are cut without it, several times as fast: `plain` says what its ASCII
 * characters are, and a run that touches anything beyond ASCII is left to the pattern.
 */
export function runsIn(text: string, pattern: RegExp, plain: Uint8Array, most = Number.POSITIVE_INFINITY): Run[] {
  const found: Run[] = [];
  let at = 0;
  while (at < text.length && found.length < most) {
    const first = text.charCodeAt(at);
    if (first < 128 && plain[first] !== 1) {
      at++;
      continue;
    }
    let end = at;
    while (plain[text.charCodeAt(end)]! > 0) end++;
    if (end > at && !(text.charCodeAt(end) > 127)) {
      found.push({ text: text.slice(at, end), start: at });
      at = end;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) break;
    found.push({ text: match[0], start: match.index });
    at = match.index + match[0].length;
  }
  return found;
}
