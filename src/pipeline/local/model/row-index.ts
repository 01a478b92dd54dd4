/** Of the keys' 32 bits: about one key to a group. */
const GROUP_BITS = 16;
const SHIFT = 32 - GROUP_BITS;

/**
 * Finds a feature's row by its hash. The keys stand in rising order and hashes are spread evenly, so a list of where each group
 * of keys begins is all it takes: a hash table of so many numbers is four times as large, and waiting for memory is most of the work.
 */
export class RowIndex {
  readonly #keys: Uint32Array;
  readonly #starts = new Int32Array(2 ** GROUP_BITS + 1);

  /** `keys` in rising order. */
  constructor(keys: Uint32Array) {
    this.#keys = keys;
    for (const key of keys) this.#starts[(key >>> SHIFT) + 1]!++;
    for (let group = 1; group < this.#starts.length; group++) this.#starts[group]! += this.#starts[group - 1]!;
  }

  /** The row at or right above which a key's own stands, if it has one. */
  near(key: number): number {
    return this.#starts[key >>> SHIFT]!;
  }

  /** -1 for a feature that the model does not know. */
  find(key: number): number {
    const keys = this.#keys;
    const group = key >>> SHIFT;
    const to = this.#starts[group + 1]!;
    for (let row = this.#starts[group]!; row < to; row++) if (keys[row] === key) return row;
    return -1;
  }
}
