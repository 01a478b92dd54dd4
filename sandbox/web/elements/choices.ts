import { useId } from "preact/hooks";
import type { Block, Element, Option } from "../state/slack-types.ts";
import { Text } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { confirmed } from "./confirm.ts";
import { optionsOf, useField } from "./field.ts";
import { useSurface } from "./surface.ts";
import { useBusy } from "./use-busy.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
}

/** Radio buttons and checkboxes: the same list, one or several marks. */
export function Choices({ block, element, label }: Props) {
  const surface = useSurface();
  const chosen = useField(block, element) as Option[];
  const { run } = useBusy();
  const name = useId();
  const several = element.type === "checkboxes";
  const isChosen = ({ value }: Option): boolean => chosen.some((one) => one.value === value);
  const toggle = async (option: Option, event: Event): Promise<void> => {
    const next = several ? optionsOf(element).filter((one) => isChosen(one) !== (one === option)) : [option];
    const input = event.currentTarget as HTMLInputElement;
    if (await confirmed(element)) await run(() => surface.enter(block, element, next));
    // Said no: the mark must go back to where it was.
    else input.checked = isChosen(option);
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
