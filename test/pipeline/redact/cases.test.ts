import { describe, expect, test } from "vitest";
import type { PiiKind } from "../../../src/domain/email.ts";
import { ADDRESSES, NO_ADDRESSES } from "./cases/addresses.ts";
import { ACCOUNTS, NO_ACCOUNTS } from "./cases/banks.ts";
import { CARDS, NO_CARDS } from "./cases/cards.ts";
import { BIRTHS, NO_BIRTHS } from "./cases/dates-of-birth.ts";
import { EMAILS, NO_EMAILS } from "./cases/emails.ts";
import { FORMS } from "./cases/forms.ts";
import { NATIONAL_IDS, NO_NATIONAL_IDS, NO_PASSPORTS, NO_SSNS, PASSPORTS, SSNS } from "./cases/ids.ts";
import { MAILS } from "./cases/mails.ts";
import { INNOCENT, MORE_MAILS } from "./cases/passages.ts";
import { NO_PHONES, PHONES } from "./cases/phones.ts";
import { KEYS, NO_KEYS, NO_PASSWORDS, PASSWORDS } from "./cases/secrets.ts";
import { type Case, found, unmark } from "./marked.ts";

const TABLES: [PiiKind, Case[], Case[]][] = [
  ["credit_card", CARDS, NO_CARDS],
  ["iban", ACCOUNTS, NO_ACCOUNTS],
  ["phone", PHONES, NO_PHONES],
  ["email", EMAILS, NO_EMAILS],
  ["dob", BIRTHS, NO_BIRTHS],
  ["api_key", KEYS, NO_KEYS],
  ["password", PASSWORDS, NO_PASSWORDS],
  ["national_id", NATIONAL_IDS, NO_NATIONAL_IDS],
  ["ssn", SSNS, NO_SSNS],
  ["passport", PASSPORTS, NO_PASSPORTS],
  ["address", ADDRESSES, NO_ADDRESSES],
  ["email", [...MAILS, ...MORE_MAILS, ...FORMS], INNOCENT],
];

describe.each(TABLES)("%s", (kind, positives, negatives) => {
  test.each(positives)("masks: $text", ({ text: marked, language }) => {
    const { text, expected } = unmark(marked, kind);
    expect(expected.length).toBeGreaterThan(0);
    expect(found(text, { language: language ?? "en" })).toEqual(expected);
  });
  test.each(negatives)("leaves: $text", ({ text, language }) => {
    expect(found(text, { language: language ?? "en" })).toEqual([]);
  });
});
