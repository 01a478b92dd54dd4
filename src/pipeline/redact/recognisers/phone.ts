import type { DigitGroup } from "../digit-groups.ts";
import { parsePhone } from "../phone-library.ts";
import type { Reading } from "../reading.ts";
import type { Candidate, Certainty } from "../recogniser.ts";
import { likelyRegions, ZERO_REGIONS } from "../regions.ts";
import { PHONE_LABEL, PHONE_WORDS } from "./phone-words.ts";

/** ITU E.164: fifteen digits; with 00 or 011 in front, or an area code in brackets, a few more are typed. */
const MOST_DIGITS = 18;
const FEWEST_DIGITS = 6;
const MOST_GROUPS = 9;

/** Whole digit groups from one to another, read as one number. */
interface Stretch {
  start: number;
  end: number;
  digits: string;
  /** Digits of each group: "3 3 4". */
  shape: string;
  /** The widest gap inside, see `DigitGroup`. */
  gap: 0 | 1 | 2;
  plus: boolean;
  raw: string;
}

type Verdict = { certainty: Certainty; reason: string } | undefined;

export function findPhones(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const { groups, text } = reading;
  for (let from = 0; from < groups.length; from++) {
    const best = bestFrom(reading, from);
    if (!best) continue;
    const { stretch, verdict, to } = best;
    const end = stretch.end + (EXTENSION.exec(text.slice(stretch.end, stretch.end + 24))?.[0].length ?? 0);
    found.push({ kind: "phone", start: stretch.start, end, ...verdict });
    from = to;
    while (groups[from + 1] && (groups[from + 1] as DigitGroup).start < end) from++;
  }
  return found;
}

const EXTENSION =
  /^[ ,]{0,2}\(?(?:x|ext\.?|extn\.?|extension|durchwahl|dw\.?|app\.?|apparat|nebenstelle|poste|interno|int\.|anexo|ramal|wew\.|klapka|linka|toestel|anknytning|dahili|доб\.?|внутр\.?|вн\.|內線|内線|分机|分機|转|轉|내선|ต่อ)[ .:]{0,2}\d{1,6}(?!\d)\)?/iu;

type Hit = { stretch: Stretch; verdict: NonNullable<Verdict>; to: number };

