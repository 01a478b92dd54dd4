import { firstFilled } from "./appendix.ts";
import { fold } from "./fold.ts";
import { isBlank, type Line, words } from "./line.ts";
import { endsSentence, isBoilerplate, isContact, isPostscript, isProse } from "./prose.ts";
import { looksLikeName, type SenderNames } from "./sender-name.ts";
import { isRule } from "./separators.ts";

/** Lines below a name that are still looked at. */
const MAX_LINES = 14;

/**
 * Where the signature of somebody begins who does without a closing formula: at the highest line near the end that signs,
 * with nothing but a signature behind it. In mass mail only the sender's own name signs; other short lines there are buttons.
 */
export function nameBlockAt(
  lines: readonly Line[],
  end: number,
  sender: SenderNames,
  mass: boolean,
): number | undefined {
  const first = firstFilled(lines, end);
  let start: number | undefined;
  let filled = 0;
  let boilerplate = false;
  for (let at = end - 1; at > first && filled < MAX_LINES; at--) {
    const text = lines[at]?.text ?? "";
    if (isBlank(text)) continue;
    filled++;
    // The sender's own name with words behind it may be long: "Acme Inc. This mailbox is not monitored."
    if (isProse(text) && !isPostscript(text) && !(mass && sender.begins(text))) {
      if (start !== undefined || !isBoilerplate(text)) break;
      boilerplate = true;
    } else if (boilerplate ? isSurelyName(lines, at, sender) : signs(lines, at, end, sender, mass)) start = at;
    else if (!mass && isNameAbove(lines, at, start)) start = at;
  }
  return start;
}

/** A first name alone between the text and the line that signs: "Giulia" above "Front desk, Studio Nova". */
const isNameAbove = (lines: readonly Line[], at: number, start: number | undefined): boolean => {
  const text = lines[at]?.text ?? "";
  const apart = start === at + 1 && isBlank(lines[at - 1]?.text ?? "");
  return apart && words(text).length <= 2 && looksLikeName(text) && !/\p{Lu}{3}/u.test(text);
};

/** With sentences below, only the sender's own name signs, or somebody's above the sender's company. */
function isSurelyName(lines: readonly Line[], at: number, sender: SenderNames): boolean {
  const text = lines[at]?.text ?? "";
  if (!isApart(lines, at)) return false;
  if (sender.matches(text)) return true;
  const below = lines.slice(at + 1, at + 3).find((line) => !isBlank(line.text))?.text ?? "";
  return looksLikeName(text) && (sender.matches(below.split(/[,.]/)[0] ?? "") || sender.begins(below));
}

const isApart = (lines: readonly Line[], at: number) => {
  const above = lines[at - 1]?.text ?? "";
  return isBlank(above) || isRule(above) || endsSentence(above);
};

function signs(lines: readonly Line[], at: number, end: number, sender: SenderNames, mass: boolean): boolean {
  const line = (lines[at]?.text ?? "").trim();
  const above = lines[at - 1]?.text ?? "";
  const apart = isBlank(above) || isRule(above);
  const over = apart || endsSentence(above);
  if (isGreeting(line)) return false;
  const shouted = /^\p{Lu}{3,}(?:\s\p{Lu}{2,})*$/u.test(line);
  if (sender.matches(line) && (over || words(line).length <= 6) && !(mass && (shouted || !sender.begins(line))))
    return true;
  if (sender.begins(line) && line.length <= 120 && (mass ? over : /^[^\s,|@&(–-]+\s?[,|@&(–-]/.test(line))) return true;
  // "nadia flat 2b", "Rohan 07700 900633"
  if (at >= end - 2 && sender.begins(line) && words(line).length <= 4 && !isProse(line) && !/[.?!,]$/.test(line))
    return true;
  if (isInitial(line, sender)) return over || at === end - 1;
  if (NO_NAME.test(fold(line))) return false;
  const below = lines.slice(at + 1, end).filter((other) => !isBlank(other.text));
  const office =
    over && below.length === 0 && OFFICE.test(line) && words(line).length <= 5 && !isProse(line) && !shouted;
  if (mass || office) return office;
  return (
    isUnknownName(line) &&
    followsText(lines, at, {
      apart,
      over,
      last: below.length === 0,
      contact: below.some((other) => isContact(other.text)),
    })
  );
}

/** A name that the headers do not know: a colleague on the team's account, a spouse, a name in another script. */
function isUnknownName(line: string): boolean {
  if (line.length > 90) return false;
  if (/^[-–—~/]{1,2}\s?\p{L}/u.test(line) && words(line).length <= 3) return true;
  if (
    /^(?:\p{Script=Han}{1,4}[ \u3000]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6}|\p{Script=Hangul}{2,4})(?:\s?(?:드림|올림|배상|拝|敬上|より))?$/u.test(
      line,
    )
  )
    return true;
  if (/^\p{Lu}{3,}(?:\s\p{Lu}{2,})*$/u.test(line)) return false;
  // "M. de Wit, opsporingsambtenaar", "Trish @ front desk", "Wilma, Hugo, Nour & Felix"
  const [name = "", ...rest] = line.split(/,\s|\s@\s|\s[–—-]\s|\s\|\s/);
  if (rest.length > 0 && rest.join(" ").length <= 60 && looksLikeName(name) && !/[.?!]$/.test(line)) return true;
  if (SEVERAL_NAMES.test(line)) return true;
  return looksLikeName(line);
}

const SEVERAL_NAMES =
  /^\p{Lu}[\p{L}'’-]*(?:(?:,\s|\s?&\s|\s(?:and|und|et|y|e|och|og|en|i|и)\s)\p{Lu}[\p{L}'’-]*){1,4}$/u;

