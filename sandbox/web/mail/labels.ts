import type { Box } from "../state/mail.ts";
import { html } from "../ui/html.ts";

const HIDDEN = new Set(["UNREAD", "CATEGORY_PERSONAL", "IMPORTANT", "SENT", "DRAFT"]);
const WORDS: Record<string, string> = { INBOX: "Inbox", SPAM: "Spam", TRASH: "Trash", STARRED: "Starred" };

/** Labels that say something the open box does not. */
export function Labels({ names, box }: { names: string[]; box: Box }) {
  const shown = names.filter((name) => !HIDDEN.has(name) && name.toLowerCase() !== box);
  return shown.map((name) => html`<span class="gmail-label" key=${name}>${WORDS[name] ?? name}</span>`);
}
