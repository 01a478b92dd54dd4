import { type ReadHtml, readHtml } from "./html/read-html.ts";
import { stripInvisible } from "./invisible.ts";
import type { BodyBlock } from "./parse/bodies.ts";
import { MAX_HTML_CHARS, MAX_TEXT_CHARS } from "./parse/limits.ts";
import { takeUuencoded, type UuFile } from "./parse/uuencode.ts";
import { fold } from "./visible-text/fold.ts";
import { type Line, plainLines } from "./visible-text/line.ts";

/** The text of a mail in lines, and what was taken out of it on the way. */
export interface BodyText {
  lines: Line[];
  trackingPixels: number;
  hiddenCharacters: number;
  zeroWidth: number;
  bidi: number;
  linkHosts: string[];
  files: UuFile[];
  defects: string[];
}

export function readBodies(blocks: readonly BodyBlock[]): BodyText {
  const body: BodyText = {
    lines: [],
    trackingPixels: 0,
    hiddenCharacters: 0,
    zeroWidth: 0,
    bidi: 0,
    linkHosts: [],
    files: [],
    defects: [],
  };
  let room = MAX_TEXT_CHARS;
  let htmlRoom = MAX_HTML_CHARS;
  for (const block of blocks) {
    if (room <= 0 || (htmlRoom <= 0 && block.plain === undefined)) {
      body.defects.push("text cut");
      break;
    }
    const html = block.html === undefined || htmlRoom <= 0 ? undefined : readHtml(block.html);
    htmlRoom -= block.html?.length ?? 0;
    if (html) addCounts(body, html);
    const fromHtml = html !== undefined && (block.plain === undefined || isStub(block.plain, html));
    const lines = fromHtml ? html.lines : readPlain(block.plain ?? "", html, body);
    if (body.lines.length > 0 && lines.length > 0) body.lines.push(EMPTY);
    for (const line of lines) {
      if (room <= 0) {
        body.defects.push("text cut");
        break;
      }
      body.lines.push(line.text.length <= room ? line : { ...line, text: line.text.slice(0, room) });
      room -= line.text.length + 1;
    }
  }
  return body;
}

const EMPTY: Line = { text: "", quote: undefined, signature: false, small: false };

function addCounts(body: BodyText, html: ReadHtml): void {
  body.trackingPixels += html.trackingPixels;
  body.hiddenCharacters += html.hiddenCharacters;
  body.zeroWidth += html.zeroWidth;
  body.bidi += html.bidi;
  body.linkHosts.push(...html.linkHosts.filter((host) => !body.linkHosts.includes(host)));
}

/** "Your mail program cannot show HTML": a plain part that only points to the other one. */
function isStub(plain: string, html: ReadHtml): boolean {
  const text = plain.trim();
  if (text === "") return true;
  const shown = html.lines.reduce((sum, line) => sum + line.text.length, 0);
  return text.length < 200 && shown > text.length * 2 && /html/i.test(text) && !/\d{3,}/.test(text);
}

function readPlain(plain: string, html: ReadHtml | undefined, body: BodyText): Line[] {
  const { text, files } = takeUuencoded(plain);
  body.files.push(...files);
  const clean = stripInvisible(withoutPgpArmour(withoutControls(text)));
  // The HTML form was counted already; a plain form beside it usually carries the same characters.
  if (!html) {
    body.zeroWidth += clean.zeroWidth;
    body.bidi += clean.bidi;
  }
  const lines = plainLines(clean.text);
  return html ? withHtmlSignature(lines, html) : lines;
}

/** Gmail marks the signature in its HTML only; its words at the end of the plain form are the same signature. */
function withHtmlSignature(lines: Line[], html: ReadHtml): Line[] {
  const signed = new Set(
    html.lines.filter((line) => line.signature && line.quote === undefined).map((line) => key(line.text)),
  );
  signed.delete("");
  if (signed.size === 0) return lines;
  return lines.map((line) => (signed.has(key(line.text)) ? { ...line, signature: true } : line));
}

const key = (text: string) => fold(text.slice(0, 200)).replace(/[^\p{L}\p{N}]+/gu, "");

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const withoutControls = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");

/** Inline PGP (RFC 9580): the signed text stays, its armour goes. */
function withoutPgpArmour(text: string): string {
  const start = text.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
  const signature = text.indexOf("-----BEGIN PGP SIGNATURE-----", start);
  if (start < 0 || signature < 0) return text;
  const head = text.indexOf("\n\n", start);
  if (head < 0 || head > signature) return text;
  const end = text.indexOf("-----END PGP SIGNATURE-----", signature);
  const signed = text.slice(head + 2, signature).replace(/^- /gm, "");
  return text.slice(0, start) + signed + (end < 0 ? "" : text.slice(end + "-----END PGP SIGNATURE-----".length));
}