/** An unknown name signs only behind a real text: a sentence that is over, or a paragraph break. */
function followsText(
  lines: readonly Line[],
  at: number,
  { apart, over, last, contact }: { apart: boolean; over: boolean; last: boolean; contact: boolean },
): boolean {
  const above = lines.slice(0, at).filter((other) => !isBlank(other.text));
  const before = above.at(-1)?.text ?? "";
  if (above.map((other) => other.text).join(" ").length < 40) return false;
  const line = lines[at]?.text ?? "";
  if (contact && (over || /,\s|\s\|\s/.test(line))) return true;
  const short = words(line).length <= (/[,@&–|]/.test(line) ? 8 : 4);
  if (apart) return (endsSentence(before) || before.length > 50) && (!last || short);
  if (over) return short || !last;
  // No full stop and no blank line: the last word of a wrapped paragraph looks the same, unless the line above is not wrapped.
  return last && words(line).length <= 3 && before.length > 90;
}

/** "J.", "k.m.", "/m", "N x" */
function isInitial(line: string, sender: SenderNames): boolean {
  const bare = line.replace(/^[-–—~/]\s?/, "").replace(/\s?x{1,3}$/i, "");
  return /^(?:\p{L}\.?\s?){1,3}$/u.test(bare) && bare.length <= 6 && sender.matchesInitials(bare);
}

/** How offices sign. */
const OFFICE =
  /(?<!\p{L})(?:team|services?|support|desk|department|dept|office|admin(?:istrator)?|center|centre|clerk|accounts?|accounting|billing|newsletter|redaktion|abteilung|kundenservice|verwaltung|équipe|service|pôle|servizio|clienti|ufficio|equipo|departamento|atención|equipe|afdeling|klantenservice|dział|zespół|kundtjänst|tým|tiimi|csapat|echipa|ekibi|команда|ομάδα)(?!\p{L})/iu;

const NO_NAME =
  /^(?:thanks?|thank you|please|yes|no|ok|okay|urgent|help|hello|hi|hey|confirmed|done|agreed|none|order|invoice|danke|bitte|ja|nein|merci|oui|non|gracias|si|grazie|prego|obrigad[oa]|sim|nao|bedankt|nee|dzieki|tak|nie|tack|nej|kiitos|kylla|ei)\b.{0,12}$/;

export const isGreeting = (line: string): boolean =>
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|bonjour|salut|cher|chère|hola|estimad\p{L}|buongiorno|ciao|caro|cara|ola|olá|prezad\p{L}|beste|geachte|hej|hei|moi|cześć|witam|dobrý|ahoj|szia|bună|merhaba|sayın)\b/iu.test(
    line,
  ) && !/^(?:beste|liebe|salut)[^,]{0,20}(?:grüße|gruesse|groet|wensen|ations)/i.test(line);
