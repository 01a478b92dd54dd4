import type { Email } from "../../../domain/email.ts";
import { isFreeMail } from "../../../domain/free-mail.ts";
import { companyDomain, type SenderFacts, withinDomains } from "../../../domain/sender.ts";
import { ourAddresses, ourDomains, type Settings } from "../../../domain/settings/settings.ts";
import { mailboxRole } from "./mailbox-roles.ts";
import type { Ours } from "./ours.ts";

export interface SignalInput {
  email: Email;
  mailbox: string;
  settings: Settings;
  sender: SenderFacts;
  ours: Ours;
}

const ROLE_LOCAL =
  /^(?:info|mail|office|contact|kontakt|hello|hallo|support|help|service|sales|billing|accounts?|accounting|ap|ar|invoices?|finance|admin|team|orders?|purchasing|procurement|einkauf|buchhaltung|rechnung|verwaltung|sekretariat|compta|facturation|achats|compras|administracion|amministrazione|acquisti|inkoop|administratie|hr|jobs|career|press|marketing|events?|newsletter|news|updates?|digest|hi|booking|reception|legal)(?:[._+-]|\d|$)/;
const NO_REPLY =
  /no[._-]?reply|do[._-]?not[._-]?reply|noresponder|nepasrepondre|notifications?|mailer|postmaster|daemon|bounce|automat/;
const MONEY =
  /(?:[€$£¥]|\b(?:usd|eur|gbp|chf|sek|nok|dkk|pln|czk|cad|aud)\b)\s?\d|\d\s?(?:[€$£¥]|zł|kr\b|kč|ft\b|euros?\b|dollars?\b|pounds?\b|usd\b|eur\b|gbp\b|chf\b|sek\b|pln\b)/iu;

