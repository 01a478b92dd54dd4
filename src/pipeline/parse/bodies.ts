import { decodeText } from "./charset.ts";
import type { Part } from "./mime.ts";

/** What a reader is shown, in the order of the mail. Each block is one text in one or both of its forms. */
export interface BodyBlock {
  plain: string | undefined;
  html: string | undefined;
}

export interface Bodies {
  blocks: BodyBlock[];
  /** Everything else: files, nested messages, calendar and report parts. */
  rest: Part[];
  defects: string[];
}

/** Splits the tree into what is read and what is attached (RFC 2046 alternatives and related parts, RFC 2183 dispositions). */
export function chooseBodies(root: Part): Bodies {
  const bodies: Bodies = { blocks: [], rest: [], defects: [] };
  walk(root, bodies);
  return bodies;
}

function walk(part: Part, bodies: Bodies): void {
  switch (part.children.length > 0 ? part.type : "") {
    case "":
      leaf(part, bodies);
      return;
    case "multipart/alternative":
      alternative(part, bodies);
      return;
    case "multipart/related":
      related(part, bodies);
      return;
    case "multipart/report":
      // RFC 6522: a text for people first, then the report and perhaps the returned message: evidence, not content.
      part.children.forEach((child, i) => {
        if (i === 0) walk(child, bodies);
        else collect(child, bodies.rest);
      });
      return;
    case "multipart/encrypted":
      bodies.defects.push("encrypted mail");
      collect(part, bodies.rest);
      return;
    default:
      for (const child of part.children) walk(child, bodies);
  }
}

/** Several forms of one text: the plain and the HTML forms found inside are joined to one block. */
function alternative(part: Part, bodies: Bodies): void {
  const inner: Bodies = { blocks: [], rest: [], defects: bodies.defects };
  for (const child of part.children) walk(child, inner);
  const plain = inner.blocks.flatMap((block) => block.plain ?? []);
  const html = inner.blocks.flatMap((block) => block.html ?? []);
  if (plain.length || html.length) {
    bodies.blocks.push({
      plain: plain.length ? plain.join("\n") : undefined,
      html: html.length ? html.join("\n") : undefined,
    });
  }
  bodies.rest.push(...inner.rest);
}

/** The root part is read (RFC 2387: named by `start`, else the first), the others belong to it. */
function related(part: Part, bodies: Bodies): void {
  const start = part.params.start;
  const root = part.children.find((child) => start && child.contentId === start) ?? part.children[0];
  for (const child of part.children) {
    // Some senders wrap whole bodies in `related`; a second text without a name is still text.
    if (child === root || (child.children.length > 0 && isReadable(child))) walk(child, bodies);
    else collect(child, bodies.rest);
  }
}

const isReadable = (part: Part): boolean => isTextBody(part) || part.children.some(isReadable);

function leaf(part: Part, bodies: Bodies): void {
  if (!isTextBody(part)) {
    bodies.rest.push(part);
    return;
  }
  const { text, defect } = decodePart(part);
  if (defect) bodies.defects.push(defect);
  const html = part.type === "text/html" || part.type === "application/xhtml+xml" || looksLikeHtml(text);
  if (text.trim() === "") return;
  bodies.blocks.push(html ? { plain: undefined, html: text } : { plain: text, html: undefined });
}

const TEXT_BODIES = new Set([
  "text/plain",
  "text/html",
  "text/enriched",
  "text/richtext",
  "application/xhtml+xml",
  "text",
]);

function isTextBody(part: Part): boolean {
  if (part.disposition === "attachment" || !TEXT_BODIES.has(part.type)) return false;
  // A named text is a file, unless the client says that it is shown; Apple Mail names inline texts.
  return part.filename === undefined || part.disposition === "inline" || part.type === "text/html";
}

/** Scripts send HTML as text/plain, or with no type at all. */
const looksLikeHtml = (text: string) =>
  /^\s{0,200}(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 400)) && /<\/?(?:body|p|div|table|br)\b/i.test(text);

export function decodePart(part: Part): { text: string; defect?: string } {
  const declared = part.params.charset ?? (part.type === "text/html" ? metaCharset(part.content) : undefined);
  const decoded = decodeText(part.content, declared);
  let text = decoded.text.replace(/\r\n?/g, "\n");
  if (/^flowed$/i.test(part.params.format ?? "")) text = unflow(text, /^yes$/i.test(part.params.delsp ?? ""));
  if (part.type === "text/enriched" || part.type === "text/richtext") text = plainEnriched(text);
  return decoded.defect ? { text, defect: decoded.defect } : { text };
}

function metaCharset(content: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(content.subarray(0, 4_096));
  return /<meta[^>]{0,200}charset\s?=\s?["']?([\w-]{3,30})/i.exec(head)?.[1];
}

/** format=flowed (RFC 3676): a space at the end of a line says that the paragraph goes on, at the same quote depth. */
function unflow(text: string, delsp: boolean): string {
  const out: string[] = [];
  let flows = false;
  let depth = 0;
  for (const line of text.split("\n")) {
    const quote = /^>*/.exec(line)?.[0] ?? "";
    const unstuffed = line.slice(quote.length).replace(/^ /, "");
    const joins = flows && quote.length === depth && unstuffed !== "-- ";
    const body = delsp && unstuffed.endsWith(" ") && unstuffed !== "-- " ? unstuffed.slice(0, -1) : unstuffed;
    if (joins) out.push(body);
    else out.push(`${out.length ? "\n" : ""}${quote}${quote && body ? " " : ""}${body}`);
    flows = unstuffed.endsWith(" ") && unstuffed !== "-- ";
    depth = quote.length;
  }
  return out.join("");
}

/** text/enriched (RFC 1896): `<bold>`, `<<` for a bracket, single line breaks mean nothing. */
const plainEnriched = (text: string) =>
  text
    .replace(/<param>[^<]{0,1000}<\/param>/gi, "")
    .replace(/<<|<\/?[a-z-]{1,40}>/gi, (tag) => (tag === "<<" ? "<" : ""))
    .replace(/(?<!\n)\n(?!\n)/g, " ");

function collect(part: Part, into: Part[]): void {
  if (part.children.length === 0) into.push(part);
  for (const child of part.children) collect(child, into);
}
