/** A cell may be explained by the head of its column: attachments are often spreadsheets. */
const MAX_COLUMNS = 64;

interface Row {
  start: number;
  delimiter: string;
  cells: string[];
  /** Index of the row that heads this one's block: the first of the adjoining rows with as many cells. */
  head: number;
}

/** Splits the text into rows once; the answer for one place is then a binary search away. */
export function columnHeaders(text: string): (at: number) => string {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const delimiter = delimiterOf(line);
    const cells = delimiter === "" ? [] : line.split(delimiter, MAX_COLUMNS);
    const above = rows.at(-1);
    const continues = above !== undefined && cells.length > 1 && above.cells.length === cells.length;
    rows.push({ start, delimiter, cells, head: continues ? above.head : rows.length });
    start += line.length + 1;
  }
  return (at) => {
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((rows[middle] as Row).start <= at) low = middle;
      else high = middle - 1;
    }
    const row = rows[low];
    if (!row || row.head === low) return "";
    const column = text.slice(row.start, Math.min(at, row.start + 2000)).split(row.delimiter).length - 1;
    return rows[row.head]?.cells[column] ?? "";
  };
}

const delimiterOf = (line: string): string =>
  ["\t", ";", "|", ","].find((one) => line.includes(one) && line.split(one, 3).length > 2) ?? "";
