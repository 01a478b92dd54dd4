import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { convert } from "html-to-text";
import PostalMime from "postal-mime";
import type { PiiKind, PiiSpan } from "../../../src/domain/email.ts";
import { NO_CONTEXT, type RedactionContext } from "../../../src/pipeline/redact/context.ts";
import { bare, countInnocent, find, halfOf, show, tally } from "./tally.ts";

const GOLD = new URL("../../gold/", import.meta.url);

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

/** Mail whose personal values a person marked: each must be gone from every text of its mail. */
export async function measureGold(): Promise<void> {
  const read = (name: string) => readFileSync(new URL(name, GOLD), "utf8");
  const businesses = JSON.parse(read("businesses.json")) as Record<string, Business>;
  for (const line of read("labels.jsonl").trim().split("\n")) {
    const label = JSON.parse(line) as GoldLabel;
    const raw = readFileSync(new URL(`eml/${label.id}.eml`, GOLD));
    const half = halfOf(/^From:.*?([^\s<>@]+@[^\s<>]+)/im.exec(raw.toString("latin1"))?.[1] ?? label.id);
    const context = contextOf(businesses[label.business] as Business, label.language);
    const texts = (await textsOf(raw)).map((text) => ({ text, spans: find(text, context) }));
    scoreMissed(label, half, texts);
    scoreFound(label, half, texts);
    for (const { text, spans } of texts)
      countInnocent(
        "gold",
        half,
        text,
        spans,
        label.pii.map((one) => one.text),
      );
  }
}

interface Searched {
  text: string;
  spans: PiiSpan[];
}

function scoreMissed({ id, pii }: GoldLabel, half: ReturnType<typeof halfOf>, texts: readonly Searched[]): void {
  const left = texts.map(({ text, spans }) => folded(masked(text, spans)));
  for (const { type, text } of pii) {
    const isThere = texts.some((one) => folded(one.text).includes(text));
    const survives = [text, ...tellingParts(type, text)].some((part) => left.some((one) => one.includes(part)));
    for (const score of [tally("gold", half), tally(`gold: ${type}`, half)]) {
      score.spans++;
      if (isThere && !survives) score.whole++;
    }
    if (!isThere || survives) show(half, `${id} missed ${type}`, text);
  }
}

function scoreFound({ id, pii }: GoldLabel, half: ReturnType<typeof halfOf>, texts: readonly Searched[]): void {
  const seen = new Set<string>();
  for (const { text, spans } of texts)
    for (const { kind, start, end, reason } of spans) {
      const value = bare(text.slice(start, end));
      if (seen.has(value)) continue;
      seen.add(value);
      const right = pii.some((one) => value.includes(bare(one.text)) || bare(one.text).includes(value));
      for (const score of [tally("gold", half), tally(`gold: ${kind}`, half)]) {
        score.found++;
        if (right) score.right++;
      }
      if (!right) show(half, `${id} wrong ${kind} (${reason})`, text.slice(Math.max(0, start - 20), end + 12));
    }
}

/** A value that lost only its middle is not masked: neither end of a longer one may stand. */
const tellingParts = (type: PiiKind, text: string): string[] =>
  text.length > 12 && type !== "password" && type !== "email"
    ? [text.slice(0, Math.ceil(text.length * 0.6)), text.slice(Math.floor(text.length * 0.4))]
    : [];

function masked(text: string, spans: readonly PiiSpan[]): string {
  let out = text;
  for (const { start, end } of spans.toReversed()) out = `${out.slice(0, start)}\u2588${out.slice(end)}`;
  return out;
}

const folded = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, " ");

function contextOf(business: Business, language: string): RedactionContext {
  const formats = Object.entries(business.id_formats);
  const patterns = (secret: boolean) =>
    formats
      .filter(([name]) => (name === "api_key") === secret)
      .map(([, { pattern }]) => new RegExp(`(?<!\\w)(?:${pattern})(?!\\w)`, "g"));
  return {
    language,
    regions: ["US"],
    own: {
      emails: new Set([...business.inboxes, ...business.agents.map(({ email }) => email)]),
      domains: new Set([business.domain]),
      phones: business.public_phone,
      addresses: NO_CONTEXT.own.addresses,
    },
    allow: patterns(false),
    secrets: patterns(true),
  };
}

async function textsOf(raw: Buffer): Promise<string[]> {
  const mail = await PostalMime.parse(raw);
  const texts = [mail.subject ?? "", mail.text ?? "", mail.html ? htmlText(mail.html) : ""];
  for (const { mimeType, content } of mail.attachments) {
    const bytes = Buffer.from(content as ArrayBuffer);
    if (mimeType === "application/pdf") texts.push(pdfText(bytes));
    else if (/^text\/(?:csv|plain)/.test(mimeType)) texts.push(bytes.toString("utf8"));
  }
  return texts.filter((text) => text.trim() !== "");
}

export const htmlText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      { selector: "table", format: "dataTable" },
    ],
  });

/** Text of the set's small PDFs; the app reads attachments with a step of its own. */
function pdfText(bytes: Buffer): string {
  const texts: string[] = [];
  for (const [, stream] of bytes.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let content = stream as string;
    try {
      content = inflateSync(Buffer.from(content, "latin1")).toString("latin1");
    } catch {
      // Not deflated: it is read as it stands.
    }
    for (const [, shown] of content.matchAll(/\(((?:\\.|[^\\()])*)\)\s*Tj|T\*|Td|TD|'/g))
      texts.push(
        shown === undefined
          ? "\n"
          : shown.replace(/\\(\d{3}|.)/g, (_, one: string) =>
              /\d{3}/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : one,
            ),
      );
  }
  return texts.join("");
}
