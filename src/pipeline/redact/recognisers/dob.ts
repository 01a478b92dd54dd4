import { LETTER } from "../letters.ts";
import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

const BIRTH = words(
  "born|birth|birthdate|birthday|birth day|b-day|bday|dob|d.o.b|d.o.b.|date of birth|d/o/b",
  "geb|geb.|geboren*|geburtsdatum|geburtstag|geburtsdat*|gebdat",
  "né|née|né(e)|nés|naissance|DDN",
  "nacido|nacida|nací|nacimiento|nació|f. nac|fecha de nac|F.N.",
  "nascido|nascida|nasci|nascimento|data de nasc|nasceu",
  "nato|nata|nascita|nato/a|data di nasc",
  "geboortedatum|geboortedag|geb.datum",
  "urodzon*|urodzenia|ur.|data ur.|rodné|narozen*|narození|narodenia|narodil*|született|születési|născut*|nașterii",
  "född|födelsedatum|födelsedag|født|fødselsdato|fødselsdag|fødd|syntynyt|syntymäaika|synt.|fæddur|fæðingardagur",
  "doğum*|doğdum|γέννησης|γεννήθηκ*|рожден*|родился|родилась|г.р.|народжен*|раждане|роден*",
  "生年月日|誕生日|生まれ|出生日期|出生|生日|생년월일|생일|出生年月|ngày sinh|sinh ngày|tanggal lahir|lahir|วันเกิด|เกิด",
  "تاريخ الميلاد|מולד|תאריך לידה|जन्म*",
);

const YEAR = "(?:1[89]\\d\\d|20\\d\\d)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MARK = " ?[./\\- ] ?";

/** Dates are everywhere in mail; only one that the words around call a birthday goes. */
const dated = (name: string, pattern: RegExp): Recogniser => ({
  name: `date of birth ${name}`,
  kind: "dob",
  digits: 3,
  pattern,
  near: BIRTH,
  alone: "never",
  beside: "shape",
});

export const DOB_RECOGNISERS: readonly Recogniser[] = [
  dated(
    "in figures",
    new RegExp(
      `(?<![\\d./\\-]|\\d,)(?:${DAY}${MARK}${DAY}${MARK}(?:${YEAR}|\\d\\d)|${YEAR}${MARK}${DAY}${MARK}${DAY})(?!\\d|[./\\-]\\d)`,
      "g",
    ),
  ),
  dated(
    "in words",
    new RegExp(
      `(?<![\\d${LETTER}])(?:${DAY}(?:st|nd|rd|th|er|\\.|º|ª)?(?: |-)?(?:of |de |di |d'|-)?[${LETTER}]{3,12}\\.?(?:,| de| del)?[ \\-]${YEAR}|[${LETTER}]{3,12}\\.? ${DAY}(?:st|nd|rd|th)?,? ${YEAR}|${YEAR}[, ]{1,2}[${LETTER}]{3,12}\\.? ${DAY})(?![\\d${LETTER}])`,
      "gu",
    ),
  ),
  dated(
    "in East Asian form",
    /(?:(?:明治|大正|昭和|平成|令和|民國|民国) ?)?\d{1,4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]?/g,
  ),
  {
    // 850412: six digits are a date of birth only where the word stands right in front.
    ...dated("of six digits", /(?<![A-Za-z\d.,/-])\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?![A-Za-z\d]|[-./]\d)/g),
    behind: /(?:생년월일|생일|生年月日)(?: ?[은는이가は])?[ :]{0,3}$/,
    alone: "shape",
  },
  // 2530 of the Buddhist era is 1987.
  dated(
    "in the Buddhist era",
    /(?<![\d.,/-])\d{1,2}(?: [\u0e00-\u0e7f.]{3,12} |[./-]\d{1,2}[./-])2[45]\d\d(?!\d|[-./]\d)/g,
  ),
  dated(
    "without marks",
    /(?<![A-Za-z\d.,/-])(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)(?![A-Za-z\d]|[-./]\d)/g,
  ),
];
