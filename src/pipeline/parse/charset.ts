import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import iconv from "iconv-lite";
import { MAX_TEXT_PART_BYTES } from "./limits.ts";

/**
 * Bytes of a text part as text. The declared charset is a claim: us-ascii, Latin-1 and no charset at all are what broken
 * senders say about UTF-8, and multi-byte UTF-8 that decodes without a fault is never anything else.
 */
export function decodeText(bytes: Uint8Array, declared: string | undefined): { text: string; defect?: string } {
  const part = bytes.subarray(0, MAX_TEXT_PART_BYTES);
  const cut = part.length < bytes.length ? { defect: "text cut" } : {};
  const charset = (declared ?? "")
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "");
  if (isPlainAscii(part) && !ESCAPING.test(charset))
    return { text: Buffer.from(part.buffer, part.byteOffset, part.length).toString("latin1"), ...cut };
  if (
    charset === "" ||
    /^(utf-?8|us-ascii|ascii|iso-?8859-1|windows-1252|unknown.*|default|x-unknown)$/.test(charset)
  ) {
    const utf8 = strictUtf8(part);
    if (utf8 !== undefined) return { text: utf8, ...cut };
    if (declaredSingleByte(charset)) return { text: new TextDecoder(charset).decode(part), ...cut };
    if (charset.startsWith("utf") && fewFaults(part)) return { text: new TextDecoder().decode(part), ...cut };
    return {
      text: new TextDecoder(guess(part)).decode(part),
      defect: `not ${charset.slice(0, 30) || "UTF-8"} as declared`,
    };
  }
  const decoder = labelled(charset);
  if (decoder) {
    const text = decoder.decode(part);
    // Gateways and archives convert the bytes and leave the label.
    const utf8 = text.includes("\ufffd") ? strictUtf8(part) : undefined;
    return utf8 === undefined ? { text, ...cut } : { text: utf8, defect: `not ${charset.slice(0, 30)} as declared` };
  }
  // Charsets that WHATWG dropped: UTF-7, HZ, DOS code pages.
  const old = charset === "hz-gb-2312" ? "hz" : charset.replace(/^unicode-1-1-/, "");
  if (old === "hz") return { text: decodeHz(part), ...cut };
  if (iconv.encodingExists(old)) return { text: iconv.decode(Buffer.from(part), old), ...cut };
  return {
    text: strictUtf8(part) ?? new TextDecoder("windows-1252").decode(part),
    defect: `unknown charset ${charset.slice(0, 30)}`,
  };
}

/** Charsets whose bytes are all below 0x80 and still are not ASCII. */
const ESCAPING = /^(iso-?2022|csiso2022|jis$|cp5022|utf-?7|unicode-1-1-utf-7|hz)/;
const UTF8 = new TextDecoder();
const LATIN1 = new TextDecoder("latin1");

/** ISO-2022-JP without a label is ASCII too: ESC $ or ESC ( opens a character set. */
const isPlainAscii = (bytes: Uint8Array) => isAscii(bytes) && !hasEscape(bytes);

function hasEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) return true;
  }
  return false;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  if (hasEscape(bytes)) return undefined;
  if (isUtf8(bytes)) return UTF8.decode(bytes);
  try {
    // `stream` forgives a character that MAX_TEXT_PART_BYTES cut in two.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** One broken sequence in a long UTF-8 text (a character cut by a mail gateway) is no reason to call it Latin-1. */
function fewFaults(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const faults = text.split("\ufffd").length - 1;
  let wide = 0;
  for (let i = 0; i < text.length && wide <= faults * 4; i++) if (text.charCodeAt(i) > 0x7f) wide++;
  return wide > faults * 4;
}

const declaredSingleByte = (charset: string) => /8859|1252/.test(charset);

/** No usable label and not UTF-8. High bytes in pairs are East Asian, mostly high bytes Cyrillic; in Western text they are rare. */
function guess(bytes: Uint8Array): string {
  if (hasEscape(bytes)) return "iso-2022-jp";
  const sample = bytes.subarray(0, 4_096);
  const pairs = doubleByte(sample);
  if (pairs) return pairs;
  let high = 0;
  let koi = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte >= 0xc0) high++;
    // KOI8 has its lower case at C0-DF, windows-1251 at E0-FF, and text is mostly lower case.
    if (byte >= 0xc0 && byte <= 0xdf) koi++;
    if (byte >= 0xc0 || (byte | 0x20) >= 0x61) letters++;
  }
  if (high < letters * 0.6) return "windows-1252";
  return koi > high / 2 ? "koi8-r" : "windows-1251";
}

/** EUC and GBK write two bytes of A1-FE a character. Kana fill row A4 in EUC-JP, Hangul the rows B0-C8 in EUC-KR. */
function doubleByte(sample: Uint8Array): string | undefined {
  let pairs = 0;
  let odd = 0;
  let kana = 0;
  let hangul = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] as number;
    if (lead < 0x80) continue;
    const trail = sample[i + 1] ?? 0xa1;
    if (lead < 0xa1 || trail < 0xa1) {
      odd++;
      continue;
    }
    pairs++;
    i++;
    if (lead === 0xa4 || lead === 0xa5) kana++;
    if (lead >= 0xb0 && lead <= 0xc8) hangul++;
  }
  if (pairs < 8 || odd > pairs * 0.02) return undefined;
  if (kana > pairs * 0.3) return "euc-jp";
  return hangul > pairs * 0.85 ? "euc-kr" : "gbk";
}

function labelled(charset: string): TextDecoder | undefined {
  for (const label of [charset, ALIAS[charset.replace(/^(x-|cs)/, "").replace(/[\s._-]+/g, "")] ?? ""]) {
    try {
      if (label) return new TextDecoder(label);
    } catch {
      // Not a WHATWG label.
    }
  }
  return undefined;
}

/** Names in use that the WHATWG table lacks, without separators. */
const ALIAS: Record<string, string> = {
  cp932: "shift_jis",
  windows31j: "shift_jis",
  mskanji: "shift_jis",
  eucjp: "euc-jp",
  iso2022jpms: "iso-2022-jp",
  iso2022jp1: "iso-2022-jp",
  iso2022jp2: "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  cp936: "gbk",
  cp949: "euc-kr",
  uhc: "euc-kr",
  cp950: "big5",
  big5eten: "big5",
  iso88598i: "iso-8859-8-i",
  iso88598e: "iso-8859-8",
  tis620: "windows-874",
  cp874: "windows-874",
  latin1: "windows-1252",
  utf8: "utf-8",
  utf8mb4: "utf-8",
};

/** HZ (RFC 1843): GB 2312 in seven bits between ~{ and ~}. */
function decodeHz(bytes: Uint8Array): string {
  const text = LATIN1.decode(bytes);
  return text.replace(/~\{([^~]*)~\}|~~|~\n/g, (all, gb: string | undefined) => {
    if (gb === undefined) return all === "~~" ? "~" : "";
    return new TextDecoder("gbk").decode(Uint8Array.from(gb, (c) => c.charCodeAt(0) | 0x80));
  });
}
