import { useRef } from "preact/hooks";
import { sizeWords } from "../desk/files.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

/** What came with a mail; saved, never opened here. */
export function Attachments({ list }: { list: { filename: string; size: number; href: string }[] }) {
  if (list.length === 0) return null;
  return html`<div class="files">
    ${list.map(
      ({ filename, size, href }) => html`<a class="file" href=${href} download=${filename || "unnamed"} key=${href}>
        <span class="file-icon"><${Icon} name="file" /></span>
        <span class="file-words"><strong>${filename || "(no name)"}</strong><small>${sizeWords(size)}</small></span>
      </a>`,
    )}
  </div>`;
}

interface PickerProps {
  files: File[];
  onChange: (files: File[]) => void;
}

export function FilePicker({ files, onChange }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return html`<div class="file-input">
    ${files.map(
      (file) => html`<span class="token" key=${file.name}>
        <${Icon} name="file" size=${15} /> ${file.name}
        <button type="button" class="token-remove" aria-label=${`Remove ${file.name}`} onClick=${() => onChange(files.filter((one) => one !== file))}>
          <${Icon} name="close" size=${13} />
        </button>
      </span>`,
    )}
    <label class="button small">
      <${Icon} name="clip" size=${16} /> Attach
      <input
        ref=${input}
        type="file"
        multiple
        class="hidden-input"
        aria-label="Attach files"
        onChange=${() => {
          onChange([...files, ...(input.current?.files ?? [])]);
          if (input.current) input.current.value = "";
        }}
      />
    </label>
  </div>`;
}
