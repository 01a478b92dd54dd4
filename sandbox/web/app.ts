import { useEffect } from "preact/hooks";
import { AppPane } from "./desk/app-pane.ts";
import { Channel } from "./desk/channel.ts";
import { Sidebar } from "./desk/sidebar.ts";
import { ThreadPanel } from "./desk/thread-panel.ts";
import { Customers } from "./mail/customers.ts";
import { TeamMail } from "./mail/team.ts";
import { Modals } from "./modal/modal.ts";
import { Announcer } from "./shell/announcer.ts";
import { Banner } from "./shell/banner.ts";
import { closeDrawer, drawer } from "./shell/menu-toggle.ts";
import { Rail } from "./shell/rail.ts";
import { Toasts } from "./shell/toasts.ts";
import { TopBar } from "./shell/top-bar.ts";
import { go, type Route, route } from "./state/route.ts";
import { slack } from "./state/slack.ts";
import { useStore } from "./state/store.ts";
import { TroublePanel } from "./trouble/panel.ts";
import { html } from "./ui/html.ts";
import { QuestionDialog } from "./ui/question.ts";

export function App() {
  const at = useStore(route);
  const pulled = useStore(drawer);
  useChannelKeys();
  useEffect(() => {
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") closeDrawer();
    };
    document.addEventListener("keydown", onEscape);
    return () => document.removeEventListener("keydown", onEscape);
  }, []);
  const withThread = at?.place === "channel" && at.thread !== undefined;
  return html`<div class="app ${pulled ? "pulled" : ""} ${withThread ? "with-thread" : ""}" data-place=${at?.place}>
    <${TopBar} />
    <${Banner} />
    <${Rail} />
    <div class="main">${at && html`<${Place} at=${at} />`}</div>
    <${TroublePanel} />
    ${pulled && html`<div class="shade" onClick=${closeDrawer}></div>`}
    <${Modals} /><${QuestionDialog} /><${Toasts} /><${Announcer} />
  </div>`;
}

function Place({ at }: { at: Route }) {
  switch (at.place) {
    case "customers":
      return html`<${Customers} at=${at} />`;
    case "mail":
      return html`<${TeamMail} at=${at} />`;
    case "app":
      return html`<${Sidebar} /><${AppPane} tab=${at.tab} />`;
    default:
      return html`<${Sidebar} /><${ChannelPlace} id=${at.channel} thread=${at.thread} />`;
  }
}

function ChannelPlace({ id, thread }: { id: string; thread: string | undefined }) {
  const channel = useStore(slack, (state) => state?.channels.find((one) => one.id === id));
  const you = useStore(slack, (state) => state?.you);
  if (!channel)
    return html`<section class="pane"><p class="empty">This channel is not there, or not for you.</p></section>`;
  return html`<${Channel} key=${`${you}-${id}`} channel=${channel} />
    ${thread && html`<${ThreadPanel} channel=${channel} ts=${thread} />`}`;
}

/** Alt with the arrows walks through the channels. */
function useChannelKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      const channels = slack.get()?.channels.filter(({ kind, archived }) => kind !== "im" && !archived) ?? [];
      const at = route.get();
      const index = channels.findIndex(({ id }) => at?.place === "channel" && id === at.channel);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = channels[(index + step + channels.length) % channels.length];
      if (!next) return;
      event.preventDefault();
      go({ place: "channel", channel: next.id });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
