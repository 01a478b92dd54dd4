import type { Features, Lengths } from "../features/vector.ts";
import { RowIndex } from "./row-index.ts";

/** A linear model as its file holds it: one row of whole numbers for each feature, one column for each thing it scores. */
export interface Weights {
  columns: string[];
  /** How much every group of features counts; groups that are not named are left out. */
  lengths: Lengths;
  bias: number[];
  /** What one step of a column's whole numbers is worth. */
  scales: number[];
  /** The features' hashes in rising order, one for each row. */
  keys: Uint32Array;
  rows: RowIndex;
  cells: Int8Array;
}

interface Header extends Pick<Weights, "columns" | "lengths" | "bias" | "scales"> {
  rows: number;
}

/** The length of the header, the header as JSON, the keys as 32-bit numbers in rising order, the rows of bytes. */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 4 + view.getUint32(0, true);
  const { rows: count, ...header } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd))) as Header;
  const keys = Uint32Array.from({ length: count }, (_, row) => view.getUint32(headerEnd + 4 * row, true));
  const from = headerEnd + 4 * count;
  const cells = new Int8Array(bytes.buffer, bytes.byteOffset + from, count * header.columns.length);
  return { ...header, keys, rows: new RowIndex(keys), cells };
}

export function writeWeights({ columns, lengths, bias, scales, keys, cells }: Weights): Uint8Array {
  const text = new TextEncoder().encode(
    JSON.stringify({ columns, lengths, bias, scales, rows: keys.length } satisfies Header),
  );
  const bytes = new Uint8Array(4 + text.length + 4 * keys.length + cells.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  const keysAt = 4 + text.length;
  keys.forEach((key, row) => {
    view.setUint32(keysAt + 4 * row, key, true);
  });
  bytes.set(new Uint8Array(cells.buffer, cells.byteOffset, cells.length), keysAt + 4 * keys.length);
  return bytes;
}

/** One score for each column. */
export function scoreColumns(
  { bias, scales, keys: known, rows, cells }: Weights,
  { keys, values }: Features,
): Float64Array {
  const width = bias.length;
  const scores = new Float64Array(width);
  fetchAhead({ keys: known, rows, cells }, keys, width);
  const places = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) places[i] = rows.find(keys[i]!) * width;
  for (let i = 0; i < keys.length; i++) {
    const from = places[i]!;
    if (from < 0) continue;
    const value = values[i]!;
    for (let column = 0; column < width; column++) scores[column]! += cells[from + column]! * value;
  }
  for (let column = 0; column < width; column++) scores[column] = scores[column]! * scales[column]! + bias[column]!;
  return scores;
}

/**
 * Reads what will be needed, and nothing hangs on it: the processor then waits for many pieces of memory at once. Without it the
 * waiting, key by key, is most of the time that scoring takes.
 */
function fetchAhead(
  { keys, rows, cells }: Pick<Weights, "keys" | "rows" | "cells">,
  wanted: Uint32Array,
  width: number,
): void {
  let sum = 0;
  for (let i = 0; i < wanted.length; i++) {
    const row = rows.near(wanted[i]!);
    sum += keys[row]! + cells[row * width]!;
  }
  fetched[0] = sum;
}
/** What is kept nowhere would not be read at all. */
const fetched = new Float64Array(1);

/** What one feature adds to one column. */
export function weightOf({ columns, scales, rows, cells }: Weights, key: number, column: number): number {
  const row = rows.find(key);
  return row < 0 ? 0 : cells[row * columns.length + column]! * scales[column]!;
}

export function softmax(scores: ArrayLike<number>): number[] {
  const list = Array.from(scores);
  const highest = Math.max(...list);
  const raised = list.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}
