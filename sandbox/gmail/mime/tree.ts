import { type HeaderField, header, readHeaders } from "./headers.ts";
import { decodeCharset, readParameters } from "./params.ts";

export interface Part {
  /** `""` for the whole mail, then `0`, `1`, `1.0` …: the numbering of the Gmail API. */
  partId: string;
  headers: HeaderField[];
  mimeType: string;
  params: Record<string, string>;
  disposition: string;
  filename: string;
  /** Transfer encoding undone; empty for a container. */
  body: Buffer;
  parts: Part[];
}

/** Deeper nesting than any mail program makes is an attack on the stack; such a part stays closed. */
const DEEPEST = 60;

export function parseMail(raw: Buffer): Part {
  return parsePart(raw, "", 0, "text/plain");
}

function parsePart(raw: Buffer, partId: string, depth: number, fallbackType: string): Part {
  const { fields, bodyStart } = readHeaders(raw);
  const type = readParameters(header(fields, "Content-Type"));
  const disposition = readParameters(header(fields, "Content-Disposition"));
  const mimeType = /^[^\s/]+\/[^\s/]+$/.test(type.value) ? type.value : fallbackType;
  const body = raw.subarray(bodyStart);
  const part: Part = {
    partId,
    headers: fields,
    mimeType,
    params: type.params,
    disposition: disposition.value,
    filename: disposition.params.filename ?? type.params.name ?? "",
    body: Buffer.alloc(0),
    parts: [],
  };
  const child = (bytes: Buffer, index: number, kind: string) =>
    parsePart(bytes, partId === "" ? String(index) : `${partId}.${index}`, depth + 1, kind);
  const boundary = type.params.boundary;
  if (mimeType.startsWith("multipart/") && boundary && depth < DEEPEST) {
    const kind = mimeType === "multipart/digest" ? "message/rfc822" : "text/plain";
    part.parts = split(body, boundary).map((bytes, index) => child(bytes, index, kind));
    return part;
  }
  part.body = undoTransferEncoding(body, header(fields, "Content-Transfer-Encoding") ?? "");
  if (mimeType === "message/rfc822" && depth < DEEPEST) part.parts = [child(part.body, 0, "text/plain")];
  return part;
}

/** Between `--boundary` lines; the line end before a boundary belongs to the boundary (RFC 2046 5.1.1). */
function split(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, "utf8");
  const found: Buffer[] = [];
  let start = -1;
  let at = 0;
  while (at <= body.length) {
    const hit = body.indexOf(mark, at);
    if (hit === -1) break;
    at = hit + mark.length;
    if (hit > 0 && body[hit - 1] !== 10) continue;
    const closing = body[at] === 45 && body[at + 1] === 45;
    const newline = body.indexOf(10, at);
    const rest = body.subarray(at + (closing ? 2 : 0), newline === -1 ? body.length : newline).toString("latin1");
    if (rest.trim() !== "") continue;
    if (start !== -1) found.push(body.subarray(start, Math.max(start, withoutLineEnd(body, hit))));
    start = newline === -1 ? body.length : newline + 1;
    if (closing) return found;
    at = start;
  }
  // A mail cut off in transit has no closing line: what is there still counts.
  if (start !== -1 && start < body.length) found.push(body.subarray(start));
  return found;
}

function withoutLineEnd(body: Buffer, end: number): number {
  if (body[end - 1] !== 10) return end;
  return body[end - 2] === 13 ? end - 2 : end - 1;
}

function undoTransferEncoding(body: Buffer, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body.toString("latin1"), "base64");
    case "quoted-printable":
      return fromQuotedPrintable(body);
    default:
      return body;
  }
}

function fromQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString("latin1")
    .replace(/[ \t]+(?=\r?\n)/g, "")
    .replace(/=\r?\n/g, "");
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

export const partText = (part: Part): string => decodeCharset(part.body, part.params.charset ?? "utf-8");

export function* everyPart(part: Part): Generator<Part> {
  yield part;
  for (const child of part.parts) yield* everyPart(child);
}

/** What the web page shows as an attachment: anything named, or not text, that is not a container. */
export function isAttachment(part: Part): boolean {
  if (part.mimeType.startsWith("multipart/")) return false;
  return part.filename !== "" || part.disposition === "attachment" || !part.mimeType.startsWith("text/");
}

export function attachmentsOf(mail: Part): Part[] {
  const found: Part[] = [];
  const visit = (part: Part) => {
    // A mail that is nothing but a file is one; a mail in an odd text type is not.
    const counts = part.partId !== "" || part.filename !== "" || part.disposition === "attachment";
    if (counts && isAttachment(part)) found.push(part);
    else for (const child of part.parts) visit(child);
  };
  visit(mail);
  return found;
}
