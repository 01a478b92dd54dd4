import { convert } from "html-to-text";
import { isAttachment, type Part, partText } from "./tree.ts";

/** The words a person reads: text/plain if there is any, else the HTML without its tags. */
export function mailText(mail: Part): string {
  const plain = firstText(mail, "text/plain");
  if (plain?.trim()) return plain;
  const html = firstText(mail, "text/html");
  return html === undefined ? (plain ?? "") : htmlText(html);
}

export const mailHtml = (mail: Part): string | undefined => firstText(mail, "text/html");

function firstText(part: Part, mimeType: string): string | undefined {
  if (part.mimeType === mimeType && (part.partId === "" || !isAttachment(part))) return partText(part);
  if (part.mimeType === "message/rfc822") return undefined;
  for (const child of part.parts) {
    const text = firstText(child, mimeType);
    if (text !== undefined) return text;
  }
  return undefined;
}

const htmlText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { ignoreHref: true } },
    ],
  });

/** Gmail's snippets hold about 200 characters, on one line, with HTML's special characters escaped. */
export function snippetOf(mail: Part): string {
  const flat = mailText(mail).slice(0, 4_000).replace(/\s+/g, " ").trim();
  return [...flat]
    .slice(0, 200)
    .join("")
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
