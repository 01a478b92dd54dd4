import { useEffect } from "preact/hooks";
import { actInGmail, type Box, teamThread } from "../state/mail.ts";
import type { NewAttachment, TeamMail } from "../state/mail-types.ts";
import { useNow } from "../state/now.ts";
import { go } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { full, shortly } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon, type IconName } from "../ui/icon.ts";
import { Attachments } from "./attachments.ts";
import { Labels } from "./labels.ts";
import { MailText } from "./mail-text.ts";
import { ReplyBox } from "./reply-box.ts";

interface Props {
  mailbox: string;
  box: Box;
  thread: string;
}

export function TeamThread({ mailbox, box, thread }: Props) {
  const mails = useStore(teamThread, (known) => (known?.key === `${mailbox}/${thread}` ? known.mails : undefined));
  const unread = mails?.some((mail) => mail.unread) ?? false;
  // Opening is reading, as in Gmail.
  useEffect(() => {
    if (unread) void actInGmail(mailbox, { do: "markRead", threadId: thread });
  }, [unread]);
  const order = (name: string) => async (): Promise<void> => {
    await actInGmail(mailbox, { do: name, threadId: thread });
    if (name !== "rescue" && name !== "unarchive") go({ place: "mail", mailbox, box });
  };
  const labels = new Set(mails?.flatMap((mail) => mail.labels));
  const tool = (name: string, icon: IconName, words: string) =>
    html`<button type="button" class="icon-button" aria-label=${words} title=${words} onClick=${order(name)}><${Icon} name=${icon} /></button>`;
  const reply = (text: string, attachments: NewAttachment[]): Promise<boolean> =>
    actInGmail(mailbox, { do: "reply", threadId: thread, text, attachments });
  return html`<section class="pane customer" aria-label="Conversation in Gmail">
    <header class="pane-head">
      <button type="button" class="icon-button only-narrow" aria-label="Back to the list" onClick=${() => go({ place: "mail", mailbox, box })}><${Icon} name="back" /></button>
      <div class="customer-name"><h1 class="pane-title">${mails ? mails[0]?.subject || "(no subject)" : ""}</h1></div>
      <span class="spring"></span>
      ${labels.has("INBOX") ? tool("archive", "archive", "Archive") : tool("unarchive", "inbox", "Move to the inbox")}
      ${labels.has("SPAM") ? tool("rescue", "check", "Not spam") : tool("markSpam", "spam", "Report spam")}
      ${tool("trash", "trash", "Delete")}
    </header>
    <div class="mail-scroll">
      <article class="conversation">
        <div class="conversation-mails">
          ${mails?.map((mail) => html`<${OneMail} key=${mail.id} mailbox=${mailbox} mail=${mail} box=${box} />`)}
          ${mails?.length === 0 && html`<p class="empty">This conversation is gone.</p>`}
          ${mails && mails.length > 0 && html`<${ReplyBox} label="Answer by hand, as a colleague in Gmail would" button="Send from Gmail" onSend=${reply} />`}
        </div>
      </article>
    </div>
  </section>`;
}

function OneMail({ mailbox, mail, box }: { mailbox: string; mail: TeamMail; box: Box }) {
  const now = useNow();
  const own = mail.labels.includes("SENT");
  const draft = mail.labels.includes("DRAFT");
  const name = mail.from?.name || mail.from?.address || "(nobody)";
  const to = [...mail.to, ...mail.cc].map((person) => person.name || person.address).join(", ");
  const files = mail.attachments.map((file, index) => ({
    ...file,
    href: `/gmail/sandbox/mailboxes/${encodeURIComponent(mailbox)}/messages/${mail.id}/attachments/${index}`,
  }));
  return html`<div class="mail ${own || draft ? "written" : "received"}">
    <header class="mail-head">
      <${Avatar} name=${name} size=${30} />
      <div class="mail-people">
        <strong>${name}</strong> ${mail.from && html`<small>${mail.from.address}</small>`}
        ${draft && html`<span class="badge">DRAFT</span>`} <${Labels} names=${mail.labels} box=${box} />
        <small>to ${to || "nobody"}</small>
      </div>
      <time datetime=${new Date(mail.at).toISOString()} title=${full(mail.at, undefined)}>${shortly(mail.at, now)}</time>
    </header>
    <${MailText} text=${mail.text} />
    <${Attachments} list=${files} />
    <a class="raw-link" href=${`/gmail/sandbox/mailboxes/${encodeURIComponent(mailbox)}/messages/${mail.id}/raw`} download=${`${mail.id}.eml`}>Save the original</a>
  </div>`;
}
