import type { Attachment } from "../../domain/email.ts";
import { toFailure } from "../../domain/errors.ts";
import type { VirusScanner } from "../../domain/ports.ts";
import type { Part } from "../parse/mime.ts";
import type { UuFile } from "../parse/uuencode.ts";
import { dangerOf } from "./danger.ts";
import { detectType } from "./detect.ts";
import { readFileText } from "./text.ts";
import { tnefNames } from "./tnef.ts";
import { Unpacker } from "./unpack.ts";

/** Files that are listed; the rest is counted in a defect. */
const MAX_FILES = 100;
/** Files whose text is read: the pictures of a long signature come before the invoice, but they are no text files. */
const MAX_READ = 10;
/** Reading takes milliseconds; a mail of nothing but traps does not hold up the others for longer. */
const MAX_READ_MS = 5_000;

export interface ReadAttachments {
  attachments: Attachment[];
  /** Parts that nothing may be read from: dangerous, or not called clean by the scanner there is. */
  shut: ReadonlySet<Part>;
  defects: string[];
}

/** The files of a mail: named by content, judged, scanned before anything in them is read. */
export async function readAttachments(
  parts: readonly Part[],
  uuFiles: readonly UuFile[],
  scanner: VirusScanner | undefined,
): Promise<ReadAttachments> {
  const listed = parts.filter(isFile);
  const files = [...listed.map(fromPart), ...uuFiles.map(fromUu)];
  // What is not listed is not scanned either.
  const shut = new Set(listed.slice(MAX_FILES));
  const defects: string[] = files.length > MAX_FILES ? [`${files.length} attachments, ${MAX_FILES} listed`] : [];
  const attachments: Attachment[] = [];
  const unpacker = new Unpacker();
  let read = 0;
  let readMs = 0;
  for (const [index, file] of files.slice(0, MAX_FILES).entries()) {
    const kind = detectType(file.bytes);
    const scanned = await scanOne(file.bytes, scanner);
    const danger =
      scanned.scan === "infected" ? "the virus scanner found malware" : dangerOf({ ...file, kind, unpacker });
    // Where there is a scanner, what it has not called clean stays shut.
    const mayOpen = !danger && (scanner === undefined || scanned.scan === "clean");
    const part = listed[index];
    if (!mayOpen && part) shut.add(part);
    let text: string | undefined;
    if (mayOpen && read < MAX_READ && readMs < MAX_READ_MS) {
      const before = performance.now();
      text = await readFileText(kind, file.name, file.declaredType, file.charset, file.bytes, unpacker);
      readMs += performance.now() - before;
      if (text !== undefined) read++;
    }
    if (mayOpen && kind === "application/ms-tnef") defects.push(describeTnef(file.bytes));
    attachments.push({
      index,
      name: file.name,
      declaredType: file.declaredType,
      detectedType: kind,
      sizeBytes: file.bytes.length,
      inline: file.inline,
      danger,
      ...scanned,
      text,
    });
  }
  return { attachments, shut, defects };
}

/** A scanner that is down must not hold up the mail: the file is then honestly not scanned yet. */
async function scanOne(
  bytes: Uint8Array,
  scanner: VirusScanner | undefined,
): Promise<Pick<Attachment, "scan" | "scanNote">> {
  if (!scanner) return { scan: "not-scanned" };
  try {
    const verdict = await scanner.scan(bytes);
    return verdict.kind === "infected" ? { scan: "infected", scanNote: verdict.name } : { scan: "clean" };
  } catch (error) {
    const { code, detail } = toFailure(error);
    return code === "scanner_unavailable"
      ? { scan: "waiting", scanNote: "the virus scanner does not answer" }
      : { scan: "not-scanned", scanNote: detail ?? "the virus scanner has no verdict" };
  }
}

interface File {
  name: string;
  declaredType: string;
  charset: string | undefined;
  bytes: Uint8Array;
  inline: boolean;
  trickName: boolean;
}

/** Reports and signatures are read elsewhere, or say nothing to a person. */
const NO_FILE = new Set([
  "message/delivery-status",
  "message/global-delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
  "text/rfc822-headers",
  "application/pgp-signature",
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
  "text/x-amp-html",
]);

const isFile = (part: Part) => !NO_FILE.has(part.type) && (part.content.length > 0 || part.filename !== undefined);

function fromPart(part: Part): File {
  return {
    name: part.filename ?? defaultName(part),
    declaredType: part.type,
    charset: part.params.charset,
    bytes: part.content,
    inline:
      part.disposition === "inline" ||
      (part.disposition !== "attachment" && part.contentId !== undefined && part.type.startsWith("image/")),
    trickName: part.trickName,
  };
}

function defaultName(part: Part): string {
  const extension: Record<string, string> = {
    "message/rfc822": "eml",
    "text/calendar": "ics",
    "text/plain": "txt",
    "text/html": "html",
    "application/ms-tnef": "dat",
  };
  const sub =
    extension[part.type] ??
    part.type
      .split("/")[1]
      ?.replace(/^x-|\+.*$/g, "")
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 12);
  return `unnamed.${sub || "bin"}`;
}

const fromUu = (file: UuFile): File => ({
  name: file.name,
  declaredType: "application/octet-stream",
  charset: undefined,
  bytes: file.content,
  inline: false,
  trickName: false,
});

function describeTnef(bytes: Uint8Array): string {
  const names = tnefNames(bytes).slice(0, 5);
  const inside = names.length > 0 ? `: holds ${names.join(", ")}` : "";
  return `winmail.dat, Outlook's own format that others cannot open${inside}`;
}