/** What the mail shows beside its words. Each signal has a name that says what it is. */
export function signals({ email, mailbox, settings, sender, ours }: SignalInput): string[] {
  const found: string[] = [];
  const say = (name: string | false | undefined) => {
    if (name) found.push(name);
  };
  // Behind a web form stands a person; the form's own address says nothing about him.
  const writer = email.author ?? email.from;
  const address = writer?.address ?? "";
  const local = address.slice(0, address.lastIndexOf("@"));
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const own = ourDomains(settings);

  say(sender.vip && "sender vip");
  say(sender.customer && "sender customer");
  say(sender.supplier && "sender supplier");
  say(sender.colleague && writer?.address === email.from?.address && "sender colleague");
  say(sender.knownThread && "sender known thread");
  say(sender.pastTickets > 0 && "sender wrote before");
  const stranger = !sender.customer && !sender.supplier && !sender.colleague;
  say(stranger && (isFreeMail(domain) ? "sender private" : "sender unknown company"));
  say(isFreeMail(domain) && "sender free mail");
  say(ROLE_LOCAL.test(local) && "sender role address");
  say(NO_REPLY.test(local) && "sender takes no replies");
  say(/\d{2,}$/.test(local) && isFreeMail(domain) && "sender digits");
  const ownName = withinDomains(address, [...own]) || ourAddresses(settings).has(address);
  say(ownName && email.authenticity.verdict === "failed" && "forged as us");
  say(!ownName && looksLike(domain, own) && "domain like ours");
  say(writer?.name !== undefined && isCapitals(writer.name) && "sender name in capitals");
  say(claimsOtherAddress(email) && "name hides another address");
  const replyHosts = email.replyTo.map(
    ({ address: to }) => companyDomain(to.slice(to.lastIndexOf("@") + 1)) ?? to.slice(to.lastIndexOf("@") + 1),
  );
  const replyElsewhere = replyHosts.some((host) => host !== (companyDomain(domain) ?? domain));
  say(replyElsewhere && email.machine.kind !== "notification" && "answers go elsewhere");
  say(
    replyElsewhere &&
      replyHosts.some(isFreeMail) &&
      !isFreeMail(domain) &&
      email.machine.kind !== "notification" &&
      "answers go to free mail",
  );

  say(`auth ${email.authenticity.verdict}`);
  say(`machine ${email.machine.kind}`);
  say(email.machine.rule === "web form" && "web form");
  say(`mailbox ${mailboxRole(mailbox)}`);
  const answers = email.inReplyTo !== undefined || email.references.length > 0;
  const replySubject = /^(?:re|aw|sv|antw|odp|vs|rif|ynt|tr|res|回复|ответ)\s?[:：]/i.test(email.subject);
  say(answers && "in a thread");
  say(answers && email.quotedText !== "" && "answers us");
  say(replySubject && !answers && "claims to answer");
  say(/^(?:fwd?|wg|tr|rv|i|doorst|pd|vs|enc)\s?[:：]/i.test(email.subject) && "forwarded");
  say(email.to.length + email.cc.length > 3 && "many recipients");
  say(!addressedTo(email, mailbox) && "not addressed to us");
  say(email.calendarMethod !== undefined && "calendar");

  say(ours.products > 0 && "names a product");
  say(ours.products > 2 && "names many products");
  say(ours.plan && "names a plan");
  for (const field of ours.ids) say(`has our ${field}`);
  say(ours.company && "names us");

  const text = email.visibleText;
  const links = text.match(/(?:https?:\/\/|www\.)[^\s<>"')]+/gi) ?? [];
  say(links.length > 0 && "link");
  say(links.length > 2 && "many links");
  say(links.some((link) => !sameHost(link, domain)) && "link elsewhere");
  say(
    links.some((link) =>
      hostOf(link)
        .split(".")
        .some((label) => looksLike(label, own) && !withinDomains(`@${hostOf(link)}`, [...own])),
    ) && "link like ours",
  );
  say(links.some((link) => withinDomains(`@${hostOf(link)}`, [...own])) && "link to us");
  say(MONEY.test(text) && "amount");
  say(/\d\s?%/.test(text) && "percentage");
  say(/\+?\d[\d ().-]{7,}\d/.test(email.signature) && "phone in signature");
  say(email.signature.split("\n").filter((line) => line.trim() !== "").length >= 4 && "long signature");
  for (const kind of fileKinds(email)) say(`file ${kind}`);
  say(email.hidden.hiddenCharacters > 60 && "hidden text");
  say(email.hidden.trackingPixels > 0 && "tracking pixel");
  say(email.hidden.zeroWidthCharacters > 3 && "zero width");
  say(isCapitals(email.subject) && "subject in capitals");
  say(email.subject === "" && "no subject");
  say(/^[\p{Ll}\s?!.,'\d-]+$/u.test(email.subject) && email.subject !== "" && "subject in lower case");
  say(/!{2,}|\?{2,}/.test(text) && "shouts");
  say(/!/.test(email.subject) && "subject exclaims");
  say(/\?/.test(email.subject) && "subject asks");
  const questions = (text.match(/[?？؟]/g) ?? []).length;
  say(questions === 0 ? "no question" : questions > 2 ? "many questions" : "a question");
  say(/(?:^|\n)[^\S\n]*(?:[-*•]|\d[.)])\s/.test(text) && "list");
  const length = text.length;
  say(
    `length ${length < 80 ? "tiny" : length < 220 ? "short" : length < 600 ? "medium" : length < 1_500 ? "long" : "very long"}`,
  );
  return found;
}

/** Who stands with whom: a bill from a supplier is not a customer's question about one. */
export const RELATIONS = [
  "sender customer",
  "sender supplier",
  "sender colleague",
  "sender private",
  "sender unknown company",
  "machine bulk",
  "machine notification",
  "answers us",
  "names a product",
] as const;

const hostOf = (link: string) =>
  link
    .replace(/^https?:\/\//i, "")
    .split(/[/?#:]/)[0]
    ?.toLowerCase() ?? "";
const sameHost = (link: string, domain: string) => {
  const host = hostOf(link);
  return host === domain || (companyDomain(host) ?? host) === (companyDomain(domain) ?? domain);
};

/** A name with our own domain's name in it, or one letter off: how impostors spell themselves. */
function looksLike(host: string, own: ReadonlySet<string>): boolean {
  for (const domain of own) {
    const name = domain.split(".")[0] ?? "";
    if (
      name.length >= 5 &&
      host !== domain &&
      !host.endsWith(`.${domain}`) &&
      host.replace(/[^a-z0-9]/g, "").includes(name.replace(/[^a-z0-9]/g, ""))
    )
      return true;
  }
  return false;
}

const isCapitals = (text: string) => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 8 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.7;
};

const claimsOtherAddress = ({ from }: Email) => {
  const shown = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(from?.name ?? "")?.[0].toLowerCase();
  return shown !== undefined && shown !== from?.address;
};

const addressedTo = (email: Email, mailbox: string) => {
  const domain = mailbox.slice(mailbox.lastIndexOf("@"));
  return [...email.to, ...email.cc].some(({ address }) => address.endsWith(domain));
};

function fileKinds(email: Email): Set<string> {
  const kinds = new Set<string>();
  for (const { name, declaredType, inline, danger } of email.attachments) {
    if (danger) kinds.add("dangerous");
    const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
    if (inline && declaredType.startsWith("image/")) continue;
    if (/^(?:jpe?g|png|heic|webp|mov|mp4)$/.test(ending)) kinds.add("picture");
    else if (/^(?:pdf|docx?|odt|rtf|pages)$/.test(ending)) kinds.add("document");
    else if (/^(?:xlsx?|csv|ods|xml)$/.test(ending)) kinds.add("sheet");
    else if (/^(?:zip|rar|7z|iso|img|html?|exe|js|lnk|shtml|svg|ace|gz)$/.test(ending)) kinds.add("risky");
    else if (ending === "ics") kinds.add("calendar");
    else kinds.add("other");
  }
  return kinds;
}
