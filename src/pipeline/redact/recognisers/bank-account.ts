import { clabe, routing } from "../checks/world.ts";
import { form } from "../form.ts";
import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

/** Accounts in countries without an IBAN. The kind is `iban`: to a model both are "a bank account". */
export const BANK_RECOGNISERS: readonly Recogniser[] = [
  {
    name: "UK sort code and account",
    kind: "iban",
    digits: 8,
    pattern: form("99[- ]99[- ]99[ ,;/:]{0,3}(?:[A-Za-z/.]{1,12}[ :.]{1,2}){0,3}9{8}"),
    near: words("sort code*|account*|bacs|bank*"),
    alone: "never",
  },
  {
    name: "bank account",
    kind: "iban",
    digits: 6,
    pattern: form("9{6,18}"),
    near: words(
      "bank account*|checking account*|savings account*|direct deposit|BSB|kontonummer|kto|kto-nr|bankkonto|bankgiro|plusgiro|cuenta bancaria|conta corrente|conta bancária|numero di conto|rekeningnummer|compte bancaire|RIB|银行账号|银行卡号|口座番号|계좌번호",
    ),
    alone: "never",
    beside: "shape",
  },
  {
    name: "US routing number",
    kind: "iban",
    digits: 9,
    pattern: form("9{9}"),
    check: { says: "check digit", holds: routing },
    near: words("routing*|ABA|RTN"),
    alone: "never",
  },
  {
    name: "Mexican CLABE",
    kind: "iban",
    digits: 18,
    pattern: form("9{3} 9{3} 9{11} 9"),
    check: { says: "check digit", holds: clabe },
    near: words("CLABE|interbancaria"),
    alone: "never",
  },
];
