import { useEffect, useRef } from "preact/hooks";
import { actAndTell, PAGE, showMoreMessages, slack } from "../state/slack.ts";
import type { Conversation, Message } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { ChannelHead } from "./channel-head.ts";
import { Composer } from "./composer.ts";
import { MessageList } from "./message-list.ts";
import { sendFrom } from "./send.ts";

export function Channel({ channel }: { channel: Conversation }) {
  const top = channel.messages.filter((message) => !(message.isEphemeral && message.thread_ts));
  const firstUnread = useFirstUnread(channel, top);
  const read = (atBottom: boolean): void => {
    if (atBottom && channel.unread > 0 && document.visibilityState === "visible")
      void actAndTell("read", { channel: channel.id });
  };
  // Coming back to the window is looking at it, too.
  useEffect(() => {
    const seen = (): void => read(true);
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  });
  const name = `#${channel.name}`;
  const more = top.filter(({ isEphemeral }) => !isEphemeral).length >= PAGE;
  return html`<section class="pane channel" aria-label=${name}>
    <${ChannelHead} channel=${channel} />
    <${MessageList}
      label=${`Messages in ${name}`}
      messages=${top}
      firstUnread=${firstUnread}
      onBottom=${read}
      before=${
        more
          ? html`<button type="button" class="button small earlier" onClick=${showMoreMessages}>Earlier messages</button>`
          : html`<${Beginning} channel=${channel} />`
      }
    />
    <${Footer} channel=${channel} />
  </section>`;
}

function Beginning({ channel }: { channel: Conversation }) {
  return html`<div class="beginning">
    <h2>#${channel.name}</h2>
    <p>${channel.topic ? `${channel.topic}.` : ""} This is where it begins.</p>
  </div>`;
}

export function Footer({ channel }: { channel: Conversation }) {
  const name = channel.kind === "im" ? "Mailroom" : `#${channel.name}`;
  const canMessage = useStore(slack, (state) => state?.app.canMessage) ?? true;
  if (channel.archived) return html`<p class="no-composer">This channel is archived.</p>`;
  if (channel.kind === "im" && !canMessage)
    return html`<p class="no-composer">Sending messages to this app has been turned off.</p>`;
  if (!channel.isMember)
    return html`<div class="no-composer">
      You are looking at ${name}, and are not a member.
      <button type="button" class="button primary" onClick=${() => actAndTell("join", { channel: channel.id })}>Join</button>
    </div>`;
  return html`<${Composer}
    key=${channel.id}
    label=${`Message ${name}`}
    channel=${channel.id}
    onSend=${(text: string) => sendFrom(channel.id, text)}
  />`;
}

/** Where the line "New" stands: found when the channel is opened, and left there until it is left. */
function useFirstUnread({ unread }: Conversation, top: Message[]): string | undefined {
  const found = useRef<{ ts: string | undefined } | undefined>(undefined);
  found.current ??= { ts: unread > 0 ? top.filter(({ isEphemeral }) => !isEphemeral).at(-unread)?.ts : undefined };
  return found.current.ts;
}
