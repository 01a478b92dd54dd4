import { useNow } from "../state/now.ts";
import { go } from "../state/route.ts";
import { slack } from "../state/slack.ts";
import type { Message } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { atOf, shortly } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { meIn, nameOf } from "./people.ts";

/** "3 replies", and who wrote them. */
export function ReplyBar({ message }: { message: Message }) {
  const state = useStore(slack);
  const now = useNow();
  const { reply_count: count = 0, reply_users: users = [], latest_reply: latest } = message;
  if (count === 0) return null;
  const zone = state && meIn(state)?.tz;
  return html`<button
    type="button"
    class="reply-bar"
    onClick=${() => go({ place: "channel", channel: message.channel, thread: message.ts })}
  >
    ${users
      .slice(0, 5)
      .map((id) => html`<${Avatar} key=${id} name=${nameOf(state, id)} size=${22} app=${id === state?.app.botUser} />`)}
    <span class="reply-count">${count} ${count === 1 ? "reply" : "replies"}</span>
    ${latest && html`<span class="muted">Last reply ${shortly(atOf(latest), now, zone)}</span>`}
  </button>`;
}
