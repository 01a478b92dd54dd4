import { useState } from "preact/hooks";
import { attachmentsFrom } from "../state/mail.ts";
import type { NewAttachment } from "../state/mail-types.ts";
import { html } from "../ui/html.ts";
import { FilePicker } from "./attachments.ts";

interface Props {
  label: string;
  button: string;
  onSend: (text: string, attachments: NewAttachment[]) => Promise<boolean>;
}

/** An answer in a conversation, on either side of it. */
export function ReplyBox({ label, button, onSend }: Props) {
  const [text, setText] = useState("");
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (busy || text.trim() === "") return;
    setBusy(true);
    if (await onSend(text.trim(), await attachmentsFrom(files))) {
      setText("");
      setFiles([]);
    }
    setBusy(false);
  };
  return html`<form
    class="reply-box"
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void send();
    }}
  >
    <textarea
      class="input"
      rows="3"
      aria-label=${label}
      placeholder=${label}
      value=${text}
      onInput=${(event: InputEvent) => setText((event.currentTarget as HTMLTextAreaElement).value)}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
      }}
    ></textarea>
    <div class="reply-bar-row">
      <${FilePicker} files=${files} onChange=${setFiles} />
      <span class="spring"></span>
      <button type="submit" class="button primary filled" disabled=${busy || text.trim() === ""}>${button}</button>
    </div>
  </form>`;
}
