import { type ArticleRefusal, isPdfName, MOST_TEXT_BYTES } from "../../domain/article.ts";
import { toFailure } from "../../domain/errors.ts";
import type { VirusScanner } from "../../domain/ports.ts";
import { detectType, type FileKind } from "../attachments/detect.ts";
import { readPdfText } from "../attachments/pdf.ts";
import { decodeText } from "../parse/charset.ts";

const PDF_PAGES = 60;

/** Text by its bytes; a Markdown file may well begin like a page or a mail. */
const TEXTS: readonly (FileKind | undefined)[] = [
  "text/plain",
  "text/html",
  "application/xml",
  "message/rfc822",
  "application/x-sh",
];

/** The words of a file, where it is what its name says and a scanner, if there is one, finds nothing in it. */
export async function articleFromFile(
  name: string,
  bytes: Uint8Array,
  scanner: VirusScanner | undefined,
): Promise<{ kind: "text"; text: string } | ArticleRefusal> {
  const refused = (why: string): ArticleRefusal => ({ kind: "refused", part: "file", why });
  if (bytes.length === 0) return refused("The file is empty.");
  const unsafe = await unsafeBecause(bytes, scanner);
  if (unsafe) return refused(unsafe);
  const kind = detectType(bytes);
  if (isPdfName(name)) {
    if (kind !== "application/pdf") return refused("The file is called a PDF and is none.");
    const text = await readPdfText(bytes, MOST_TEXT_BYTES, PDF_PAGES);
    return text?.trim()
      ? { kind: "text", text }
      : refused("No text could be read from this PDF: it may be a scan, or locked. Paste its text instead.");
  }
  if (!TEXTS.includes(kind) || bytes.includes(0))
    return refused(
      "There is no plain text in this file, whatever its name says. Save it as Markdown or plain text (UTF-8).",
    );
  return { kind: "text", text: decodeText(bytes, undefined).text };
}

async function unsafeBecause(bytes: Uint8Array, scanner: VirusScanner | undefined): Promise<string | undefined> {
  if (!scanner) return undefined;
  try {
    const { kind } = await scanner.scan(bytes);
    return kind === "infected" ? "The virus scanner found malware in this file." : undefined;
  } catch (error) {
    return toFailure(error).code === "scanner_unavailable"
      ? "The virus scanner does not answer, so the file was not opened. Try again in a while."
      : "The virus scanner has no verdict on this file, so it was not opened.";
  }
}
