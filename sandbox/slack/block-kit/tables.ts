import { isObject, type JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { Report } from "./report.ts";
import { checkRichText } from "./rich-text.ts";
import { checkKeys } from "./shape.ts";

export function checkRows(table: JsonObject, path: string, report: Report): void {
  const spec = limits.blocks[String(table.type)];
  if (!Array.isArray(table.rows) || spec === undefined) return;
  table.rows.forEach((row, index) => {
    const at = `${path}/rows/${index}`;
    if (!Array.isArray(row)) {
      report.say("array expected", { path: at });
      return;
    }
    const { min = 0, max = Infinity } = spec.cells_per_row ?? {};
    if (row.length > max) report.say("too many array items", { max, path: at });
    if (row.length < min) report.say("too few array items", { min, path: at });
    row.forEach((cell, column) => {
      checkCell(cell, spec.cell_types ?? [], `${at}/${column}`, report);
    });
  });
}

function checkCell(cell: unknown, types: string[], path: string, report: Report): void {
  if (!isObject(cell)) {
    report.say("null or scalar where an object is needed", { path });
    return;
  }
  const type = String(cell.type);
  if (!types.includes(type)) {
    report.say("unknown or surface-forbidden type", { type, path });
    return;
  }
  if (type === "rich_text") {
    checkKeys(cell, { required: ["type", "elements"], optional: ["block_id"] }, path, report);
    checkRichText(cell, path, report);
  }
  const { required = [] } = limits.composition[type] ?? {};
  checkKeys(cell, { required, optional: [] }, path, report);
}
