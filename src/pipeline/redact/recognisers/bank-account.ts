import { mod97Holds } from "../checks/iban.ts";
import { clabe, routing } from "../checks/world.ts";
import { numberForm } from "../form.ts";
import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

/** Accounts in countries without an IBAN. The kind is `iban`: to a model both are "a bank account". */
export const BANK_RECOGNISERS: readonly Recogniser[] = [
  {
    name: "UK sort code and account",
    kind: "iban",
    ...numberForm("99[- ]99[- ]99[ ,;/:]{0,3}(?:[A-Za-z/.]{1,12}[ :.]{1,2}){0,3}9{8}"),
    near: words("sort code*|account*|bacs|bank*"),
    alone: "never",
  },
  {
    name: "bank account",
    kind: "iban",
    ...numberForm("9{6,18}"),
    near: words(
      "bank account*|checking account*|savings account*|direct deposit|BSB|kontonummer|kto|kto-nr|bankkonto|bankgiro|plusgiro|cuenta bancaria|conta corrente|conta bancária|numero di conto|rekeningnummer|compte bancaire|RIB|银行账号|银行卡号|口座番号|계좌번호|bank a/c|a/c no|account no|IFSC|bankszámla*|számlaszám*|cont bancar|hesap no|رقم الحساب|חשבון בנק",
    ),
    alone: "never",
    beside: "shape",
  },
  {
    name: "Polish account number",
    kind: "iban",
    ...numberForm("99 9{4} 9{4} 9{4} 9{4} 9{4} 9{4}"),
    check: { says: "mod 97", holds: (compact) => mod97Holds(`PL${compact}`) },
    alone: "checked",
  },
  {
    name: "Swedish account number",
    kind: "iban",
    ...numberForm("9{4}(?:-9)?[ ,]{1,2}9{1,3}[ -]?9{2,3}[ -]?9{2,3}(?:[ -]?9){0,2}"),
    digits: 10,
    near: words("bankkonto|kontonummer|kontonr|konto|clearing*|clearingnr"),
    alone: "never",
    beside: "shape",
  },
  {
    name: "Norwegian account number",
    kind: "iban",
    ...numberForm("9{4}[ .]99[ .]9{5}"),
    near: words("bankkonto*|kontonummer|kontonr|konto"),
    alone: "never",
    beside: "shape",
  },
  {
    name: "Czech or Slovak account number",
    kind: "iban",
    ...numberForm("(?:9{1,6}-)?9{2,10}/9{4}"),
    near: words("účet*|účtu|účtem|účte|č.ú|č. ú"),
    alone: "never",
    beside: "shape",
  },
  {
    name: "Brazilian account number",
    kind: "iban",
    ...numberForm("9{4,10}-[0-9X]"),
    digits: 5,
    near: words("agência|agencia|conta corrente|conta poupança|conta bancária|poupança|banco|pix"),
    alone: "never",
    beside: "shape",
  },
  {
    name: "Japanese account number",
    kind: "iban",
    digits: 7,
    pattern: /(?:普通|当座|貯蓄)(?:預金|口座)?(?:番号)?[ :]{0,3}(?<value>\d{7})(?!\d)/g,
    alone: "shape",
  },
  {
    name: "US routing number",
    kind: "iban",
    ...numberForm("9{9}"),
    check: { says: "check digit", holds: routing },
    near: words("routing*|ABA|RTN"),
    alone: "never",
  },
  {
    name: "Mexican CLABE",
    kind: "iban",
    ...numberForm("9{3} 9{3} 9{11} 9"),
    check: { says: "check digit", holds: clabe },
    near: words("CLABE|interbancaria"),
    alone: "never",
  },
];
