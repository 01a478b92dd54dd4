import { detectType, type FileKind } from "./detect.ts";
import { listTar } from "./tar.ts";
import type { Unpacker } from "./unpack.ts";
import { listZip } from "./zip.ts";

interface Judged {
  name: string;
  declaredType: string;
  kind: FileKind | undefined;
  bytes: Uint8Array;
  trickName: boolean;
  unpacker: Unpacker;
}

/** Why a file must not be opened or relayed, in words for a person; undefined if nothing speaks against it. */
export function dangerOf(file: Judged): string | undefined {
  const { name, declaredType, kind, bytes, trickName } = file;
  if (trickName) return "its name is written to read backwards";
  return byKind(kind, bytes, name) ?? byName(name) ?? lie(name, declaredType, kind) ?? insideArchive(file);
}

/** Nothing here looks into them, so nobody knows what is inside: said as it is, and treated as the worst. */
const NOT_OPENED: Partial<Record<FileKind, string>> = {
  "application/vnd.rar": "RAR",
  "application/x-7z-compressed": "7z",
  "application/x-bzip2": "bzip2",
  "application/x-xz": "xz",
  "application/vnd.ms-cab-compressed": "cabinet",
};

const DAMAGED = "an archive that is damaged, or holds more files than are looked at";
const NESTED = "an archive in an archive, which hides what is inside";

function insideArchive({ kind, name, declaredType, bytes, unpacker }: Judged): string | undefined {
  if (kind === "application/zip") return insideZip(bytes, isOfficeName(name, declaredType));
  if (kind === "application/x-tar") return insideTar(bytes);
  if (kind === "application/gzip") return insideGzip(name, bytes, unpacker);
  const unopened = kind && NOT_OPENED[kind];
  return unopened && `an archive (${unopened}) that was not opened: nobody knows what is inside`;
}

function insideTar(bytes: Uint8Array): string | undefined {
  const names = listTar(bytes);
  return names ? harmAmong(names) : DAMAGED;
}

function insideGzip(name: string, bytes: Uint8Array, unpacker: Unpacker): string | undefined {
  const inside = unpacker.gunzip(bytes);
  if (inside === "damaged") return DAMAGED;
  if (inside === "too-large") return "an archive that was not opened, because it unpacks to very much";
  const kind = detectType(inside);
  if (kind === "application/gzip") return NESTED;
  const bare = name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  return dangerOf({ name: bare, declaredType: "", kind, bytes: inside, trickName: false, unpacker });
}

const EXECUTABLE_KINDS: Partial<Record<FileKind, string>> = {
  "application/x-dosexec": "a Windows program",
  "application/x-elf": "a program",
  "application/x-mach-binary": "a macOS program",
  "application/java-vm": "a Java program",
  "application/x-ms-shortcut": "a Windows shortcut, which can start programs",
  "application/vnd.ms-htmlhelp": "a help file, which can run scripts",
  "application/x-iso9660-image": "a disk image, which hides what is inside from scanners",
  "application/onenote": "a OneNote file, which can hold programs",
  "application/x-sh": "a script",
};

function byKind(kind: FileKind | undefined, bytes: Uint8Array, name: string): string | undefined {
  if (kind === undefined) return undefined;
  const program = EXECUTABLE_KINDS[kind];
  // Two letters are a weak sign: a text may begin with "MZ".
  if (program && (kind !== "application/x-dosexec" || isWindowsProgram(bytes) || EXECUTABLE.test(name))) return program;
  if (kind === "application/x-ole-storage") return insideOle(bytes);
  if (kind === "application/vnd.rar" && isEncryptedRar(bytes))
    return "an encrypted archive, which no scanner can look into";
  if (kind === "application/x-7z-compressed" && hasBytes(bytes.subarray(-65_536), AES_CODEC))
    return "an encrypted archive, which no scanner can look into";
  if (kind === "application/pdf") return insidePdf(bytes);
  if (kind === "text/html" || kind === "image/svg+xml") return insideMarkup(kind, bytes);
  if (kind === "application/rtf" && /\\obj(?:data|emb|ocx)/.test(latin(bytes)))
    return "a document with an embedded object";
  return undefined;
}

/** The DOS header points to the letters "PE", "NE" or "LE". */
function isWindowsProgram(bytes: Uint8Array): boolean {
  if (bytes.length < 64) return false;
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(60, true);
  return /^[PNL][EX]/.test(String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0)) || at === 0;
}

