import type { Entities } from "../../../../domain/decision.ts";
import type { Reading } from "../reading.ts";
import { isFirstName } from "./first-names.ts";
import { type HeaderName, headerName } from "./header-name.ts";
import { fuller, samePerson, spells } from "./name-shape.ts";
import { signatureNames } from "./signature-name.ts";

/** Who wrote the mail, as From, the signature or a web form say; nobody where a program wrote it and names nobody. */
export function readPerson(reading: Reading): Pick<Entities, "person_name" | "person_email"> {
  const { email, writer } = reading;
  if (!writer || email.machine.kind === "bounce") return { person_name: null, person_email: null };
  const header = headerName(reading);
  const signed = signatureNames(reading);
  const name = choose(reading, header, signed) ?? (writer.form ? nameInText(reading) : undefined);
  const byHand = email.machine.kind === "none" || writer.form;
  if (!byHand && !isNamed(reading, header, name)) return { person_name: null, person_email: null };
  return { person_name: name ?? null, person_email: writer.address || null };
}

function choose({ local }: Reading, header: HeaderName | undefined, signed: readonly string[]): string | undefined {
  const confirmed = header && signed.filter((name) => samePerson(header.name, name));
  if (header && (header.trust === "sure" || confirmed!.length > 0)) return confirmed!.reduce(fuller, header.name);
  const [first, ...rest] = ranked(local, signed);
  if (first) return rest.filter((name) => samePerson(first, name)).reduce(fuller, first);
  return header?.trust === "likely" ? header.name : undefined;
}

/** Names that the address spells before those that are known as names before others; else as they stand. */
function ranked(local: string, names: readonly string[]): string[] {
  const weight = (name: string) => (spells(local, name) ? 2 : isFirstName(name.split(" ")[0]!) ? 1 : 0);
  return [...names].sort((one, other) => weight(other) - weight(one));
}

/** In a program's mail a name counts where the header or the address is clear about it. */
function isNamed({ email, local }: Reading, header: HeaderName | undefined, name: string | undefined): boolean {
  if (name === undefined) return false;
  if (header?.trust === "sure" || spells(local, name)) return true;
  return email.machine.kind === "auto_reply" && header !== undefined;
}

/** A notice about somebody whose address it gives: "New applicant: Josefina Albarran", "Ann Lee has declined". */
function nameInText({ email, local, lines }: Reading): string | undefined {
  for (const text of [email.subject, lines[0] ?? ""])
    for (const [name] of text.slice(0, 300).matchAll(/\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}/gu))
      if (spells(local, name)) return name;
  return undefined;
}
