import { useEffect, useRef } from "preact/hooks";
import { Blocks } from "../blocks/blocks.ts";
import { SurfaceContext } from "../elements/surface.ts";
import { MenuToggle } from "../shell/menu-toggle.ts";
import { go } from "../state/route.ts";
import { act, actAndTell, slack, you } from "../state/slack.ts";
import type { Conversation, View } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { useKeptFocus } from "../ui/keep-focus.ts";
import { Footer } from "./channel.ts";
import { MessageList } from "./message-list.ts";
import { useHomeSurface } from "./surfaces.ts";

/** The app's own place: its Home tab, and the messages between it and one person. */
export function AppPane({ tab }: { tab: "home" | "messages" }) {
  const app = useStore(slack, (state) => state?.app);
  const home = useStore(slack, (state) => state?.home);
  const me = useStore(you);
  const direct = useStore(slack, (state) => state?.channels.find(({ kind }) => kind === "im"));
  // The app hears of every visit, as in Slack.
  useEffect(() => void act("openHome", { tab }), [tab, me]);
  if (!app) return null;
  const tabButton = (wanted: "home" | "messages", words: string) => html`<button
    type="button"
    role="tab"
    aria-selected=${tab === wanted}
    class="tab"
    onClick=${() => go({ place: "app", tab: wanted })}
  >${words}</button>`;
  return html`<section class="pane app-pane" aria-label=${app.name}>
    <header class="pane-head">
      <${MenuToggle} />
      <${Avatar} name=${app.name} app size=${24} />
      <h1 class="pane-title">${app.name}</h1>
      <div class="tabs" role="tablist">
        ${app.homeTab && tabButton("home", "Home")} ${tabButton("messages", "Messages")}
      </div>
    </header>
    ${tab === "home" ? html`<${Home} view=${home ?? undefined} />` : html`<${Direct} channel=${direct} app=${app.name} />`}
  </section>`;
}

function Home({ view }: { view: View | undefined }) {
  if (!view)
    return html`<div class="home-scroll"><p class="empty">Mailroom has not drawn your Home yet. It does so when it hears that you came.</p></div>`;
  return html`<${DrawnHome} view=${view} />`;
}

function DrawnHome({ view }: { view: View }) {
  const surface = useHomeSurface(view);
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(box, view.blocks);
  return html`<div ref=${box} class="home-scroll" tabindex="0" role="region" aria-label="Home">
    <div class="home-content">
      <${SurfaceContext.Provider} value=${surface}><${Blocks} blocks=${view.blocks} /><//>
    </div>
  </div>`;
}

function Direct({ channel, app }: { channel: Conversation | undefined; app: string }) {
  if (!channel) return html`<p class="empty">Nothing has been said here yet.</p>`;
  const read = (atBottom: boolean): void => {
    if (atBottom && channel.unread > 0) void actAndTell("read", { channel: channel.id });
  };
  return html`<${MessageList}
      key=${channel.id}
      label=${`Messages with ${app}`}
      messages=${channel.messages}
      onBottom=${read}
      before=${html`<div class="beginning"><h2>${app}</h2><p>Only you and ${app} see what is written here.</p></div>`}
    />
    <${Footer} channel=${channel} />`;
}
