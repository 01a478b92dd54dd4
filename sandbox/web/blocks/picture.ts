import { useState } from "preact/hooks";
import type { Json } from "../state/slack-types.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

/** An image that the app named, or the words for it when it cannot be had: this page works without a network. */
export function Picture({ image, ...rest }: { image: Json; class?: string }) {
  const [broken, setBroken] = useState(false);
  const words = String(image.alt_text ?? "");
  const source = sourceOf(image);
  if (broken || source === undefined)
    return html`<span class="picture-missing ${rest.class ?? ""}" title=${words}><${Icon} name="file" size=${16} /> ${words}</span>`;
  return html`<img
    class=${rest.class ?? ""}
    src=${source}
    alt=${words}
    title=${words}
    loading="lazy"
    referrerpolicy="no-referrer"
    onError=${() => setBroken(true)}
  />`;
}

function sourceOf({ image_url: url, slack_file: file }: Json): string | undefined {
  const known = file as { id?: string; url?: string } | undefined;
  const id = known?.id ?? /-(F[A-Z0-9]+)\//.exec(known?.url ?? "")?.[1];
  if (id) return `/slack/sandbox/files/${id}`;
  return typeof url === "string" && /^(?:https:|data:image\/)/.test(url) ? url : undefined;
}
