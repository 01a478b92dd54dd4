import { useState } from "preact/hooks";
import { slack } from "../state/slack.ts";
import type { Block, Element } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { instantOf, wallTime } from "../text/zone.ts";
import { html } from "../ui/html.ts";
import { useEntry } from "./use-entry.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
}

const KINDS: Record<string, "date" | "time" | "datetime-local"> = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
};

/** The browser's own pickers: they know the keyboard, the phone and the reader's language. */
export function DatePicker({ block, element, label }: Props) {
  const { value: known, enter } = useEntry(block, element);
  const zone = useStore(slack, (state) => state?.users.find(({ id }) => id === state.you)?.tz) ?? "UTC";
  const [typed, setTyped] = useState<string | undefined>();
  const kind = KINDS[element.type] ?? "date";
  const shown = typeof known === "number" ? wallTime(known * 1000, zone) : ((known as string | null) ?? "");

  const commit = async (value: string): Promise<void> => {
    if (value === shown || !isWhole(value)) return;
    const next = kind !== "datetime-local" ? value : value === "" ? null : Math.floor(instantOf(value, zone) / 1000);
    await enter(next);
    setTyped(undefined);
  };
  const placeholder = wordsOf(element.placeholder);
  return html`<span class="picker">
    <input
      type=${kind}
      class="input"
      aria-label=${label || placeholder || "Pick a date"}
      title=${placeholder}
      value=${typed ?? shown}
      autofocus=${element.focus_on_load === true}
      onInput=${(event: InputEvent) => setTyped((event.currentTarget as HTMLInputElement).value)}
      onChange=${(event: Event) => commit((event.currentTarget as HTMLInputElement).value)}
      onBlur=${() => setTyped(undefined)}
    />
    ${kind !== "date" && typeof element.timezone === "string" && html`<small>${element.timezone}</small>`}
  </span>`;
}

/** While somebody types the year, browsers report 0002, 0020, 0202 on the way to 2026. */
const isWhole = (value: string): boolean => !/^0/.test(value) || /^\d\d:\d\d$/.test(value);
