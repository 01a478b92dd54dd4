import { useId } from "preact/hooks";
import type { Block, Element, Option } from "../state/slack-types.ts";
import { Text } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { optionsOf } from "./field.ts";
import { useEntry } from "./use-entry.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
}

/** Radio buttons and checkboxes: the same list, one or several marks. */
export function Choices({ block, element, label }: Props) {
  const { value, enter } = useEntry(block, element);
  const chosen = value as Option[];
  const name = useId();
  const several = element.type === "checkboxes";
  const isChosen = ({ value }: Option): boolean => chosen.some((one) => one.value === value);
  const toggle = async (option: Option, event: Event): Promise<void> => {
    const next = several ? optionsOf(element).filter((one) => isChosen(one) !== (one === option)) : [option];
    const input = event.currentTarget as HTMLInputElement;
    // Said no: the mark must go back to where it was.
    if (!(await enter(next))) input.checked = isChosen(option);
  };
  return html`<div class="choices" role=${several ? "group" : "radiogroup"} aria-label=${label}>
    ${optionsOf(element).map(
      (option, index) => html`<label class="choice" key=${option.value}>
        <input
          type=${several ? "checkbox" : "radio"}
          name=${name}
          checked=${isChosen(option)}
          autofocus=${element.focus_on_load === true && index === 0}
          onChange=${(event: Event) => toggle(option, event)}
        />
        <span>
          <${Text} text=${option.text} />
          ${option.description && html`<small><${Text} text=${option.description} /></small>`}
        </span>
      </label>`,
    )}
  </div>`;
}
