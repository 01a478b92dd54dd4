import { render } from "preact";
import { App } from "./app.ts";
import { readDemo } from "./state/demo.ts";
import { followEvents } from "./state/events.ts";
import { go, route } from "./state/route.ts";
import { become, refreshSlack, slack, you } from "./state/slack.ts";
import { html } from "./ui/html.ts";

const demo = await readDemo();
const known = demo.people.some(({ slack: id }) => id === you.get());
if (!known) become(demo.people[0]?.slack ?? "");
await refreshSlack();
if (!route.get()) go({ place: "channel", channel: demo.firstChannel });
followEvents();

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(html`<${App} />`, root);
}

slack.subscribe(() => {
  const state = slack.get();
  if (!state) return;
  const unread = state.channels.reduce((sum, channel) => sum + channel.unread, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${state.team.name} · Local Slack`;
});
