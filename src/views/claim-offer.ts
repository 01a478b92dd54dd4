import type { KnownBlock } from "@slack/types";
import { ACTION } from "./ids.ts";
import { ticketRef } from "./references.ts";
import { label, mrkdwn } from "./text.ts";

/** Said privately to somebody who writes in the thread of a ticket that nobody has. */
export const claimOffer = (ticketId: number): { text: string; blocks: KnownBlock[] } => {
  const text =
    "Nobody has this ticket. Claim this? What you write here stays in Slack; only *Approve & send* and *Edit* reach the customer.";
  return {
    text: text.replace(/\*/g, ""),
    blocks: [
      { type: "section", text: mrkdwn(text) },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: ACTION.claim,
            style: "primary",
            text: label("Claim"),
            value: ticketRef(ticketId),
            accessibility_label: `Claim ticket ${ticketId}`,
          },
        ],
      },
    ],
  };
};
