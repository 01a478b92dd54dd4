import type { Reading } from "../reading.ts";
import { squash } from "../reading.ts";
import { isFirstName } from "./first-names.ts";
import { nameIn, spells } from "./name-shape.ts";
import { isOffice, isOfficeWord } from "./office-words.ts";

export interface HeaderName {
  name: string;
  /**
   * `sure`: the address spells the name, or the header says where the person works. `weak`: two capitalised words on an
   * office's address, as often a company as a person; something else has to say the same.
   */
  trust: "sure" | "likely" | "weak";
}

/** "Ann from Acme", "Ann @ Acme", "Ann (Acme)", "Ann Lee | Acme", "Acme - Ann Lee". */
const JOINED =
  /^(.{2,40}?)(?:\s+(?:at|from|@|von|bei|de chez|chez|van|w\/|z|från|fra)\s+|\s*[|–—•·/([]\s*|\s+-\s+|,\s+|\s+via\s+)(.{2,80})$/iu;

/** The person that From or a form's name field names; undefined for offices, programs and companies. */
export function headerName(reading: Reading): HeaderName | undefined {
  const { writer, local, domainName, email } = reading;
  const language = email.language;
  const raw = writer?.name?.replace(
    /^(?:automatic reply|auto(?:-|matische )?antwort|out of office|réponse automatique)\s*:\s*/i,
    "",
  );
  if (!raw || /\S@\S/.test(raw)) return undefined;
  const whole = nameIn(raw, { language, anyCase: true });
  if (whole && (writer?.form || (!isOffice(raw) && spells(local, whole) && !endsAsOffice(whole, reading))))
    return { name: whole, trust: "sure" };
  const joined = joinedName(raw, reading);
  if (joined) return joined;
  const lead = beforeOffice(raw, reading);
  if (lead) return { name: lead, trust: "sure" };
  if (!whole || isOffice(raw) || isCompany(whole, domainName, reading)) return undefined;
  const isLikely = domainName === "" || !/\p{Script=Latin}/u.test(whole) || isFirstName(whole.split(" ")[0]!);
  return { name: whole, trust: isLikely ? "likely" : "weak" };
}

/** "Ironline Leasing" from leasing@ironline.example: the address spells the office, the domain the rest. */
function endsAsOffice(name: string, { local, domainName }: Reading): boolean {
  const [first = "", ...rest] = name.split(" ").map(squash);
  return rest.length > 0 && first.length >= 4 && domainName.includes(first) && !spells(local, first);
}

/** "Ann from Acme", "Ann Lee | Acme", "Acme - Ann Lee", "Jim & Nan Oberg". */
function joinedName(raw: string, reading: Reading): HeaderName | undefined {
  const match = JOINED.exec(raw);
  if (!match) return undefined;
  const [, before = "", after = ""] = match;
  const mark = raw.slice(before.length, raw.length - after.length);
  const first = partName(before, reading);
  if (first && /\p{L}|@/u.test(mark) && !/\bvia\b/i.test(mark)) return { name: first, trust: "sure" };
  const second = partName(after, reading);
  for (const part of [first, second]) if (part && spells(reading.local, part)) return { name: part, trust: "sure" };
  for (const part of [first, second])
    if (part && (part.includes(" ") || isFirstName(part))) return { name: part, trust: "likely" };
  return undefined;
}

/** "Colm Egan Recruitment" from colm@: the person before the trade. */
function beforeOffice(raw: string, reading: Reading): string | undefined {
  const { local, email } = reading;
  const words = raw.split(/\s+/);
  const at = words.findIndex(isOfficeWord);
  if (at < 1) return undefined;
  const name = nameIn(words.slice(0, at).join(" "), { language: email.language });
  if (!name || at > 3 || !spells(local, name) || endsAsOffice(name, reading)) return undefined;
  return at > 1 || isFirstName(name) ? name : undefined;
}

function partName(text: string, reading: Reading): string | undefined {
  const name = nameIn(text, { language: reading.email.language, anyCase: true });
  return name && !isOffice(text) && !isCompany(name, reading.domainName, reading) ? name : undefined;
}

/** The company's own name, told by its domain. */
function isCompany(name: string, domainName: string, { settings }: Reading): boolean {
  const squashed = squash(name);
  if (squashed === squash(settings.company.name)) return true;
  if (domainName.length < 4 || squashed.length < 4) return false;
  return domainName.includes(squashed) || squashed.includes(domainName);
}
