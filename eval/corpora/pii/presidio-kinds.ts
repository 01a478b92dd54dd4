import type { PiiKind } from "../../../src/domain/email.ts";

/** Presidio's kinds as ours. What is missing is left out; `LEFT_OUT` says why. */
export const KIND_OF: Readonly<Record<string, PiiKind>> = {
  CREDIT_CARD: "credit_card",
  IBAN_CODE: "iban",
  US_SSN: "ssn",
  EMAIL_ADDRESS: "email",
  PHONE_NUMBER: "phone",
  STREET_ADDRESS: "address",
  ...kind("passport", "US_PASSPORT UK_PASSPORT DE_PASSPORT ES_PASSPORT IT_PASSPORT IN_PASSPORT KR_PASSPORT"),
  ...kind(
    "national_id",
    "US_ITIN US_MBI UK_NINO UK_NHS UK_DRIVING_LICENCE AU_TFN AU_MEDICARE CA_SIN DE_TAX_ID DE_SOCIAL_SECURITY DE_HEALTH_INSURANCE DE_ID_CARD ES_NIF ES_NIE IT_FISCAL_CODE FI_PERSONAL_IDENTITY_CODE SE_PERSONNUMMER PL_PESEL TR_NATIONAL_ID IN_AADHAAR IN_PAN IN_VOTER KR_RRN KR_FRN KR_DRIVER_LICENSE SG_NRIC_FIN TH_TNIN ZA_ID_NUMBER NG_NIN",
  ),
};

/**
 * Kinds that need a word beside the number: no check digit, or one that one in ten wrong numbers passes. Presidio gives
 * such bare numbers a low score; masking is all or nothing, and "123456782" is an order number as often as a tax number.
 */
export const NEEDS_WORDS: ReadonlySet<string> = new Set(
  "US_PASSPORT UK_PASSPORT DE_PASSPORT ES_PASSPORT IT_PASSPORT IN_PASSPORT KR_PASSPORT KR_DRIVER_LICENSE IN_VOTER DE_ID_CARD NG_NIN UK_NHS AU_TFN AU_MEDICARE DE_HEALTH_INSURANCE CA_SIN IN_AADHAAR TH_TNIN US_ITIN".split(
    " ",
  ),
);

export const LEFT_OUT: Readonly<Record<string, string>> = {
  "names, nationality, age, title, place, organisation": "no kind of ours: a desk must see who writes, and from where",
  dates: "only a date of birth is personal; one counts as such where the text says born or birth",
  "IP and MAC addresses, links, domains": "support mail is about them",
  "postcodes alone, number plates": "no address and no person by themselves",
  "numbers of companies and professions (VAT, ABN, ACN, GSTIN, BRN, UEN, NPI, register, LANR, BSNR, medical licences)":
    "public",
  "American bank and routing numbers, crypto wallets": "masked beside their words; presidio's cases are bare",
  "driving licences of Italy and the US, Italian identity cards, German tax numbers and licences, Philippine TIN":
    "presidio's cases are bare forms that part numbers share",
  "Philippine and Turkish phones": "their cases are ten bare digits",
};

function kind(ours: PiiKind, theirs: string): Record<string, PiiKind> {
  return Object.fromEntries(theirs.split(" ").map((name) => [name, ours]));
}