/** The longest number from here that hangs together best: a line break or a wide gap inside only where nothing else fits. */
function bestFrom(reading: Reading, from: number): Hit | undefined {
  const { groups, text } = reading;
  const first = groups[from] as DigitGroup;
  if (
    /[A-Za-z_]/.test(text.charAt(first.start - 1)) &&
    !/[\s(](?:tel|t|m|f|p|ph|fax|mob|handy|wa\.me\/)$/i.test(text.slice(Math.max(0, first.start - 8), first.start))
  )
    return undefined;
  let best: Hit | undefined;
  let digits = "";
  let shape = "";
  let gap: 0 | 1 | 2 = 0;
  for (let to = from; to < groups.length && to < from + MOST_GROUPS; to++) {
    const group = groups[to] as DigitGroup;
    if (to > from) {
      if (group.gap === undefined || text.slice((groups[to - 1] as DigitGroup).end, group.start).includes("+")) break;
      gap = Math.max(gap, group.gap) as 0 | 1 | 2;
    }
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    shape += (shape && " ") + group.digits.length;
    if (digits.length < FEWEST_DIGITS || (best && gap > best.stretch.gap && best.stretch.digits.length > 7)) continue;
    const stretch = stretchOf(reading, from, to, digits, shape, gap);
    const verdict = stretch && judge(reading, stretch, from, to);
    if (stretch && verdict && (!best || verdict.certainty >= best.verdict.certainty)) best = { stretch, verdict, to };
  }
  return best;
}

function stretchOf(
  { groups, text }: Reading,
  from: number,
  to: number,
  digits: string,
  shape: string,
  gap: 0 | 1 | 2,
): Stretch | undefined {
  const first = groups[from] as DigitGroup;
  const last = groups[to] as DigitGroup;
  const after = text.charAt(last.end);
  if (/[A-Za-z_%]/.test(after) && !/^(?:x|ext)/i.test(text.slice(last.end, last.end + 3))) return undefined;
  const lead = /(?:\+ ?\(?|\(\+? ?)$/.exec(text.slice(Math.max(0, first.start - 3), first.start))?.[0] ?? "";
  const start = first.start - lead.length;
  return { start, end: last.end, digits, shape, gap, plus: lead.includes("+"), raw: text.slice(start, last.end) };
}

function judge(reading: Reading, stretch: Stretch, from: number, to: number): Verdict {
  const { start, end, digits } = stretch;
  if (/^(.)\1*$/.test(digits) || reading.isBarred(start, end)) return undefined;
  if (stretch.plus) return international(stretch, reading);
  if (!endsCleanly(reading.groups, from, to)) return undefined;
  if (reading.isOtherwiseLabelled(start)) return undefined;
  const form =
    doubleZero(stretch) ?? (stretch.gap === 2 && !isLabelled(reading, start) ? undefined : byForm(stretch, reading));
  if (form?.certainty === 2) return form;
  return goesOn(reading.groups, from, to) ? undefined : (byWord(stretch, reading) ?? form);
}

/** "+49 (0)30": the zero is for callers at home. */
const dialled = (raw: string): string => raw.replace(/\(0\)/, "").replace(/[^\d+]/g, "");

function international(stretch: Stretch, reading: Reading): Verdict {
  if (stretch.digits.length < 7) return undefined;
  const phone = parsePhone(dialled(stretch.raw));
  if (phone?.isPossible()) return { certainty: 3, reason: `phone number, +${phone.countryCallingCode}` };
  return stretch.digits.length >= 8 && reading.wordNear(PHONE_WORDS, stretch.start, stretch.end)
    ? { certainty: 2, reason: "phone number with a plus sign" }
    : undefined;
}

function doubleZero({ digits }: Stretch): Verdict {
  if (!/^00[1-9]/.test(digits) || digits.length < 10) return undefined;
  const phone = parsePhone(`+${digits.slice(2).replace(/^(44|49|33|31|41|43|46|32|39)0(?=\d{9})/, "$1")}`);
  return phone?.isValid() ? { certainty: 2, reason: `phone number, 00${phone.countryCallingCode}` } : undefined;
}

const NANP = /^1?[2-9]\d\d[2-9]\d{6}$/;
const NANP_SHAPE = /^(?:1 )?(?:3 3 4|3 7)$/;
/** Ofcom's and everyday British groupings; the drama ranges (07700 900xxx, 01632 960xxx) count as invalid otherwise. */
const BRITISH = /^0(?:7\d{9}|1\d{8,9}|2\d{9})$/;
const BRITISH_SHAPE = /^(?:5 6|5 3 3|4 3 4|3 4 4|4 7|3 8|5 5|4 6)$/;

/** A row of single figures is a table, a score or a list. */
const FEW_SINGLES = /^(?!.*\b1\b.*\b1\b|1 \d+$)/;

/** Numbers that look like phone numbers with nothing said about them. */
function byForm(stretch: Stretch, reading: Reading): Verdict {
  const { digits, shape, raw } = stretch;
  if (NANP.test(digits) && NANP_SHAPE.test(shape)) return { certainty: 2, reason: "phone number, North American form" };
  if (BRITISH.test(digits) && BRITISH_SHAPE.test(shape)) return { certainty: 2, reason: "phone number, British form" };
  const regions = likelyRegions(reading.context.language, reading.context.regions);
  const grouped = shape.includes(" ");
  const valid = (region: string) => parsePhone(raw, region)?.isValid() ?? false;
  if (/^0[1-9]/.test(digits) && digits.length >= 8 && digits.length <= 12 && FEW_SINGLES.test(shape)) {
    if (grouped && !looksLikeAmount(raw)) {
      const region = regions.find(valid) ?? ZERO_REGIONS.find(valid);
      if (region) return { certainty: 2, reason: `phone number, valid in ${region}` };
    } else if (!grouped && digits.length >= 10) {
      const region = regions.find(valid);
      if (region) return { certainty: 1, reason: `phone number, valid in ${region}` };
    }
  }
  if (digits.startsWith("0") || digits.length < 8 || digits.length > 11) return undefined;
  const local = LOCAL_FORMS.find(({ region, form }) => regions.includes(region) && form.test(raw));
  return local && valid(local.region)
    ? { certainty: 1, reason: `phone number, written as in ${local.region}` }
    : undefined;
}

/** Countries without a leading zero, where the language says it may be one of them: how people group the digits. */
const LOCAL_FORMS: readonly { region: string; form: RegExp }[] = [
  {
    region: "ES",
    form: /^[6-9]\d\d([ .-])\d{3}\1\d{3}$|^[6-9]\d\d([ .-])\d\d\2\d\d\2\d\d$|^9\d([ .-])\d{3}\3\d\d\3\d\d$/,
  },
  { region: "PT", form: /^[239]\d\d ?\d{3} ?\d{3}$|^9\d \d{3} \d{4}$|^2\d \d{3} \d{2} \d{2}$/ },
  { region: "PL", form: /^\d{3}([ -])\d{3}\1\d{3}$|^\d\d([ -])\d{3}\2\d\d\2\d\d$/ },
  { region: "CZ", form: /^[2-9]\d\d \d{3} \d{3}$/ },
  { region: "DK", form: /^\d\d \d\d \d\d \d\d$|^\d{4} \d{4}$/ },
  { region: "NO", form: /^\d\d \d\d \d\d \d\d$|^[49]\d\d \d\d \d{3}$/ },
  { region: "BR", form: /^\(?\d\d\)? ?9? ?\d{4}[- .]\d{4}$/ },
  { region: "MX", form: /^\(?\d{2,3}\)?[ -]\d{3,4}[ -]\d{4}$/ },
  { region: "AR", form: /^\(?(?:11|\d{3,4})\)? \d{3,4}[- ]\d{4}$/ },
  { region: "CO", form: /^3\d\d \d{3} \d{4}$/ },
  { region: "CL", form: /^9 \d{4} \d{4}$/ },
  { region: "GR", form: /^(?:2\d{2,3}|69\d) ?\d{3} ?\d{4}$/ },
  { region: "RU", form: /^[78][ -]?\(?\d{3}\)?[ -]\d{3}-?\d\d-?\d\d$/ },
  { region: "CN", form: /^1[3-9]\d([ -]?)\d{4}\1\d{4}$|^400-\d{3}-?\d{4}$/ },
  { region: "HK", form: /^[2-9]\d{3}[ -]\d{4}$/ },
  { region: "SG", form: /^[689]\d{3} \d{4}$/ },
  { region: "IN", form: /^[6-9]\d{4}[ -]\d{5}$/ },
  { region: "TR", form: /^5\d\d \d{3} \d\d \d\d$/ },
];

/** A word for telephones makes a number of almost any form one, unless it is a date, a price or an order. */
function byWord(stretch: Stretch, reading: Reading): Verdict {
  const { start, end, digits } = stretch;
  if (digits.length > 15 || stretch.gap > 0) return undefined;
  const label = PHONE_LABEL.exec(reading.text.slice(Math.max(0, start - 40), start))?.[0].trim();
  if (label) return { certainty: 2, reason: `phone number, behind "${label.slice(0, 24)}"` };
  if (digits.length < 8) return undefined;
  const word = reading.wordNear(PHONE_WORDS, start, end);
  if (word) return { certainty: 1, reason: `phone number, beside "${word}"` };
  const whole = !stretch.shape.includes(" ") && digits.length <= 12 && reading.isWhole(start, end);
  return whole &&
    [...likelyRegions(reading.context.language, []), "US", "TR", "CN", ...ZERO_REGIONS].some((region) =>
      parsePhone(digits, region)?.isValid(),
    )
    ? { certainty: 1, reason: "phone number, nothing else in the text" }
    : undefined;
}

/** A part of a longer row in the same groups is no number of its own. */
const goesOn = (groups: readonly DigitGroup[], from: number, to: number): boolean =>
  groups[from]?.gap === 0 || groups[to + 1]?.gap === 0;

const isLabelled = ({ text }: Reading, start: number): boolean =>
  PHONE_LABEL.test(text.slice(Math.max(0, start - 40), start));

/** "112-7654321-1234567" is one word: a number may not begin or end at its inner dashes. A slash may part two numbers. */
function endsCleanly(groups: readonly DigitGroup[], from: number, to: number): boolean {
  const before = groups[from] as DigitGroup;
  const after = groups[to + 1];
  return !before.tight && !after?.tight;
}

/** "0.123.456": a number with points for thousands. */
const looksLikeAmount = (raw: string): boolean => /^\d{1,3}(?:[.,]\d{3})+$/.test(raw);
