import { getDomain } from "tldts";
import type { Email } from "./email.ts";
import type { Senders } from "./settings/desk.ts";
import { ourAddresses, ourDomains, type Settings } from "./settings/settings.ts";

/** What is known of a sender before the mail is read. */
export interface SenderFacts {
  colleague: boolean;
  customer: boolean;
  vip: boolean;
  supplier: boolean;
  blocked: boolean;
  /** A reply in a conversation that already has a ticket. */
  knownThread: boolean;
  openTickets: number;
  pastTickets: number;
}

export interface SenderHistory {
  knownThread: boolean;
  openTickets: number;
  pastTickets: number;
}

/** Tickets of a sender or of their company, as far back as anybody counts. */
export interface SenderPast {
  open: number;
  /** Numbers of the newest open ones. */
  newestOpen: number[];
  /** Answered or closed by a person. */
  past: number;
}

export const NO_HISTORY: SenderHistory = { knownThread: false, openTickets: 0, pastTickets: 0 };

/**
 * A From line is a claim. Where DMARC says it is forged, the sender is treated as a stranger: nobody becomes a VIP or a
 * colleague by writing so. The blocklist holds either way.
 */
export function senderFacts(email: Email, settings: Settings, history: SenderHistory = NO_HISTORY): SenderFacts {
  const address = email.from?.address ?? "";
  const forged = email.authenticity.verdict === "failed";
  const known = (senders: Senders) => !forged && matches(address, senders);
  const colleague =
    !forged && (ourAddresses(settings).has(address) || withinDomains(address, [...ourDomains(settings)]));
  return {
    colleague,
    customer: known(settings.customers) || known(settings.vips) || (!colleague && history.pastTickets > 0 && !forged),
    vip: known(settings.vips),
    supplier: known(settings.suppliers),
    blocked: matches(address, settings.blocklist),
    ...history,
  };
}

const matches = (address: string, senders: Senders): boolean =>
  senders.addresses.includes(address) || withinDomains(address, senders.domains);

/** True for the domains themselves and their subdomains. */
export function withinDomains(address: string, domains: readonly string[]): boolean {
  const host = address.slice(address.lastIndexOf("@") + 1);
  return host !== "" && domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** `mail.shop.example.co.uk` to `example.co.uk`; undefined where there is no registrable domain. */
export const companyDomain = (host: string): string | undefined =>
  getDomain(host, { allowPrivateDomains: false }) ?? undefined;
