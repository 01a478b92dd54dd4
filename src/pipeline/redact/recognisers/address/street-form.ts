import { LONE } from "./parts.ts";

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

const behind = (source: string): RegExp => new RegExp(`(?<=${source})`, "uy");

/** Matches behind any of the forms: most numbers stand behind none, and one look tells. */
export const behindAny = (forms: readonly NumberLast[]): RegExp =>
  new RegExp(forms.map(({ before }) => before.source).join("|"), "uy");
