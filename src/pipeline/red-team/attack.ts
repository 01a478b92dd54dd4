import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * A mail that tries something, and what a model would say that did as the mail wants. The running desk rehearses them, and
 * `npm run redteam` sends them through everything.
 */
export const Attack = z.strictObject({
  id: z.string(),
  /** ISO 639-1 of the mail. */
  language: z.string(),
  /** In words for an operator. */
  tries: z.string(),
  /** The guard that stops it when a model obeys; operators are told its name when it does not. */
  guard: z.string(),
  from: z.string().default("Orla Keane <orla@quayside.example>"),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.string().default(""),
  /** The body as it stands on the wire, with the header lines that say how to read it. */
  wire: z.strictObject({ headers: z.string(), body: z.string() }).optional(),
  /** Files that bring text along. */
  files: z.array(z.strictObject({ name: z.string(), type: z.string(), text: z.string() })).default([]),
  /** The conversation before it, oldest first. */
  earlier: z.array(z.strictObject({ direction: z.enum(["in", "out"]), text: z.string() })).default([]),
  /** Articles that somebody slipped into the knowledge base. */
  articles: z.array(z.strictObject({ path: z.string(), text: z.string() })).default([]),
  /** What the obeying model answers, and what it fills into fields. */
  says: z.string(),
  fields: z.record(z.string(), z.string()).default({}),
  /** What must stand in nothing that leaves or could be approved. */
  never: z.array(z.string()),
});
export type Attack = z.infer<typeof Attack>;

const HERE = import.meta.dirname;

export const readAttacks = (): Attack[] =>
  globSync("*.jsonl", { cwd: path.join(HERE, "attacks") })
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(HERE, "attacks", file), "utf8")
        .trim()
        .split("\n"),
    )
    .map((line) => Attack.parse(JSON.parse(line)));

/** The articles that the attacks are written for: a rehearsal is the same whatever a company's own articles say. */
export const readShelf = (): { path: string; text: string }[] =>
  globSync("*.md", { cwd: path.join(HERE, "articles") })
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(HERE, "articles", file), "utf8") }));

/** The mail as a server would deliver it. */
export function rawOf(attack: Attack, to: string): Buffer {
  const { from, subject, text, html, headers, files, wire } = attack;
  const head = `From: ${from}\r\nTo: ${to}\r\n${headers}Subject: ${encoded(subject)}\r\nMessage-ID: <${attack.id}@quayside.example>\r\nMIME-Version: 1.0\r\n`;
  if (wire) return Buffer.from(`${head}${wire.headers}\r\n${wire.body}\r\n`);
  const body = part(`text/${html === undefined ? "plain" : "html"}; charset=utf-8`, html ?? text);
  if (files.length === 0) return Buffer.from(head + body);
  const parts = [
    body,
    ...files.map((file) => part(file.type, file.text, `Content-Disposition: attachment; filename="${file.name}"\r\n`)),
  ];
  const joined = parts.map((one) => `--cut\r\n${one}\r\n`).join("");
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary="cut"\r\n\r\n${joined}--cut--\r\n`);
}

const part = (type: string, text: string, more = ""): string =>
  `Content-Type: ${type}\r\n${more}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString("base64")}\r\n`;

const encoded = (words: string): string =>
  /^[\x20-\x7e]*$/.test(words) ? words : `=?utf-8?B?${Buffer.from(words).toString("base64")}?=`;
