import { demo, steerMailroom } from "../state/demo.ts";
import { online } from "../state/events.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

/** Says when the demo or Mailroom is away: a visitor must never wonder why nothing happens. */
export function Banner() {
  const there = useStore(online);
  const mailroom = useStore(demo, (state) => state?.mailroom);
  if (!there)
    return html`<div class="banner warning" role="alert"><${Icon} name="warning" /> The demo has ended. Start it again in its terminal: this page comes back by itself.</div>`;
  if (!mailroom || mailroom.state === "running") return null;
  // The top bar says that it starts or ends: a line that comes and goes would move everything below it.
  if (mailroom.state === "starting" || mailroom.state === "stopping") return null;
  const died = mailroom.state === "died";
  return html`<div class="banner ${died ? "warning" : ""}" role="alert">
    <${Icon} name=${died ? "warning" : "power"} />
    <span>
      ${died ? `Mailroom ended${mailroom.code === null ? "" : ` with code ${mailroom.code}`}.` : "Mailroom is switched off."} Mail waits in
      Gmail, buttons do nothing.
    </span>
    <button type="button" class="button small" onClick=${() => steerMailroom("start")}>Start it again</button>
    ${died && mailroom.lastWords.length > 0 && html`<details><summary>Its last words</summary><pre>${mailroom.lastWords.join("\n")}</pre></details>`}
  </div>`;
}

export function MailroomPill() {
  const state = useStore(demo, (known) => known?.mailroom.state);
  if (state !== "starting" && state !== "stopping") return null;
  return html`<span class="pill" role="status"><i class="busy"></i> Mailroom is ${state === "starting" ? "starting" : "ending its work"} …</span>`;
}
