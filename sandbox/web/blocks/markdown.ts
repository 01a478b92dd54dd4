import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { html } from "../ui/html.ts";
import { Link } from "../ui/link.ts";

/** The markdown block: the common part of Markdown, drawn as elements. What is not understood stays as it was written. */
export function Markdown({ text }: { text: string }) {
  const drawn = useMemo(() => blocksOf(text.split("\n")), [text]);
  return html`<div class="mrkdwn rich">${drawn}</div>`;
}

function blocksOf(lines: string[]): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? "";
    const kind = KINDS.find(({ starts }) => starts.test(line));
    let end = i + 1;
    if (kind?.fence) {
      while (end < lines.length && !/^\s*```/.test(lines[end] ?? "")) end++;
      out.push(html`<pre class="fence"><code>${lines.slice(i + 1, end).join("\n")}</code></pre>`);
      i = end + 1;
      continue;
    }
    while (end < lines.length && sameKind(lines[end] ?? "", kind)) end++;
    const part = lines.slice(i, end);
    out.push(kind ? kind.draw(part) : html`<p class="lines">${inline(part.join("\n"))}</p>`);
    i = end;
  }
  return out;
}

interface Kind {
  starts: RegExp;
  fence?: true;
  /** Whether the next line belongs to it as well. */
  goesOn: boolean;
  draw(lines: string[]): ComponentChildren;
}

const items = (lines: string[], mark: RegExp): ComponentChildren[] =>
  lines.map((line) => html`<li>${inline(line.replace(mark, ""))}</li>`);

const KINDS: Kind[] = [
  { starts: /^\s*```/, fence: true, goesOn: false, draw: () => null },
  { starts: /^\s*$/, goesOn: true, draw: () => null },
  {
    starts: /^#{1,6}\s/,
    goesOn: false,
    draw: ([line = ""]) => html`<h4 class="header">${inline(line.replace(/^#+\s+/, ""))}</h4>`,
  },
  { starts: /^\s*(?:-{3,}|\*{3,})\s*$/, goesOn: false, draw: () => html`<hr class="divider" />` },
  { starts: /^\s*[-*+]\s/, goesOn: true, draw: (lines) => html`<ul>${items(lines, /^\s*[-*+]\s+/)}</ul>` },
  { starts: /^\s*\d+[.)]\s/, goesOn: true, draw: (lines) => html`<ol>${items(lines, /^\s*\d+[.)]\s+/)}</ol>` },
  {
    starts: /^>/,
    goesOn: true,
    draw: (lines) =>
      html`<blockquote>${inline(lines.map((line) => line.replace(/^>\s?/, "")).join("\n"))}</blockquote>`,
  },
];

function sameKind(line: string, kind: Kind | undefined): boolean {
  if (kind) return kind.goesOn && kind.starts.test(line);
  return !KINDS.some(({ starts }) => starts.test(line));
}

const INLINE =
  /(`[^`\n]+`)|\*\*([^*\n]+)\*\*|__([^_\n]+)__|\*([^*\n]+)\*|_([^_\n]+)_|~~([^~\n]+)~~|\[([^\]\n]*)\]\((https?:[^)\s]+|mailto:[^)\s]+)\)/g;

function inline(text: string): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, strong2, em, em2, strike, label, url] = match;
    if (match.index > done) out.push(text.slice(done, match.index));
    if (code) out.push(html`<code>${code.slice(1, -1)}</code>`);
    else if (strong ?? strong2) out.push(html`<strong>${strong ?? strong2}</strong>`);
    else if (em ?? em2) out.push(html`<em>${em ?? em2}</em>`);
    else if (strike) out.push(html`<s>${strike}</s>`);
    else out.push(html`<${Link} url=${url} label=${label || url} />`);
    done = match.index + whole.length;
  }
  if (done < text.length) out.push(text.slice(done));
  return out;
}
