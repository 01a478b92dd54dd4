const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units: 32 bits, the same on every machine. `seed` keeps kinds of features apart. */
export const hash = (text: string, seed = 0): number => hashOn(hashStart(seed), text);

/** A hash is made letter by letter, so that what begins alike need not be hashed twice: `hashOn(hash("a"), "b")` is `hash("ab")`. */
export const hashStart = (seed = 0): number => START ^ seed;

export function hashOn(before: number, text: string): number {
  let value = before;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value >>> 0;
}

/** The same for one more UTF-16 unit, as a signed number: quicker, and the same 32 bits. */
export const hashUnit = (before: number, unit: number): number => Math.imul(before ^ unit, PRIME);
