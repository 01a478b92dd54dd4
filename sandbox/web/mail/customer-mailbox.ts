import { useEffect, useState } from "preact/hooks";
import { answerAsCustomer, conversations, customers, markSeen, seenKey, unseen } from "../state/mail.ts";
import type { Conversation, CustomerMail, NewAttachment } from "../state/mail-types.ts";
import { useNow } from "../state/now.ts";
import { go } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { full, shortly } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Attachments } from "./attachments.ts";
import { MailText } from "./mail-text.ts";
import { ReplyBox } from "./reply-box.ts";

interface Props {
  address: string;
  /** The conversation that is unfolded; the newest when none is named. */
  open: string | undefined;
}

/** One customer's own mailbox: what they wrote, and what came back. */
export function CustomerMailbox({ address, open }: Props) {
  const name = useStore(customers, (list) => list?.find((one) => one.address === address)?.name) ?? address;
  const list = useStore(conversations, (known) => (known?.address === address ? known.list : undefined));
  // "New" stays while one looks, and goes when one has looked away.
  useEffect(() => () => markSeen(address), [address]);
  const chosen = open ?? list?.[0]?.id;
  return html`<section class="pane customer" aria-label=${`The mailbox of ${name}`}>
    <header class="pane-head">
      <button type="button" class="icon-button only-narrow" aria-label="All customers" onClick=${() => go({ place: "customers" })}><${Icon} name="back" /></button>
      <${Avatar} name=${name} size=${30} />
      <div class="customer-name"><h1 class="pane-title">${name}</h1><p class="topic">${address}</p></div>
      <span class="spring"></span>
      <button type="button" class="button" onClick=${() => go({ place: "customers", writing: true, address })}>
        <${Icon} name="pen" size=${16} /> <span class="wide-words">Write as ${name.split(" ")[0]}</span>
      </button>
    </header>
    <div class="mail-scroll">
      ${list?.map(
        (conversation) => html`<${OneConversation}
          key=${conversation.id}
          address=${address}
          conversation=${conversation}
          isOpen=${conversation.id === chosen}
        />`,
      )}
      ${list?.length === 0 && html`<p class="empty">This mailbox is empty.</p>`}
    </div>
  </section>`;
}

interface ConversationProps {
  address: string;
  conversation: Conversation;
  isOpen: boolean;
}

function OneConversation({ address, conversation, isOpen }: ConversationProps) {
  const now = useNow();
  const [folded, setFolded] = useState(!isOpen);
  useEffect(() => setFolded(!isOpen), [isOpen]);
  const { mails, subject } = conversation;
  const last = mails.at(-1);
  const answer = (text: string, attachments: NewAttachment[]) =>
    answerAsCustomer(address, conversation, text, attachments);
  return html`<article class="conversation">
    <h2>
      <button type="button" class="conversation-head" aria-expanded=${!folded} onClick=${() => setFolded(!folded)}>
        <${Icon} name=${folded ? "right" : "down"} size=${16} />
        <span class="conversation-subject">${subject || "(no subject)"}</span>
        <span class="muted">${mails.length > 1 ? `${mails.length} mails · ` : ""}${last && shortly(last.at, now)}</span>
      </button>
    </h2>
    ${
      !folded &&
      html`<div class="conversation-mails">
        ${mails.map((mail) => html`<${OneMail} key=${mail.id} mail=${mail} address=${address} />`)}
        <${ReplyBox} label=${`Answer as ${address}`} button="Send" onSend=${answer} />
      </div>`
    }
  </article>`;
}

function OneMail({ mail, address }: { mail: CustomerMail; address: string }) {
  const fresh = useStore(unseen, (keys) => keys.has(seenKey(address, mail.id)));
  const now = useNow();
  const from = mail.written ? "You" : mail.from.name || mail.from.address;
  const to = [...mail.to, ...mail.cc]
    .map(({ name, address: one }) => (one === address ? "you" : name || one))
    .join(", ");
  return html`<div class="mail ${mail.written ? "written" : "received"} ${fresh ? "fresh" : ""}">
    <header class="mail-head">
      <${Avatar} name=${mail.from.name || mail.from.address} size=${30} />
      <div class="mail-people">
        <strong>${from}</strong>
        ${fresh && html`<span class="new-mark">new</span>`}
        ${mail.automatic && html`<span class="badge">AUTOMATIC</span>`}
        <small>to ${to || "nobody"}</small>
      </div>
      <time datetime=${new Date(mail.at).toISOString()} title=${full(mail.at, undefined)}>${shortly(mail.at, now)}</time>
    </header>
    <${MailText} text=${mail.text} />
    <${Attachments} list=${mail.attachments} />
  </div>`;
}
