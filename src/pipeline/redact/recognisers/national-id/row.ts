import { numberForm } from "../../form.ts";
import type { Recogniser } from "../../recogniser.ts";
import { words } from "../../words.ts";

interface Row {
  /** The second opinion; absent where the country publishes none. */
  sum?: (compact: string) => boolean;
  /** Names of this number where it is used; the general words for "identity number" always count too. */
  near?: string;
  alone?: Recogniser["alone"];
  beside?: Recogniser["beside"];
  /** Written in capitals only: in small letters the form is anybody's. */
  capitals?: true;
}

export const GENERAL =
  "national id*|national identification*|identity number|identity no|identity card*|personal identification*|id number|id no|id card*|personal number|personal id*|citizen id*|government id|state id|tax identification number|social insurance*|social security*";

/** One line of a country's table. Unless the line says otherwise, a number with a sum must pass it. */
export const row = (
  name: string,
  template: string,
  { sum, near, alone = "never", beside, capitals }: Row,
): Recogniser => ({
  name,
  kind: "national_id",
  ...numberForm(template, capitals ? "g" : "gi"),
  ...(sum ? { check: { says: "check digit", holds: sum } } : {}),
  // The general words would give every form without a sum to every number: they are for `document.ts`.
  near: words(...(sum ? [GENERAL] : []), ...(near ? [near] : [])),
  alone,
  beside: beside ?? (sum ? "checked" : "shape"),
});
