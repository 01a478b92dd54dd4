import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { base64Of } from "../state/api.ts";
import { actAndTell } from "../state/slack.ts";
import { emojiFor } from "../text/emoji.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { CommandList, useCommands } from "./commands.ts";
import { EmojiButton } from "./emoji-button.ts";
import { ShortcutsButton } from "./shortcuts.ts";

interface Props {
  label: string;
  channel: string;
  threadTs?: string;
  initial?: string;
  onSend: (text: string) => Promise<unknown>;
  onCancel?: () => void;
}

const TALLEST = 240;

/** Where one writes: Enter sends, Shift+Enter breaks the line, a slash offers the app's commands. */
export function Composer({ label, channel, threadTs, initial = "", onSend, onCancel }: Props) {
  const [text, setText] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);
  const commands = useCommands(text, threadTs !== undefined || onCancel !== undefined);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${Math.min(TALLEST, field.scrollHeight)}px`;
  }, [text]);
  useEffect(() => {
    if (onCancel) area.current?.focus();
  }, []);

  const send = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === "") return;
    setText("");
    await onSend(wanted);
  };
  const take = (completed: string): void => {
    setText(completed);
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || commands.onKeyDown(event, take)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  const upload = async (file: File): Promise<void> => {
    const base64 = await base64Of(file);
    const more = threadTs === undefined ? {} : { threadTs };
    await actAndTell("upload", { channel, name: file.name, base64, text: text.trim(), ...more });
    setText("");
  };
  return html`<form
    class="composer"
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void send();
    }}
  >
    ${commands.open && html`<${CommandList} ...${commands} onPick=${take} />`}
    <textarea
      ref=${area}
      rows="1"
      value=${text}
      placeholder=${label}
      aria-label=${label}
      aria-expanded=${commands.open}
      aria-controls=${commands.open ? "commands" : undefined}
      aria-activedescendant=${commands.open ? `command-${commands.active}` : undefined}
      onInput=${(event: InputEvent) => setText((event.currentTarget as HTMLTextAreaElement).value)}
      onKeyDown=${onKeyDown}
    ></textarea>
    <div class="composer-bar">
      ${
        !onCancel &&
        html`<label class="icon-button" title="Upload a file">
          <${Icon} name="plus" />
          <input
            type="file"
            class="hidden-input"
            aria-label="Upload a file"
            onChange=${(event: Event) => {
              const input = event.currentTarget as HTMLInputElement;
              const [file] = input.files ?? [];
              if (file) void upload(file);
              input.value = "";
            }}
          />
        </label>`
      }
      <${EmojiButton} label="Emoji" onPick=${(name: string) => take(`${text}${emojiFor(name) ?? `:${name}:`}`)} />
      ${!onCancel && html`<${ShortcutsButton} onCommand=${take} inThread=${threadTs !== undefined} />`}
      <span class="spring"></span>
      ${onCancel && html`<button type="button" class="button small" onClick=${onCancel}>Cancel</button>`}
      <button type="submit" class="send-button" disabled=${text.trim() === ""} aria-label=${onCancel ? "Save" : "Send"} title=${onCancel ? "Save" : "Send"}>
        <${Icon} name=${onCancel ? "check" : "send"} />
      </button>
    </div>
  </form>`;
}
