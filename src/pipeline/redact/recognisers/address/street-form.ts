import { CAPITAL, LETTER } from "../../letters.ts";
import { LONE, NAME } from "./parts.ts";

/**
 * How streets are written somewhere. A strong form is an address by itself; a weak one ("2 Sunset Way", "Heideweg 4")
 * only with something behind it: a postcode or country, a word such as "ship to", its own language or line.
 */
export interface StreetForm {
  /** For the reason. */
  name: string;
  pattern: RegExp;
  strong: boolean;
  /** Language in which a weak form is strong. */
  strongIn?: string;
  /** Weak, but strong on a line of its own. */
  onLine?: true;
  /** So weak that only a postcode or a country behind it makes it an address. */
  needsPlace?: true;
}

/** A form that ends with the house number, and what stands before any number that it could match. */
export interface NumberLast extends StreetForm {
  /** Sticky, at the number: reads backwards from there, where the pattern tries every letter of the stretch before it. */
  before: RegExp;
  /** What stands before and behind the names, in a form that is little else. */
  around?: { type: string; end: string };
}

type Weakness = Pick<StreetForm, "strongIn" | "onLine" | "needsPlace">;

/** A form that begins with the house number; tried right at every number. */
export const numberFirst = (name: string, source: string, weak?: Weakness): StreetForm => ({
  name,
  pattern: new RegExp(LONE + source, "uy"),
  strong: weak === undefined,
  ...weak,
});

/** A form that ends with the house number; tried on what stands before every number. */
export const numberLast = (name: string, source: string, weak?: Weakness): NumberLast => ({
  name,
  pattern: new RegExp(`${LONE}(?:${source})$`, "u"),
  before: behind(source),
  strong: weak === undefined,
  ...weak,
});

/** "Calle de la Luna 4": a word for streets, names, and perhaps a sign for the number. */
export const namedStreet = (name: string, type: string, end: string, weak?: Weakness): NumberLast => ({
  ...numberLast(name, type + NAME + end, weak),
  around: { type, end },
});

const behind = (source: string): RegExp => new RegExp(`(?<=${source})`, "uy");

/**
 * Most numbers stand behind no street. One that does has in front of it what the forms with a word of their own end in
 * (`word`), or a name (`name`) and a word for streets (`type`) before that.
 */
export function behindAny(forms: readonly NumberLast[]): { word: RegExp; name: RegExp; type: RegExp } {
  const named = forms.flatMap(({ around }) => around ?? []);
  const ends = new Set(named.map(({ end }) => end));
  const others = forms.filter(({ around }) => !around);
  return {
    word: new RegExp(others.map(({ before }) => before.source).join("|"), "uy"),
    name: behind(`(?:[${CAPITAL}][${LETTER}'.\\-]{0,26}|\\d\\.?)(?:${[...ends].join("|")})`),
    type: new RegExp(named.map(({ type }) => type).join("|"), "u"),
  };
}
