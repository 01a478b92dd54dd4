import type { VNode } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { bringOutage, demo } from "../state/demo.ts";
import { attachmentsFrom, customers, deliverRaw, writeAsCustomer } from "../state/mail.ts";
import { go } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { toast } from "../state/toasts.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { FilePicker } from "./attachments.ts";
import { EXAMPLES, type Example } from "./examples.ts";

/** A new mail from anybody to one of the team's mailboxes. */
export function WriteMail({ from }: { from: string | undefined }) {
  const mailboxes = useStore(demo, (state) => state?.company.mailboxes) ?? [];
  const known = useStore(customers) ?? [];
  const mailboxFor = (word: string): string => mailboxes.find((one) => one.startsWith(word)) ?? mailboxes[0] ?? "";
  const [mail, setMail] = useState({ from: from ?? "", name: "", to: mailboxFor("support"), subject: "", text: "" });
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const person = known.find(({ address }) => address === mail.from);
    if (person && mail.name === "") setMail({ ...mail, name: person.name });
  }, [mail.from, known.length]);

  const fill = ({ to, label: _, ...example }: Example): void => setMail({ ...example, to: mailboxFor(to) });
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await writeAsCustomer({ ...mail, attachments: await attachmentsFrom(files) });
    setBusy(false);
    if (!sent) return;
    toast(`Sent to ${mail.to}. Its card comes in a moment.`);
    go({ place: "customers", address: mail.from.trim().toLowerCase() });
  };
  const outage = async (): Promise<void> => {
    if (await bringOutage()) toast("Twelve customers wrote of one trouble. They have one card in a moment.");
  };
  const field = (key: keyof typeof mail) => ({
    class: "input",
    value: mail[key],
    onInput: (event: InputEvent) => setMail({ ...mail, [key]: (event.currentTarget as HTMLInputElement).value }),
  });
  return html`<section class="pane write" aria-label="A new mail">
    <header class="pane-head">
      <button type="button" class="icon-button only-narrow" aria-label="All customers" onClick=${() => go({ place: "customers" })}><${Icon} name="back" /></button>
      <h1 class="pane-title">A new mail</h1>
      <span class="spring"></span>
      <${RawMail} mailboxes=${mailboxes} />
    </header>
    <div class="mail-scroll">
      <div class="examples" role="group" aria-label="Examples">
        <span class="muted">Take an example:</span>
        ${EXAMPLES.map((example) => html`<button type="button" class="button small" onClick=${() => fill(example)}>${example.label}</button>`)}
        <button type="button" class="button small" onClick=${outage}>An outage: twelve customers write</button>
      </div>
      <form
        class="write-form"
        onSubmit=${(event: Event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="two">
          <${Field} label="From">${(id: string) => html`<input id=${id} type="email" required autocomplete="off" list="known-customers" placeholder="anybody@their.example" ...${field("from")} />`}<//>
          <${Field} label="Name">${(id: string) => html`<input id=${id} type="text" autocomplete="off" placeholder="as their mail program says it" ...${field("name")} />`}<//>
        </div>
        <datalist id="known-customers">${known.map(({ address, name }) => html`<option value=${address}>${name}</option>`)}</datalist>
        <${Field} label="To">
          ${(
            id: string,
          ) => html`<select id=${id} class="input" value=${mail.to} onChange=${(event: Event) => setMail({ ...mail, to: (event.currentTarget as HTMLSelectElement).value })}>
            ${mailboxes.map((address) => html`<option value=${address}>${address}</option>`)}
          </select>`}
        <//>
        <${Field} label="Subject">${(id: string) => html`<input id=${id} type="text" autocomplete="off" ...${field("subject")} />`}<//>
        <${Field} label="Text">${(id: string) => html`<textarea id=${id} rows="12" required ...${field("text")}></textarea>`}<//>
        <div class="reply-bar-row">
          <${FilePicker} files=${files} onChange=${setFiles} />
          <span class="spring"></span>
          <button type="submit" class="button primary filled" disabled=${busy}>Send</button>
        </div>
      </form>
    </div>
  </section>`;
}

function Field({ label, children }: { label: string; children: (id: string) => VNode }) {
  const id = useId();
  return html`<div class="field-row"><label for=${id}>${label}</label>${children(id)}</div>`;
}

/** A mail of one's own, byte by byte, as it came from somewhere. */
function RawMail({ mailboxes }: { mailboxes: string[] }) {
  const deliver = async (event: Event): Promise<void> => {
    const input = event.currentTarget as HTMLInputElement;
    for (const file of input.files ?? []) {
      const words = await file.slice(0, 4_000).text();
      // To whom it was sent, when that is one of ours; else to the first mailbox.
      const to = mailboxes.find((address) => words.toLowerCase().includes(address)) ?? mailboxes[0] ?? "";
      if (await deliverRaw(to, file)) toast(`${file.name} was delivered to ${to}.`);
    }
    input.value = "";
  };
  return html`<label class="button">
    <${Icon} name="file" size=${16} /> <span class="wide-words">Deliver an .eml file</span>
    <input type="file" accept=".eml,message/rfc822" multiple class="hidden-input" aria-label="Deliver an .eml file" onChange=${deliver} />
  </label>`;
}
