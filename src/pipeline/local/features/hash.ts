/** FNV-1a over UTF-16 units: 32 bits, the same on every machine. `seed` keeps kinds of features apart. */
export function hash(text: string, seed = 0): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** The hash of a piece of a text, without cutting the piece out. */
export function hashSlice(text: string, from: number, to: number, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = from; i < to; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
