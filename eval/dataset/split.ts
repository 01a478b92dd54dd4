import { type FolderCase, hashOf } from "./folder.ts";

export const SPLITS = ["dev", "test"] as const;
export type Split = (typeof SPLITS)[number];

type Hashed = Pick<FolderCase, "hash" | "labelHash">;

/** Half and half by the content's own hash: nobody chooses which mail is held out, and adding mail moves none. */
export const splitOf = ({ hash }: Pick<Hashed, "hash">): Split => (Number.parseInt(hash[0]!, 16) < 8 ? "dev" : "test");

/** Names a set: two runs with the same one saw the same mail with the same labels, in whatever order. */
export const setHash = (cases: readonly Hashed[]): string =>
  hashOf(...cases.map(({ hash, labelHash }) => hash + labelHash).sort()).slice(0, 12);

/**
 * The same few on every run, with every intent in about its share: each intent's mails are spread evenly over the way from 0
 * to 1, and the first `limit` along it are taken.
 */
export function stratified<One extends { hash: string; label: { intent: string } }>(
  cases: readonly One[],
  limit: number,
): One[] {
  const byIntent = Map.groupBy(cases, ({ label }) => label.intent);
  const placed = [...byIntent.values()].flatMap((group) =>
    group.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).map((one, rank) => ({ one, at: (rank + 0.5) / group.length })),
  );
  const chosen = new Set(
    placed
      .sort((a, b) => a.at - b.at || (a.one.hash < b.one.hash ? -1 : 1))
      .slice(0, limit)
      .map(({ one }) => one),
  );
  return cases.filter((one) => chosen.has(one));
}
