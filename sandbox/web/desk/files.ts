import type { SlackFile } from "../state/slack-types.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

export const sizeWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

export function Files({ files }: { files: SlackFile[] }) {
  return html`<div class="files">
    ${files.map(({ id, name, title, mimetype, size }) => {
      const href = `/slack/sandbox/files/${id}`;
      return html`<a key=${id} class="file" href=${href} download=${name}>
        ${
          /^image\/(?:png|jpeg|gif)$/.test(mimetype)
            ? html`<img src=${href} alt=${title} loading="lazy" />`
            : html`<span class="file-icon"><${Icon} name="file" /></span>`
        }
        <span class="file-words"><strong>${title || name}</strong><small>${sizeWords(size)}</small></span>
      </a>`;
    })}
  </div>`;
}
