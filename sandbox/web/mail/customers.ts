import { useState } from "preact/hooks";
import { customers, unseen } from "../state/mail.ts";
import type { CustomerLine } from "../state/mail-types.ts";
import { useNow } from "../state/now.ts";
import { go, type Route } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { shortly } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { CustomerMailbox } from "./customer-mailbox.ts";
import { WriteMail } from "./write-mail.ts";

type At = Extract<Route, { place: "customers" }>;

/** The other side of every mail: whoever writes to the team, and what they get back. */
export function Customers({ at }: { at: At }) {
  const list = useStore(customers);
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const shown = list?.filter(({ name, address, subject }) =>
    [name, address, subject].some((words) => words.toLowerCase().includes(wanted)),
  );
  const open = at.writing || at.address !== undefined;
  return html`<div class="mail-layout ${open ? "opened" : ""}">
    <section class="mail-side" aria-label="Customers">
      <header class="pane-head">
        <h1 class="pane-title">Customers</h1>
        <span class="spring"></span>
        <button type="button" class="button primary filled" onClick=${() => go({ place: "customers", writing: true })}>
          <${Icon} name="pen" size=${16} /> New mail
        </button>
      </header>
      <div class="mail-search">
        <input class="input" type="search" placeholder="Find somebody" aria-label="Find somebody" value=${search} onInput=${(event: InputEvent) => setSearch((event.currentTarget as HTMLInputElement).value)} />
      </div>
      <ul class="mail-list">
        ${shown?.map((line) => html`<${Line} key=${line.address} line=${line} here=${at.address === line.address} />`)}
        ${shown?.length === 0 && html`<li class="empty">${list?.length === 0 ? "Nobody has written yet." : "Nobody like that."}</li>`}
      </ul>
    </section>
    ${
      at.writing
        ? html`<${WriteMail} key=${at.address ?? ""} from=${at.address} />`
        : at.address !== undefined
          ? html`<${CustomerMailbox} key=${at.address} address=${at.address} open=${at.conversation} />`
          : html`<section class="pane mail-empty">
              <${Icon} name="people" size=${40} />
              <h2>The other side</h2>
              <p>Pick somebody to see their mailbox as they see it, with what your team answered. Or write a mail as anybody you like.</p>
            </section>`
    }
  </div>`;
}

function Line({ line, here }: { line: CustomerLine; here: boolean }) {
  const now = useNow();
  const { address, name, lastAt, subject, snippet } = line;
  const fresh = useStore(unseen, (keys) => [...keys].some((key) => key.startsWith(`${address}/`)));
  return html`<li>
    <button
      type="button"
      class="mail-line ${here ? "here" : ""} ${fresh ? "fresh" : ""}"
      aria-current=${here ? "page" : undefined}
      onClick=${() => go({ place: "customers", address })}
    >
      <${Avatar} name=${name} size=${34} />
      <span class="mail-line-words">
        <span class="mail-line-top"><strong>${name}</strong>${fresh && html`<span class="new-mark">new answer</span>`}<time>${shortly(lastAt, now)}</time></span>
        <span class="mail-line-subject">${subject || "(no subject)"}</span>
        <span class="mail-line-snippet">${snippet}</span>
      </span>
    </button>
  </li>`;
}
