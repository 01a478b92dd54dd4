import type { Recipient } from "../../domain/draft.ts";
import type { Address, Email } from "../../domain/email.ts";
import { companyDomain } from "../../domain/sender.ts";

export interface Recipients {
  to: Recipient[];
  cc: Recipient[];
  /** Addresses of the mail that the answer leaves out, with the reason a person reads. */
  dropped: { recipient: Recipient; reason: string }[];
  /** Why a person should look at the recipients before anything leaves; undefined when they are plainly right. */
  doubt: string | undefined;
}

/**
 * Who gets the answer, decided from the headers alone: no text of a mail can add anybody. The writer, at Reply-To where one
 * is given; in copy the people at the writer's own company who were on the mail. Our own addresses never; strangers whom the
 * writer put in copy are left to a person.
 */
export function recipientsOf(email: Email, ours: ReadonlySet<string>): Recipients {
  const replyTo = email.replyTo.filter((one) => !ours.has(one.address));
  const writer = email.from && !ours.has(email.from.address) ? email.from : undefined;
  const to = unique(replyTo.length > 0 ? replyTo : writer ? [writer] : []);
  const homeOf = new Set(to.map((one) => registrable(one.address)));

  const cc: Recipient[] = [];
  const dropped: Recipients["dropped"] = [];
  const taken = new Set(to.map((one) => one.address));
  for (const one of unique([...email.to, ...email.cc])) {
    if (ours.has(one.address) || taken.has(one.address)) continue;
    const home = registrable(one.address);
    if (homeOf.has(home) && !FREE_MAIL.has(home)) cc.push(one);
    else dropped.push({ recipient: one, reason: "not at the writer's company" });
  }
  return { to, cc, dropped, doubt: doubtAbout(email, writer, replyTo, to) };
}

function doubtAbout(
  email: Email,
  writer: Address | undefined,
  replyTo: Address[],
  to: Recipient[],
): string | undefined {
  if (to.length === 0) return "The mail names nobody to answer";
  if (to.length > 3) return `The mail asks to answer ${to.length} addresses`;
  const elsewhere = replyTo.find((one) => writer && registrable(one.address) !== registrable(writer.address));
  // A web form writes from its own address and names the customer in Reply-To: that is what the header is for.
  if (elsewhere && email.machine.kind !== "notification")
    return "The answer would go to another domain than the one that wrote";
  return undefined;
}

const registrable = (address: string): string => {
  const host = address.slice(address.lastIndexOf("@") + 1);
  return companyDomain(host) ?? host;
};

/** At these, a shared domain says nothing about belonging together. */
const FREE_MAIL = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "orange.fr",
  "free.fr",
  "laposte.net",
  "libero.it",
  "mail.ru",
  "qq.com",
  "163.com",
  "proton.me",
  "protonmail.com",
]);

function unique(addresses: readonly Address[]): Recipient[] {
  const seen = new Set<string>();
  return addresses.flatMap(({ name, address }) => {
    if (seen.has(address)) return [];
    seen.add(address);
    return [name === undefined ? { address } : { name, address }];
  });
}

/** `Re: ` once, whatever the mail's language calls a reply; Gmail keeps a thread only where the rest of the subject stays. */
export function replySubject(subject: string): string {
  const trimmed = subject.trim();
  return /^(re|aw|sv|antw|vs|odp|rif|res|ref|回复|回覆|返信)\s*(\[\d+\])?\s*[:：]/iu.test(trimmed)
    ? trimmed
    : `Re: ${trimmed || "(no subject)"}`;
}
