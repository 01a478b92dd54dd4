import { ourAddresses } from "../../../domain/settings/settings.ts";
import { recipientsOf } from "../recipients.ts";
import type { Guard } from "./guard-context.ts";

export const recipients: Guard = {
  name: "recipients",
  person: "bars",
  look(draft, { email, settings, chosenRecipients = [] }) {
    const { to, cc, doubt } = recipientsOf(email, ourAddresses(settings));
    const allowed = new Set(
      [...to, ...cc].map((one) => one.address).concat(chosenRecipients.map((one) => one.toLowerCase())),
    );
    const stranger = [...draft.to, ...draft.cc].find((one) => !allowed.has(one.address.toLowerCase()));
    if (draft.to.length === 0) return "There is nobody to send it to.";
    if (stranger) return `${stranger.address} was not on the customer's mail.`;
    const chosen = draft.to.every((one) => chosenRecipients.includes(one.address));
    return doubt && !chosen ? `${doubt}.` : undefined;
  },
};
