import { useEffect, useId, useRef, useState } from "preact/hooks";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import type { Choice, ChoiceGroup } from "./offer.ts";

interface Props {
  label: string;
  groups: ChoiceGroup[];
  chosen: Choice[];
  several: boolean;
  filter: boolean;
  hint: string;
  onFilter: (typed: string) => void;
  onPick: (choice: Choice) => void;
  onTab: () => void;
}

/** The open menu. The focus stays in the field (or on the list); arrows move a mark, as screen readers expect. */
export function SelectList({ label, groups, chosen, several, filter, hint, onFilter, onPick, onTab }: Props) {
  const choices = groups.flatMap((group) => group.choices);
  const first = choices.findIndex(({ key }) => chosen.some((one) => one.key === key));
  const [active, setActive] = useState(Math.max(0, first));
  const at = Math.min(active, choices.length - 1);
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => (search.current ?? list.current)?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    if (event.key === "Tab") onTab();
    else if (event.key in moves) setActive(((moves[event.key] ?? 0) + choices.length) % Math.max(1, choices.length));
    else if (event.key === "Enter" || (event.key === " " && !filter)) {
      const choice = choices[at];
      if (choice) onPick(choice);
    } else if (!filter && event.key.length === 1) {
      const next = choices.findIndex((one) => one.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (next >= 0) setActive(next);
    } else return;
    if (event.key !== "Tab") event.preventDefault();
  };

  const option = (choice: Choice) => {
    const index = choices.indexOf(choice);
    const isChosen = chosen.some(({ key }) => key === choice.key);
    return html`<div
      id=${`${id}-${index}`}
      key=${choice.key}
      role="option"
      aria-selected=${isChosen}
      class="menu-item ${index === at ? "active" : ""}"
      onPointerMove=${() => setActive(index)}
      onClick=${() => onPick(choice)}
    >
      <span class="menu-words"><span>${choice.label}</span>${choice.description && html`<small>${choice.description}</small>`}</span>
      ${isChosen && html`<${Icon} name="check" size=${16} />`}
    </div>`;
  };

  return html`<div class="select-list" onKeyDown=${onKeyDown}>
    ${
      filter &&
      html`<input
        ref=${search}
        class="input"
        type="text"
        role="combobox"
        aria-label=${`Search: ${label}`}
        aria-expanded="true"
        aria-controls=${id}
        aria-activedescendant=${`${id}-${at}`}
        placeholder="Search"
        onInput=${(event: InputEvent) => {
          setActive(0);
          onFilter((event.currentTarget as HTMLInputElement).value);
        }}
      />`
    }
    <div
      id=${id}
      ref=${list}
      role="listbox"
      tabindex=${filter ? undefined : "0"}
      aria-label=${label}
      aria-multiselectable=${several}
      aria-activedescendant=${filter ? undefined : `${id}-${at}`}
      class="options"
    >
      ${groups.map(
        (group) => html`${group.label && html`<div class="menu-group" role="presentation">${group.label}</div>`}
          ${group.choices.map(option)}`,
      )}
      ${hint && html`<div class="menu-hint">${hint}</div>`}
    </div>
  </div>`;
}
