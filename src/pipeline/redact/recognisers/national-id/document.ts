import type { Recogniser } from "../../recogniser.ts";
import { words } from "../../words.ts";
import { GENERAL } from "./row.ts";

/** Whatever stands behind "identity card number" in a country without a line of its own. */
export const DOCUMENT_RECOGNISERS: readonly Recogniser[] = [
  {
    name: "identity document",
    kind: "national_id",
    digits: 5,
    pattern:
      /(?<![A-Za-z0-9_]|[A-Za-z0-9][-./])(?=[A-Z0-9 .-]{0,8}\d[A-Z0-9 .-]{0,3}\d[A-Z0-9 .-]{0,3}\d[A-Z0-9 .-]{0,3}\d)(?=[A-Z0-9 .-]{6})(?:[A-Z]{1,3}[ -]?)?\d[A-Z0-9]{2,14}(?:[.-][A-Z0-9]{1,8}){0,4}(?![A-Za-z0-9_]|[-./]\d)/g,
    near: words(
      GENERAL,
      "personalausweis*|ausweisnummer|carte d'identité|pièce d'identité|documento de identidad|carta d'identità|bilhete de identidade|identiteitskaart*|identiteitsbewijs*|dowód osobisty|dowodu osobistego|občanský průkaz|občianský preukaz|legitimation*|henkilökortti*|kimlik no|удостоверение личности|身份证*|身分証*|신분증*|CMND|KTP",
    ),
    alone: "never",
    beside: "shape",
  },
];
