import type { Block, Element } from "../state/slack-types.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { useField } from "./field.ts";
import { type FileSeed, useSurface } from "./surface.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
}

export function FileInput({ block, element, label }: Props) {
  const surface = useSurface();
  const known = useField(block, element);
  const files = (Array.isArray(known) ? known : []) as FileSeed[];
  const most = Number(element.max_files ?? 10);
  const add = async (event: Event): Promise<void> => {
    const input = event.currentTarget as HTMLInputElement;
    const chosen = await Promise.all(
      [...(input.files ?? [])].map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    input.value = "";
    await surface.enter(block, element, [...files, ...chosen].slice(0, most));
  };
  const kinds = (element.filetypes as string[] | undefined)?.map((kind) => `.${kind}`).join(",");
  return html`<div class="file-input">
    ${files.map(
      (file, index) => html`<span class="token">
        <${Icon} name="file" size=${15} /> ${file.name}
        <button type="button" class="token-remove" aria-label=${`Remove ${file.name}`} onClick=${() =>
          surface.enter(
            block,
            element,
            files.filter((_, i) => i !== index),
          )}>
          <${Icon} name="close" size=${13} />
        </button>
      </span>`,
    )}
    ${
      files.length < most &&
      html`<label class="button">
        <${Icon} name="clip" size=${16} /> Add ${most > 1 ? "files" : "a file"}
        <input type="file" class="hidden-input" aria-label=${label} multiple=${most > 1} accept=${kinds} onChange=${add} />
      </label>`
    }
  </div>`;
}
