/** What was decided for the very same question a moment ago: the same newsletter in four mailboxes costs one call. */
export interface AnswerCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function createAnswerCache<Value>({
  ttlMs,
  max,
  now,
}: {
  ttlMs: number;
  max: number;
  now: () => number;
}): AnswerCache<Value> {
  const entries = new Map<string, { value: Value; expiresAt: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry || entry.expiresAt <= now()) return undefined;
      return entry.value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, expiresAt: now() + ttlMs });
      // A Map keeps the order of insertion, so the first key is the oldest.
      if (entries.size > max) entries.delete(entries.keys().next().value!);
    },
  };
}
