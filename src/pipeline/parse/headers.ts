import { addressParser, decodeWords } from "postal-mime";
import type { Address } from "../../domain/email.ts";
import { stripInvisible } from "../invisible.ts";
import { MAX_ADDRESSES, MAX_HEADER_VALUE } from "./limits.ts";
import type { Header } from "./mime.ts";

/** Read access to a header block: first occurrence wins, as in every mail client. */
export class Headers {
  readonly list: readonly Header[];
  readonly #first = new Map<string, string>();
  /** Decoded once: who reads a mail asks for the same few headers a dozen times. */
  readonly #texts = new Map<string, string>();
  readonly #addresses = new Map<string, Address[]>();

  constructor(list: readonly Header[]) {
    this.list = list;
    for (const { key, value } of list) {
      if (!this.#first.has(key)) this.#first.set(key, value.slice(0, MAX_HEADER_VALUE));
    }
  }

  /** The raw value, unfolded. */
  get(key: string): string | undefined {
    return this.#first.get(key);
  }

  has(key: string): boolean {
    return this.#first.has(key);
  }

  /** Every value of a repeated header, topmost first. */
  all(key: string): string[] {
    return this.list.filter((header) => header.key === key).map((header) => header.value.slice(0, MAX_HEADER_VALUE));
  }

  /** Decoded free text (RFC 2047), white space folded, invisible characters removed. */
  text(key: string): string {
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = decodeHeaderText(this.get(key) ?? "");
      this.#texts.set(key, text);
    }
    return text;
  }

  addresses(key: string): Address[] {
    let addresses = this.#addresses.get(key);
    if (addresses === undefined) {
      const value = this.get(key);
      addresses = value ? parseAddresses(value) : [];
      this.#addresses.set(key, addresses);
    }
    return addresses;
  }

  /** `<…>` ids in order, without repeats. */
  ids(key: string): string[] {
    const value = (this.get(key) ?? "").replace(/\s+/g, " ");
    const ids = value.match(/<[^<>\s]{1,990}>/g) ?? [];
    if (ids.length === 0 && /^[^\s<>@]{1,500}@[^\s<>@]{1,250}$/.test(value.trim())) return [`<${value.trim()}>`];
    return [...new Set(ids)].slice(-MAX_REFERENCES);
  }
}

/** Threads that need more are older than any answer to them. */
const MAX_REFERENCES = 200;

export function decodeHeaderText(value: string): string {
  // Outlook and some scripts fold inside encoded words; the parser wants each on one line.
  const decoded = value.includes("=?") ? decodeWords(value.replace(/\r?\n[ \t]?/g, " ")) : value;
  return stripInvisible(decoded).text.replace(/\s+/g, " ").trim();
}

export function parseAddresses(value: string): Address[] {
  const out: Address[] = [];
  for (const entry of simpleAddress(value) ?? addressParser(value, { flatten: true })) {
    if (out.length >= MAX_ADDRESSES) break;
    const address = plainAddress((entry.address ?? "").slice(0, MAX_ADDRESS + 1));
    const name = cleanName((entry.name ?? "").slice(0, MAX_NAME));
    if (address) out.push({ name: name && name.toLowerCase() !== address ? name : undefined, address });
    else if (name) {
      // `From: Catherine` or an address that only stands in the name, as in `"joe@x.example" <>`.
      const inside = EMBEDDED.exec(name)?.[0];
      out.push({ name, address: inside ? inside.toLowerCase() : "" });
    }
  }
  return out.filter(({ address }) => address !== "");
}

/** `Ann Lee <ann@x.example>`, as most are written: without anything for which the grammar has a meaning of its own. */
function simpleAddress(value: string): { name: string; address: string }[] | undefined {
  if (BARE.test(value)) return [{ name: "", address: value }];
  const [all, quoted, plain, address = ""] = SIMPLE.exec(value) ?? [];
  if (all === undefined) return undefined;
  const name = decodeWords((quoted ?? plain ?? "").trim());
  return [{ name: name === address ? "" : name, address }];
}
const BARE = /^[\w.+-]{1,64}@[\w.-]{1,250}$/;
const SIMPLE =
  /^(?:"([^"\\\p{Cc}]{1,200})"|([^"(<,:;>)\\\p{Cc}]{0,200})) ?<([^\s"(<,:;>)\\\p{Cc}@]{1,64}@[^\s"(<,:;>)\\\p{Cc}@]{1,250})>$/u;

