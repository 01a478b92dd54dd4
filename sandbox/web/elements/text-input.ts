import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Block, Element } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { useField } from "./field.ts";
import { useSurface } from "./surface.ts";
import { useBusy } from "./use-busy.ts";

interface Props {
  block: Block;
  element: Element;
  label: string;
  describedBy?: string | undefined;
}

const KINDS: Record<string, string> = { email_text_input: "email", url_text_input: "url", number_input: "text" };

const LONGEST = 3000;

/** One line, many lines, an address, a number. What is typed is kept here; the app hears of it as its block asks. */
export function TextInput({ block, element, label, describedBy }: Props) {
  const surface = useSurface();
  const known = useField(block, element);
  const { run } = useBusy();
  const [typed, setTyped] = useState<string | undefined>();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const value = typed ?? (typeof known === "string" ? known : richTextWords(known));
  const many = element.multiline === true || element.type === "rich_text_input";
  const most = Number(element.max_length ?? LONGEST);
  const triggers = ((element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined)
    ?.trigger_actions_on ?? ["on_enter_pressed"]) as string[];
  const dispatches = block.type === "input" && block.dispatch_action === true;

  useEffect(() => {
    if (element.focus_on_load === true) field.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (many && field.current) grow(field.current);
  }, [value]);

  const enter = (text: string): Promise<void> => run(() => surface.enter(block, element, text));
  const onInput = (event: InputEvent): void => {
    const text = (event.currentTarget as HTMLInputElement).value;
    // In a modal the draft is kept by the surface at once, so that any button there sends it along.
    if (!dispatches && surface.kind === "modal") void enter(text);
    else setTyped(text);
    if (dispatches && triggers.includes("on_character_entered")) void enter(text);
  };
  const settle = (): void => {
    if (typed === undefined) return;
    void enter(typed).then(() => setTyped(undefined));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || (many && !dispatches) || event.shiftKey) return;
    if (!dispatches || !triggers.includes("on_enter_pressed")) return;
    event.preventDefault();
    event.stopPropagation();
    void enter(value);
  };
  const left = most - [...value].length;
  const common = {
    ref: field,
    class: "input",
    value,
    placeholder: wordsOf(element.placeholder),
    "aria-label": label,
    "aria-describedby": describedBy,
    onInput,
    onKeyDown,
    onBlur: settle,
  };
  return html`<span class="text-input">
    ${
      many
        ? html`<textarea rows=${element.type === "rich_text_input" ? Number(element.min_lines ?? 4) : 4} ...${common}></textarea>`
        : html`<input type=${KINDS[element.type] ?? "text"} inputmode=${element.type === "number_input" ? "decimal" : undefined} ...${common} />`
    }
    ${left < Math.min(100, most / 4) && html`<small class="left ${left < 0 ? "over" : ""}">${left}</small>`}
  </span>`;
}

const TALLEST = 420;

function grow(area: HTMLElement): void {
  area.style.height = "auto";
  area.style.height = `${Math.min(TALLEST, area.scrollHeight + 2)}px`;
}

const richTextWords = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
