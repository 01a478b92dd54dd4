import { blob, integer, sql } from "./drizzle.ts";

/**
 * The kinds of columns. Every instant is epoch milliseconds. Columns named `content` are sealed by the vault (AES-256-GCM);
 * what is searched or joined on beside them is a keyed hash (`…Hash`) or a plain field chosen for it. The schema keeps its own
 * promises: unique keys and CHECKs hold even where code is wrong.
 */
export const id = () => integer().primaryKey({ autoIncrement: true });
export const instant = () => integer();
export const sealed = () => blob({ mode: "buffer" });
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`);
