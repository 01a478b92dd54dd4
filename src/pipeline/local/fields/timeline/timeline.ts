import type { Entities } from "../../../../domain/decision.ts";
import { allIn } from "../../text/all-in.ts";
import { fold, isPlain } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { datesIn, daysUntil, type Told } from "./dates.ts";
import { PHRASES, SEASONS, UNSPACED_PHRASES } from "./phrases.ts";
import { starredIn } from "./starred-phrases.ts";
import { daysOf, daysOfUnspaced, LENGTH, UNSPACED_LENGTH } from "./units.ts";
import { ASKED_FOR, LOOKING_BACK, OF_A_TERM, PAST, SINCE_OR_FROM, TO_COME, WANTED } from "./wanted.ts";

type Timeline = Entities["timeline"];

const MAX_CHARS = 3_000;
const A_MONTH = 35;
const FOUR_MONTHS = 128;

/** When a buyer wants to have it. Of several times in a mail the one with the most said for it, and of equals the first. */
export function readTimeline({ form, email }: Reading): Timeline {
  // Without a date of its own a mail's months say nothing.
  const now = email.dateAt ?? Number.NaN;
  const told = form.get("timeline");
  if (told) {
    const times = timesIn(fold(told), now, email.language);
    if (times.length > 0) return timelineOf(times[0]!.days);
  }
  const text = fold(`${email.subject.slice(0, 200)}\n${email.visibleText.slice(0, MAX_CHARS)}`).replace(/’/g, "'");
  let best: { days: number; score: number } | undefined;
  for (const time of timesIn(text, now, email.language)) {
    const score = scoreOf(text, time);
    if (score >= 0 && (best === undefined || score > best.score)) best = { days: time.days, score };
  }
  return best === undefined ? "unknown" : timelineOf(best.days);
}

function timelineOf(days: number): Timeline {
  if (days <= A_MONTH) return "now";
  return days <= FOUR_MONTHS ? "quarter" : "six_months";
}

interface Time extends Omit<Told, "exact"> {
  /** A length counted from today says more than a date: writers add it to be clear. */
  weight: number;
}

const AHEAD = String.raw`(?:in|within|inside|in about|in roughly|over the next|next|the next|coming|another|only|just|have|is|isn't for|by|not for|innerhalb|binnen|innert|innerhalb von|in rund|in etwa|in ca\.?|dans|d'ici|sous|en|dentro de|dentro|en menos de|plazo de|faltan|em|daqui a|dentro de|fra|tra|entro|entro i prossimi|over|om|inom|inden for|indenfor|innen|om cirka|za|w ciagu|do|behem|za|через|протягом|в течение|за|peste|pana in|σε|μεσα σε)`;
const FORWARD = new RegExp(
  String.raw`(?<![\p{L}\d])${AHEAD} (?:about |around |roughly |approximately |some |say |maybe |perhaps |the next |under |rund |etwa |ca\.? |circa |cirka |environ |a peu pres |unos |unas |cerca de |ongeveer |zo'n |okolo |ok\.? |about |aproximadamente |de |de unos |de unas |ungefar )?${LENGTH}`,
  "gu",
);
const TO_GO = new RegExp(
  String.raw`(?<![\p{L}\d])${LENGTH}(?:'?s?'? (?:from (?:now|today)|away|to go|left|time|hence|out|ahead|later|(?:an|na) \p{L}+ zeit|icinde|belul|mulva|sonra|sisalla|kuluttua|paasta)(?!\p{L})| ?\)|, gulp|, plenty| off(?!\p{L})|(?= (?:before|until|till) ))`,
  "gu",
);

