import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "./html.ts";
import { Icon, type IconName } from "./icon.ts";
import { Popover } from "./popover.ts";

export interface MenuItem {
  label: string;
  run: () => void;
  description?: string | undefined;
  icon?: IconName;
  danger?: boolean;
  checked?: boolean;
  /** A heading above this one. */
  group?: string;
}

interface Props {
  label: string;
  items: MenuItem[];
  class?: string;
  align?: "start" | "end";
  disabled?: boolean;
  onOpen?: () => void;
  /** What stands on the button. */
  children?: ComponentChildren;
}

/** A button with a list of things to do: arrows move, letters jump, Escape gives the focus back. */
export function MenuButton({ label, items, align = "start", disabled = false, onOpen, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = (): void => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return html`<button
      ref=${button}
      type="button"
      class=${rest.class ?? "icon-button"}
      aria-label=${label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${open}
      disabled=${disabled}
      onClick=${toggle}
    >
      ${rest.children}
    </button>
    ${
      open &&
      html`<${Popover} anchor=${button} onClose=${() => setOpen(false)} label=${label} role="menu" align=${align} class="menu">
        <${MenuList} items=${items} onDone=${() => {
          setOpen(false);
          button.current?.focus();
        }} />
      <//>`
    }`;
}

function MenuList({ items, onDone }: { items: MenuItem[]; onDone: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll("button") ?? [])];
  useEffect(() => {
    const all = buttons();
    (all.find((one) => one.getAttribute("aria-checked") === "true") ?? all[0])?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = nextIndex(event.key, at, all);
    if (next === undefined) {
      if (event.key === "Tab") onDone();
      return;
    }
    event.preventDefault();
    all[next]?.focus();
  };
  return html`<div ref=${list} onKeyDown=${onKeyDown}>
    ${items.map(
      (item) => html`
        ${item.group && html`<div class="menu-group" role="presentation">${item.group}</div>`}
        <button
          type="button"
          role=${item.checked === undefined ? "menuitem" : "menuitemradio"}
          aria-checked=${item.checked}
          tabindex="-1"
          class="menu-item ${item.danger ? "danger" : ""}"
          onClick=${() => {
            onDone();
            item.run();
          }}
        >
          ${item.icon && html`<${Icon} name=${item.icon} />`}
          <span class="menu-words">
            <span>${item.label}</span>
            ${item.description && html`<small>${item.description}</small>`}
          </span>
          ${item.checked && html`<${Icon} name="check" size=${16} />`}
        </button>
      `,
    )}
  </div>`;
}

function nextIndex(key: string, at: number, all: HTMLElement[]): number | undefined {
  if (key === "ArrowDown") return (at + 1) % all.length;
  if (key === "ArrowUp") return (at - 1 + all.length) % all.length;
  if (key === "Home") return 0;
  if (key === "End") return all.length - 1;
  if (key.length !== 1 || key === " ") return undefined;
  const wanted = key.toLowerCase();
  for (let step = 1; step <= all.length; step++) {
    const index = (at + step) % all.length;
    if (all[index]?.textContent?.trim().toLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}
