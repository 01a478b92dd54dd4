import { useEffect, useState } from "preact/hooks";
import { demo } from "../state/demo.ts";
import { slack } from "../state/slack.ts";
import { useStore } from "../state/store.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";

interface Suggestion {
  /** What the field holds when it is taken. */
  text: string;
  shown: string;
  description: string;
}

interface Commands {
  open: boolean;
  active: number;
  suggestions: Suggestion[];
  setActive: (index: number) => void;
  /** True when the key was meant for the list. */
  onKeyDown: (event: KeyboardEvent, take: (text: string) => void) => boolean;
}

/** The app's slash commands, then the words that its usage hint names, as far as they fit what is typed. */
export function useCommands(text: string, off: boolean): Commands {
  const known = useStore(slack, (state) => state?.app.commands) ?? [];
  const words = useStore(demo, (state) => state?.app.commands) ?? [];
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<string | undefined>();
  useEffect(() => setActive(0), [text]);

  const suggestions = off ? [] : suggest(text, known, words);
  const open = suggestions.length > 0 && closedAt !== text;
  return {
    open,
    active: Math.min(active, suggestions.length - 1),
    suggestions,
    setActive,
    onKeyDown(event, take) {
      if (!open) return false;
      const chosen = suggestions[active];
      if (event.key === "ArrowDown") setActive((active + 1) % suggestions.length);
      else if (event.key === "ArrowUp") setActive((active - 1 + suggestions.length) % suggestions.length);
      else if (event.key === "Escape") setClosedAt(text);
      else if (event.key === "Tab" && chosen) take(chosen.text);
      // Enter completes a beginning; what is complete already is sent.
      else if (event.key === "Enter" && chosen && chosen.text.trim() !== text.trim()) take(chosen.text);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

function suggest(
  text: string,
  known: { command: string }[],
  words: { command: string; description: string; usageHint: string }[],
): Suggestion[] {
  const [, command = "", space = "", rest = ""] = /^(\/\S*)(\s*)([\s\S]*)$/.exec(text) ?? [];
  if (command === "") return [];
  if (space === "")
    return known
      .filter((one) => one.command.startsWith(command))
      .map((one) => {
        const about = words.find((word) => word.command === one.command);
        const shown = [one.command, about?.usageHint].filter(Boolean).join(" ");
        return { text: `${one.command} `, shown, description: about?.description ?? "" };
      });
  const about = words.find((word) => word.command === command);
  if (!about || /\s/.test(rest)) return [];
  return about.usageHint
    .split("|")
    .map((hint) => hint.trim())
    .filter((hint) => hint !== "" && hint.startsWith(rest) && hint.split(" ")[0] !== rest)
    .map((hint) => ({ text: `${command} ${hint.split(" ")[0]} `, shown: `${command} ${hint}`, description: "" }));
}

export function CommandList({ suggestions, active, setActive, onPick }: Commands & { onPick: (text: string) => void }) {
  const app = useStore(slack, (state) => state?.app.name) ?? "";
  return html`<div class="commands" id="commands" role="listbox" aria-label="Commands">
    ${suggestions.map(
      (one, index) => html`<div
        key=${one.shown}
        id=${`command-${index}`}
        role="option"
        aria-selected=${index === active}
        class="menu-item ${index === active ? "active" : ""}"
        onPointerMove=${() => setActive(index)}
        onPointerDown=${(event: Event) => {
          event.preventDefault();
          onPick(one.text);
        }}
      >
        <${Avatar} name=${app} app size=${22} />
        <span class="menu-words"><span>${one.shown}</span>${one.description && html`<small>${one.description}</small>`}</span>
      </div>`,
    )}
  </div>`;
}
