import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "../../src/db/schema.ts";
import { aDatabase } from "../fakes/database.ts";

const tables = Object.entries(schema) as [string, SQLiteTable][];

test("there are tables", () => expect(tables.length).toBeGreaterThan(10));

test.each(tables)("the migrations have made every column of %s", async (_name, table) => {
  await expect(aDatabase().read.select().from(table).limit(1)).resolves.toBeInstanceOf(Array);
});
