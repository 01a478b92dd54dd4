/**
 * How much of what is personal gets masked, and how much that is not: `node eval/corpora/pii.ts [--show]`.
 * Reads the labelled mail in eval/gold, and beside the repository ../shared/corpora (pii, tickets, spam-ham) where it is.
 * Everything is parted in two by a hash of the text: recognisers are tuned on one half, the other only counts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { convert } from "html-to-text";
import PostalMime from "postal-mime";
import type { PiiKind } from "../../src/domain/email.ts";
import { NO_CONTEXT, type RedactionContext } from "../../src/pipeline/redact/context.ts";
import { findPii } from "../../src/pipeline/redact/find-pii.ts";

const GOLD = new URL("../gold/", import.meta.url);
const CORPORA = new URL("../../../shared/corpora/", import.meta.url);
const SHOW = process.argv.includes("--show");

const HALVES = ["tuned on", "held out"] as const;
type Half = (typeof HALVES)[number];
/** A bit of FNV-1a over what makes a case one: its text, or for mail the sender, whose mails repeat his signature. */
function halfOf(key: string): Half {
  let hash = 2166136261;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619) >>> 0;
  return HALVES[(hash >>> 15) & 1] as Half;
}

interface Tally {
  spans: number;
  whole: number;
  found: number;
  right: number;
}
const tallies = new Map<string, Tally>();
const tally = (set: string, half: Half): Tally => {
  const key = `${set}\t${half}`;
  const known = tallies.get(key) ?? { spans: 0, whole: 0, found: 0, right: 0 };
  tallies.set(key, known);
  return known;
};
const show = (half: Half, what: string, text: string): void => {
  if (SHOW && half === "tuned on") console.log(`${what.padEnd(28)} ${JSON.stringify(text)}`);
};

let spent = 0;
let mails = 0;
function find(text: string, context: RedactionContext) {
  const before = performance.now();
  const spans = findPii(text, context);
  spent += performance.now() - before;
  mails++;
  return spans;
}

// Gold: raw mail with labelled values -------------------------------------------------------------------------------

interface GoldLabel {
  id: string;
  business: string;
  language: string;
  pii: { type: PiiKind; text: string }[];
}
interface Business {
  domain: string;
  public_phone: string[];
  inboxes: string[];
  agents: { email: string }[];
  id_formats: Record<string, { pattern: string }>;
}

const folded = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, " ");
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

function goldContext(business: Business, language: string): RedactionContext {
  const formats = Object.entries(business.id_formats);
  const pattern = ([, { pattern: source }]: (typeof formats)[number]) =>
    new RegExp(`(?<!\\w)(?:${source})(?!\\w)`, "g");
  return {
    ...NO_CONTEXT,
    language,
    regions: ["US"],
    own: {
      emails: new Set([...business.inboxes, ...business.agents.map(({ email }) => email)]),
      domains: new Set([business.domain]),
      phones: business.public_phone,
      addresses: [],
    },
    allow: formats.filter(([name]) => name !== "api_key").map(pattern),
    secrets: formats.filter(([name]) => name === "api_key").map(pattern),
  };
}

