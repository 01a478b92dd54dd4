import type { Message } from "../state/slack-types.ts";
import { atOf, dayKey } from "../text/when.ts";

export interface Row {
  message: Message;
  compact: boolean;
  /** The first of its day. */
  startsDay: boolean;
}

const TOGETHER_MS = 5 * 60_000;

/** Messages as they stand below each other: a day's first has the date above it, one's own next ones need no name. */
export function rowsOf(messages: Message[], zone: string | undefined): Row[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const startsDay = before === undefined || dayKey(atOf(before.ts), zone) !== dayKey(atOf(message.ts), zone);
    return { message, startsDay, compact: !startsDay && belongsTo(before, message) };
  });
}

/** Cards always carry their head: each is read by itself. */
function belongsTo(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.bot_id === message.bot_id &&
    before.isEphemeral === message.isEphemeral &&
    before.subtype === message.subtype &&
    !isLarge(before) &&
    !isLarge(message) &&
    !before.reply_count &&
    atOf(message.ts) - atOf(before.ts) < TOGETHER_MS
  );
}

const isLarge = ({ blocks, bot_id: bot }: Message): boolean => bot !== undefined && (blocks?.length ?? 0) > 1;
