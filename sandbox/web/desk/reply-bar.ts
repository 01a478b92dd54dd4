import { useNow } from "../state/now.ts";
import { go } from "../state/route.ts";
import { slack } from "../state/slack.ts";
import type { Message } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { atOf, shortly } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { nameOf, useUsers, useZone } from "./people.ts";

/** "3 replies", and who wrote them. */
export function ReplyBar({ message }: { message: Message }) {
  const { reply_count: count = 0 } = message;
  return count === 0 ? null : html`<${Replies} message=${message} count=${count} />`;
}

function Replies({ message, count }: { message: Message; count: number }) {
  const users = useUsers();
  const bot = useStore(slack, (state) => state?.app.botUser);
  const zone = useZone();
  const now = useNow();
  const { reply_users: writers = [], latest_reply: latest } = message;
  return html`<button
    type="button"
    class="reply-bar"
    onClick=${() => go({ place: "channel", channel: message.channel, thread: message.ts })}
  >
    ${writers
      .slice(0, 5)
      .map((id) => html`<${Avatar} key=${id} name=${nameOf(users, id)} size=${22} app=${id === bot} />`)}
    <span class="reply-count">${count} ${count === 1 ? "reply" : "replies"}</span>
    ${latest && html`<span class="muted">Last reply ${shortly(atOf(latest), now, zone)}</span>`}
  </button>`;
}
