import { useEffect, useRef, useState } from "preact/hooks";
import type { Block, Element, Option } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Popover } from "../ui/popover.ts";
import { type Choice, type ChoiceGroup, useOffer } from "./offer.ts";
import { SelectList } from "./select-list.ts";
import { useEntry } from "./use-entry.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
}

/** Every kind of menu: fixed options, people, channels, the app's own answers; one choice or several. */
export function Select({ block, element, label }: Props) {
  const { value, busy, failed, enter } = useEntry(block, element);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const offer = useOffer(block, element);
  const several = element.type.startsWith("multi_");
  const chosen = offer.chosen(value as Option[] | string[]);
  const placeholder = wordsOf(element.placeholder) || (several ? "Choose some" : "Choose one");
  // Only in forms can a choice be taken back; elsewhere the app has heard of it already.
  const clearable = !several && block.type === "input" && block.optional === true && chosen.length > 0;

  useEffect(() => {
    if (element.focus_on_load === true) button.current?.focus();
  }, []);

  const set = (choices: Choice[]): Promise<boolean> =>
    enter(choices.map(({ value: raw }) => raw) as Option[] | string[]);
  const pick = (choice: Choice): void => {
    if (!several) {
      setOpen(false);
      button.current?.focus();
      void set([choice]);
      return;
    }
    const without = chosen.filter(({ key }) => key !== choice.key);
    const most = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
    if (without.length < chosen.length) void set(without);
    else if (chosen.length < most) void set([...chosen, choice]);
  };
  const groups: ChoiceGroup[] = offer.groups;
  return html`<span class="select ${several ? "several" : ""}">
    ${
      several &&
      chosen.map(
        (choice) => html`<span class="token" key=${choice.key}>
          ${choice.label}
          <button type="button" class="token-remove" aria-label=${`Remove ${choice.label}`} onClick=${() => pick(choice)}>
            <${Icon} name="close" size=${13} />
          </button>
        </span>`,
      )
    }
    <button
      ref=${button}
      type="button"
      class="button select-button ${busy ? "busy" : ""} ${chosen.length === 0 ? "empty" : ""}"
      aria-haspopup="listbox"
      aria-expanded=${open}
      aria-label=${chosen.length > 0 && !several ? `${label || placeholder}: ${chosen[0]?.label}` : label || placeholder}
      title=${failed}
      onClick=${() => setOpen(!open)}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        setOpen(true);
      }}
    >
      <span class="select-words">${several ? placeholder : (chosen[0]?.label ?? placeholder)}</span>
      <${Icon} name=${failed ? "warning" : "down"} size=${15} />
    </button>
    ${
      clearable &&
      html`<button type="button" class="icon-button" aria-label="Clear" title="Clear" onClick=${() => set([])}>
        <${Icon} name="close" size=${15} />
      </button>`
    }
    ${
      open &&
      html`<${Popover} anchor=${button} onClose=${() => setOpen(false)} label=${label || placeholder} matchWidth class="select-popover">
        <${SelectList}
          label=${label || placeholder}
          groups=${groups}
          chosen=${chosen}
          several=${several}
          filter=${offer.filter}
          onFilter=${offer.search}
          hint=${offer.hint}
          onPick=${pick}
          onTab=${() => setOpen(false)}
        />
      <//>`
    }
  </span>`;
}
