/** What a file is, by its first bytes. Only types that matter here: what text can be read from, and what can do harm. */
export type FileKind =
  | "application/pdf"
  | "application/zip"
  | "application/x-ole-storage"
  | "application/x-dosexec"
  | "application/x-elf"
  | "application/x-mach-binary"
  | "application/java-vm"
  | "application/vnd.rar"
  | "application/x-7z-compressed"
  | "application/gzip"
  | "application/x-bzip2"
  | "application/x-xz"
  | "application/x-tar"
  | "application/vnd.ms-cab-compressed"
  | "application/x-iso9660-image"
  | "application/x-ms-shortcut"
  | "application/vnd.ms-htmlhelp"
  | "application/onenote"
  | "application/rtf"
  | "application/ms-tnef"
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "image/bmp"
  | "image/tiff"
  | "image/heic"
  | "image/svg+xml"
  | "audio/mpeg"
  | "audio/wav"
  | "video/mp4"
  | "text/html"
  | "application/xml"
  | "text/calendar"
  | "text/vcard"
  | "message/rfc822"
  | "application/x-sh"
  | "text/plain";

const MAGIC: readonly (readonly [FileKind, number, string])[] = [
  ["application/pdf", 0, "25504446"],
  ["application/zip", 0, "504b0304"],
  ["application/zip", 0, "504b0506"],
  ["application/x-ole-storage", 0, "d0cf11e0a1b11ae1"],
  ["application/x-dosexec", 0, "4d5a"],
  ["application/x-elf", 0, "7f454c46"],
  ["application/x-mach-binary", 0, "cffaedfe"],
  ["application/x-mach-binary", 0, "cefaedfe"],
  ["application/java-vm", 0, "cafebabe"],
  ["application/vnd.rar", 0, "526172211a07"],
  ["application/x-7z-compressed", 0, "377abcaf271c"],
  ["application/gzip", 0, "1f8b"],
  ["application/x-bzip2", 0, "425a68"],
  ["application/x-xz", 0, "fd377a585a00"],
  ["application/x-tar", 257, "7573746172"],
  ["application/vnd.ms-cab-compressed", 0, "4d534346"],
  ["application/x-iso9660-image", 32769, "4344303031"],
  ["application/x-ms-shortcut", 0, "4c0000000114020000000000c0"],
  ["application/vnd.ms-htmlhelp", 0, "49545346"],
  ["application/onenote", 0, "e4525c7b8cd8a74daeb15378d02996d3"],
  ["application/rtf", 0, "7b5c7274"],
  ["application/ms-tnef", 0, "789f3e22"],
  ["image/png", 0, "89504e470d0a1a0a"],
  ["image/jpeg", 0, "ffd8ff"],
  ["image/gif", 0, "474946383761"],
  ["image/gif", 0, "474946383961"],
  ["image/webp", 8, "57454250"],
  ["image/bmp", 0, "424d"],
  ["image/tiff", 0, "49492a00"],
  ["image/tiff", 0, "4d4d002a"],
  ["image/heic", 4, "6674797068656963"],
  ["video/mp4", 4, "66747970"],
  ["audio/mpeg", 0, "494433"],
  ["audio/wav", 8, "57415645"],
];

export function detectType(bytes: Uint8Array): FileKind | undefined {
  for (const [kind, at, hex] of MAGIC) if (startsWith(bytes, at, hex)) return kind;
  // A PDF may begin with up to 1 kB of something else (ISO 32000-1 appendix H), which scanners like to miss.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_100));
  if (head.includes("%PDF-")) return "application/pdf";
  return detectText(bytes, head);
}

function startsWith(bytes: Uint8Array, at: number, hex: string): boolean {
  if (bytes.length < at + hex.length / 2) return false;
  for (let i = 0; i < hex.length; i += 2) {
    if (bytes[at + i / 2] !== Number.parseInt(hex.slice(i, i + 2), 16)) return false;
  }
  return true;
}

function detectText(bytes: Uint8Array, head: string): FileKind | undefined {
  const start = head.replace(/^(?:ï»¿|\s)+/, "").toLowerCase();
  if (start.startsWith("<svg") || (/^<(?:\?xml|!doctype svg|!--)/.test(start) && start.includes("<svg")))
    return "image/svg+xml";
  if (/^(?:<!doctype html|<html|<head|<body|<script|<!--[^>]{0,200}-->\s*<(?:!doctype|html))/.test(start))
    return "text/html";
  if (start.startsWith("<?xml")) return "application/xml";
  if (start.startsWith("begin:vcalendar")) return "text/calendar";
  if (start.startsWith("begin:vcard")) return "text/vcard";
  if (start.startsWith("#!")) return "application/x-sh";
  if (
    /^(?:received|return-path|from|date|message-id|delivered-to|mime-version): .{0,900}\n(?:[\w-]+: |\s)/s.test(start)
  )
    return "message/rfc822";
  return looksLikeText(bytes) ? "text/plain" : undefined;
}

/** No NUL and hardly any control characters in the first kilobytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4_096);
  if (sample.length === 0) return false;
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control <= sample.length / 100;
}
