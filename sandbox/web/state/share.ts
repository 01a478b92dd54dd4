/**
 * The new value, made of as much of the old one as is equal. What did not change keeps its identity, so a redraw after
 * every event touches only what is different, however large the answer was.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    // Messages move up when older ones leave the list; their ts finds the one to compare with.
    const known = new Map(before.map((item, index) => [keyOf(item) ?? index, item]));
    const shared = after.map((item, index) => share(known.get(keyOf(item) ?? index), item));
    const same = shared.length === before.length && shared.every((item, index) => Object.is(item, before[index]));
    return (same ? before : shared) as T;
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = Object.keys(after);
    const shared = Object.fromEntries(keys.map((key) => [key, share(before[key], after[key])]));
    const same = keys.length === Object.keys(before).length && keys.every((key) => Object.is(shared[key], before[key]));
    return (same ? before : shared) as T;
  }
  return after;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const keyOf = (item: unknown): string | undefined => {
  if (!isRecord(item)) return undefined;
  const key = item.ts ?? item.id;
  return typeof key === "string" ? key : undefined;
};
