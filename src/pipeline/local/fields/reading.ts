import type { Address, Email } from "../../../domain/email.ts";
import { isFreeMail } from "../../../domain/free-mail.ts";
import { companyDomain } from "../../../domain/sender.ts";
import { ourDomains } from "../../../domain/settings/settings.ts";
import type { LocalInput } from "../features/features.ts";
import { fold } from "../text/tokens.ts";
import { type FormField, formFields } from "./form-fields.ts";

/** What every field looks at, prepared once for a mail. */
export interface Reading extends LocalInput {
  /** Who wrote the newest text: the visitor of a web form (then `form` is set), else From. */
  writer: (Address & { form: boolean }) | undefined;
  local: string;
  host: string;
  /** Registrable domain of the writer's business; undefined for free mail and for our own. */
  domain: string | undefined;
  /** `st-brigids.example` to "stbrigids": what a company's name is compared with. Empty without a domain. */
  domainName: string;
  colleague: boolean;
  form: ReadonlyMap<FormField, string>;
  /** Filled lines of the newest text and of the signature. */
  lines: string[];
  signature: string[];
}

/** A mail is understood by its first pages; what is longer was pasted. */
const MAX_LINES = 120;
const MAX_LINE = 600;
const MAX_SIGNATURE_LINES = 14;

export function readingOf(input: LocalInput): Reading {
  const { email, settings, sender } = input;
  const form = isFormMail(input) ? formFields(linesOf(email.text, MAX_LINES)) : new Map<FormField, string>();
  const writer = writerOf(email, form);
  const address = writer?.address ?? "";
  const host = hostOf(address);
  const ours = withinOurs(host, input);
  const domain = domainOf(email, host, input);
  return {
    ...input,
    writer,
    local: address.slice(0, Math.max(0, address.lastIndexOf("@"))),
    host,
    domain,
    domainName: domain === undefined ? "" : squash(domain.slice(0, domain.indexOf("."))),
    colleague:
      !writer?.form && (sender.colleague || (ours && !settings.mailboxes.some((one) => one.address === address))),
    form,
    lines: linesOf(email.visibleText, MAX_LINES),
    signature: linesOf(email.signature, MAX_SIGNATURE_LINES),
  };
}

/** The writer's business; of a form's visitor with free mail, the business whose form it was, if it was not ours. */
function domainOf({ machine, from }: Email, host: string, input: LocalInput): string | undefined {
  if (machine.kind === "bounce") return undefined;
  const own = businessDomain(host, input);
  if (own !== undefined || machine.kind !== "notification") return own;
  return businessDomain(hostOf(from?.address ?? ""), input);
}

function businessDomain(host: string, input: LocalInput): string | undefined {
  if (host === "" || withinOurs(host, input) || isFreeMail(host) || STUDENTS.test(host)) return undefined;
  const domain = companyDomain(host);
  return domain === undefined || isFreeMail(domain) ? undefined : domain;
}
/** Universities' mail for students and alumni says as little of a company as free mail does. */
const STUDENTS = /\b(?:students?|studenti?|studenten|etu(?:diant)?s?|alumni|alum|stud)\b|student(?:mail|post|imail)/;

/** A form's visitor, where the form gives an address. */
function writerOf(email: Email, form: ReadonlyMap<FormField, string>): Reading["writer"] {
  const first = form.get("first");
  const last = form.get("last");
  const both = first && last ? `${first} ${last}` : undefined;
  const { author, from } = email;
  if (author && author.address !== from?.address)
    return {
      name: both ?? author.name ?? form.get("name"),
      address: author.address,
      form: email.machine.kind === "notification",
    };
  for (const value of [form.get("email"), form.get("name")]) {
    const address = value === undefined ? undefined : ADDRESS.exec(value)?.[0];
    const name = both ?? (form.get("name") ?? last)?.replace(/[\s(<]*\S+@.*$/, "");
    if (address) return { name, address: address.toLowerCase(), form: true };
  }
  // A calendar's or a shop's program writes for somebody to whom the answer goes.
  const [answer] = email.replyTo;
  const byProgram = email.machine.kind === "notification" || PROGRAM.test(from?.address ?? "");
  if (byProgram && answer && hostOf(answer.address) !== hostOf(from?.address ?? ""))
    return { name: answer.name ?? form.get("name"), address: answer.address, form: true };
  return from && { ...from, form: false };
}
const PROGRAM = /^(?:no-?reply|do-?not-?reply|notifications?|calendar|mailer|forms?|web|wordpress|webmaster)\b/;
const hostOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);
const ADDRESS = /[^\s<>()"',;:@]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}/i;

/** Programs write label tables; so do people, but theirs are about something else than themselves. */
function isFormMail({ email }: LocalInput): boolean {
  return email.machine.kind === "notification" || email.author?.address !== email.from?.address;
}

function withinOurs(host: string, { settings }: LocalInput): boolean {
  return ourDomains(settings).has(host) || [...ourDomains(settings)].some((own) => host.endsWith(`.${own}`));
}

export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  let from = 0;
  while (from < text.length && lines.length < most) {
    const to = text.indexOf("\n", from);
    const end = to === -1 ? text.length : to;
    const line = text.slice(from, Math.min(end, from + MAX_LINE)).trim();
    if (line !== "") lines.push(line);
    from = end + 1;
  }
  return lines;
}

/** Letters and digits alone, folded: what stays of a name in a domain. */
export const squash = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
