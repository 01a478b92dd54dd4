import type { PiiKind } from "../../domain/email.ts";
import { tokenFor } from "./token.ts";
import { valueKey } from "./value-key.ts";

type Kind = PiiKind | "literal";

/** What a thread's placeholders stand for. It holds the values themselves: encrypt it wherever it is kept. */
export interface PlaceholdersState {
  v: 1;
  /** Kind, number and the value as first written. */
  entries: { kind: Kind; index: number; value: string }[];
  /** Placeholder look-alikes that a sender wrote himself: never given out. */
  foreign: string[];
  /** Fingerprints of texts that were redacted with these placeholders, so that doing it again changes nothing. */
  done: number[];
}

/** One thread's names for its values: `[EMAIL_1]` is the same address in every mail of it. */
export class Placeholders {
  readonly #tokens = new Map<string, string>();
  readonly #values = new Map<string, { kind: Kind; index: number; value: string }>();
  readonly #next = new Map<Kind, number>();
  readonly #foreign = new Set<string>();
  readonly #done = new Set<number>();

  static restore(state: PlaceholdersState): Placeholders {
    const placeholders = new Placeholders();
    for (const { kind, index, value } of state.entries) placeholders.#add(kind, index, value);
    for (const token of state.foreign) placeholders.#foreign.add(token);
    for (const fingerprint of state.done) placeholders.#done.add(fingerprint);
    return placeholders;
  }

  toJSON(): PlaceholdersState {
    return { v: 1, entries: [...this.#values.values()], foreign: [...this.#foreign], done: [...this.#done] };
  }

  /** The placeholder for a value: the one it has, else the next free one. */
  tokenFor(kind: Kind, value: string): string {
    const known = this.#tokens.get(keyOf(kind, value));
    if (known !== undefined) return known;
    let index = this.#next.get(kind) ?? 1;
    while (this.#foreign.has(tokenFor(kind, index))) index++;
    return this.#add(kind, index, value);
  }

  /** The value behind a placeholder; undefined for one that is not ours. */
  valueOf(token: string): { kind: Kind; value: string } | undefined {
    return this.#values.get(token);
  }

  /** Keeps a sender's imitation from ever meaning something. */
  reserve(token: string): void {
    if (!this.#values.has(token)) this.#foreign.add(token);
  }

  remember(text: string): void {
    this.#done.add(fingerprint(text));
    for (const oldest of this.#done) {
      if (this.#done.size <= REMEMBERED) break;
      this.#done.delete(oldest);
    }
  }

  knows(text: string): boolean {
    return this.#done.has(fingerprint(text));
  }

  #add(kind: Kind, index: number, value: string): string {
    const token = tokenFor(kind, index);
    this.#tokens.set(keyOf(kind, value), token);
    this.#values.set(token, { kind, index, value });
    this.#next.set(kind, Math.max(this.#next.get(kind) ?? 1, index + 1));
    return token;
  }
}

/** Texts are masked again within one pass over a mail, not years later. */
const REMEMBERED = 200;

const keyOf = (kind: Kind, value: string): string =>
  kind === "literal" ? `literal ${value}` : `${kind} ${valueKey(kind, value)}`;

/** 53 bits of two FNV-like sums. Not a secret: it only tells one of this thread's few texts from another. */
function fingerprint(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
