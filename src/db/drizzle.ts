import { createRequire } from "node:module";

/**
 * Drizzle, loaded as CommonJS. Its ESM build costs Node 24 about 580 ms and 140 MB at start (the package's very large
 * `exports` map is parsed again for each of its 170 modules); the CommonJS build of the same version costs 135 ms and 20 MB.
 * drizzle-kit in turn loads the schema as CommonJS, where `import.meta` is empty: hence the second choice.
 */
const require = createRequire(import.meta.url ?? __filename);

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  not,
  or,
  Param,
  sql,
  sum,
} = require("drizzle-orm") as typeof import("drizzle-orm");

export const { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } =
  require("drizzle-orm/sqlite-core") as typeof import("drizzle-orm/sqlite-core");

export const { drizzle } = require("drizzle-orm/better-sqlite3") as typeof import("drizzle-orm/better-sqlite3");
export const { migrate } =
  require("drizzle-orm/better-sqlite3/migrator") as typeof import("drizzle-orm/better-sqlite3/migrator");

export type { Placeholder, SQL } from "drizzle-orm";
