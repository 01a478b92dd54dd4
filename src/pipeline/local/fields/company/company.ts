import { isFirstName } from "../person/first-names.ts";
import { isJob, isJobWord } from "../person/job-words.ts";
import { nameIn, nameWords, samePerson, spells } from "../person/name-shape.ts";
import { isOffice, isOfficeWord } from "../person/office-words.ts";
import { type Reading, squash } from "../reading.ts";
import { isDepartment, isEstablishment, withoutDepartments } from "./company-words.ts";
import { spelledIn } from "./domain-match.ts";
import { hasLegalForm, withoutLegalForm } from "./legal-forms.ts";
import { type Candidate, companyInProse } from "./prose.ts";
import { segments } from "./segments.ts";

/** Below this nothing names a company: a lone capitalised phrase in a signature may be a place or a department. */
const ENOUGH = 2;
const MAX_WORDS = 8;

/** The sender's company as the mail writes it; never made up from the domain alone. */
export function readCompany(reading: Reading, person: string | null): string | null {
  const { email, form, writer } = reading;
  if (email.machine.kind === "bounce" || reading.colleague) return null;
  const told = form.get("company");
  if (told && writer?.form) return told.length <= 80 && /\p{L}{2}/u.test(told) ? told : null;
  const candidates = [...fromHeader(reading, person), ...fromSignature(reading, person), ...companyInProse(reading)];
  let best: Candidate | undefined;
  for (const one of candidates) {
    if (one.weight < ENOUGH || (best && one.weight <= best.weight)) continue;
    const name = tidy(one.name, reading, one.fromHeader === true);
    if (isPlausible(name, reading, person)) best = { name, weight: one.weight };
  }
  return best?.name ?? null;
}

/** The From name where it is not the person's, and what stands in it beside the person. */
function fromHeader(reading: Reading, person: string | null): Candidate[] {
  const { from, machine } = reading.email;
  if (!from?.name || reading.domainName === "" || (reading.writer?.form && !from.address.endsWith(reading.domain!)))
    return [];
  const parts = segments(from.name);
  const others = person ? parts.filter((part) => !isThePerson(part, person, reading)) : parts;
  const besidePerson = others.length < parts.length;
  return others.flatMap((part) => {
    const phrase = phraseIn(part, reading);
    if (!phrase || (phrase.share === 0 && person && phrase.name.split(" ").length < 2)) return [];
    const whole = phrase.share > 0 || phrase.name.split(" ").length > 1 || hasLegalForm(phrase.name);
    const telling = whole ? (besidePerson && phrase.share === 0 ? 1.2 : 2) : 0;
    return [
      {
        name: phrase.name,
        weight: 4 * phrase.share + phrase.kind + telling + (machine.kind === "bulk" ? 2.5 : 0),
        fromHeader: true,
      },
    ];
  });
}

