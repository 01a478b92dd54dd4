import type { Finder, Recogniser } from "../recogniser.ts";
import { findAddresses } from "./address/find-addresses.ts";
import { findOtherAddresses } from "./address/other-scripts.ts";
import { API_KEY_RECOGNISERS, findKeyBlocks } from "./api-key.ts";
import { BANK_RECOGNISERS } from "./bank-account.ts";
import { CARD_READ_OUT, findCards } from "./card.ts";
import { DOB_RECOGNISERS } from "./dob.ts";
import { findEmails } from "./email.ts";
import { findIbans } from "./iban.ts";
import { AMERICAS } from "./national-id/americas.ts";
import { ASIA_PACIFIC_AFRICA } from "./national-id/asia-pacific-africa.ts";
import { DOCUMENT_RECOGNISERS } from "./national-id/document.ts";
import { NORTHERN_EASTERN_EUROPE } from "./national-id/northern-eastern-europe.ts";
import { WESTERN_EUROPE } from "./national-id/western-europe.ts";
import { PASSPORT_RECOGNISERS } from "./passport.ts";
import { CODE_RECOGNISERS, findPasswords } from "./password.ts";
import { findPhones } from "./phone.ts";
import { PHONE_LINKS } from "./phone-words.ts";
import { SSN_RECOGNISERS } from "./ssn.ts";

export const RECOGNISERS: readonly Recogniser[] = [
  PHONE_LINKS,
  CARD_READ_OUT,
  ...SSN_RECOGNISERS,
  ...PASSPORT_RECOGNISERS,
  ...DOB_RECOGNISERS,
  ...API_KEY_RECOGNISERS,
  ...CODE_RECOGNISERS,
  ...BANK_RECOGNISERS,
  ...WESTERN_EUROPE,
  ...NORTHERN_EASTERN_EUROPE,
  ...AMERICAS,
  ...ASIA_PACIFIC_AFRICA,
  ...DOCUMENT_RECOGNISERS,
];

export const FINDERS: readonly Finder[] = [
  findEmails,
  findCards,
  findIbans,
  findPhones,
  findAddresses,
  findOtherAddresses,
  findKeyBlocks,
  findPasswords,
];
