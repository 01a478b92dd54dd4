import { Tokenizer } from "htmlparser2";
import type { Unpacker } from "./unpack.ts";
import { listZip, readZipEntry, type ZipEntry, type ZipListing } from "./zip.ts";

/** Unpacked XML of one office file that is read; a hundred pages have about 1 MB. */
const MAX_XML = 4 * 1024 * 1024;
const MAX_SLIDES = 20;
const MAX_SHEETS = 5;

/** The text of a simple office document, a little more than `mostChars`; undefined where the zip file is none. */
export function officeText(bytes: Uint8Array, unpacker: Unpacker, mostChars: number): string | undefined {
  const zip = listZip(bytes);
  if (!zip || zip.encrypted) return undefined;
  let left = MAX_XML;
  const read = (entry: ZipEntry | undefined): string => {
    const content = entry && readZipEntry(bytes, entry, left, unpacker);
    left -= content?.length ?? 0;
    return content ? new TextDecoder().decode(content) : "";
  };
  const part = (name: string) => zip.entries.find((entry) => entry.name === name);
  const word = part("word/document.xml");
  if (word) return textIn(read(word), "t", mostChars);
  if (part("xl/workbook.xml")) return sheetText(zip, read, mostChars);
  const slides = zip.entries.filter(({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).slice(0, MAX_SLIDES);
  if (slides.length > 0) return slides.map((slide) => textIn(read(slide), "t", mostChars)).join("\n");
  // OpenDocument: one file with everything.
  const open = part("content.xml");
  return open && textIn(read(open), "body", mostChars);
}

const GAPS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["s", " "],
  ["br", "\n"],
  ["line-break", "\n"],
]);

/** Text inside the `holder` elements, a line for each paragraph. */
function textIn(source: string, holder: string, mostChars: number): string {
  let out = "";
  let inside = 0;
  const add = (text: string) => {
    out += text.slice(0, mostChars);
  };
  eachTag(source, {
    open(name) {
      if (name === holder) inside++;
      const gap = GAPS.get(name);
      if (gap) add(gap);
    },
    close(name) {
      if (name === holder && inside > 0) inside--;
      if ((name === "p" || name === "h") && !out.endsWith("\n")) add("\n");
    },
    text(text) {
      if (inside > 0) add(text);
    },
    enough: () => out.length > mostChars,
  });
  return out;
}

function sheetText(zip: ZipListing, read: (entry: ZipEntry | undefined) => string, mostChars: number): string {
  const strings = sharedStrings(read(zip.entries.find(({ name }) => name === "xl/sharedStrings.xml")));
  const sheets = zip.entries.filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).slice(0, MAX_SHEETS);
  let out = "";
  for (const sheet of sheets) {
    let shared = false;
    let value: string | undefined;
    eachTag(read(sheet), {
      open(name, type) {
        if (name === "c") shared = type === "s";
        if (name === "v" || name === "t") value = "";
      },
      close(name) {
        if (name === "c") {
          const text = (shared ? strings[Number(value)] : value) ?? "";
          out += `${text.slice(0, mostChars)}\t`;
          value = undefined;
        }
        if (name === "row") out += "\n";
      },
      text(text) {
        if (value !== undefined) value += text;
      },
      enough: () => out.length > mostChars,
    });
  }
  return out;
}

function sharedStrings(source: string): string[] {
  const strings: string[] = [];
  let item = "";
  let inside = false;
  eachTag(source, {
    open(name) {
      if (name === "t") inside = true;
    },
    close(name) {
      if (name === "t") inside = false;
      if (name !== "si") return;
      strings.push(item);
      item = "";
    },
    text(text) {
      if (inside) item += text;
    },
    enough: () => false,
  });
  return strings;
}

interface Reader {
  /** The local name, and what the attribute `t` says: in sheets the type of a cell. */
  open(name: string, type: string): void;
  close(name: string): void;
  text(text: string): void;
  enough(): boolean;
}

/**
 * Goes over XML once, and keeps no stack: what is opened a million times and never closed costs what a million letters do.
 * (The parser on top of this tokenizer keeps one, as an array that it shifts.)
 */
function eachTag(source: string, reader: Reader): void {
  let name = "";
  let attribute = "";
  let type = "";
  const local = (start: number, end: number) => {
    const whole = source.slice(start, end);
    return whole.slice(whole.indexOf(":") + 1);
  };
  const next = () => {
    if (reader.enough()) tokenizer.pause();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = local(start, end);
        type = "";
      },
      onattribname(start, end) {
        attribute = source.slice(start, end);
      },
      onattribdata(start, end) {
        if (attribute === "t") type = source.slice(start, end);
      },
      onopentagend() {
        reader.open(name, type);
        next();
      },
      onselfclosingtag() {
        reader.open(name, type);
        reader.close(name);
        next();
      },
      onclosetag(start, end) {
        reader.close(local(start, end));
        next();
      },
      ontext(start, end) {
        reader.text(source.slice(start, end));
        next();
      },
      ontextentity(code) {
        reader.text(String.fromCodePoint(code));
        next();
      },
      oncdata(start, end, offset) {
        reader.text(source.slice(start, end - offset));
        next();
      },
      onattribentity() {},
      onattribend() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
