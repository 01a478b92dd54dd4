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
  readonly #groups = new Map<string, Map<number, number>>();

  group(name: string): (hash: number, value?: number) => void {
    const into = this.#groups.get(name) ?? new Map<number, number>();
    this.#groups.set(name, into);
    return (key, value = 1) => into.set(key, (into.get(key) ?? 0) + value);
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
      for (const [key, count] of group) {
        const value = count <= 0 ? 0 : 1 + Math.log(count);
        keys[at] = key;
        values[at++] = value;
        squares += value * value;
      }
      const scale = squares > 0 ? lengths[name]! / Math.sqrt(squares) : 0;
      for (let i = from; i < at; i++) values[i]! *= scale;
    }
    return { keys, values };
  }
}
