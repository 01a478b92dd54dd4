import type { Reading } from "../reading.ts";
import type { Candidate } from "../recogniser.ts";

/** RFC 5321 4.5.3.1: longer parts are no address, and a bound keeps hostile text cheap. */
const LOCAL = 64;
const DOMAIN = 255;

const AT =
  /@|%40|[ \t]{0,2}(?:\((?:at|a|@|arroba|arobase|chiocciola|ät)\)|\[(?:at|a|@|arroba|arobase|chiocciola|ät|アット|アットマーク)\]|\{(?:at|@)\}|<at>|_at_|\(アット(?:マーク)?\))[ \t]{0,2}/gi;
const LOCAL_PART = /(?:"[^"\n]{1,60}"|[\p{L}\p{N}._+'&=~-]{1,64})$/u;
/** What stands before the address in a link or a list of values: "?email=jane%40example.com", "mailto:jane@…". */
const NOT_LOCAL = /^(?:e-?mail|mailto|mail|to|from|cc|bcc|user|login|recipient|u|e)=|^[.'&=~-]+/i;
/** "メールはtanaka@…": where words are not parted by spaces, the address begins with its Latin letters. */
const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const ASCII_END = /[A-Za-z0-9][A-Za-z0-9._+'&=~-]*$/;
/** "Find us @ example.com" is no address. */
const NOT_A_MAILBOX = /^(?:us|me|it|out|now|online|here|are|is|live|only|work|team|uns|nous|nos)$/i;
const DOT =
  "(?:\\.|[ \\t]{0,2}(?:\\(dot\\)|\\[dot\\]|\\(\\.\\)|\\[\\.\\]|\\{dot\\}|\\(punkt\\)|\\[punkt\\]|\\(point\\)|\\(punto\\)|\\(ponto\\))[ \\t]{0,2})";
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?";
const DOMAIN_PART = new RegExp(
  `^(?:${LABEL}${DOT}){1,8}(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24}(?![a-z0-9])|\\p{L}{2,24})`,
  "iu",
);
/** Only after "(at)": whoever writes that may write " dot " too. */
const SPELLED_DOMAIN = new RegExp(`^(?:${LABEL}(?:${DOT}| +(?:dot|punkt|point|punto|ponto) +)){1,8}\\p{L}{2,24}`, "iu");

/**
 * Goes from at-sign to at-sign and reads outwards: a pattern that starts with the local part would look at every word
 * of a long text as often as it has letters.
 */
export function findEmails(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const { text } = reading;
  for (const at of text.matchAll(AT)) {
    const end = at.index + at[0].length;
    const local = localBefore(text, at.index, at[0]);
    if (!local) continue;
    const spelled = at[0] !== "@";
    const domain = domainAfter(text, end, spelled);
    if (!domain) continue;
    const reason = spelled ? "e-mail address, spelled out" : "e-mail address";
    found.push({ kind: "email", start: at.index - local, end: end + domain, certainty: 3, reason });
  }
  return [...found, ...spelledInWords(text), ...namedSigns(text)];
}

/** How many characters before the sign belong to the address; a stray space is forgiven ("john @ example.com"). */
function localBefore(text: string, at: number, sign: string): number | undefined {
  const before = text.slice(Math.max(0, at - 2 * LOCAL), at);
  const trimmed = sign === "@" ? before.replace(/[ \t]$/, "") : before;
  const word = LOCAL_PART.exec(trimmed)?.[0].replace(NOT_LOCAL, "");
  const local = word && (WITHOUT_SPACES.test(word) ? (ASCII_END.exec(word)?.[0] ?? word) : word);
  if (!local || local.endsWith(".")) return undefined;
  // The password in "postgres://app:secret@host" is not a mailbox.
  if (/:\/\/[^\s/@]{0,64}:$/.test(trimmed.slice(0, trimmed.length - local.length))) return undefined;
  if (trimmed !== before && NOT_A_MAILBOX.test(local)) return undefined;
  return local.length + before.length - trimmed.length;
}

function domainAfter(text: string, from: number, spelled: boolean): number | undefined {
  const after = text.slice(from, from + DOMAIN);
  // "john@ example.com", and a line broken right behind the sign.
  const lead = /^(?:[ \t]|[ \t]?\n(?:> ?){0,2})?/.exec(after)?.[0].length ?? 0;
  const rest = after.slice(lead);
  const domain =
    DOMAIN_PART.exec(rest)?.[0] ?? (spelled ? SPELLED_DOMAIN.exec(rest)?.[0] : undefined) ?? brokenDomain(rest);
  return domain ? lead + domain.length : undefined;
}

/** "jane@exam\nple.com": a label that ends with its line goes on with the next. */
const brokenDomain = (rest: string): string | undefined =>
  /^[\p{L}\p{N}-]{1,63}\.?\n(?:> ?){0,2}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}(?![\p{L}\p{N}])/iu.exec(
    rest,
  )?.[0];

/** "john dot smith at example dot com". A plain "at" is only believed beside a "dot" or a provider of private mailboxes. */
const IN_WORDS =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}_-]{1,40}(?:(?:\.| dot )[\p{L}\p{N}_-]{1,40}){0,3} at (?:[\p{L}\p{N}-]{1,40}(?: dot |\.)){0,3}(?:(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx|proton|protonmail|aol|live)(?: dot |\.)[a-z]{2,10}|[\p{L}\p{N}-]{1,40} (?:dot|punkt|punto|ponto) (?:[a-z]{2,4} (?:dot|punkt|punto|ponto) )?(?:com|net|org|io|co|de|fr|uk|eu|edu|info|biz|us|ca|au|ch|at|it|es|nl|br|pt|mx|ar|example|test))(?![\p{L}\p{N}])/giu;

