import { globSync } from "node:fs";
import path from "node:path";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { aDatabase } from "../fakes/database.ts";

const DB = path.join(import.meta.dirname, "../../src/db");
const files = await Promise.all(globSync("schema*.ts", { cwd: DB }).map((file) => import(path.join(DB, file))));
const tables = files.flatMap((schema) => Object.entries(schema)) as [string, SQLiteTable][];

test("there are tables", () => expect(tables.length).toBeGreaterThan(10));

test.each(tables)("the migrations have made every column of %s", async (_name, table) => {
  await expect(aDatabase().read.select().from(table).limit(1)).resolves.toBeInstanceOf(Array);
});
