import { createHash } from "node:crypto";
import { parseAddresses } from "../../src/pipeline/parse/headers.ts";
import type { Label } from "./label.ts";

/** A labelled mail as the `set*.jsonl` files hold it: what the writer wrote, and the headers that matter. */
export interface Row extends Label {
  id: string;
  business: string;
  mailbox: string;
  from: string;
  subject: string;
  body: string;
  headers: Record<string, string>;
  attachments?: string[];
}

/** When the mail of a set was written, as its own dates tell: its "until Christmas" and "by March" count from then. */
const WRITTEN: Readonly<Record<string, { from: string; days: number }>> = {
  set1: { from: "2025-07-20", days: 28 },
  set2: { from: "2025-11-10", days: 14 },
  set3: { from: "2025-11-10", days: 14 },
  set4: { from: "2026-05-01", days: 120 },
  set5: { from: "2026-11-14", days: 10 },
  set6: { from: "2026-11-14", days: 7 },
};

/**
 * The raw mail that would have reached the mailbox: what a row leaves out (dates, traces, the receiving server's verdict on
 * the sender) is filled in from a hash of its id, so that the same row always makes the same mail.
 */
export function rawMail(row: Row, ourDomain: string): Uint8Array {
  const noise = createHash("sha256").update(row.id).digest();
  const from = parseAddresses(row.from)[0] ?? { name: undefined, address: "nobody@nowhere.example" };
  const senderDomain = from.address.slice(from.address.lastIndexOf("@") + 1);
  const written = WRITTEN[row.id.split("-")[0]!];
  if (!written) throw new Error(`${row.id}: nobody said when its set was written`);
  const sentAt = new Date(Date.parse(written.from) + (noise.readUInt32BE(0) % (written.days * 86_400_000)));
  const headers: [string, string][] = [
    ["Return-Path", `<${from.address}>`],
    ["Delivered-To", row.mailbox],
    [
      "Received",
      `from mail.${senderDomain} (mail.${senderDomain} [203.0.113.${noise[4]}])\r\n\tby mx1.${ourDomain} with ESMTPS for <${row.mailbox}>;\r\n\t${sentAt.toUTCString()}`,
    ],
    ...verdict(row, from.address, ourDomain, noise[5] ?? 0),
    ["From", `${from.name ? `${encodeWord(from.name)} ` : ""}<${from.address}>`],
    ["To", row.mailbox],
    ["Subject", encodeWord(row.subject)],
    ["Date", sentAt.toUTCString()],
    ["Message-ID", `<${noise.toString("hex", 8, 20)}@${senderDomain}>`],
    ["MIME-Version", "1.0"],
  ];
  const own = new Set(Object.keys(row.headers).map((name) => name.toLowerCase()));
  const given = Object.entries(row.headers).map(([name, value]) => [name, encodeAddressish(value)] as const);
  const lines = [...headers.filter(([name]) => !own.has(name.toLowerCase())), ...given].map(
    ([name, value]) => `${name}: ${value}`,
  );
  const text = part("text/plain; charset=utf-8", undefined, row.body);
  const files = row.attachments ?? [];
  const body =
    files.length === 0
      ? text
      : [
          'Content-Type: multipart/mixed; boundary="=_part"\r\n',
          `--=_part\r\n${text}`,
          ...files.map((name) => `--=_part\r\n${part("application/octet-stream", name, "%PDF-1.4")}`),
          "--=_part--\r\n",
        ].join("\r\n");
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n${body}`);
}

function part(type: string, filename: string | undefined, content: string): string {
  const disposition = filename ? `Content-Disposition: attachment; filename="${encodeWord(filename)}"\r\n` : "";
  const encoded = Buffer.from(content).toString("base64").replace(/.{76}/g, "$&\r\n");
  return `Content-Type: ${type}\r\n${disposition}Content-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n`;
}

/**
 * What the receiving server says of the sender. Forged senders (our own domain from outside, most mass fraud) fail; nearly
 * everybody else passes; a few small companies have it wrong or have no record at all.
 */
function verdict(row: Row, address: string, ourDomain: string, chance: number): [string, string][] {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const results = (spf: string, dkim: string, dmarc: string): [string, string][] => [
    [
      "Authentication-Results",
      `mx1.${ourDomain};\r\n\tspf=${spf} smtp.mailfrom=${address};\r\n\tdkim=${dkim} header.d=${domain} header.s=s1;\r\n\tdmarc=${dmarc} header.from=${domain}`,
    ],
  ];
  const fraud = row.intent === "spam";
  if (fraud && domain === ourDomain) return results("fail", "none", "fail");
  if (fraud && row.machine === "bulk" && chance < 130)
    return results(chance < 65 ? "fail" : "softfail", "none", "fail");
  if (fraud && chance < 30) return results("softfail", "none", "fail");
  if (chance < 4) return results("fail", "none", "fail");
  if (chance < 14) return [];
  return results("pass", "pass", "pass");
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

function encodeWord(text: string): string {
  return isAscii(text) && !/[<>",:;@()[\]\\]/.test(text) ? text : encoded(text);
}

/** RFC 2047 words of at most 45 bytes, cut between characters. */
function encoded(text: string): string {
  const words: string[] = [];
  let chunk = "";
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > 42) {
      words.push(chunk);
      chunk = "";
    }
    chunk += character;
  }
  words.push(chunk);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}

/** A header with an address in it: the name is encoded, the address is not. */
function encodeAddressish(value: string): string {
  if (isAscii(value)) return value;
  const address = parseAddresses(value)[0];
  return address ? `${address.name ? `${encoded(address.name)} ` : ""}<${address.address}>` : encoded(value);
}
