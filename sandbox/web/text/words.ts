import type { ComponentChildren } from "preact";
import { html } from "../ui/html.ts";

const EMOJI = /(\p{RGI_Emoji})/v;

/** Plain words; the emoji in them get a colour font, because many text fonts have black and white ones. */
export function Words({ text }: { text: string }): ComponentChildren {
  const parts = text.split(EMOJI);
  if (parts.length === 1) return text;
  return parts.map((part, index) => (index % 2 === 1 ? html`<span class="emoji">${part}</span>` : part));
}
