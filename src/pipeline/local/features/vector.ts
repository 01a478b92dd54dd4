import { hash } from "./hash.ts";

/** How much every group of features counts. */
export type Lengths = Readonly<Record<string, number>>;

export interface Features {
  keys: Uint32Array;
  values: Float32Array;
}

/**
 * Features by hash, in groups. Within a group the values are damped and brought to one length, so that a long mail does not
 * outshout a short one; the groups' lengths say how much they count beside each other.
 */
export class Vector {
  readonly #groups = new Map<string, Counts>();

  group(name: string): (hash: number, value?: number) => void {
    const into = this.#groups.get(name) ?? new Counts();
    this.#groups.set(name, into);
    return (key, value = 1) => into.add(key, value);
  }

  /** For the few features that have a readable name. */
  named(group: string): (name: string, value?: number) => void {
    const add = this.group(group);
    return (name, value = 1) => add(hash(name), value);
  }

  /** Every feature of the groups that have a length, with its final value. */
  entries(lengths: Lengths): Features {
    const wanted = [...this.#groups].filter(([name]) => lengths[name]);
    let size = 0;
    for (const [, group] of wanted) size += group.size;
    const keys = new Uint32Array(size);
    const values = new Float32Array(size);
    let at = 0;
    for (const [name, group] of wanted) {
      let squares = 0;
      const from = at;
      for (let i = 0; i < group.size; i++) {
        const count = group.counts[i]!;
        const value = count <= 0 ? 0 : 1 + Math.log(count);
        keys[at] = group.keys[i]!;
        values[at++] = value;
        squares += value * value;
      }
      const scale = squares > 0 ? lengths[name]! / Math.sqrt(squares) : 0;
      for (let i = from; i < at; i++) values[i]! *= scale;
    }
    return { keys, values };
  }
}

/** How often each key came, in the order in which they came first. A Map of so many numbers takes twice as long. */
class Counts {
  size = 0;
  keys = new Uint32Array(64);
  counts = new Float64Array(64);
  /** Where each key stands, plus one: zero is a free slot. */
  #slots = new Int32Array(128);

  add(key: number, value: number): void {
    const at = this.#slotOf(key);
    const known = this.#slots[at]! - 1;
    if (known >= 0) {
      this.counts[known]! += value;
      return;
    }
    this.keys[this.size] = key;
    this.counts[this.size] = value;
    this.#slots[at] = ++this.size;
    if (this.size === this.keys.length) this.#grow();
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let at = key & mask;
    while (this.#slots[at] !== 0 && this.keys[this.#slots[at]! - 1] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(2 * keys.length);
    this.keys.set(keys);
    this.counts = new Float64Array(2 * keys.length);
    this.counts.set(counts);
    this.#slots = new Int32Array(4 * keys.length);
    for (let i = 0; i < this.size; i++) this.#slots[this.#slotOf(keys[i]!)] = i + 1;
  }
}
