import { useState } from "preact/hooks";
import type { Block, Json } from "../state/slack-types.ts";
import { RichText } from "../text/rich-text.ts";
import { html } from "../ui/html.ts";

const rowsOf = ({ rows }: Block): Json[][] => (Array.isArray(rows) ? (rows as Json[][]) : []);

/** `table` and `data_table`: the first row names the columns; the latter comes in pages. */
export function Table({ block }: { block: Block }) {
  const rows = rowsOf(block);
  const [head = [], ...body] = rows;
  const settings = (block.column_settings ?? []) as { align?: string; is_wrapped?: boolean }[];
  const size = block.type === "data_table" ? Number(block.page_size ?? 5) : body.length || 1;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const [page, setPage] = useState(0);
  const shown = body.slice(page * size, (page + 1) * size);
  const style = (column: number): string => `text-align:${settings[column]?.align ?? "left"}`;
  return html`<div class="block table-block">
    <div class="table-scroll" tabindex="0" role="region" aria-label=${String(block.caption ?? "Table")}>
      <table>
        ${block.caption && html`<caption>${String(block.caption)}</caption>`}
        <thead><tr>${head.map((cell, i) => html`<th scope="col" style=${style(i)}><${Cell} cell=${cell} /></th>`)}</tr></thead>
        <tbody>
          ${shown.map((row) => html`<tr>${row.map((cell, i) => html`<td style=${style(i)}><${Cell} cell=${cell} /></td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
    ${
      pages > 1 &&
      html`<div class="pager">
        <button type="button" class="button small" disabled=${page === 0} onClick=${() => setPage(page - 1)}>Previous</button>
        <span>Page ${page + 1} of ${pages}</span>
        <button type="button" class="button small" disabled=${page === pages - 1} onClick=${() => setPage(page + 1)}>Next</button>
      </div>`
    }
  </div>`;
}

function Cell({ cell }: { cell: Json }) {
  if (cell.type === "rich_text") return html`<${RichText} block=${cell} />`;
  return String(cell.text ?? cell.value ?? cell.number ?? "");
}

interface Series {
  name?: string;
  label?: string;
  data?: unknown[];
  points?: unknown[];
}

/** Charts as the numbers they are made of: true on every screen, and read aloud. */
export function Chart({ block }: { block: Block }) {
  const chart = (block.chart ?? {}) as { type?: string; series?: Series[]; segments?: Json[] };
  const rows = [
    ...(chart.segments ?? []).map((segment) => [
      String(segment.label ?? segment.name ?? ""),
      String(segment.value ?? ""),
    ]),
    ...(chart.series ?? []).map(({ name, label, data, points }) => [
      name ?? label ?? "",
      (data ?? points ?? []).map((point) => JSON.stringify(point)).join(", "),
    ]),
  ];
  return html`<figure class="block table-block">
    <figcaption><strong>${String(block.title ?? "Chart")}</strong> (${chart.type ?? "chart"})</figcaption>
    <table><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
  </figure>`;
}
