import type { Draft, GuardedDraft, GuardHold } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import { ourAddresses, ourDomains, type Settings } from "../../domain/settings/settings.ts";
import { phraseFinder } from "../rules/phrases.ts";
import { countWords } from "../rules/rules.ts";
import { recipientsOf } from "./recipients.ts";

export interface GuardContext {
  /** The mail that is answered. */
  email: Email;
  settings: Settings;
  stopLine: string | undefined;
  /** Recipients that a person chose in the Edit window, beyond those the mail's headers give. */
  chosenRecipients?: readonly string[];
}

type Guard = (draft: Draft, context: GuardContext) => string | undefined;

/**
 * The last look at a draft. Every guard has a name and, when it objects, one plain sentence; all are asked, so that a person
 * sees everything at once. A draft that any guard holds is not sent as it is.
 */
const GUARDS: Readonly<Record<string, Guard>> = {
  recipients(draft, { email, settings, chosenRecipients = [] }) {
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

  empty: (draft) => (draft.body.trim() === "" ? "It says nothing yet." : undefined),

  slots(draft) {
    const slot =
      /\{\{[^}]*\}\}|\[\[[^\]]*\]\]|\[(?:EMAIL|PHONE|ADDRESS|IBAN|CREDIT_CARD|SSN|DOB|PASSPORT|NATIONAL_ID|API_KEY|PASSWORD)_\d+\]/.exec(
        draft.body,
      );
    return slot ? `"${slot[0]}" is still to be filled in.` : undefined;
  },

  links(draft, { settings }) {
    const allowed = [...ourDomains(settings), ...settings.answering.linkAllowList];
    for (const [link, host] of hostsIn(draft.body)) {
      if (!allowed.some((domain) => host === domain || host.endsWith(`.${domain}`)))
        return `The link to ${link} is not on the list of allowed sites.`;
    }
    return undefined;
  },

  promises(draft, { settings }) {
    const own = phraseFinder(settings.answering.prohibitedPhrases)(draft.body);
    return own ? `"${own}" is on your list of phrases that never leave.` : undefined;
  },

  length(draft, { settings }) {
    const words = countWords(draft.body, settings.answering.maxWords * 4);
    return words > settings.answering.maxWords * 3
      ? `It is ${words} words long; ${settings.answering.maxWords} is the aim.`
      : undefined;
  },

  header(draft) {
    const broken = [draft.subject, draft.from.name ?? "", ...draft.to.map((one) => one.name ?? "")].some((text) =>
      /[\r\n]/.test(text),
    );
    return broken ? "The subject or a name holds a line break." : undefined;
  },
};

export function guard(draft: Draft, context: GuardContext): GuardedDraft {
  const holds: GuardHold[] = [];
  for (const [name, object] of Object.entries(GUARDS)) {
    const reason = object(draft, context);
    if (reason) holds.push({ guard: name, reason });
  }
  return { ...draft, holds } as GuardedDraft;
}

/** Hosts a reader could click or type, written as links or not. */
function hostsIn(body: string): [link: string, host: string][] {
  const found: [string, string][] = [];
  for (const [, host] of body.matchAll(/\b(?:https?:\/\/|www\.)(?:[^\s/@]*@)?([^\s/:?#)>\]]+)/giu)) {
    if (host) found.push([host, host.toLowerCase().replace(/^www\./, "")]);
  }
  return found;
}
