/** Why a message is not looked at, by where its owner or Gmail has put it; undefined when it is mail to work on. */
export function labelledAway(labels: readonly string[]): string | undefined {
  const has = (label: string) => labels.includes(label);
  if (has("DRAFT")) return "A draft that nobody has sent";
  if (has("CHAT")) return "A chat, not a mail";
  if (has("SENT")) return undefined;
  if (has("SPAM")) return IN_SPAM;
  if (has("TRASH")) return IN_TRASH;
  if (labels.length > 0 && !has("INBOX")) return ARCHIVED;
  return undefined;
}

const IN_SPAM = "In Gmail's spam folder";
const IN_TRASH = "In the trash";
const ARCHIVED = "Archived by a filter before it reached the inbox";

/** Reasons that end when the message moves into the inbox. */
export const LABELLED_AWAY: readonly string[] = [IN_SPAM, IN_TRASH, ARCHIVED];

/** Reasons that have ended when a listing of the mailbox shows the message: it leaves both places out. */
export const LEFT_OUT_OF_LISTS: readonly string[] = [IN_SPAM, IN_TRASH];
