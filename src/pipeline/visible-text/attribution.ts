import { Phrases } from "../phrases/phrases.ts";
import { ADDRESS, DAY, ON, TIME, WROTE } from "./attribution-words.ts";
import { isBlank, isQuoted, type Line, matchable } from "./line.ts";

/** "On Mon, 5 Oct 2026 at 09:05, Ann <ann@x.example> wrote:" and its like, in one line or folded into up to five. */

/** Gmail folds at 78 characters before a long address, Apple Mail may fold twice, and some gateways put blank lines between. */
const MAX_LINES = 5;
const MAX_CHARS = 320;

/** Index behind the attribution that begins at `at`, or undefined. */
export function attributionEnd(lines: readonly Line[], at: number): number | undefined {
  const first = matchable(lines[at]?.text ?? "").replace(/^>\s?/, "");
  if (!couldStart(first)) return undefined;
  let joined = "";
  let gaps = 0;
  for (let i = at; i < Math.min(lines.length, at + MAX_LINES + gaps); i++) {
    const line = lines[i] as Line;
    if (isBlank(line.text)) {
      // A blank line inside only where the text so far is visibly unfinished: "On Mon, Ann Lee <".
      if (!/[<,]$/.test(joined) && !/^On .{6,80}\d{1,2}:\d{2} [\p{L} ]{2,40}$/u.test(joined)) return undefined;
      gaps++;
      continue;
    }
    // Some gateways fold inside the address, so that its `>` opens a line: "<ann@x.example" / ">:"
    const open = joined.lastIndexOf("<") > joined.lastIndexOf(">");
    if (i > at && !open && isQuoted(line.text) !== isQuoted(lines[at]?.text ?? "")) return undefined;
    const text = open ? matchable(line.text) : matchable(line.text).replace(/^>\s?/, "");
    joined = joined === "" ? text : `${joined} ${text}`;
    if (joined.length > MAX_CHARS) return undefined;
    const next = nextFilled(lines, i + 1);
    if (isAttribution(joined, next !== undefined && isHistory(next)))
      return startsLater(lines, at, i) ? undefined : i + 1;
  }
  return undefined;
}

const STARTS_ON = new RegExp(`^(?:-{2,}\\s?)?(?:${ON.join("|")})(?=[\\s\\d-])`, "iu");
const ENDS_WROTE = new Phrases(
  WROTE.map(
    (word) =>
      `(?:^|[\\s,>"')\\]}\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\d])(?:${word})\\s?(?:[:：]|-{2,}:?)?$`,
  ),
  "iu",
);
const HAS_WROTE = new Phrases(
  WROTE.map((word) => `(?:^|[\\s,>"')\\]])(?:${word})(?=$|[\\s,:<("])`),
  "iu",
);

/** Cheap test so that most lines are never joined: a date, a weekday or a start word, an address, or "wrote" must be there. */
function couldStart(first: string): boolean {
  if (first === "" || first.length > MAX_CHARS) return false;
  return STARTS_ON.test(first) || hasDate(first) || hasAddress(first) || HAS_WROTE.test(first);
}

const hasAddress = (text: string) => text.includes("@") && ADDRESS.test(text);
const hasDate = (text: string) => /[\d٠-٩]/.test(text) && (DAY.test(text) || TIME.test(text));

/** "We met on 5 October 2026." above "On Mon, … wrote:" would make one long attribution: the last line that can begin one, begins it. */
function startsLater(lines: readonly Line[], at: number, last: number): boolean {
  for (let i = at + 1; i <= last; i++) {
    const text = matchable(lines[i]?.text ?? "").replace(/^>\s?/, "");
    if (!STARTS_ON.test(text) && !/^(?:\p{L}{2,4}\.?,? )?\d{1,4}[./年 -]/u.test(text)) continue;
    const before = matchable(lines[i - 1]?.text ?? "");
    const broken = STARTS_ON.test(matchable(lines[at]?.text ?? "")) && !/[.!?:…]$/.test(before);
    const rest = lines
      .slice(i, last + 1)
      .map((line) => matchable(line.text))
      .join(" ");
    if (!broken && isAttribution(rest, false)) return true;
  }
  return false;
}

function isAttribution(text: string, beforeQuote: boolean): boolean {
  // GroupWise: >>> Ann Lee <ann@x> 05.10.2026 09:05 >>>
  if (/^>{2,3} .*>{3}$/.test(text)) return hasDate(text);
  // Notes: "Ann Lee ---05.10.2026 09:05:41---Dear Bob, …", the older mail's first line with it.
  if (/^.{2,60}?---\d{1,2}[./]\d{1,2}[./]\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: [ap]m)?---/i.test(text)) return true;
  const endsInColon = /[:：]\s?$/.test(text);
  const wrote = ENDS_WROTE.test(text);
  if (!wrote && !endsInColon && !/^\d{4}[-/]/.test(text)) return false;
  const address = hasAddress(text);
  const time = TIME.test(text);
  const day = DAY.test(text);
  // Zoho and old Yahoo: ---- On Wed, 24 Feb 2021 14:02:50 +0530 john@x wrote ----
  if (/^-{2,}.*-{2,}$/.test(text) && wrote) return true;
  if (wrote) {
    if (address && (time || day || beforeQuote || /^[^.?!]{1,120}$/.test(text.replace(ADDRESS, ""))))
      return endsInColon || time || day;
    if (STARTS_ON.test(text) && (time || (day && beforeQuote))) return true;
    if ((time || day) && endsInColon && text.length < 160)
      return STARTS_ON.test(text) || beforeQuote || /^\d/.test(text);
    return beforeQuote && endsInColon && text.length < 90;
  }
  // Word orders with the date last: "Ann Lee <ann@x> escreveu (segunda, 5/10/2026 à(s) 09:05):", "Ann/Acme wrote on 10/05/2026 09:05:41 AM:"
  if (HAS_WROTE.test(text) && endsInColon && time && day && text.length < 200) return true;
  // Gmail in Russian and Japanese, Mail.ru, Yandex: date, name, address, colon.
  if (address && endsInColon && time && day) return /[>)\]]\s?[:：]$|@\S{1,200}[:：]$/.test(text) || text.length < 160;
  if (address && endsInColon && time && STARTS_ON.test(text)) return true;
  // Old Gmail: "2016-03-03 17:21 GMT+01:00 Ann Lee <ann@x>:", also cut off behind the name or without the colon.
  if (/^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: GMT[+-]\d{2}:?\d{2})? \S/.test(text)) {
    return (
      (address && (endsInColon || beforeQuote)) ||
      (/GMT[+-]\d{2}:?\d{2} \p{L}[\p{L} .'-]{1,60}$/u.test(text) && text.length < 100)
    );
  }
  return false;
}

function nextFilled(lines: readonly Line[], from: number): Line | undefined {
  for (let i = from; i < Math.min(lines.length, from + 6); i++) {
    const line = lines[i];
    if (line && !isBlank(line.text)) return line;
  }
  return undefined;
}

/** Quoted by the client, by `>`, by a bar, or by the writer's name (`Richard> …`). */
export const isHistory = (line: Line): boolean =>
  line.quote !== undefined || isQuoted(line.text) || /^(?:\||[A-Za-z]{1,12}>)(?:\s|$)/.test(line.text);
