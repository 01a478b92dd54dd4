import { isAscii } from "node:buffer";
import { TextDecoder } from "node:util";
import { MAX_BOUNDARY_LINES } from "./limits.ts";

/**
 * Byte-level repairs before a MIME parser sees the mail: things that archives and old senders do to whole messages.
 * Nothing here looks at content beyond the first blank line, except for counting boundary lines.
 */
export function repairRaw(raw: Uint8Array): { bytes: Uint8Array; defects: string[] } {
  const defects: string[] = [];
  let bytes = raw.subarray(leadingJunk(raw));
  if (isBareCr(bytes)) {
    bytes = bytes.map((byte) => (byte === CR ? LF : byte));
    defects.push("line ends were bare CR");
  }
  const cut = boundaryLimit(bytes);
  if (cut < bytes.length) {
    bytes = bytes.subarray(0, cut);
    defects.push(`cut after ${MAX_BOUNDARY_LINES} boundary lines`);
  }
  const recoded = recodeHeaders(bytes);
  if (recoded) {
    bytes = recoded;
    defects.push("8-bit header that is not UTF-8");
  }
  return { bytes, defects };
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** A byte order mark, blank lines, and the `From ` line of mbox files (also `>From `, as archives escape it). */
function leadingJunk(raw: Uint8Array): number {
  let at = 0;
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) at = 3;
  for (;;) {
    while (at < raw.length && (raw[at] === LF || raw[at] === CR)) at++;
    const start = raw[at] === 0x3e ? at + 1 : at;
    if (!FROM_LINE.every((byte, i) => raw[start + i] === byte)) return at;
    const end = raw.indexOf(LF, start);
    if (end < 0) return at;
    at = end + 1;
  }
}
const FROM_LINE = [...new TextEncoder().encode("From ")];

function isBareCr(bytes: Uint8Array): boolean {
  return bytes.indexOf(LF) < 0 && bytes.indexOf(CR) >= 0;
}

/** Where the mail must end so that it has no more than MAX_BOUNDARY_LINES lines that begin with two dashes. */
function boundaryLimit(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(DASH); at >= 0; at = bytes.indexOf(DASH, at + 1)) {
    if (bytes[at + 1] !== DASH) continue;
    if (at > 0 && bytes[at - 1] !== LF) {
      while (bytes[at + 1] === DASH) at++;
      continue;
    }
    if (++lines > MAX_BOUNDARY_LINES) return at;
  }
  return bytes.length;
}

/**
 * Headers in raw Latin-1, GBK or Shift_JIS (RFC 5322 forbids them; web forms and old clients send them): the block is
 * decoded with the charset that the mail names for itself, else as windows-1252, and given on as UTF-8.
 */
function recodeHeaders(bytes: Uint8Array): Uint8Array | undefined {
  const end = headerEnd(bytes);
  const head = bytes.subarray(0, end);
  if (isAscii(head)) return undefined;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head);
    return undefined;
  } catch {
    const named = /charset="?([\w.-]{3,30})/i.exec(new TextDecoder("latin1").decode(head.subarray(0, 64_000)))?.[1];
    const text = new TextEncoder().encode(headerDecoder(named).decode(head));
    const out = new Uint8Array(text.length + bytes.length - end);
    out.set(text);
    out.set(bytes.subarray(end), text.length);
    return out;
  }
}

function headerDecoder(charset: string | undefined): TextDecoder {
  try {
    if (charset && !/^(utf-?8|us-ascii|iso-2022)/i.test(charset)) return new TextDecoder(charset);
  } catch {
    // An unknown name: the fallback below.
  }
  return new TextDecoder("windows-1252");
}

/** Offset just behind the line end that closes the header block. */
export function headerEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF || (bytes[at + 1] === CR && bytes[at + 2] === LF)) return at + 1;
  }
  return bytes.length;
}
