import { isDisclaimer, soundsLegal } from "./disclaimers.ts";
import { isBlank, type Line } from "./line.ts";
import { isSentFrom } from "./sent-from.ts";
import { isRule } from "./separators.ts";
import { isWayOut } from "./way-out.ts";

/** What devices, scanners, lawyers, lists and marketing add below everybody's mail: cut from the end, paragraph by paragraph. */
export function withoutAppendix(lines: readonly Line[], from: number): number {
  let end = withoutBlanks(lines, from);
  for (;;) {
    const shorter = withoutBlanks(lines, withoutLast(lines, end));
    if (shorter === end) return end;
    end = shorter;
  }
}

export function withoutBlanks(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && (isBlank(lines[at - 1]?.text ?? "") || isRule(lines[at - 1]?.text ?? ""))) at--;
  return at;
}

function withoutLast(lines: readonly Line[], end: number): number {
  const last = lines[end - 1];
  if (!last) return end;
  if (last.signature || isSentFrom(last.text.trim())) return end - 1;
  let start = end - 1;
  while (start > 0 && !isBlank(lines[start - 1]?.text ?? "") && !isRule(lines[start - 1]?.text ?? "")) start--;
  const paragraph = lines.slice(start, end).map((line) => line.text.trim());
  if (isListFooter(paragraph) || isConference(paragraph)) return start;
  // A mail of law alone, or "please take me off your list" alone, is somebody's text.
  if (firstFilled(lines, start) === start) return end;
  if (isWayOut(last.text.trim()) && isFootnote(lines, end - 1)) return end - 1;
  if (paragraph.length <= 3 && isWayOut(paragraph.join(" ")) && isFootnote(lines, start)) return start;
  if (!isDisclaimer(paragraph.join(" "))) return end;
  // Only the lines that speak the law where a signature stands in the same paragraph.
  const first = paragraph.findIndex((line, i) => soundsLegal(line) && isDisclaimer(paragraph.slice(i).join(" ")));
  return first > 0 ? start + first : start;
}

/** "Hello, unsubscribe" is the whole matter of its writer: a way out is a footer where there is a text to leave. */
function isFootnote(lines: readonly Line[], start: number): boolean {
  let letters = 0;
  for (let at = 0; at < start && letters < FEW_LETTERS; at++) {
    letters += (lines[at]?.text ?? "").replace(/[^\p{L}]/gu, "").length;
  }
  return letters >= FEW_LETTERS;
}
/** A greeting with a long name has about 30. */
const FEW_LETTERS = 60;

const LIST_FOOTER =
  /mailing list$|\/mailman\/listinfo\/|^to unsubscribe(?: from this (?:group|list))?\b|you received this message because you are subscribed to|^(?:post|unsubscribe|help): mailto:|groups\.google\.com\/|^yahoo! groups/i;
const isListFooter = (paragraph: readonly string[]) =>
  paragraph.length <= 8 && paragraph.some((line) => LIST_FOOTER.test(line));

/** The dial-in block that meeting programs put under an invitation. */
const CONFERENCE =
  /^(?:join (?:the |our |your )?(?:online |zoom |teams |microsoft teams |webex |google )?(?:meeting|meet|call)|meeting (?:id|link|url|number)|(?:pass|access) ?code|conference id|dial[- ]in|one tap mobile|find your local number|microsoft teams)\b/i;
const isConference = (paragraph: readonly string[]) =>
  CONFERENCE.test(paragraph[0] ?? "") && (paragraph.length > 1 || /https?:|\d{6,}/.test(paragraph[0] ?? ""));

export function firstFilled(lines: readonly Line[], end: number): number {
  for (let at = 0; at < end; at++) if (!isBlank(lines[at]?.text ?? "")) return at;
  return end;
}