/** Text of the small uncompressed or deflated PDFs in the gold set; the app reads attachments with its own step. */
function pdfText(bytes: Buffer): string {
  const source = bytes.toString("latin1");
  const texts: string[] = [];
  for (const match of source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let content = match[1] as string;
    try {
      content = inflateSync(Buffer.from(content, "latin1")).toString("latin1");
    } catch {
      // Not deflated: read as it stands.
    }
    for (const shown of content.matchAll(/\(((?:\\.|[^\\()])*)\)\s*Tj|(T\*|Td|TD|')/g))
      texts.push(
        shown[1] === undefined
          ? "\n"
          : shown[1]
              .replace(/\\([()\\])/g, "$1")
              .replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
      );
  }
  return texts.join("");
}

async function goldTexts(raw: Buffer): Promise<string[]> {
  const mail = await PostalMime.parse(raw);
  const texts = [mail.subject ?? "", mail.text ?? ""];
  if (mail.html)
    texts.push(
      convert(mail.html, {
        wordwrap: false,
        selectors: [
          { selector: "a", options: { ignoreHref: true } },
          { selector: "img", format: "skip" },
          { selector: "table", format: "dataTable" },
        ],
      }),
    );
  for (const { mimeType, content } of mail.attachments) {
    const bytes = Buffer.from(content as ArrayBuffer);
    if (mimeType === "application/pdf") texts.push(pdfText(bytes));
    else if (/^text\/(?:csv|plain)/.test(mimeType)) texts.push(bytes.toString("utf8"));
  }
  return texts.filter((text) => text.trim() !== "");
}

async function measureGold(): Promise<void> {
  const labels = readFileSync(new URL("labels.jsonl", GOLD), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldLabel);
  const businesses = JSON.parse(readFileSync(new URL("businesses.json", GOLD), "utf8")) as Record<string, Business>;
  for (const label of labels) {
    const raw = readFileSync(new URL(`eml/${label.id}.eml`, GOLD));
    const half = halfOf(/^From:.*?([^\s<>@]+@[^\s<>]+)/im.exec(raw.toString("latin1"))?.[1] ?? label.id);
    const context = goldContext(businesses[label.business] as Business, label.language);
    const texts = await goldTexts(raw);
    const left = texts.map((text) => folded(mask(text, find(text, context))));
    const score = tally("gold", half);
    for (const { type, text } of label.pii) {
      const seen = texts.some((one) => folded(one).includes(text));
      const survives = left.some(
        (one) =>
          one.includes(text) ||
          (type !== "password" && type !== "email" && remainders(text).some((piece) => one.includes(piece))),
      );
      for (const one of [score, tally(`gold: ${type}`, half)]) {
        one.spans++;
        if (seen && !survives) one.whole++;
      }
      if (!seen || survives) show(half, `${label.id} missed ${type}${seen ? "" : " (unread)"}`, text);
    }
    const values = new Set<string>();
    texts.forEach((text) => {
      for (const { kind, start, end, reason } of find(text, context)) {
        const value = bare(text.slice(start, end));
        if (values.has(value)) continue;
        values.add(value);
        const right = label.pii.some((one) => value.includes(bare(one.text)) || bare(one.text).includes(value));
        for (const one of [score, tally(`gold: ${kind}`, half)]) {
          one.found++;
          if (right) one.right++;
        }
        if (!right) show(half, `${label.id} wrong ${kind} (${reason})`, text.slice(Math.max(0, start - 20), end + 12));
      }
      innocent(
        "gold texts",
        half,
        text,
        find(text, context),
        label.pii.map((one) => one.text),
      );
    });
  }
}

/** A value that lost only its middle is not masked whole: its halves must not stand either, where they are telling. */
const remainders = (text: string): string[] =>
  text.length > 12 ? [text.slice(0, Math.ceil(text.length * 0.6)), text.slice(Math.floor(text.length * 0.4))] : [];

function mask(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of [...spans].reverse()) out = `${out.slice(0, start)}\u2588${out.slice(end)}`;
  return out;
}

// Innocent text -----------------------------------------------------------------------------------------------------

const innocents = new Map<string, { characters: number; masked: number; kinds: Map<PiiKind, number> }>();

function innocent(
  set: string,
  half: Half,
  text: string,
  spans: readonly { kind: PiiKind; start: number; end: number }[],
  labelled: readonly string[] = [],
): void {
  const key = `${set}\t${half}`;
  const score = innocents.get(key) ?? { characters: 0, masked: 0, kinds: new Map() };
  innocents.set(key, score);
  score.characters += text.length;
  for (const { kind, start, end } of spans) {
    const value = bare(text.slice(start, end));
    const inside = labelled.map(bare).filter((one) => value.includes(one) || one.includes(value));
    if (inside.length === 0) {
      score.masked += end - start;
      score.kinds.set(kind, (score.kinds.get(kind) ?? 0) + end - start);
    } else score.masked += Math.max(0, value.length - Math.max(...inside.map((one) => one.length)));
  }
}

// Presidio ----------------------------------------------------------------------------------------------------------

/** Presidio's kinds as ours. What is not here is left out, for the reason that stands in `LEFT_OUT`. */
const KIND_OF: Record<string, PiiKind> = {
  CREDIT_CARD: "credit_card",
  IBAN_CODE: "iban",
  US_SSN: "ssn",
  EMAIL_ADDRESS: "email",
  PHONE_NUMBER: "phone",
  STREET_ADDRESS: "address",
  US_ITIN: "national_id",
  US_MBI: "national_id",
  US_PASSPORT: "passport",
  UK_NINO: "national_id",
  UK_NHS: "national_id",
  UK_PASSPORT: "passport",
  UK_DRIVING_LICENCE: "national_id",
  AU_TFN: "national_id",
  AU_MEDICARE: "national_id",
  CA_SIN: "national_id",
  DE_TAX_ID: "national_id",
  DE_SOCIAL_SECURITY: "national_id",
  DE_HEALTH_INSURANCE: "national_id",
  DE_ID_CARD: "national_id",
  DE_PASSPORT: "passport",
  ES_NIF: "national_id",
  ES_NIE: "national_id",
  ES_PASSPORT: "passport",
  IT_FISCAL_CODE: "national_id",
  IT_PASSPORT: "passport",
  FI_PERSONAL_IDENTITY_CODE: "national_id",
  SE_PERSONNUMMER: "national_id",
  PL_PESEL: "national_id",
  TR_NATIONAL_ID: "national_id",
  IN_AADHAAR: "national_id",
  IN_PAN: "national_id",
  IN_PASSPORT: "passport",
  IN_VOTER: "national_id",
  KR_RRN: "national_id",
  KR_FRN: "national_id",
  KR_PASSPORT: "passport",
  KR_DRIVER_LICENSE: "national_id",
  SG_NRIC_FIN: "national_id",
  TH_TNIN: "national_id",
  ZA_ID_NUMBER: "national_id",
  NG_NIN: "national_id",
};
const LEFT_OUT: Record<string, string> = {
  "names, nationality, age, title, place, organisation": "no kind of ours: a desk must see who writes and from where",
  dates: "only a date of birth is personal; counted as one where the text says born or birth",
  "IP, MAC, URL, domain": "a support mail is about them",
  "postcodes alone, number plates": "no address and no person by themselves",
  "company numbers (VAT, ABN, ACN, GSTIN, BRN, UEN, NPI, register)": "public",
  "US bank and routing numbers, crypto wallets": "only beside their words; presidio's cases have none",
  "driving licences of IT, US; identity cards of IT; DE tax numbers, licences":
    "presidio's cases are the bare form, which is also a part number",
  "PH and TR phones": "their cases are ten bare digits, an order number everywhere else",
};

const units = (text: string, offset: number): number => Array.from(text).slice(0, offset).join("").length;

interface PresidioSpan {
  start: number;
  end: number;
  entity: string;
}

function measurePresidio(): void {
  const read = <T>(name: string) =>
    readFileSync(new URL(`pii/${name}.jsonl`, CORPORA), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as T);
  for (const row of read<{ text: string; entities: string[]; n: number; spans: PresidioSpan[] | null }>(
    "presidio-analyzer-cases",
  )) {
    const kind = KIND_OF[row.entities[0] as string];
    if (!kind || (row.n > 0 && !row.spans?.length)) continue;
    // A bare passport or an id without check digit cannot be told from a part number: those cases get a row of their own.
    const isBare =
      row.spans?.every(
        ({ start, end }) =>
          !/\p{L}{2}/u.test(row.text.slice(0, units(row.text, start)) + row.text.slice(units(row.text, end))),
      ) ?? true;
    score(
      `presidio cases${row.n > 0 && isBare ? ", bare value" : ""}`,
      row.text,
      (row.spans ?? []).map((span) => ({ ...span, kind })),
      row.n === 0 ? kind : undefined,
      row.entities[0],
    );
  }
  for (const row of read<{ text: string; spans: PresidioSpan[] }>("presidio-research-synthetic")) {
    const birth = /born|birth/.test(row.text);
    const wanted = row.spans.flatMap((span) => {
      const kind = KIND_OF[span.entity] ?? (span.entity === "DATE_TIME" && birth ? "dob" : undefined);
      return kind ? [{ ...span, kind: kind as PiiKind }] : [];
    });
    score("presidio synthetic", row.text, wanted, undefined, undefined, row.spans);
  }
}

function score(
  set: string,
  text: string,
  wanted: (PresidioSpan & { kind: PiiKind })[],
  negativeFor: PiiKind | undefined,
  entity?: string,
  all: PresidioSpan[] = [],
): void {
  const half = halfOf(text);
  const spans = find(text, NO_CONTEXT);
  const within = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  const places = wanted.map((span) => ({ ...span, start: units(text, span.start), end: units(text, span.end) }));
  for (const place of places) {
    const covered =
      spans.some((span) => span.start <= place.start && span.end >= place.end) || coveredTogether(text, spans, place);
    for (const one of [tally(set, half), tally(`${set}: ${place.kind}`, half)]) {
      one.spans++;
      if (covered) one.whole++;
    }
    if (!covered)
      show(half, `${set} missed ${place.entity}`, text.slice(Math.max(0, place.start - 24), place.end + 10));
  }
  const others = all.map((span) => ({ start: units(text, span.start), end: units(text, span.end) }));
  for (const span of spans) {
    const right = places.some((place) => within(span, place));
    // On a negative only its own kind is wrong: the string may well be something else.
    if (!right && negativeFor === undefined && others.length === 0 && places.length > 0 && /bare/.test(set)) continue;
    if (negativeFor !== undefined && span.kind !== negativeFor) continue;
    for (const one of [tally(set, half), tally(`${set}: ${span.kind}`, half)]) {
      one.found++;
      if (right) one.right++;
    }
    if (!right)
      show(half, `${set} wrong ${span.kind} ${entity ?? ""}`, text.slice(Math.max(0, span.start - 20), span.end + 10));
  }
}

/** Two spans that touch but for punctuation cover what lies under both. */
function coveredTogether(
  text: string,
  spans: readonly { start: number; end: number }[],
  place: { start: number; end: number },
): boolean {
  const left = Array.from({ length: place.end - place.start }, (_, at) => place.start + at).filter(
    (at) => !spans.some((span) => span.start <= at && at < span.end),
  );
  return left.every((at) => !/[\p{L}\p{N}]/u.test(text.charAt(at)));
}

// Tickets and ham ---------------------------------------------------------------------------------------------------

async function measureInnocent(): Promise<void> {
  const lines = (name: string) =>
    readFileSync(new URL(`tickets/${name}.jsonl`, CORPORA), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { text?: string; title?: string; body?: string });
  for (const name of ["cfpb-complaints", "endava-it-tickets", "banking77-sample"])
    for (const { text, title, body } of lines(name)) {
      const whole = text ?? `${title}\n${body}`;
      count(name, whole);
    }
  const folders = [
    ["enron mail", "tickets/enron-with-categories/"],
    ["ham, easy", "spam-ham/spamassassin/easy_ham/"],
    ["ham, hard", "spam-ham/spamassassin/hard_ham/"],
  ] as const;
  for (const [name, folder] of folders)
    for (const file of readdirSync(new URL(folder, CORPORA)).filter((one) => one.endsWith(".eml"))) {
      const raw = readFileSync(new URL(folder + file, CORPORA));
      const start = raw.subarray(0, 5).toString() === "From " ? raw.indexOf("\n") + 1 : 0;
      const mail = await PostalMime.parse(raw.subarray(start));
      count(
        name,
        mail.text?.trim()
          ? mail.text
          : convert(mail.html ?? "", {
              wordwrap: false,
              selectors: [
                { selector: "a", options: { ignoreHref: true } },
                { selector: "img", format: "skip" },
              ],
            }),
      );
    }
}

function count(set: string, text: string): void {
  const half = halfOf(text);
  const spans = find(text, { ...NO_CONTEXT, language: "en" });
  innocent(set, half, text, spans);
  for (const { kind, start, end, reason } of spans)
    if (kind !== "email") show(half, `${set} ${kind} (${reason})`, text.slice(Math.max(0, start - 24), end + 12));
}

// The tables --------------------------------------------------------------------------------------------------------

const percent = (part: number, of: number): string =>
  of === 0 ? "-" : `${((100 * part) / of).toFixed(of < 1000 ? 0 : 2)} %`;

function print(): void {
  console.log(
    "\nMasked whole, and how much of what was masked is personal (redact-pii 3.4.0 and @redactpii/node 1.0 as measured on the same texts)\n",
  );
  console.log(
    [
      "set".padEnd(34),
      "tuned on: whole, precision".padEnd(30),
      "held out: whole, precision".padEnd(30),
      "redact-pii",
      "@redactpii",
    ].join("  "),
  );
  const others: Record<string, [string, string]> = {
    gold: ["65 % (90 %)", "66 % (95 %)"],
    "presidio synthetic": ["40 % (84 %)", "20 % (92 %)"],
  };
  const sets = [...new Set([...tallies.keys()].map((key) => key.split("\t")[0] as string))].sort();
  for (const set of sets) {
    const cells = HALVES.map((half) => {
      const { spans, whole, found, right } = tally(set, half);
      return `${whole}/${spans} ${percent(whole, spans)}, ${percent(right, found)}`.padEnd(30);
    });
    console.log([set.padEnd(34), ...cells, ...(others[set] ?? ["", ""])].join("  "));
  }
  console.log(
    "\nInnocent text masked, by characters (redact-pii: 3.9 %). In public mail addresses and phone numbers are real; the last column leaves them out.\n",
  );
  for (const [key, { characters, masked, kinds }] of innocents) {
    const [set, half] = key.split("\t") as [string, string];
    const contact = (kinds.get("email") ?? 0) + (kinds.get("phone") ?? 0) + (kinds.get("address") ?? 0);
    const share = (part: number) => `${((100 * part) / characters).toFixed(3)} %`;
    console.log(
      set.padEnd(22),
      half,
      `${characters} characters`.padEnd(20),
      share(masked).padEnd(10),
      `other than contact data ${share(masked - contact).padEnd(10)}`,
      [...kinds].map(([kind, size]) => `${kind} ${share(size)}`).join(", "),
    );
  }
  console.log(`\n${mails} texts, ${(spent / mails).toFixed(3)} ms a text\nLeft out of presidio's kinds:`);
  for (const [what, why] of Object.entries(LEFT_OUT)) console.log(`- ${what}: ${why}`);
}

await measureGold();
if (existsSync(CORPORA)) {
  measurePresidio();
  await measureInnocent();
} else console.log("The corpora are not beside this repository: only the gold set is measured.");
print();
