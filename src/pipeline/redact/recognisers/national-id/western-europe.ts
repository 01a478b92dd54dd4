import * as sums from "../../checks/europe.ts";
import { row } from "./row.ts";

/**
 * `alone` is `checked` where check digit, date and form together let less than one random number in a hundred pass;
 * a lone check digit lets one in ten pass and needs a word.
 */
export const WESTERN_EUROPE = [
  row("UK National Insurance number", "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] 99 99 99 [A-D]", {
    sum: sums.nino,
    near: "NINO|NI number|NI no|national insurance*",
    alone: "checked",
  }),
  row("NHS number", "999 999 9999", { sum: sums.nhs, near: "NHS*|CHI number" }),
  row("UK driving licence", "[A-Z][A-Z9]{4} [0-9][0156][0-9][0-3]99 [A-Z][A-Z9]9[A-Z]{2}", {
    sum: sums.dvla,
    near: "driving licen*|DVLA",
    alone: "checked",
  }),
  row("UK taxpayer reference", "99999 99999", { near: "UTR|unique taxpayer*" }),
  row("Irish PPS number", "9999999 [A-W][A-IW]?", { sum: sums.pps, near: "PPS*|PPSN" }),

  row("German tax id", "99 999 999 999", {
    sum: sums.steuerId,
    near: "steuer-id*|steuer id*|steueridentifikation*|steuerliche identifikation*|IdNr|TIN",
    alone: "checked",
  }),
  row("German pension insurance number", "99 99 99 99 A 99 9", {
    sum: sums.rvnr,
    near: "rentenversicherung*|sozialversicherung*|RVNR|SV-Nummer|VSNR|versicherungsnummer",
    alone: "checked",
  }),
  row("German health insurance number", "A 999 999 999", {
    sum: sums.kvnr,
    near: "KVNR|krankenversicher*|krankenkasse*|eGK*|versichertennummer|gesundheitskarte*",
  }),
  row("German identity card", "[CFGHJKLMNPRTVWXYZ0-9]{9}[0-9]?D?", {
    near: "personalausweis*|ausweisnummer|ausweis-nr|ausweis nr|perso|PA-Nummer",
  }),
  row("German tax number", "(?:99 999 99999|999 999 99999|999 9999 9999|9{3} 9{4} 9{4}9?|9{13})", {
    near: "steuernummer*|steuer-nr|steuer nr|St-Nr|StNr|Finanzamt*",
  }),
  row("German driving licence", "[A-Z0-9][0-9A-Z]{2}[A-Z0-9]{6}[0-9][A-Z0-9]", {
    near: "führerschein*|fahrerlaubnis*|fuehrerschein*",
  }),
  row("Austrian social insurance number", "9999 99 99 99", {
    sum: sums.svnr,
    near: "SVNR|SV-Nr|SV-Nummer|sozialversicherung*|versicherungsnummer|e-card",
  }),
  row("Swiss AHV number", "[7]56 9999 9999 99", { sum: sums.ahv, near: "AHV*|AVS|numéro AVS|NAVS*", alone: "checked" }),

  row("French social security number", "[12] 99 (?:0[1-9]|1[0-2]|[2-9]9) (?:99|2[AB]) 999 999 99", {
    sum: sums.nir,
    near: "sécu|sécurité sociale|numéro de sécu*|NIR|INSEE|vitale",
    alone: "checked",
  }),
  row("French social security number without key", "[12] 99 (?:0[1-9]|1[0-2]) (?:99|2[AB]) 999 999", {
    near: "sécu|sécurité sociale|numéro de sécu*|NIR|INSEE|vitale",
  }),
  row("French tax number", "[0-3]9 99 999 999 999", { near: "numéro fiscal|n° fiscal|SPI|impots|impôts" }),
  row("French identity card", "(?:9{12}|[A-Z0-9]{9})", {
    near: "CNI|carte d'identité|carte nationale d'identité|pièce d'identité",
  }),

  row("Spanish DNI", "99 ?9{3} ?9{3} [TRWAGMYFPDXBNJZSQVHLCKE]", {
    sum: sums.dni,
    near: "DNI|NIF|documento nacional|documento de identidad",
    alone: "checked",
  }),
  row("Spanish NIE", "[XYZ] 9{7} [TRWAGMYFPDXBNJZSQVHLCKE]", {
    sum: sums.dni,
    near: "NIE|NIF|número de extranjero",
    alone: "checked",
  }),
  row("Spanish social security number", "99 ?/? ?9{8} ?/? ?99", { near: "seguridad social|NUSS|NAF|afiliación" }),
  row("Portuguese tax number", "[123458]99 999 999", {
    sum: sums.portugueseNif,
    near: "NIF|contribuinte|n.º contribuinte",
  }),
  row("Portuguese citizen card", "9{8} 9 [A-Z0-9]{2}9", {
    near: "cartão de cidadão|cartão do cidadão|CC|BI|bilhete de identidade",
  }),
  row("Portuguese social security number", "[12]9{10}", { near: "NISS|segurança social" }),
  row(
    "Italian codice fiscale",
    "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
    { sum: sums.codiceFiscale, near: "codice fiscale|C.F.|CF", alone: "shape" },
  ),
  row("Italian identity card", "(?:AA ?9{5}AA|AA ?9{7})", { near: "carta d'identità|carta di identità|documento|CIE" }),
  row("Italian driving licence", "(?:AA ?9{7}A|U1[A-Z0-9]{7}A)", { near: "patente*" }),

  row("Dutch citizen number (BSN)", "9999 ?99 ?999", { sum: sums.bsn, near: "BSN|burgerservice*|sofi*|sofinummer" }),
  row("Belgian national number", "99 99 99 999 99", {
    sum: sums.belgian,
    near: "rijksregister*|INSZ|NISS|registre national|numéro national|nationaal nummer",
    alone: "checked",
  }),
  row("Luxembourg matricule", "(?:1[9]|20)99 99 99 9{3} 99", { near: "matricule|CNS" }),
];
