import { actAndTell, you } from "../state/slack.ts";
import type { Message } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { emojiFor } from "../text/emoji.ts";
import { html } from "../ui/html.ts";
import { EmojiButton } from "./emoji-button.ts";
import { nameOf, useUsers } from "./people.ts";

export function Reactions({ message }: { message: Message }) {
  const me = useStore(you);
  const users = useUsers();
  const { channel, ts, reactions = [] } = message;
  if (reactions.length === 0) return null;
  return html`<div class="reactions">
    ${reactions.map(({ name, users: ids, count }) => {
      const mine = ids.includes(me);
      const who = ids.map((id) => nameOf(users, id)).join(", ");
      return html`<button
        key=${name}
        type="button"
        class="reaction ${mine ? "mine" : ""}"
        aria-pressed=${mine}
        aria-label=${`${name.replaceAll("_", " ")}, ${count}: ${who}`}
        title=${`${who} reacted with :${name}:`}
        onClick=${() => actAndTell(mine ? "unreact" : "react", { channel, ts, emoji: name })}
      >
        <span aria-hidden="true">${emojiFor(name) ?? `:${name}:`}</span> ${count}
      </button>`;
    })}
    <${EmojiButton} class="reaction" label="Add a reaction" onPick=${(emoji: string) => actAndTell("react", { channel, ts, emoji })} />
  </div>`;
}