function timesIn(folded: string, now: number, language: string): Time[] {
  const times: Time[] = [];
  const add = (match: RegExpExecArray, days: number | undefined, weight: number) => {
    if (days !== undefined && days > -8 && days < 1_200)
      times.push({ days, start: match.index, end: match.index + match[0].length, weight });
  };
  for (const pattern of [FORWARD, TO_GO])
    for (const match of allIn(folded, pattern)) add(match, daysOf(match.groups!.count!, match.groups!.unit!), 2);
  const unspaced = !isPlain(folded);
  if (unspaced) for (const match of allIn(folded, UNSPACED_LENGTH)) add(match, daysOfUnspaced(match[1]!, match[2]!), 3);
  for (const [days, pattern] of PHRASES) for (const match of allIn(folded, pattern)) add(match, days, 1);
  if (unspaced)
    for (const [days, pattern] of UNSPACED_PHRASES) for (const match of allIn(folded, pattern)) add(match, days, 2);
  for (const told of datesIn(folded, now, language)) times.push({ ...told, weight: told.exact ? 1.5 : 1 });
  const addSeason = (start: number, end: number, month: number, day: number) => {
    const before = folded.slice(Math.max(0, start - 12), start);
    const days = THIS.test(before) ? daysInto(month, day, now) : daysUntil(month, day, now);
    if (days === undefined) return;
    const next = NEXT.test(before + folded.slice(start, end + 16));
    times.push({ days: next ? Math.max(days, FOUR_MONTHS + 1) : days, start, end, weight: next ? 2 : 1 });
  };
  for (const [month, day, pattern] of SEASONS)
    for (const match of allIn(folded, pattern)) addSeason(match.index, match.index + match[0].length, month, day);
  for (const { meant, start, end } of starredIn(folded)) {
    if ("days" in meant) times.push({ days: meant.days, start, end, weight: 1.5 });
    else addSeason(start, end, meant.month, meant.day);
  }
  return times.sort((one, other) => one.start - other.start);
}

const NEXT =
  /next|following|prochain|nachst|kommend|folge|proxim|que viene|que vem|prossim|volgend|nasta|naeste|neste|ensi|przyszl|prist|buduc|jovo|viitoa|gelecek|onumuz|επομεν|αλλο|следующ|будущ|наступн|القادم|المقبل|הבא/;

/** "This summer" in July: the season has begun, and what is wanted in it is wanted now. */
const THIS =
  /(?:this|diese[nrs]?|cet|cette|este|esta|quest[ao]?'? ?|deze|dit|denna|denne|tento|toto|этим|цього|bu) ?$/u;
const SEASON_DAYS = 75;
function daysInto(month: number, day: number, now: number): number | undefined {
  const days = daysUntil(month, day, now);
  return days !== undefined && days > 365 - SEASON_DAYS ? 14 : days;
}

function scoreOf(text: string, { start, end, weight }: Time): number {
  const before = text
    .slice(Math.max(0, start - 110), start)
    .split(/[.!?;](?:\s|$)|\n|[。！？]/)
    .at(-1)!;
  const after = text.slice(end, end + 70).split(/[.!?;](?:\s|$)|\n|[。！？]/)[0]!;
  if (SINCE_OR_FROM.test(before.slice(-30)) && !TO_COME.test(`${before} ${after}`)) return -1;
  if (LOOKING_BACK.test(before.slice(-30)) || OF_A_TERM.test(after) || /^ (?:ago|old|of experience)/.test(after))
    return -1;
  const said = text.slice(start, end);
  let score = weight;
  if (WANTED.test(`${before} ${said} ${after}`)) score += 2;
  else if (PAST.test(before)) score -= 1;
  // "Offer by Friday, delivery in May": a comma parts what is asked for from what is bought.
  const since = before.slice(
    before.search(/(?:[,(–]|\b(?:and|und|et|och|og|en) )(?:(?!\b(?:and|und|et|och|og|en) )[^,(–])*$/) + 1,
  );
  if (ASKED_FOR.test((WANTED.test(since) ? since : before).slice(-70)) || ASKED_FOR.test(after.slice(0, 25)))
    score -= 3.5;
  return score - 1;
}
