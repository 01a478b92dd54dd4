import type { ModalView } from "@slack/types";
import { VIEW } from "./ids.ts";
import { moreRef } from "./references.ts";
import { label, mrkdwn } from "./text.ts";

/** Asks before a ticket is called spam: the word has consequences for every later mail of the sender. */
export const spamModal = (ticketId: number, choice: string): ModalView => ({
  type: "modal",
  callback_id: VIEW.close,
  private_metadata: moreRef(ticketId, choice),
  title: label("Mark as spam?", 24),
  submit: label("Mark as spam", 24),
  close: label("Cancel", 24),
  blocks: [
    {
      type: "section",
      text: mrkdwn(
        `Ticket #${ticketId} will be closed as spam. Nothing is answered and nothing is deleted in Gmail; *Reopen* brings it back.`,
      ),
    },
  ],
});
