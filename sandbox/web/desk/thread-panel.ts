import { useEffect } from "preact/hooks";
import { go } from "../state/route.ts";
import { openThread, thread } from "../state/slack.ts";
import type { Conversation } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Composer } from "./composer.ts";
import { MessageList } from "./message-list.ts";
import { sendFrom } from "./send.ts";

interface Props {
  channel: Conversation;
  ts: string;
}

/** A thread beside its channel. What is written here stays inside the company, and the panel says so. */
export function ThreadPanel({ channel, ts }: Props) {
  const open = useStore(thread);
  useEffect(() => openThread({ channel: channel.id, ts }), [channel.id, ts]);
  useEffect(() => () => openThread(undefined), []);
  const close = (): void => go({ place: "channel", channel: channel.id });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
  };
  const loaded = open?.ts === ts ? open.messages : undefined;
  return html`<aside class="pane thread" aria-label="Thread" onKeyDown=${onKeyDown}>
    <header class="pane-head">
      <h2 class="pane-title">Thread</h2>
      <p class="topic">#${channel.name}</p>
      <span class="spring"></span>
      <button type="button" class="icon-button" aria-label="Close thread" title="Close thread (Escape)" onClick=${close}>
        <${Icon} name="close" />
      </button>
    </header>
    ${
      loaded === undefined
        ? html`<div class="message-list-box"></div>`
        : loaded.length === 0
          ? html`<p class="empty">This message is no longer here.</p>`
          : html`<${MessageList} key=${ts} label="Messages in this thread" messages=${loaded} inThread />`
    }
    ${
      channel.isMember && !channel.archived
        ? html`<${Composer}
            key=${ts}
            label="Reply to the team"
            channel=${channel.id}
            threadTs=${ts}
            onSend=${(text: string) => sendFrom(channel.id, text, ts)}
          />`
        : html`<p class="no-composer">Only members can reply.</p>`
    }
  </aside>`;
}