const EXECUTABLE =
  /\.(?:exe|scr|com|pif|bat|cmd|cpl|msi|msp|mst|dll|sys|ocx|hta|jse?|mjs|vbe?|vbs|wsf|wsh|wsc|ps1|psm1|ps2|psc1|reg|lnk|inf|jar|class|apk|ipa|app|command|dmg|pkg|deb|rpm|sh|bash|csh|run|bin|elf|appimage|py|pyc|pyw|rb|pl|php|scf|url|website|library-ms|settingcontent-ms|appref-ms|application|gadget|msc|chm|hlp|iso|img|vhdx?|udf|xll|wll|xlam?|ppam?|dotm|docm|xlsm|xltm|xlsb|pptm|potm|ppsm|sldm|slk|iqy|oqy|rqy|ade|adp|mde|accde|mda|one|onepkg|diagcab|cab|ace|arj|lzh|z|swf|xpi|crx|theme|themepack|workflow|terminal|fileloc|webloc|inetloc|desktop)$/i;
const MACRO = /\.(?:docm|dotm|xlsm|xltm|xlam?|xlsb|pptm|potm|ppsm|sldm|ppam?)$/i;
const DOUBLE = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|txt|csv|jpe?g|png|gif|html?|zip|mp[34]|wav)[\s._-]{0,200}\.\w{2,12}$/i;

function byName(name: string): string | undefined {
  const bare = name.trim().replace(/[.\s]+$/, "");
  if (!EXECUTABLE.test(bare)) return undefined;
  const extension = /\.(\w{1,20})(?:-ms)?$/.exec(bare)?.[1]?.toLowerCase() ?? "";
  if (DOUBLE.test(bare)) return `a double extension: it pretends to be a document and is .${extension}`;
  return MACRO.test(bare) ? "an office document with macros" : `a file type that can run programs (.${extension})`;
}

const HARMLESS = /^(?:image|audio|video|text)\/|pdf$|word|excel|sheet|document|presentation/i;
const HARMLESS_NAME = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|bmp|tiff?|mp[34])$/i;
const ARCHIVES = new Set<FileKind>([
  "application/zip",
  "application/vnd.rar",
  "application/x-7z-compressed",
  "application/gzip",
  "application/vnd.ms-cab-compressed",
]);

/** Bytes that contradict what the mail and the name say, where the truth is the worse thing. */
function lie(name: string, declaredType: string, kind: FileKind | undefined): string | undefined {
  if (kind === undefined) return undefined;
  const claims = HARMLESS_NAME.test(name) || (HARMLESS.test(declaredType) && !/\.\w{2,5}$/.test(name));
  if (!claims) return undefined;
  if (ARCHIVES.has(kind) && !(isOfficeName(name, declaredType) && kind === "application/zip"))
    return `its type lies: it is an archive`;
  if (kind === "text/html" && !/\.(?:txt|csv|html?|docx?|xlsx?)$/i.test(name) && !/^text\//.test(declaredType))
    return "its type lies: it is a web page";
  return undefined;
}

/** A thousand pages of text compress ten to one; bombs reach a thousand to one. */
const MAX_RATIO = 200;
const MAX_UNPACKED = 1024 * 1024 * 1024;

/** What the file calls itself, for what it holds is written by whoever packed it. */
const isOfficeName = (name: string, declaredType: string): boolean =>
  /\.(?:do[ct]x|xl[st]x|p(?:pt|ot|ps)x|od[tspg]|ot[tsp])$/i.test(name) || /openxml|opendocument/.test(declaredType);
/** Printer settings and embedded objects, in nearly every other sheet. */
const OFFICE_PART = /^(?:word|xl|ppt)\/[\w./ -]+\.bin$/i;

function insideZip(bytes: Uint8Array, office: boolean): string | undefined {
  const zip = listZip(bytes);
  if (!zip) return DAMAGED;
  const names = zip.entries.map(({ name }) => name);
  if (zip.encrypted) return "an encrypted archive, which no scanner can look into";
  if (names.some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name))) return "an office document with macros";
  if (names.includes("META-INF/MANIFEST.MF") || names.includes("AndroidManifest.xml")) return "a program in an archive";
  const isDocument = office && names.some((name) => name === "[Content_Types].xml" || name === "mimetype");
  const harm = harmAmong(isDocument ? names.filter((name) => !OFFICE_PART.test(name)) : names);
  if (harm) return harm;
  // Sheets of empty cells pack better than anything else that is honest, and of a document little is unpacked.
  if (isDocument) return undefined;
  if (zip.unpackedBytes > MAX_UNPACKED || zip.unpackedBytes > Math.max(bytes.length, 1_000) * MAX_RATIO)
    return "an archive that unpacks to far more than it shows";
  return undefined;
}

