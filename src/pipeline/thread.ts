import type { Email } from "../domain/email.ts";
import { findHistory } from "./visible-text/history.ts";
import { isBlank, plainLines } from "./visible-text/line.ts";
import { separateText } from "./visible-text/visible-text.ts";

/** What of a long conversation is worth reading: the newest text and the little that it answers. */
export interface ThreadView {
  subject: string;
  /** At most NEWEST_CHARS of the newest text; of a longer one its beginning and its end. */
  newest: string;
  /** At most MAX_HISTORY pieces, newest first. */
  history: readonly ThreadPiece[];
  /** Messages in the conversation, this one included, as far as the mail or the store knows: for logs (`thread_size`). */
  threadSize: number;
}

export interface ThreadPiece {
  direction: "in" | "out";
  text: string;
}

/** What the design lets a model see of a mail. Most of what decides an intent stands in the first lines. */
const NEWEST_CHARS = 1_500;
/** Long mails end with the request: "so please send …". */
const NEWEST_TAIL = 400;
const GAP = "\n[…]\n";
const PIECE_CHARS = 300;
const MAX_HISTORY = 2;

/** `earlier` is the stored conversation, newest first; where there is none, the newest quote in the mail stands in. */
export function viewThread(
  email: Pick<Email, "subject" | "visibleText" | "quotedText" | "references" | "inReplyTo">,
  earlier: readonly ThreadPiece[],
): ThreadView {
  return {
    subject: email.subject,
    newest: clipMiddle(email.visibleText),
    history: (earlier.length > 0 ? selectHistory(earlier) : quoted(email.quotedText)).map(({ direction, text }) => ({
      direction,
      text: clip(text.trim(), PIECE_CHARS),
    })),
    threadSize: Math.max(earlier.length, email.references.length, email.inReplyTo ? 1 : 0) + 1,
  };
}

/** What is being answered (our last words), and what it began with (the first words from outside). */
function selectHistory(earlier: readonly ThreadPiece[]): readonly ThreadPiece[] {
  const answered = earlier.find(({ direction }) => direction === "out") ?? earlier[0];
  const opening = earlier.findLast(({ direction }) => direction === "in");
  return [...new Set([answered, opening].filter((piece) => piece !== undefined))].slice(0, MAX_HISTORY);
}

/** The newest quote without its marks, its own quotes and its signature. */
function quoted(text: string): readonly ThreadPiece[] {
  if (isBlank(text)) return [];
  const bare = text.slice(0, 10_000).replace(/^\s{0,3}>[ \t]?/gm, "");
  const lines = plainLines(bare);
  // The quote opens with its own introduction ("On … wrote:"), which is not the end of it.
  const { edge } = findHistory(lines);
  const introduced = edge && lines.slice(0, edge.at).every(({ text: line }) => isBlank(line));
  const { visible } = separateText(introduced ? lines.slice(edge.end) : lines, { senders: [], machine: "none" });
  return isBlank(visible) ? [] : [{ direction: "out", text: visible }];
}

function clipMiddle(text: string): string {
  if (text.length <= NEWEST_CHARS) return text;
  const head = clip(text, NEWEST_CHARS - NEWEST_TAIL - GAP.length);
  const tail = text.slice(-NEWEST_TAIL);
  const word = tail.search(/\s/);
  return head + GAP + tail.slice(word > 0 && word < 40 ? word + 1 : 0);
}

/** Cut at a word where there is one near, and never inside a surrogate pair. */
function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  const space = cut.lastIndexOf(" ");
  return space > limit - 40 ? cut.slice(0, space) : cut;
}
