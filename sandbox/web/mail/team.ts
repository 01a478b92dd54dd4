import { BOXES, type Box, mailboxes, teamLines } from "../state/mail.ts";
import type { TeamLine } from "../state/mail-types.ts";
import { useNow } from "../state/now.ts";
import { go, type Route } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { shortly } from "../text/when.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Labels } from "./labels.ts";
import { TeamThread } from "./team-thread.ts";

type At = Extract<Route, { place: "mail" }>;

/** The team's mailboxes as Gmail has them, for who answers there by hand. */
export function TeamMail({ at }: { at: At }) {
  const all = useStore(mailboxes);
  const address = at.mailbox ?? all?.[0]?.address;
  const box = (at.box in BOXES ? at.box : "inbox") as Box;
  const lines = useStore(teamLines, (known) => (known?.key === `${address}/${at.box}` ? known.list : undefined));
  return html`<div class="mail-layout team ${at.thread ? "opened" : ""}">
    <nav class="mail-boxes" aria-label="Mailboxes">
      ${all?.map(
        (mailbox) => html`<div key=${mailbox.address}>
          <button
            type="button"
            class="box-item mailbox ${mailbox.address === address ? "chosen" : ""}"
            title=${mailbox.address}
            aria-expanded=${mailbox.address === address}
            onClick=${() => go({ place: "mail", mailbox: mailbox.address, box: "inbox" })}
          >
            <${Icon} name="inbox" size=${17} /><span class="box-words">${mailbox.address.split("@")[0]}</span>
            ${mailbox.unread > 0 && html`<span class="count">${mailbox.unread}</span>`}
          </button>
          ${
            mailbox.address === address &&
            (Object.keys(BOXES) as Box[]).map(
              (key) => html`<button
                key=${key}
                type="button"
                class="box-item"
                aria-current=${key === box ? "page" : undefined}
                onClick=${() => go({ place: "mail", mailbox: mailbox.address, box: key })}
              >
                <span class="box-words">${BOXES[key].name}</span>
              </button>`,
            )
          }
        </div>`,
      )}
    </nav>
    <section class="mail-side" aria-label=${`${BOXES[box].name} of ${address}`}>
      <header class="pane-head">
        <h1 class="pane-title">${BOXES[box].name}</h1>
        <p class="topic">${address}</p>
      </header>
      <ul class="mail-list">
        ${lines && threadsOf(lines).map((thread) => html`<${Line} key=${thread[0]?.threadId} thread=${thread} at=${at} address=${address} box=${box} />`)}
        ${lines?.length === 0 && html`<li class="empty">Nothing here.</li>`}
      </ul>
    </section>
    ${
      at.thread && address
        ? html`<${TeamThread} key=${at.thread} mailbox=${address} box=${box} thread=${at.thread} />`
        : html`<section class="pane mail-empty">
            <${Icon} name="inbox" size=${40} />
            <h2>The team's Gmail</h2>
            <p>What Mailroom reads and sends through. Answer here by hand, archive or mark as spam, and see what the cards make of it.</p>
          </section>`
    }
  </div>`;
}

/** Lines come newest first, so the first one of a conversation is its newest mail. */
function threadsOf(lines: TeamLine[]): TeamLine[][] {
  const threads = new Map<string, TeamLine[]>();
  for (const line of lines) threads.set(line.threadId, [...(threads.get(line.threadId) ?? []), line]);
  return [...threads.values()];
}

interface LineProps {
  thread: TeamLine[];
  at: At;
  address: string | undefined;
  box: Box;
}

function Line({ thread, at, address, box }: LineProps) {
  const now = useNow();
  const [newest] = thread;
  if (!newest) return null;
  const unread = thread.some((line) => line.unread);
  const people = [...new Set(thread.map(({ from }) => from?.name || from?.address || "(nobody)"))].reverse().join(", ");
  const here = at.thread === newest.threadId;
  return html`<li>
    <button
      type="button"
      class="mail-line ${here ? "here" : ""} ${unread ? "fresh" : ""}"
      aria-current=${here ? "page" : undefined}
      onClick=${() => go({ place: "mail", ...(address && { mailbox: address }), box, thread: newest.threadId })}
    >
      <span class="mail-line-words">
        <span class="mail-line-top">
          <strong>${people}</strong>${thread.length > 1 && html`<span class="muted">${thread.length}</span>`}
          <time>${shortly(newest.at, now)}</time>
        </span>
        <span class="mail-line-subject">${newest.subject || "(no subject)"}</span>
        <span class="mail-line-snippet"><${Labels} names=${newest.labels} box=${box} />${unescaped(newest.snippet)}</span>
      </span>
    </button>
  </li>`;
}

/** Gmail's snippets come with HTML's entities in them. */
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (whole) => ENTITIES[whole] ?? whole);