const INNER_ARCHIVE = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|tbz2?|xz|txz|zst|lz|lzma)$/i;

function harmAmong(names: readonly string[]): string | undefined {
  // Windows drops dots and spaces at the end.
  const bare = names.map((name) => name.trimEnd().replace(/[.\s]+$/, ""));
  const bad = bare.find((name) => EXECUTABLE.test(name));
  if (bad) return `an archive with a file that can run programs (.${bad.split(".").pop()?.toLowerCase().slice(0, 12)})`;
  return bare.some((name) => INNER_ARCHIVE.test(name)) ? NESTED : undefined;
}

const latin = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, 4 * 1024 * 1024));
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));
const VBA = utf16("_VBA_PROJECT");
const MACROS = utf16("Macros");
const ENCRYPTED = utf16("EncryptedPackage");
const INSTALLER = utf16("\u4840\u3f7f");
const AES_CODEC = Uint8Array.from([0x06, 0xf1, 0x07, 0x01]);

function insideOle(bytes: Uint8Array): string | undefined {
  if (hasBytes(bytes, ENCRYPTED)) return "an encrypted document, which no scanner can look into";
  if (hasBytes(bytes, VBA) || hasBytes(bytes, MACROS)) return "an office document with macros";
  // The class id of Windows installer packages.
  if (
    hasBytes(
      bytes.subarray(0, 65_536),
      Uint8Array.from([0x84, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]),
    ) ||
    hasBytes(bytes, INSTALLER)
  )
    return "a Windows installer";
  return undefined;
}

/** A name in a PDF, of which each letter may be written in hex to get past exactly this look (`/J#61vaScript`). */
const pdfName = (...names: string[]): RegExp => {
  const letters = (name: string) => name.replace(/./g, (letter) => `(?:${letter}|#${hex(letter)})`);
  return new RegExp(`/(?:${names.map(letters).join("|")})\\b`);
};
const hex = (letter: string): string =>
  letter
    .charCodeAt(0)
    .toString(16)
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
const SCRIPTS = pdfName("JavaScript", "JS");
const LAUNCH = pdfName("Launch");
const EMBEDDED = pdfName("EmbeddedFile");

function insidePdf(bytes: Uint8Array): string | undefined {
  const text = latin(bytes);
  if (SCRIPTS.test(text)) return "a PDF that runs scripts";
  if (LAUNCH.test(text)) return "a PDF that starts programs";
  return EMBEDDED.test(text) && /\.(?:exe|scr|js|vbs|docm|xlsm|lnk|hta)\b/i.test(text)
    ? "a PDF with a program inside"
    : undefined;
}

function insideMarkup(kind: "text/html" | "image/svg+xml", bytes: Uint8Array): string | undefined {
  const text = latin(bytes);
  if (/<script\b|javascript:|\son(?:load|error|click|mouseover)\s*=|<iframe\b|<foreignobject\b/i.test(text))
    return kind === "text/html" ? "a web page that runs scripts" : "an image that runs scripts";
  const asks =
    kind === "text/html" &&
    (/<form\b|http-equiv\s*=\s*["']?refresh/i.test(text) ||
      (text.match(/<input\b[^>]*/gi) ?? []).some((input) => /type\s*=\s*["']?password/i.test(input)));
  return asks ? "a web page with a form, as used for stealing passwords" : undefined;
}

/** RAR4: the password bit of the archive header. RAR5: an encryption header right after the signature. */
function isEncryptedRar(bytes: Uint8Array): boolean {
  if (bytes[6] === 0x00) return ((bytes[10] ?? 0) & 0x80) !== 0 || ((bytes[23] ?? 0) & 0x04) !== 0;
  return bytes[6] === 0x01 && bytes[13] === 0x04;
}

function hasBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted));
}
