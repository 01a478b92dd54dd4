import { useState } from "preact/hooks";
import { go } from "../state/route.ts";
import { troubleOpen } from "../trouble/open.ts";
import { Dialog } from "../ui/dialog.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

const KEYS: [string, string][] = [
  ["Enter", "send"],
  ["Shift + Enter", "a new line"],
  ["/", "the app's commands"],
  ["Alt + ↑ ↓", "the next channel"],
  ["Escape", "close what is open"],
];

export function HelpButton() {
  const [open, setOpen] = useState(false);
  const then = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  return html`<button type="button" class="icon-button on-dark" aria-label="What to try" title="What to try" onClick=${() => setOpen(true)}>
      <${Icon} name="help" />
    </button>
    ${
      open &&
      html`<${Dialog} label="What to try" onClose=${() => setOpen(false)} class="help">
        <div class="dialog-head">
          <h2>What to try</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick=${() => setOpen(false)}><${Icon} name="close" /></button>
        </div>
        <div class="dialog-scroll">
          <ol class="steps">
            <li>Open <strong>#support</strong>, press <strong>Claim</strong> on a card, then <strong>Approve & send</strong>.</li>
            <li>
              Read the answer as the customer does, under
              <button type="button" class="text-button" onClick=${then(() => go({ place: "customers" }))}>Customers</button>.
            </li>
            <li>
              <button type="button" class="text-button" onClick=${then(() => go({ place: "customers", writing: true }))}>Write a mail</button>
              as anybody you like, and watch the card come.
            </li>
            <li>Be a second person (top right, or open this page twice) and press what the first one has claimed.</li>
            <li>
              Answer a conversation by hand in the
              <button type="button" class="text-button" onClick=${then(() => go({ place: "mail", box: "inbox" }))}>team's Gmail</button>
              while a card waits: a person wins.
            </li>
            <li>
              <button type="button" class="text-button" onClick=${then(() => troubleOpen.set(true))}>Make trouble</button>:
              lose an answer of Slack, drop its socket, kill Mailroom in the middle of sending. Nothing is lost or sent twice.
            </li>
          </ol>
          <h3>Keys</h3>
          <dl class="keys">
            ${KEYS.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
          </dl>
        </div>
      <//>`
    }`;
}
