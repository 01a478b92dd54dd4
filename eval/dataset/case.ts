import type { Email } from "../../src/domain/email.ts";
import { type SenderFacts, senderFacts } from "../../src/domain/sender.ts";
import { ourAddresses, type Settings } from "../../src/domain/settings/settings.ts";
import { type Business, settingsOf } from "../train/businesses.ts";
import type { Label } from "../train/label.ts";

/** One labelled mail, read the way live mail is read. */
export interface Case {
  id: string;
  set: string;
  business: string;
  mailbox: string;
  email: Email;
  settings: Settings;
  sender: SenderFacts;
  label: Label;
}

/** One business as its mail is read: the settings it would run with, and what is its own. */
export interface Place {
  settings: Settings;
  context: { ourAddresses: ReadonlySet<string>; groupListIds: Set<string> };
  domain: string;
}

export function placeOf(business: Business): Place {
  const settings = settingsOf(business);
  return {
    settings,
    context: { ourAddresses: ourAddresses(settings), groupListIds: new Set() },
    domain: business.domain,
  };
}

export const caseOf = (
  about: Pick<Case, "id" | "set" | "business" | "mailbox" | "label">,
  email: Email,
  { settings }: Place,
): Case => ({
  ...about,
  email,
  settings,
  sender: senderFacts(email, settings),
});
