import { randomUUID } from "node:crypto";
import { isAddress, type Person } from "./headers.ts";

export interface NewAttachment {
  filename: string;
  mimeType?: string;
  content: Uint8Array | string;
}

export interface MailOutline {
  headers: (readonly [string, string | undefined])[];
  text: string;
  html?: string | undefined;
  attachments?: readonly NewAttachment[] | undefined;
}

/** A mail as a well-behaved program writes it: CRLF, encoded words, quoted-printable text, base64 files. */
export function writeMail({ headers, text, html, attachments = [] }: MailOutline): Buffer {
  const lines = headers.flatMap(([name, value]) => (value === undefined ? [] : [headerLine(name, value)]));
  const body =
    html === undefined ? textPart("plain", text) : alternative(textPart("plain", text), textPart("html", html));
  const whole = attachments.length === 0 ? body : multipart("mixed", [body, ...attachments.map(attachmentPart)]);
  return Buffer.from(`${[...lines, "MIME-Version: 1.0", whole].join("\r\n")}`);
}

const alternative = (...parts: string[]): string => multipart("alternative", parts);

export function multipart(kind: string, parts: readonly string[], parameters = ""): string {
  const boundary = `000000000000${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}`).join("\r\n");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"${parameters}\r\n\r\n${inner}\r\n--${boundary}--\r\n`;
}

export function textPart(subtype: "plain" | "html", text: string): string {
  const type = `Content-Type: text/${subtype}; charset="UTF-8"`;
  return `${type}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}`;
}

function attachmentPart({ filename, mimeType = "application/octet-stream", content }: NewAttachment): string {
  const base64 = Buffer.from(content)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");
  const name = asciiOnly(filename) ? `filename="${clean(filename).replace(/["\\]/g, "\\$&")}"` : extended(filename);
  return `Content-Type: ${clean(mimeType)}\r\nContent-Disposition: attachment; ${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
}

const extended = (filename: string): string =>
  `filename*=UTF-8''${encodeURIComponent(clean(filename)).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

const asciiOnly = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const clean = (text: string): string => text.replace(/[\r\n]+/g, " ");

/** Headers that hold addresses and ids fold at spaces; the others become encoded words if they need to. */
export function headerLine(name: string, value: string): string {
  const text = asciiOnly(clean(value)) ? clean(value) : encodedWords(clean(value));
  return fold(`${name}: ${text}`);
}

function fold(line: string): string {
  const words = line.split(" ");
  let out = "";
  let width = 0;
  for (const word of words) {
    if (width > 0 && width + 1 + word.length > 76 && out.includes(":")) {
      out += `\r\n ${word}`;
      width = 1 + word.length;
    } else {
      out += width === 0 ? word : ` ${word}`;
      width += word.length + (width === 0 ? 0 : 1);
    }
  }
  return out;
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let chunk = "";
  for (const char of text) {
    if (Buffer.byteLength(chunk + char) > 42) {
      words.push(chunk);
      chunk = "";
    }
    chunk += char;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
}

export function formatPerson({ name, address }: Person): string {
  if (!name) return address;
  if (!asciiOnly(name)) return `${encodedWords(clean(name))} <${address}>`;
  return /^[\w !#$%&'*+\-/=?^`{|}~]+$/.test(name)
    ? `${name} <${address}>`
    : `"${clean(name).replace(/["\\]/g, "\\$&")}" <${address}>`;
}

export const formatPeople = (list: readonly Person[]): string | undefined =>
  list.length === 0 ? undefined : list.map(formatPerson).join(", ");

export function aPerson(value: string | Person): Person {
  if (typeof value !== "string") return value;
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(value);
  const person = match
    ? { name: (match[1] ?? "").replace(/^"|"$/g, ""), address: match[2] ?? "" }
    : { name: "", address: value.trim() };
  if (!isAddress(person.address)) throw new Error(`not an address: ${value}`);
  return person;
}

function quotedPrintable(text: string): string {
  return text.replace(/\r\n?/g, "\n").split("\n").map(encodeLine).join("\r\n");
}

function encodeLine(line: string): string {
  const bytes = [...Buffer.from(line)];
  let out = "";
  let width = 0;
  bytes.forEach((byte, i) => {
    const last = i === bytes.length - 1;
    const literal = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !last);
    const token = literal ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (width + token.length > 75) {
      out += "=\r\n";
      width = 0;
    }
    out += token;
    width += token.length;
  });
  return out;
}

/** `Sat, 21 Nov 2026 14:52:20 +0000`, which is what toUTCString says but for the zone's name. */
export const mailDate = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");