function fromSignature(reading: Reading, person: string | null): Candidate[] {
  return reading.signature.slice(0, 10).flatMap((line, at) =>
    segments(line.replace(/(?:https?:\/\/|www\.)\S+/g, "|")).flatMap((part, order) => {
      const phrase = phraseIn(part, reading);
      if (!phrase || phrase.name.split(" ").length > MAX_WORDS) return [];
      if (phrase.share === 0) {
        if (isJob(part) || /\d|@|www\.|https?:/i.test(part)) return [];
        if (!STARTS.test(part) && !(at === 1 && isEstablishment(part) && phrase.name.includes(" "))) return [];
      }
      if (phrase.share < 0.9 && person && isThePerson(part, person, reading) && !isOffice(part)) return [];
      const words = phrase.name.split(" ");
      const shape = words.length > 1 && words.every((word) => STARTS.test(word) || SMALL.test(word)) ? 0.5 : 0;
      return [
        {
          name: phrase.name,
          weight: 5 * phrase.share + 1.4 * phrase.kind + shape + (order > 0 ? family(words, person) : 0) - at * 0.05,
        },
      ];
    }),
  );
}
const STARTS = /^[\p{Lu}\p{N}&\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;
const SMALL = /^(?:of|de|di|la|le|les|the|and|und|et|y|i|do|da|del|della|van|der|für|for|på|l'|d')/;

/** "Traducciones Cortázar", signed by a Cortázar: a business that bears the family's name. */
function family(words: readonly string[], person: string | null): number {
  const last = person === null ? undefined : nameWords(person).at(-1);
  if (!last || last.length < 4 || words.length < 2 || words.length > 5 || isFirstName(words[0]!)) return 0;
  const own = nameWords(person!);
  const folded = words.flatMap(nameWords);
  return folded.includes(last) && folded.some((word) => word.length > 3 && !own.includes(word)) ? 1.6 : 0;
}

/** The company's name in a part of a line: departments, offices and other people's words around it left off. */
function phraseIn(part: string, { domainName }: Reading): { name: string; share: number; kind: number } | undefined {
  const words = part.split(/\s+/);
  const stretch = spelledIn(words, domainName);
  let name = withoutDepartments(part);
  if (stretch) {
    let { from, to } = stretch;
    while (from > 0 && (SMALL.test(words[from - 1]!) || belongs(words[from - 1]!)) && !isJobWord(words[from - 1]!))
      from--;
    while (from < stretch.from && /^\p{Ll}/u.test(words[from]!)) from++;
    while (
      to < words.length &&
      !/(?:\p{L}{4}|\b(?:Inc|Ltd|Co|Corp|CIC|BV|AG|SA|AB|AS|Oy|LLC|LLP|PLC|KG|SE))[.]$/u.test(words[to - 1]!) &&
      (SMALL.test(words[to]!) || belongs(words[to]!))
    )
      to++;
    while (to > stretch.to && SMALL.test(words[to - 1]!)) to--;
    name = words.slice(from, to).join(" ");
  }
  if (name === "") return undefined;
  const kind = (hasLegalForm(name) ? 2 : 0) + (isEstablishment(name) ? 1.5 : 0);
  return { name, share: stretch?.share ?? 0, kind };
}

const belongs = (word: string): boolean =>
  STARTS.test(word) && !isDepartment(word) && (!/^\p{Lu}{2,4}$/u.test(word) || hasLegalForm(`X ${word}`));

function isThePerson(part: string, person: string, { local, email }: Reading): boolean {
  const name = nameIn(part, { language: email.language, anyCase: true });
  return name !== undefined && (samePerson(name, person) || (spells(local, name) && !isOffice(part)));
}

function isPlausible(name: string, { settings, domainName }: Reading, person: string | null): boolean {
  const bare = withoutLegalForm(name);
  const squashed = squash(bare);
  if (squashed.length < 2 || squashed.length > 60 || !/\p{L}/u.test(squashed)) return false;
  const own = squash(settings.company.name);
  if (squashed === own || (own.length >= 5 && squashed.startsWith(own))) return false;
  const spelt = spelledIn(bare.split(/\s+/), domainName) !== undefined;
  const words = bare.split(/\s+/).filter((word) => !/^(?:the|le|la|el|die|der|das|unser|our)$/i.test(word));
  if (!spelt && words.every((word) => isOfficeWord(word) || isDepartment(word))) return false;
  return person === null || squashed !== squash(person);
}

/** "gumleaf cafe" to "Gumleaf Cafe"; sentence marks, brackets and an article that the domain leaves out off. */
function tidy(name: string, { domainName }: Reading, fromHeader: boolean): string {
  const bare = name
    .replace(/^[\s"'“”„«»(*_-]+|[\s"'“”„«»)*_!?,:;-]+$/g, "")
    .replace(/(?<=\p{Ll}{4})\.$/u, "")
    .replace(/^[Tt]he (?=\p{Lu})/u, (article) =>
      fromHeader || domainName === "" || domainName.startsWith("the") ? article : "",
    );
  if (bare !== bare.toLowerCase() || bare === bare.toUpperCase()) return bare;
  return bare.replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}
