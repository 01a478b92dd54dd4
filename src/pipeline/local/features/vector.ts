import { hash } from "./hash.ts";

/**
 * Features by hash, in groups. Within a group the values are damped and brought to one length, so that a long mail does not
 * outshout a short one; the groups' lengths say how much they count beside each other.
 */
export class Vector {
  readonly #groups = new Map<string, Map<number, number>>();
  readonly #names: Map<number, string> | undefined;

  /** With names kept, for training and for explaining; live scoring has no need of them. */
  constructor(keepNames = false) {
    this.#names = keepNames ? new Map() : undefined;
  }

  group(name: string): (hash: number, value?: number) => void {
    const into = this.#groups.get(name) ?? new Map<number, number>();
    this.#groups.set(name, into);
    return (key, value = 1) => into.set(key, (into.get(key) ?? 0) + value);
  }

  /** For the few features that have a readable name. */
  named(group: string): (name: string, value?: number) => void {
    const add = this.group(group);
    return (name, value = 1) => {
      const key = hash(name);
      this.#names?.set(key, name);
      add(key, value);
    };
  }

  name(key: number): string | undefined {
    return this.#names?.get(key);
  }

  /** Every feature with its final value. */
  entries(lengths: Readonly<Record<string, number>>): { keys: Uint32Array; values: Float32Array } {
    let size = 0;
    for (const group of this.#groups.values()) size += group.size;
    const keys = new Uint32Array(size);
    const values = new Float32Array(size);
    let at = 0;
    for (const [name, group] of this.#groups) {
      let squares = 0;
      const from = at;
      for (const [key, count] of group) {
        const value = count <= 0 ? 0 : 1 + Math.log(count);
        keys[at] = key;
        values[at++] = value;
        squares += value * value;
      }
      const scale = squares > 0 ? (lengths[name] ?? 1) / Math.sqrt(squares) : 0;
      for (let i = from; i < at; i++) values[i]! *= scale;
    }
    return { keys, values };
  }
}
