import type { Reader } from "./database.ts";
import { getTableColumns, Param, type Placeholder, type SQL, sql } from "./drizzle.ts";

/**
 * Statements that every mail needs are built once a connection: Drizzle's building costs more than SQLite's work.
 * A parameter that a partial index's condition is compared with must be a literal: SQLite compiles anew for each value of it.
 */
export function prepared<Built>(build: (db: Reader) => Built): (db: Reader) => Built {
  const kept = new WeakMap<Reader, Built>();
  return (db) => {
    const known = kept.get(db);
    if (known) return known;
    const made = build(db);
    kept.set(db, made);
    return made;
  };
}

/** The same for statements that differ by the columns they are given; what is undefined is left out. */
export function preparedFor<Built>(
  build: (db: Reader, columns: readonly string[]) => Built,
): (db: Reader, values: Readonly<Record<string, unknown>>) => Built {
  const forDb = prepared(() => new Map<string, Built>());
  return (db, values) => {
    const columns = Object.keys(values).filter((name) => values[name] !== undefined);
    const shape = columns.join();
    const shapes = forDb(db);
    const known = shapes.get(shape);
    if (known) return known;
    const made = build(db, columns);
    shapes.set(shape, made);
    return made;
  };
}

/** A limit as a literal: SQLite compiles a statement anew each time it is given one as a parameter. */
export const upTo = (rows: number): Placeholder => sql.raw(String(rows)) as unknown as Placeholder;

type Table = Parameters<typeof getTableColumns>[0];

/** Values for these columns, to be given when the statement runs. */
export function given<Of extends Table>(table: Of, columns: readonly string[]): Of["$inferInsert"] {
  const known = getTableColumns(table);
  const values: Record<string, SQL> = {};
  for (const name of columns) {
    const column = known[name]!;
    // Drizzle would write the column's own form of null: `false`, or JSON's.
    const encoder = {
      mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
    };
    values[name] = sql`${new Param(sql.placeholder(name), encoder)}`;
  }
  return values;
}