/** "luis.perez arroba hotmail punto com": the sign's name is no other word, so any domain behind it is believed. */
const NAMED_SIGN =
  / (?:arroba|arobase|arrobas|chiocciola|apenstaartje|klammeraffe|małpa|zavináč|snabel-?a|kukac|собака|собачка|παπάκι|@) /giu;
const NAME_OF_DOT = "(?:dot|punkt|point|punto|ponto|punt|kropka|tečka|pont|prick|prikk|точка|крапка|τελεία)";
const NAMED_LOCAL = new RegExp(
  `(?<![\\p{L}\\p{N}._-])[\\p{L}\\p{N}_-]{1,40}(?:(?:\\.| ${NAME_OF_DOT} )[\\p{L}\\p{N}_-]{1,40}){0,3}$`,
  "iu",
);
const NAMED_DOMAIN = new RegExp(
  `^[\\p{L}\\p{N}-]{1,40}(?:(?:\\.| \\. | ${NAME_OF_DOT} )[\\p{L}\\p{N}-]{1,40}){0,2}(?:\\.| \\. | ${NAME_OF_DOT} )[\\p{L}]{2,10}(?![\\p{L}\\p{N}])`,
  "iu",
);

function namedSigns(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, 0: sign } of text.matchAll(NAMED_SIGN)) {
    const local = NAMED_LOCAL.exec(text.slice(Math.max(0, index - 2 * LOCAL), index))?.[0];
    const from = index + sign.length;
    const domain = local && NAMED_DOMAIN.exec(text.slice(from, from + DOMAIN))?.[0];
    // "Meet @ noon . Then": a spaced dot ends a sentence more often than a name.
    if (!domain || NOT_A_MAILBOX.test(local) || (domain.includes(" . ") && !PROVIDER.test(domain))) continue;
    found.push({
      kind: "email",
      start: index - local.length,
      end: from + domain.length,
      certainty: 2,
      reason: "e-mail address in words",
    });
  }
  return found;
}

const PROVIDER = / \. (?:com|net|org|edu|info|io|co|de|fr|es|it|nl|pt|br|uk|pl|ru|jp)$/i;

/** None is spelled without one of these, and to look for a whole one is to begin at every word. */
const SPELLED =
  / (?:dot|punkt|punto|ponto) | at (?:[\p{L}\p{N}-]{1,40}\.){0,3}(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx|proton|protonmail|aol|live)\./iu;

const spelledInWords = (text: string): Candidate[] =>
  !/ at /i.test(text) || !SPELLED.test(text)
    ? []
    : Array.from(text.matchAll(IN_WORDS), ({ index, 0: match }) => ({
        kind: "email",
        start: index,
        end: index + match.length,
        certainty: 2,
        reason: "e-mail address in words",
      }));
