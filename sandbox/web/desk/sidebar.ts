import { closeDrawer } from "../shell/menu-toggle.ts";
import { demo } from "../state/demo.ts";
import { go, route } from "../state/route.ts";
import { slack } from "../state/slack.ts";
import type { Conversation } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { MailRound } from "../trouble/mail-round.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

export function Sidebar() {
  const state = useStore(slack);
  const at = useStore(route);
  const kind = useStore(demo, (known) => known?.company.kind) ?? "";
  if (!state) return null;
  const channels = state.channels.filter((channel) => channel.kind !== "im" && !channel.archived);
  const direct = state.channels.find((channel) => channel.kind === "im");
  const here = (channel: Conversation): boolean => at?.place === "channel" && at.channel === channel.id;
  return html`<nav class="sidebar" aria-label="Channels">
    <div class="workspace">
      <strong>${state.team.name}</strong>
      <small>${kind}</small>
    </div>
    <div class="sidebar-scroll">
      <h2 class="sidebar-head">Channels</h2>
      <ul>
        ${channels.map((channel) => html`<${ChannelItem} key=${channel.id} channel=${channel} here=${here(channel)} />`)}
      </ul>
      <h2 class="sidebar-head">Apps and direct messages</h2>
      <ul>
        <li>
          <${Item}
            words=${state.app.name}
            here=${at?.place === "app"}
            unread=${direct?.unread ?? 0}
            mentions=${direct?.unread ?? 0}
            icon=${html`<${Avatar} name=${state.app.name} app size=${20} />`}
            status=${state.connections > 0 ? "connected" : "not connected"}
            onGo=${() => go({ place: "app", tab: (direct?.unread ?? 0) > 0 ? "messages" : "home" })}
          />
        </li>
      </ul>
    </div>
    <${MailRound} />
  </nav>`;
}

function ChannelItem({ channel, here }: { channel: Conversation; here: boolean }) {
  return html`<li>
    <${Item}
      words=${channel.name}
      here=${here}
      unread=${channel.unread}
      mentions=${channel.mentions}
      faint=${!channel.isMember}
      icon=${html`<${Icon} name=${channel.kind === "private" ? "lock" : "hash"} size=${17} />`}
      onGo=${() => go({ place: "channel", channel: channel.id })}
    />
  </li>`;
}

interface ItemProps {
  words: string;
  here: boolean;
  unread: number;
  mentions: number;
  faint?: boolean;
  status?: string;
  icon: unknown;
  onGo: () => void;
}

function Item({ words, here, unread, mentions, faint = false, status, icon, onGo }: ItemProps) {
  const press = (): void => {
    onGo();
    closeDrawer();
  };
  const news = unread > 0 && !here;
  return html`<button
    type="button"
    class="sidebar-item ${here ? "here" : ""} ${news ? "news" : ""} ${faint ? "faint" : ""}"
    aria-current=${here ? "page" : undefined}
    aria-label=${[words, status, news && `${unread} unread`].filter(Boolean).join(", ")}
    onClick=${press}
  >
    ${icon}
    <span class="sidebar-words">${words}</span>
    ${status && html`<span class="presence ${status === "connected" ? "on" : ""}" title=${status}></span>`}
    ${news && html`<span class="count ${mentions > 0 ? "calls" : ""}">${unread > 99 ? "99+" : unread}</span>`}
  </button>`;
}
