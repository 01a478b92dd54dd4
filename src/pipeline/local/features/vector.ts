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

  group(name: string): Counts {
    const group = this.#groups.get(name) ?? new Counts();
    this.#groups.set(name, group);
    return group;
  }

  /** Every feature of the groups that have a length, with its final value. */
  entries(lengths: Lengths): Features {
    const wanted = [...this.#groups].filter(([name]) => lengths[name]);
    let size = 0;
    for (const [, group] of wanted) size += group.keys.length;
    const keys = new Uint32Array(size);
    const values = new Float32Array(size);
    let at = 0;
    for (const [name, group] of wanted) {
      let squares = 0;
      const from = at;
      for (let i = 0; i < group.keys.length; i++) {
        const count = group.counts[i]!;
        const value = count === 1 ? 1 : 1 + Math.log(count);
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
export class Counts {
  /** As signed numbers, which Node holds in place; half of the unsigned ones it would box. */
  readonly keys: number[] = [];
  readonly counts: number[] = [];
  /** Where each key stands, plus one: zero is a free slot. At most half of them are taken. */
  #slots = new Int32Array(256);

  add(hash: number): void {
    const key = hash | 0;
    const slot = this.#slotOf(key);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) {
      this.counts[known]!++;
      return;
    }
    this.keys.push(key);
    this.counts.push(1);
    this.#slots[slot] = this.keys.length;
    if (2 * this.keys.length > this.#slots.length) this.#grow();
  }

  /** For the few features that have a readable name. */
  named(name: string): void {
    this.add(hash(name));
  }

  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = key & mask;
    while (slots[slot] !== 0 && this.keys[slots[slot]! - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    this.#slots = new Int32Array(4 * this.#slots.length);
    for (let i = 0; i < this.keys.length; i++) this.#slots[this.#slotOf(this.keys[i]!)] = i + 1;
  }
}
