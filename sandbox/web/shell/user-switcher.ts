import { type DemoPerson, demo } from "../state/demo.ts";
import { useNow } from "../state/now.ts";
import { become, slack } from "../state/slack.ts";
import { useStore } from "../state/store.ts";
import { clock } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { MenuButton } from "../ui/menu.ts";

const MEANING: Record<DemoPerson["role"], string> = {
  admin: "admin",
  agent: "agent",
  viewer: "viewer: may look, not act",
  guest: "guest: unknown to the desk",
};

/** Who one is. Open the page twice, and two people work at once. */
export function UserSwitcher() {
  const people = useStore(demo, (state) => state?.people) ?? [];
  const users = useStore(slack, (state) => state?.users) ?? [];
  const me = useStore(slack, (state) => state?.you) ?? "";
  const now = useNow();
  const mine = people.find(({ slack: id }) => id === me);
  const items = people.map((person) => {
    const zone = users.find(({ id }) => id === person.slack)?.tz;
    return {
      label: person.name,
      description: [person.title, MEANING[person.role], zone && clock(now, zone)].filter(Boolean).join(" · "),
      checked: person.slack === me,
      run: () => become(person.slack),
    };
  });
  const name = mine?.name ?? "";
  return html`<${MenuButton} label=${`You are ${name}. Be somebody else`} items=${items} align="end" class="user-switcher">
    <${Avatar} name=${name} size=${26} />
    <span class="user-words">${name}<small>${mine?.role ?? ""}</small></span>
    <${Icon} name="down" size=${14} />
  <//>`;
}
