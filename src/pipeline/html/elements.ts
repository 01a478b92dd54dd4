/** What HTML elements mean for the lines of a text. */

/** What an element puts before and after itself. */
export type Gap = "paragraph" | "line" | undefined;

/** Never text for a reader. `title` belongs to the window, `noscript` shows nothing in mail. */
export const SILENT = new Set([
  "style",
  "script",
  "title",
  "head",
  "template",
  "noscript",
  "object",
  "select",
  "textarea",
  "svg",
  "math",
  "iframe",
  "audio",
  "video",
  "canvas",
  "xml",
]);
/** Head is left open by broken mail, so what stands in it counts as soon as it is body content. */
const BLOCK = new Set([
  "address",
  "article",
  "aside",
  "body",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "fieldset",
  "footer",
  "form",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "section",
  "table",
  "tbody",
  "tfoot",
  "thead",
  "tr",
  "ul",
  "caption",
]);
const PARAGRAPH = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"]);
export const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);

/** Word's paragraphs have no margins: each stands for one line. */
export function gapOf(tag: string, classes: readonly string[]): Gap {
  if (PARAGRAPH.has(tag) && !(tag === "p" && /^x?mso/i.test(classes[0] ?? ""))) return "paragraph";
  return BLOCK.has(tag) || tag === "p" ? "line" : undefined;
}
