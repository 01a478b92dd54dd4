import type { Address, Email } from "../../../domain/email.ts";
import { companyDomain } from "../../../domain/sender.ts";
import { ourDomains } from "../../../domain/settings/settings.ts";
import type { LocalInput } from "../features/features.ts";
import { isFreeMail } from "../free-mail.ts";
import { fold } from "../text/tokens.ts";
import { type FormField, formFields } from "./form-fields.ts";

/** What every field looks at, prepared once for a mail. */
export interface Reading extends LocalInput {
  /** Who wrote the newest text: the visitor of a web form, else From. */
  writer: Address | undefined;
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
  const host = address.slice(address.lastIndexOf("@") + 1);
  const ours = withinOurs(host, input);
  const domain = host === "" || ours || isFreeMail(host) ? undefined : businessDomain(host);
  return {
    ...input,
    writer,
    local: address.slice(0, Math.max(0, address.lastIndexOf("@"))),
    host,
    domain,
    domainName: domain === undefined ? "" : squash(domain.slice(0, domain.indexOf("."))),
    colleague:
      sender.colleague || (ours && writer === email.from && !settings.mailboxes.some((one) => one.address === address)),
    form,
    lines: linesOf(email.visibleText, MAX_LINES),
    signature: linesOf(email.signature, MAX_SIGNATURE_LINES),
  };
}

function businessDomain(host: string): string | undefined {
  const domain = companyDomain(host);
  return domain === undefined || isFreeMail(domain) ? undefined : domain;
}

/** A form's visitor; where a form gives no address of its own, nobody: the program that sent it is not a person. */
function writerOf(email: Email, form: ReadonlyMap<FormField, string>): Address | undefined {
  const given = form.get("email");
  const match = given === undefined ? null : ADDRESS.exec(given);
  if (match && email.author?.address === email.from?.address)
    return { name: form.get("name"), address: match[0].toLowerCase() };
  return email.author ?? email.from;
}
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
