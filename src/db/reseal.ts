import type { Database, Tx } from "./database.ts";
import { sql } from "./drizzle.ts";

/** Changing the key of what is stored. Each value names its key, so a run that was cut short goes on where it stopped. */

/** Rows in one transaction, by number and by size. */
const BATCH = 200;
const BATCH_BYTES = 8 * 1024 * 1024;

export interface Column {
  table: string;
  column: string;
}

/** Every column of the database that holds sealed values: they are its only blobs. The key of the hashes comes first. */
export async function sealedColumns(db: Database): Promise<Column[]> {
  const columns = (await db.read.all(sql`
    select t.name as "table", c.name as "column" from pragma_table_list t join pragma_table_info(t.name) c
    where t.schema = 'main' and t.type = 'table' and lower(c.type) = 'blob' order by t.name = 'origin' desc, 1, 2`)) as Column[];
  if (columns[0]?.table !== "origin") throw new Error("the sealed columns were not found");
  return columns;
}

/**
 * Seals a column's values with the newest key. The first column is the key of the hashes: once that is sealed anew, a start with
 * the old key alone is refused at once instead of failing row by row.
 */
export async function resealColumn(db: Database, { table, column }: Column): Promise<number> {
  const [from, value] = [sql.raw(`"${table}"`), sql.raw(`"${column}"`)];
  const wanted = Buffer.from(db.read.vault.keyId, "hex");
  let resealed = 0;
  for (let after = 0; ; ) {
    const rows = (await db.read.all(sql`
      select rowid as id, length(${value}) as bytes from ${from}
      where rowid > ${after} and ${value} is not null and substr(${value}, 2, 4) <> ${wanted}
      order by rowid limit ${BATCH}`)) as { id: number; bytes: number }[];
    if (rows.length === 0) return resealed;
    let bytes = 0;
    const batch = rows.filter((row, index) => {
      bytes += row.bytes;
      return index === 0 || bytes <= BATCH_BYTES;
    });
    await db.transaction(async (tx) => {
      for (const { id } of batch) await resealRow(tx, { table, column }, id);
    });
    resealed += batch.length;
    after = batch.at(-1)!.id;
  }
}

async function resealRow(tx: Tx, { table, column }: Column, id: number): Promise<void> {
  const [from, value] = [sql.raw(`"${table}"`), sql.raw(`"${column}"`)];
  const [row] = (await tx.all(sql`select ${value} as sealed from ${from} where rowid = ${id}`)) as { sealed: Buffer }[];
  const purpose = `${table}.${column}`;
  const sealed = tx.vault.seal(tx.vault.open(row!.sealed, purpose), purpose);
  await tx.run(sql`update ${from} set ${value} = ${sealed} where rowid = ${id}`);
}

/** Writes the file anew, so that nothing sealed with an old key is left in its free pages or in the log beside it. */
export async function rewriteFile(db: Database): Promise<void> {
  await db.read.run(sql`vacuum`);
  await db.read.all(sql`pragma wal_checkpoint(truncate)`);
}
