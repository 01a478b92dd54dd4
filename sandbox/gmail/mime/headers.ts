import { addressParser, decodeWords } from "postal-mime";

export interface HeaderField {
  name: string;
  /** Unfolded, otherwise as written: encoded words are still encoded. */
  value: string;
  /** Where the field, its line end included, stands in the bytes. */
  start: number;
  end: number;
}

export interface HeaderBlock {
  fields: HeaderField[];
  bodyStart: number;
}

export interface Person {
  name: string;
  address: string;
}

const LF = 10;

/** Text in a header is UTF-8 if it can be (RFC 6532), else whatever single-byte charset it was: never an error. */
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
function headerText(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

export function readHeaders(raw: Buffer): HeaderBlock {
  const fields: HeaderField[] = [];
  let at = 0;
  while (at < raw.length) {
    const next = lineEnd(raw, at);
    if (isBlank(raw, at, next)) return { fields, bodyStart: next };
    let end = next;
    while (end < raw.length && (raw[end] === 32 || raw[end] === 9) && !isBlank(raw, end, lineEnd(raw, end))) {
      end = lineEnd(raw, end);
    }
    const line = headerText(raw.subarray(at, end))
      .replace(/\r?\n(?=[ \t])/g, "")
      .replace(/\r?\n$/, "");
    const colon = line.indexOf(":");
    // A line without a colon is noise (an mbox "From " line, a broken relay): Gmail passes over it.
    if (colon > 0 && !/[\s]/.test(line.slice(0, colon).trimEnd())) {
      fields.push({ name: line.slice(0, colon).trimEnd(), value: line.slice(colon + 1).trim(), start: at, end });
    }
    at = end;
  }
  return { fields, bodyStart: raw.length };
}

function lineEnd(raw: Buffer, from: number): number {
  const lf = raw.indexOf(LF, from);
  return lf === -1 ? raw.length : lf + 1;
}

function isBlank(raw: Buffer, from: number, end: number): boolean {
  const length = end - from;
  return (length === 1 && raw[from] === LF) || (length === 2 && raw[from] === 13 && raw[from + 1] === LF);
}

export function header(fields: readonly HeaderField[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value;
}

export const decoded = (value: string): string => decodeWords(value);

const entries = (value: string): Person[] =>
  addressParser(value, { flatten: true }).map(({ name, address }) => ({
    name: decodeWords(name),
    address: address ?? "",
  }));

/** Whoever can be read out of an address header; the rest of it is passed over. */
export const people = (value: string | undefined): Person[] =>
  entries(value ?? "").filter(({ address }) => address !== "");

/** The same, but `undefined` if any entry is no address: two of them without a comma count as none. */
export function everyPerson(value: string): Person[] | undefined {
  const all = entries(value);
  const readable = all.every(({ name, address }) => isAddress(address) && (value.includes("<") || !name.includes("@")));
  return readable ? all : undefined;
}

export const isAddress = (address: string): boolean => /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+$/.test(address);

/** `<a@x> <b@y>` → ids with their brackets; anything between them is ignored. */
export const messageIds = (value: string | undefined): string[] => value?.match(/<[^<>\s]+>/g) ?? [];
