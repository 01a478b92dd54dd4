import { decodeText } from "../parse/charset.ts";
import type { FileKind } from "./detect.ts";
import { officeText } from "./office.ts";
import { readPdfText } from "./pdf.ts";
import type { Unpacker } from "./unpack.ts";

/** Text kept of one file: order and invoice numbers and amounts stand at the top. */
export const MAX_FILE_TEXT = 8_000;

/** The text of a file that people send with requests: PDF, CSV and plain text, simple office documents. */
export async function readFileText(
  kind: FileKind | undefined,
  name: string,
  declaredType: string,
  charset: string | undefined,
  bytes: Uint8Array,
  unpacker: Unpacker,
): Promise<string | undefined> {
  const text = await rawText(kind, name, declaredType, charset, bytes, unpacker);
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
  unpacker: Unpacker,
): Promise<string | undefined> {
  if (kind === "application/pdf") return readPdfText(bytes, MAX_FILE_TEXT);
  if (kind === "application/zip") return officeText(bytes, unpacker, MAX_FILE_TEXT * 2);
  if (kind === "text/plain" || /\.(?:csv|tsv|txt|log|md)$/i.test(name) || declaredType === "text/csv") {
    return kind === undefined || kind === "text/plain"
      ? decodeText(bytes.subarray(0, MAX_FILE_TEXT * 4), charset).text
      : undefined;
  }
  return undefined;
}
