import { decodeText } from "../parse/charset.ts";
import type { FileKind } from "./detect.ts";
import { readPdfText } from "./pdf.ts";
import { listZip, readZipEntry, type ZipEntry, type ZipListing } from "./zip.ts";

/** Text kept of one file: order and invoice numbers and amounts stand at the top. */
export const MAX_FILE_TEXT = 8_000;
/** One packed XML part of an office file; a hundred pages have about 1 MB. */
const MAX_XML = 4 * 1024 * 1024;

/** The text of a file that people send with requests: PDF, CSV and plain text, simple office documents. */
export async function readFileText(
  kind: FileKind | undefined,
  name: string,
  declaredType: string,
  charset: string | undefined,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const text = await rawText(kind, name, declaredType, charset, bytes);
  const folded = text
    ?.replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
  return folded ? folded.slice(0, MAX_FILE_TEXT) : undefined;
}

async function rawText(
  kind: FileKind | undefined,
  name: string,
  declaredType: string,
  charset: string | undefined,
  bytes: Uint8Array,
): Promise<string | undefined> {
  if (kind === "application/pdf") return readPdfText(bytes, MAX_FILE_TEXT);
  if (kind === "application/zip") return officeText(bytes);
  if (kind === "text/plain" || /\.(?:csv|tsv|txt|log|md)$/i.test(name) || declaredType === "text/csv") {
    return kind === undefined || kind === "text/plain"
      ? decodeText(bytes.subarray(0, MAX_FILE_TEXT * 4), charset).text
      : undefined;
  }
  return undefined;
}

function officeText(bytes: Uint8Array): string | undefined {
  const zip = listZip(bytes);
  if (!zip || zip.encrypted) return undefined;
  const read = (entry: ZipEntry | undefined) => (entry ? xml(readZipEntry(bytes, entry, MAX_XML)) : undefined);
  const part = (name: string) => read(zip.entries.find((entry) => entry.name === name));
  if (has(zip, "word/document.xml")) return paragraphs(part("word/document.xml"), "w:p", "w:t");
  if (has(zip, "xl/workbook.xml")) return sheetText(zip, read);
  const slides = zip.entries.filter(({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).slice(0, 20);
  if (slides.length > 0) return slides.map((entry) => paragraphs(read(entry), "a:p", "a:t")).join("\n");
  // OpenDocument: one file with everything.
  return has(zip, "content.xml")
    ? paragraphs(part("content.xml")?.replace(/<text:(p|h)\b/g, "\n<text:$1"), "office:body", "")
    : undefined;
}

const has = ({ entries }: ZipListing, wanted: string) => entries.some(({ name }) => name === wanted);
const xml = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : undefined);

/** Text of the `inner` elements, a line for each `outer`; all text where `inner` is empty. */
function paragraphs(source: string | undefined, outer: string, inner: string): string | undefined {
  if (source === undefined) return undefined;
  const out: string[] = [];
  let length = 0;
  for (const block of source.split(`</${outer}>`)) {
    const text = inner === "" ? block.replace(/<[^>]{0,2000}>/g, " ") : elements(block, inner).join("");
    out.push(entities(text));
    length += text.length;
    if (length > MAX_FILE_TEXT * 2) break;
  }
  return out.join("\n");
}

/** Contents of `<name …>…</name>`, by searching: no expression that could run away on a hostile file. */
function elements(source: string, name: string): string[] {
  const found: string[] = [];
  for (let at = source.indexOf(`<${name}`); at >= 0; at = source.indexOf(`<${name}`, at + 1)) {
    const next = source[at + name.length + 1];
    if (next !== ">" && next !== " ") continue;
    const open = source.indexOf(">", at);
    const close = source.indexOf(`</${name}>`, open);
    if (open < 0 || close < 0) break;
    if (source[open - 1] !== "/") found.push(source.slice(open + 1, close));
  }
  return found;
}

function sheetText(zip: ZipListing, read: (entry: ZipEntry | undefined) => string | undefined): string {
  const shared = read(zip.entries.find(({ name }) => name === "xl/sharedStrings.xml")) ?? "";
  const strings = elements(shared, "si").map((item) => elements(item, "t").join(""));
  const out: string[] = [];
  const sheets = zip.entries.filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).slice(0, 5);
  for (const sheet of sheets) {
    for (const row of (read(sheet) ?? "").split("</row>").slice(0, 500)) {
      const cells = row
        .split("<c ")
        .slice(1)
        .map((cell) => {
          const value = elements(cell, "v")[0] ?? elements(cell, "t")[0] ?? "";
          return /^[^>]*\bt="s"/.test(cell) ? (strings[Number(value)] ?? "") : value;
        });
      if (cells.length > 0) out.push(entities(cells.join("\t")));
    }
  }
  return out.join("\n");
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const entities = (text: string) =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, dec: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name) return NAMED[name.toLowerCase()] ?? all;
      const code = dec ? Number(dec) : Number.parseInt(hex ?? "", 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
