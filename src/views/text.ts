import type { MrkdwnElement, PlainTextElement } from "@slack/types";

/** Slack's limits that views meet; the rest are far away. */
export const LIMIT = {
  header: 150,
  section: 3000,
  field: 2000,
  button: 75,
  option: 75,
  context: 10,
  plainInput: 3000,
} as const;

/**
 * Text from a mail, made harmless for any Slack text: control and format characters gone (bidi overrides turn words
 * around, zero-width ones hide them), line ends plain.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (char) =>
      char === "\n" || char === "\t" ? char : char === "\u200d" ? char : "",
    )
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Slack's three entities: with them no mention, channel call or link in the text is one any more. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** At most `max` UTF-16 units, cut between characters a reader would count as one, with an ellipsis where something is missing. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text.slice(0, max + 20))) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Clipped by its escaped length, which is the one that Slack counts; never cut inside an entity. */
export function clipEscaped(text: string, max: number): string {
  let room = max;
  for (;;) {
    const escaped = escapeMrkdwn(clip(text, room));
    if (escaped.length <= max) return escaped;
    // One sign that is longer escaped than there is room: no round would make it shorter.
    if (room <= 1) return "…";
    // Each round gives up at least what the entities cost; a text of nothing but entities needs a few.
    room = Math.max(1, room - Math.max(1, Math.ceil((escaped.length - max) / 5)));
  }
}

/** A mail's own words as plain text: nothing in it is ever interpreted. Slack refuses an empty text, so there is a dash. */
export const plain = (text: string, max: number = LIMIT.section): PlainTextElement => ({
  type: "plain_text",
  // Slack keeps plain text escaped as well, and counts it so.
  text: clipToEscapedLength(clean(text) || "–", max),
  emoji: false,
});

function clipToEscapedLength(text: string, max: number): string {
  let room = max;
  let clipped = clip(text, room);
  while (escapeMrkdwn(clipped).length > max) {
    if (room <= 1) return "…";
    room -= Math.max(1, Math.ceil((escapeMrkdwn(clipped).length - max) / 5));
    clipped = clip(text, Math.max(1, room));
  }
  return clipped;
}

/** Our own words, with mentions, dates and bold. Whatever comes from outside is passed through `said` first. */
export const mrkdwn = (text: string): MrkdwnElement => ({
  type: "mrkdwn",
  text: clip(text || "–", LIMIT.section),
  verbatim: true,
});

/** A mail's words inside our own: cleaned, clipped, escaped, on one line. */
export const said = (text: string, max = 300): string => clipEscaped(clean(text).replace(/\s+/g, " "), max);

/**
 * The same for a message's top-level text. Slack turns bare addresses of sites in it into links, and there is no way to say
 * that it should not: so they are named, not shown.
 */
export const spoken = (text: string, max = 300): string =>
  said(text.replace(/\b(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)\S+/gi, "[link]"), max);

/** A label of a button, an option, a title: our own words or a setting's. Slack counts these escaped as well. */
export const label = (text: string, max: number = LIMIT.button): PlainTextElement => ({
  type: "plain_text",
  text: clipToEscapedLength(clean(text) || "–", max),
  emoji: true,
});

/** Slack shows a quote by lines; more than these are a wall. */
const MOST_LINES = 80;
/** The mark before a line, as Slack counts it: `&gt; `. */
const MARK = 5;

/** The words of a mail as a quote, line by line; `max` is in Slack's counting. */
export function quoted(text: string, max: number): string {
  const lines: string[] = [];
  let room = max;
  for (const line of clean(text).split("\n").slice(0, MOST_LINES)) {
    if (room <= MARK + 1) break;
    const shown = clipEscaped(line, room - MARK - 1);
    lines.push(`> ${shown}`);
    room -= shown.length + MARK + 1;
  }
  const cut = clean(text).split("\n").length > lines.length;
  return `${lines.join("\n")}${cut && room > 1 ? "…" : ""}`;
}