/** RFC 5321 allows 254 characters; VERP and encoded reply addresses get near. */
const MAX_ADDRESS = 320;
const MAX_NAME = 1_000;

const EMBEDDED = /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,250}/;

/** Without comments, the white space that RFC 5322 allows around dots, and the source route of RFC 822 (`@relay:ann@x`). */
function plainAddress(address: string): string {
  const bare = withoutComments(stripInvisible(address).text)
    .replace(/\s*([.@])\s*/g, "$1")
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^@[^:]{1,255}:/, "")
    .replace(/^['"<]+|['">.]+$/g, "");
  return bare.includes("@") && bare.length <= MAX_ADDRESS && !/\s/.test(bare) ? bare.toLowerCase() : "";
}

/** Comments nest. */
function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  let depth = 0;
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === "\\" && depth > 0) at++;
    else if (char === "(") depth++;
    else if (char === ")" && depth > 0) depth--;
    else if (depth === 0) out += char;
  }
  return out;
}

/** Names come with the quotes of the client before (`'Ann Lee'`), or as `"Ann Lee" via Support`. */
function cleanName(name: string): string {
  return decodeHeaderText(name)
    .replace(/^(['"])(.*)\1$/, "$2")
    .trim();
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 5322 obs-zone and what clients really write, in minutes. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  ist: 330,
  aest: 600,
};

/** Epoch ms of a Date header. The grammar first, then ISO and ctime forms; undefined rather than a guess. */
export function parseDate(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const text = withoutComments(value.slice(0, 200)).replace(/\s+/g, " ").trim();
  const rfc =
    /(?:^|[\s,])(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*\.?,?[\s-](\d{2,4})(?:,?\s(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s?(am|pm)?)?\s*(?:GMT|UTC)?([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?/i.exec(
      text,
    );
  if (rfc) {
    const [, day, month, year, hour, minute, second, half, zone] = rfc;
    return instant(year, MONTHS.indexOf((month ?? "").toLowerCase()), day, hour, minute, second, half, zone);
  }
  const ctime =
    /([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (?:(\d{4}) )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm))?(?: ([A-Z]{2,5}|[+-]\d{4}))?(?: (\d{4}))?(?: ?([+-]\d{4}))?/i.exec(
      text,
    );
  if (ctime && MONTHS.includes((ctime[1] ?? "").toLowerCase())) {
    const [, month, day, year, hour, minute, second, half, zone, late, offset] = ctime;
    return instant(
      year ?? late,
      MONTHS.indexOf((month ?? "").toLowerCase()),
      day,
      hour,
      minute,
      second,
      half,
      zone ?? offset,
    );
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (iso) return instant(iso[1], Number(iso[2]) - 1, iso[3], iso[4], iso[5], iso[6], undefined, iso[7]);
  return undefined;
}

function instant(
  year: string | undefined,
  month: number,
  day: string | undefined,
  hour = "0",
  minute = "0",
  second = "0",
  half?: string,
  zone?: string,
): number | undefined {
  let y = Number(year);
  // RFC 5322 section 4.3: two digits below 50 are this century, three digits count from 1900.
  if (y < 50) y += 2000;
  else if (y < 1000) y += 1900;
  let h = Number(hour);
  if (half) h = (h % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  const d = Number(day);
  if (month < 0 || !(d >= 1 && d <= 31) || h > 24 || Number(minute) > 59 || !(y >= 1900)) return undefined;
  const at = Date.UTC(y, month, d, h, Number(minute), Number(second)) - zoneMinutes(zone) * 60_000;
  return Number.isFinite(at) ? at : undefined;
}

function zoneMinutes(zone: string | undefined): number {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    // -0000 says "zone unknown"; more than 14 hours is a typing error, and either way UTC is the best reading.
    return minutes > 14 * 60 ? 0 : offset[1] === "-" ? -minutes : minutes;
  }
  return ZONES[(zone ?? "").toLowerCase()] ?? 0;
}
