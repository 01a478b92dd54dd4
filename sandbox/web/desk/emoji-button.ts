import { useRef, useState } from "preact/hooks";
import { COMMON, emojiFor } from "../text/emoji.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Popover } from "../ui/popover.ts";

interface Props {
  label: string;
  class?: string;
  onPick: (name: string) => void;
}

export function EmojiButton({ label, onPick, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const pick = (name: string): void => {
    setOpen(false);
    button.current?.focus();
    onPick(name);
  };
  return html`<button
      ref=${button}
      type="button"
      class=${rest.class ?? "icon-button"}
      aria-label=${label}
      title=${label}
      aria-haspopup="dialog"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >
      <${Icon} name="smile" />
    </button>
    ${
      open &&
      html`<${Popover} anchor=${button} onClose=${() => setOpen(false)} label=${label} role="dialog" align="end" class="emoji-grid">
        ${COMMON.map(
          (name, index) => html`<button
            type="button"
            key=${name}
            aria-label=${name.replaceAll("_", " ")}
            title=${`:${name}:`}
            autofocus=${index === 0}
            onClick=${() => pick(name)}
          >
            ${emojiFor(name)}
          </button>`,
        )}
      <//>`
    }`;
}
