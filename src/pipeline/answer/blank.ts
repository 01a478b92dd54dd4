import type { Draft } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import { ourAddresses, type Settings } from "../../domain/settings/settings.ts";
import { recipientsOf, replySubject } from "./recipients.ts";

/** An answer with everything but its words: what a person starts from where there is no draft. */
export function blankAnswer(email: Email, mailbox: string, settings: Settings): Draft {
  const { to, cc } = recipientsOf(email, ourAddresses(settings));
  const name = settings.mailboxes.find((one) => one.address === mailbox)?.name ?? settings.company.name;
  return {
    from: { address: mailbox, name },
    to,
    cc,
    subject: replySubject(email.subject),
    body: "",
    attachments: [],
    language: email.language,
    citations: [],
    sentences: [],
  };
}
