import { CAPITAL, LETTER } from "../../letters.ts";

/**
 * The pieces that street patterns are made of. A word takes its own dashes, and between two words stands one space: so
 * there is one way only to read a stretch of words, and no hostile text makes a pattern try thousands.
 */

/** A word with a capital; a dot only where it shortens one ("St.", "Gen.") or stands between initials, not at a sentence's end. */
export const CAP = `(?:(?:[dl]')?[${CAPITAL}](?:[${LETTER}]{0,2}\\.(?:[${CAPITAL}]\\.)?|[${LETTER}'\\-]{0,24}))`;
const PARTICLE =
  "(?:de|del|des|du|da|do|dos|das|di|della|dei|degli|delle|dello|la|le|les|el|los|las|y|e|i|of|the|von|van|der|den|dem|am|an|auf|im|in|zum|zur|z|sur|sous|en|und|and|'t|ten|ter|het)";

/** One to six words that begin with a capital or a digit, with small words between. */
export const NAME = `(?:${PARTICLE} ){0,3}(?:${CAP}|\\d{1,2}(?!\\d)\\.?)(?:(?: ${PARTICLE}){0,3} (?:${CAP}|\\d{1,2}(?!\\d)\\.?)){0,5}`;

/** "7", "7a", "12-14", "30/4", "14 B". */
export const HOUSE = `\\d{1,5}(?: ?[A-Za-zА-Яа-я](?![${LETTER}.]))?(?:[/-]\\d{1,4}[A-Za-z]?){0,3}(?![\\d${LETTER}]|[.,:]\\d| ?[%€$£])`;

/** Not inside a word, a number or a price. */
export const LONE = `(?<![${LETTER}\\p{N}_#$€£/]|[\\d][.,:\\-])`;
