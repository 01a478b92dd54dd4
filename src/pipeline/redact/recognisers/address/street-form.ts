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
 * Behind any of the forms one of these matches, and most numbers stand behind none. What is mostly names is one pattern, or
 * the names would be read again for each.
 */
export function behindAny(forms: readonly NumberLast[]): RegExp[] {
  const named = forms.flatMap(({ around }) => around ?? []);
  const types = named.map(({ type }) => type).join("|");
  const ends = named.map(({ end }) => end).join("|");
  const others = forms.filter(({ around }) => !around).map(({ before }) => before.source);
  return [behind(others.join("|")), behind(`(?:${types})${NAME}(?:${ends})`)];
}
