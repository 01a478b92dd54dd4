import { MenuToggle } from "../shell/menu-toggle.ts";
import { actAndTell } from "../state/slack.ts";
import type { Conversation } from "../state/slack-types.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { MenuButton } from "../ui/menu.ts";
import { nameOf, useUsers } from "./people.ts";

export function ChannelHead({ channel }: { channel: Conversation }) {
  const users = useUsers();
  const names = channel.members.map((id) => nameOf(users, id));
  const members = names.map((label, index) => ({
    label,
    ...(index === 0 && { group: `Members of #${channel.name}` }),
    run: () => undefined,
  }));
  const leave = {
    label: "Leave the channel",
    icon: "power" as const,
    danger: true,
    group: "You",
    run: () => actAndTell("leave", { channel: channel.id }),
  };
  return html`<header class="pane-head">
    <${MenuToggle} />
    <h1 class="pane-title">
      <${Icon} name=${channel.kind === "private" ? "lock" : "hash"} size=${18} />${channel.name}
      ${channel.externallyShared && html`<span class="badge">SHARED</span>`}
    </h1>
    ${channel.topic && html`<p class="topic" title=${channel.topic}>${channel.topic}</p>`}
    <span class="spring"></span>
    <${MenuButton} label=${`${names.length} members`} class="members-button" align="end" items=${channel.isMember ? [...members, leave] : members}>
      <${Icon} name="people" /> ${names.length}
    <//>
  </header>`;
}
