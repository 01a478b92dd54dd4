import type { Block, Json } from "../state/slack-types.ts";
import { RichText } from "../text/rich-text.ts";
import { html } from "../ui/html.ts";
import { Link } from "../ui/link.ts";

const STATES: Record<string, { sign: string; word: string }> = {
  pending: { sign: "○", word: "to do" },
  in_progress: { sign: "◐", word: "under way" },
  complete: { sign: "✓", word: "done" },
  error: { sign: "✕", word: "failed" },
};

export function TaskCard({ block }: { block: Block | Json }) {
  const state = STATES[String(block.status)] ?? { sign: "○", word: String(block.status) };
  const sources = (block.sources ?? []) as { url: string; text?: string }[];
  return html`<div class="block task ${String(block.status)}">
    <div><span class="task-sign" aria-hidden="true">${state.sign}</span> ${String(block.title ?? "")} <small class="muted">${state.word}</small></div>
    ${block.details && html`<${RichText} block=${block.details as Json} />`}
    ${block.output && html`<${RichText} block=${block.output as Json} />`}
    ${sources.length > 0 && html`<div class="context">${sources.map(({ url, text }) => html`<${Link} url=${url} label=${text ?? url} /> `)}</div>`}
  </div>`;
}

export function Plan({ block }: { block: Block }) {
  const tasks = (block.tasks ?? []) as Json[];
  return html`<div class="block plan">
    <div class="card-title">${String(block.title ?? "")}</div>
    ${tasks.map((task) => html`<${TaskCard} block=${task} />`)}
  </div>`;
}
