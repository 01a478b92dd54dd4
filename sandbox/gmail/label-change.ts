import type { Mailbox } from "./mailbox.ts";
import type { Message } from "./message.ts";

/** Label changes as Gmail makes them: checked first, then with what follows from them. */

export function changeLabels(
  mailbox: Mailbox,
  messages: readonly Message[],
  add: readonly string[],
  remove: readonly string[],
): void {
  mailbox.labels.checkChange(add, remove);
  // Trash and spam are places, not marks: what goes there leaves the inbox.
  const leaving = add.includes("TRASH") || add.includes("SPAM") ? ["INBOX"] : [];
  for (const message of messages) mailbox.relabel(message, add, [...remove, ...leaving]);
}

export function trash(mailbox: Mailbox, message: Message): Message {
  mailbox.relabel(message, ["TRASH"], ["INBOX"]);
  return message;
}
