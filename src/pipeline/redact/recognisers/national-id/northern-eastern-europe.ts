import * as sums from "../../checks/europe.ts";
import { startsWithDmy } from "../../checks/sums.ts";
import { row } from "./row.ts";

/** See `western-europe.ts` for when a number may be masked without a word beside it. */
export const NORTHERN_EASTERN_EUROPE = [
  row("Swedish personal number", "(?:(?:18|1[9]|20)?9{6}[-+]9{4}|(?:1[9]9{10}|20[01]9{9}))", {
    sum: sums.personnummer,
    near: "personnummer|personnr|pnr|person nr|samordningsnummer",
    alone: "checked",
  }),
  row("Swedish personal number", "9{6} ?9{4}", {
    sum: sums.personnummer,
    near: "personnummer|personnr|pnr|person nr|samordningsnummer",
  }),
  row("Norwegian national number", "9{6} 9{5}", {
    sum: sums.fodselsnummer,
    near: "fødselsnummer|personnummer|fnr|fødselsnr|D-nummer",
    alone: "checked",
  }),
  row("Danish CPR number", "9{6}-9{4}", { sum: sums.cpr, alone: "checked" }),
  row("Danish CPR number", "9{6}[- ]?9{4}", { sum: startsWithDmy, near: "CPR*|personnummer|cpr-nr" }),
  row("Finnish personal identity code", "9{6}[-+ABCDEFYXWVU]9{3}[0-9A-FHJ-NPR-Y]", {
    sum: sums.hetu,
    near: "henkilötunnus*|hetu|sotu|personbeteckning",
    alone: "checked",
  }),
  row("Icelandic kennitala", "9{6}-9{4}", { sum: sums.kennitala, near: "kennitala|kt", alone: "checked" }),
  row("Icelandic kennitala", "9{6} ?9{4}", { sum: sums.kennitala, near: "kennitala|kt" }),
  row("Estonian or Lithuanian personal code", "[1-8]9{10}", {
    sum: sums.isikukood,
    near: "isikukood*|asmens kod*",
    alone: "checked",
  }),
  row("Latvian personal code", "9{6}-?9{5}", { near: "personas kod*" }),

  row("Polish PESEL", "9{11}", { sum: sums.pesel, near: "PESEL*", alone: "checked" }),
  row("Polish identity card", "[A-Z]{3} ?9{6}", { near: "dowód*|dowodu|dowodem|nr dowodu|seria i numer" }),
  row("Polish driving licence", "9{5}/99/9{4}", { near: "prawo jazdy|prawa jazdy" }),
  row("Czech or Slovak birth number", "9{6}/9{3,4}", {
    sum: sums.rodneCislo,
    near: "rodné číslo|RČ|r.č",
    alone: "checked",
  }),
  row("Czech or Slovak birth number", "9{6} ?/? ?9{3,4}", {
    sum: sums.rodneCislo,
    near: "rodné číslo|rodného čísla|RČ|r.č",
  }),
  row("Czech or Slovak identity card", "(?:9{9}|AA9{6})", { near: "občansk*|číslo OP|OP č" }),
  row("Hungarian TAJ number", "999 999 999", { near: "TAJ*|taj-szám" }),
  row("Hungarian tax number", "8 ?9{3} ?9{3} ?9{3}", { near: "adóazonosító*" }),
  row("Hungarian identity card", "9{6}AA", { near: "személyi*|szig" }),
  row("Romanian CNP", "[1-9]9{12}", { sum: sums.cnp, near: "CNP|cod numeric personal", alone: "checked" }),
  row("Bulgarian EGN", "9{10}", { sum: sums.egn, near: "ЕГН|EGN" }),
  row("Croatian OIB", "9{11}", { sum: sums.oib, near: "OIB" }),
  row("JMBG of the former Yugoslavia", "9{13}", { sum: sums.jmbg, near: "JMBG|ЈМБГ|EMŠO|EMSO|ЕМБГ", alone: "checked" }),
  row("Greek AMKA", "9{11}", { sum: sums.amka, near: "ΑΜΚΑ|AMKA" }),
  row("Greek tax number", "9{9}", { near: "ΑΦΜ|AFM|Α.Φ.Μ" }),
  row("Greek identity card", "[A-ZΑ-Ω]{1,2} ?-? ?9{6}", { near: "ΑΔΤ|ταυτότητα*|αριθμός ταυτότητας" }),

  row("Russian SNILS", "999-999-999 99", { sum: sums.snils, near: "СНИЛС|SNILS", alone: "checked" }),
  row("Russian SNILS", "999 999 999 99", { sum: sums.snils, near: "СНИЛС|SNILS" }),
  row("Russian tax number (INN)", "9{12}", { sum: sums.inn12, near: "ИНН|INN" }),
  row("Ukrainian tax number", "9{10}", { sum: sums.rnokpp, near: "РНОКПП|ІПН|ИНН|ідентифікаційний*" }),
  row("Turkish identity number", "[1-9]9{10}", {
    sum: sums.tckn,
    near: "TCKN|T.C. kimlik*|TC kimlik*|kimlik*|TC no|T.C. no",
    alone: "checked",
  }),
];
