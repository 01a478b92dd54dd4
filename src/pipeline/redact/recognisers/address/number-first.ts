import { LETTER } from "../../letters.ts";
import { CAP, NAME } from "./parts.ts";
import { numberFirst, type StreetForm } from "./street-form.ts";

const STRONG =
  "(?:Street|STREET|Str|St|ST|Avenue|AVENUE|Ave|AVE|Av|Road|ROAD|Rd|RD|Lane|LANE|Ln|LN|Drive|DRIVE|Dr|DR|Boulevard|Blvd|BLVD|Terrace|Parkway|Pkwy|Highway|Hwy|Crescent|Cres|Turnpike|Tpke|Mews|Wynd|Esplanade|Causeway)";
/** Words that streets end in and much else too: "5 Star Way", "10 Drive bays". */
const WEAK =
  "(?:Court|Ct|CT|Place|Pl|PL|Square|Sq|Circle|Cir|Close|Way|WAY|Trail|Trl|Row|Walk|Hill|Park|Green|Gardens|Gdns|Grove|Loop|Run|Alley|Point|Path|Pike|Plaza|Quay|Rise|View|Vale|Heights|Cove|Ridge|Bend|Crossing|Commons|House|Yard|Parade|Promenade|Fields|Meadows?|Croft|Broadway|Hall|Sands|Lea|Ter|Mall|Gate|Hills)";
const SMALL = "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|way|court|ct)";

const COMPASS = "(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.? )?";
/** Some addresses put a second number in front: "7873 216 Menzies Street". */
const NUMBER = "(?:\\d{1,6} )?\\d{1,6}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?,? ";
const AFTER_TYPE = `(?![${LETTER}])\\.?(?: (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West|\\d{1,3})(?![${LETTER}\\d]))?`;
const NAMES = `(?:(?:${CAP}|\\d{1,3}(?:st|nd|rd|th)|of|the|de) ){1,5}`;

export const NUMBER_FIRST: readonly StreetForm[] = [
  numberFirst("English street", NUMBER + COMPASS + NAMES + STRONG + AFTER_TYPE),
  numberFirst("English street", NUMBER + COMPASS + NAMES + WEAK + AFTER_TYPE, { onLine: true }),
  numberFirst(
    "English street, small letters",
    `${NUMBER}(?:[${LETTER}\\d'.\\-]{1,24} ){1,5}?${SMALL}${AFTER_TYPE}`,
    {},
  ),
  numberFirst(
    "French street",
    `\\d{1,4}(?: ?(?:bis|ter|quater|[A-D](?![${LETTER}])))?,? (?:[Rr]ue|RUE|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d\\.?|[Cc]hemin|[Aa]llées?|[Ii]mpasse|[Qq]uai|[Ff]aubourg|[Rr]uelle|[Ss]entier|[Ee]splanade|[Pp]lace|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Vv]illa|[Cc]ité|[Rr]ond-point|[Ll]otissement|[Rr]ésidence) (?:de l'|d')?${NAME}`,
  ),
  numberFirst("Vietnamese street", `\\d{1,4}[A-Z]?(?:/\\d{1,4})?,? (?:đường|Đường|phố|Phố|ngõ) ${NAME}`),
  // "4410 Broadway", "1 Infinite Loop": a number and names.
  numberFirst("number and name", `${NUMBER}${CAP}(?: ${CAP}){0,3}`, { needsPlace: true }),
];
