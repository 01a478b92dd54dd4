import type { ComponentChildren } from "preact";
import type { Block, Json } from "../state/slack-types.ts";
import { html } from "../ui/html.ts";
import { Link } from "../ui/link.ts";
import { emojiFor } from "./emoji.ts";
import { Emoji, SlackDate } from "./mrkdwn.ts";
import { Words } from "./words.ts";

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A rich_text block: its leaves are never parsed, they say what they are. */
export function RichText({ block }: { block: Block | Json }) {
  return html`<div class="mrkdwn rich">${list(block.elements).map((element) => html`<${Part} element=${element} />`)}</div>`;
}

function Part({ element }: { element: Json }) {
  const leaves = (): ComponentChildren => list(element.elements).map((leaf) => html`<${Leaf} leaf=${leaf} />`);
  switch (element.type) {
    case "rich_text_list": {
      const tag = element.style === "ordered" ? "ol" : "ul";
      const indent = Number(element.indent ?? 0);
      const start = Number(element.offset ?? 0) + 1;
      return html`<${tag} class="level-${indent % 3} ${bordered(element)}" style=${`--indent:${indent}`} start=${start}>
        ${list(element.elements).map(
          (item) => html`<li>${list(item.elements).map((leaf) => html`<${Leaf} leaf=${leaf} />`)}</li>`,
        )}
      <//>`;
    }
    case "rich_text_quote":
      return html`<blockquote>${leaves()}</blockquote>`;
    case "rich_text_preformatted":
      return html`<pre class="fence"><code>${leaves()}</code></pre>`;
    default:
      return html`<div class="lines">${leaves()}</div>`;
  }
}

const bordered = (element: Json): string => (element.border === 1 ? "bordered" : "");

function Leaf({ leaf }: { leaf: Json }): ComponentChildren {
  const style = (leaf.style ?? {}) as Record<string, boolean>;
  let content: ComponentChildren = plainLeaf(leaf);
  if (style.code) content = html`<code>${content}</code>`;
  if (style.underline) content = html`<u>${content}</u>`;
  if (style.strike) content = html`<s>${content}</s>`;
  if (style.italic) content = html`<em>${content}</em>`;
  if (style.bold) content = html`<strong>${content}</strong>`;
  return content;
}

function plainLeaf(leaf: Json): ComponentChildren {
  switch (leaf.type) {
    case "text":
      return html`<${Words} text=${text(leaf.text)} />`;
    case "link":
      return html`<${Link} url=${text(leaf.url)} label=${text(leaf.text) || text(leaf.url)} />`;
    case "emoji": {
      const name = text(leaf.name);
      const char = emojiFor(name) ?? fromCodes(text(leaf.unicode));
      return char ? html`<${Emoji} name=${name} char=${char} />` : `:${name}:`;
    }
    case "date":
      return html`<${SlackDate} timestamp=${Number(leaf.timestamp)} format=${text(leaf.format)} fallback=${text(leaf.fallback)} url=${text(leaf.url) || undefined} />`;
    case "color":
      return html`<span class="colour"><i style=${`background:${colour(text(leaf.value))}`}></i>${text(leaf.value)}</span>`;
    case "user":
    case "usergroup":
    case "channel":
    case "broadcast":
      return html`<span class="mention">${text(leaf.shown)}</span>`;
    default:
      return text(leaf.text) || text(leaf.shown);
  }
}

/** `1f44b-1f3fb` and the like. */
function fromCodes(codes: string): string | undefined {
  if (!/^[0-9a-f]+(?:-[0-9a-f]+)*$/i.test(codes)) return undefined;
  const points = codes.split("-").map((code) => Number.parseInt(code, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}

const colour = (value: string): string => (/^#[0-9a-f]{3,8}$/i.test(value) ? value : "transparent");
