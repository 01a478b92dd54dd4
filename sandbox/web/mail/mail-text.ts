import { useMemo, useState } from "preact/hooks";
import { html } from "../ui/html.ts";

/** A mail's words as its reader sees them; what it quotes is folded away, as mail programs do. */
export function MailText({ text }: { text: string }) {
  const [own, quoted] = useMemo(() => split(text), [text]);
  const [open, setOpen] = useState(false);
  return html`<div class="mail-text">
    <div class="lines">${own}</div>
    ${
      quoted &&
      html`<button type="button" class="fold" aria-expanded=${open} aria-label=${open ? "Hide quoted text" : "Show quoted text"} onClick=${() => setOpen(!open)}>…</button>
        ${open && html`<div class="lines quoted">${quoted}</div>`}`
    }
  </div>`;
}

/** From the first quoted line on, with the line that says whose words follow. */
function split(text: string): [string, string] {
  const lines = text.replace(/\r\n/g, "\n").trimEnd().split("\n");
  const first = lines.findIndex((line) => line.startsWith(">") || /^-{2,}\s*Original Message/i.test(line));
  if (first < 0) return [lines.join("\n"), ""];
  let start = first;
  while (start > 0 && (lines[start - 1] ?? "").trim() === "") start--;
  if (/:\s*$/.test(lines[start - 1] ?? "")) start--;
  if (/\b\d{1,2}:\d{2}\b/.test(lines[start - 1] ?? "") && !/[.!?]$/.test(lines[start - 1] ?? "")) start--;
  const rest = lines.slice(start);
  // Somebody who answers between the quoted lines would be folded away with them.
  const answersBelow = rest.some((line) => line.trim() !== "" && !line.startsWith(">") && !isAttribution(line));
  if (answersBelow) return [lines.join("\n"), ""];
  return [lines.slice(0, start).join("\n").trimEnd(), rest.join("\n")];
}

const isAttribution = (line: string): boolean => /:\s*$/.test(line) || /\b\d{1,2}:\d{2}\b/.test(line) || /@/.test(line);
