import { html } from "./html.ts";
import { Icon } from "./icon.ts";

const HUES = [8, 28, 150, 172, 200, 222, 262, 290, 322, 344];

/** The same colour for a name everywhere. */
function hueOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + char.charCodeAt(0)) % 9973;
  return HUES[sum % HUES.length] ?? 200;
}

const initialsOf = (name: string): string => {
  const words = name.split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
};

export function Avatar({ name, size = 36, app = false }: { name: string; size?: number; app?: boolean }) {
  const style = `--size:${size}px;--hue:${hueOf(name)}`;
  if (app)
    return html`<span class="avatar of-app" style=${style} aria-hidden="true"><${Icon} name="inbox" size=${Math.round(size * 0.6)} /></span>`;
  return html`<span class="avatar" style=${style} aria-hidden="true">${initialsOf(name)}</span>`;
}
