import { demo } from "../state/demo.ts";
import { BOXES, useUnseenElsewhere } from "../state/mail.ts";
import { go, type Route, route } from "../state/route.ts";
import { slack } from "../state/slack.ts";
import { useStore } from "../state/store.ts";
import { troubleOpen } from "../trouble/open.ts";
import { html } from "../ui/html.ts";
import { Icon, type IconName } from "../ui/icon.ts";

/** Where one was last in each part, so that going back and forth loses no place. */
const last: Partial<Record<"desk" | "customers" | "mail", Route>> = {};

type Part = keyof typeof last;

const partOf = (at: Route | undefined): Part => (at?.place === "customers" || at?.place === "mail" ? at.place : "desk");

route.subscribe(() => {
  const at = route.get();
  if (at) last[partOf(at)] = at;
});

/** The parts of the demo: the desk in Slack, the customers' mailboxes, the team's Gmail, and what may go wrong. */
export function Rail() {
  const at = useStore(route);
  const firstChannel = useStore(demo, (state) => state?.firstChannel) ?? "";
  const answers = useUnseenElsewhere();
  const unread = useStore(slack, (state) => state?.channels.reduce((sum, channel) => sum + channel.mentions, 0)) ?? 0;
  const trouble = useStore(troubleOpen);
  const beginnings: Record<Part, Route> = {
    desk: { place: "channel", channel: firstChannel },
    customers: { place: "customers" },
    mail: { place: "mail", box: Object.keys(BOXES)[0] ?? "inbox" },
  };
  const item = (part: Part, icon: IconName, words: string, count: number, about: string) => html`<button
    type="button"
    class="rail-item"
    aria-current=${partOf(at) === part ? "page" : undefined}
    aria-label=${count > 0 ? `${words}, ${count} ${about}` : words}
    onClick=${() => {
      // On small screens the panel lies over everything.
      if (matchMedia("(max-width: 1080px)").matches) troubleOpen.set(false);
      go(last[part] ?? beginnings[part]);
    }}
  >
    <span class="rail-icon"><${Icon} name=${icon} size=${22} />${count > 0 && html`<span class="count calls">${count}</span>`}</span>
    <span>${words}</span>
  </button>`;
  return html`<nav class="rail" aria-label="Parts of the demo">
    ${item("desk", "chat", "Slack", unread, "mentions")}
    ${item("customers", "people", "Customers", answers, "new answers")}
    ${item("mail", "inbox", "Team mail", 0, "")}
    <button type="button" class="rail-item" aria-pressed=${trouble} onClick=${() => troubleOpen.set(!trouble)}>
      <span class="rail-icon"><${Icon} name="bolt" size=${22} /></span>
      <span>Trouble</span>
    </button>
  </nav>`;
}
