import { demo, steerRound } from "../state/demo.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

const SPEEDS = [2, 4, 10, 20, 30, 60];

/** The mail that comes by itself: one at a time, as fast as the visitor likes. */
export function MailRound() {
  const round = useStore(demo, (state) => state?.round);
  if (!round) return null;
  const { delivered, total, paused, everySeconds } = round;
  const over = delivered >= total;
  const speeds = [...new Set([...SPEEDS, everySeconds])].sort((a, b) => a - b);
  return html`<div class="mail-round" role="group" aria-label="Arriving mail">
    <div class="round-words">
      <span>${over ? "All mail has come" : paused ? "Mail is paused" : "Mail arrives"}</span>
      <small>${delivered} of ${total}</small>
    </div>
    <div class="round-track"><i style=${`width:${(delivered / Math.max(1, total)) * 100}%`}></i></div>
    <div class="round-buttons">
      <button
        type="button"
        class="icon-button on-dark"
        aria-label=${paused ? "Go on with the mail" : "Pause the mail"}
        title=${paused ? "Go on with the mail" : "Pause the mail"}
        disabled=${over}
        onClick=${() => steerRound({ paused: !paused })}
      >
        <${Icon} name=${paused ? "play" : "pause"} />
      </button>
      <button type="button" class="icon-button on-dark" aria-label="Next mail now" title="Next mail now" disabled=${over} onClick=${() => steerRound({ next: true })}>
        <${Icon} name="next" />
      </button>
      <label class="speed">
        every
        <select
          aria-label="Time between two mails"
          value=${String(everySeconds)}
          onChange=${(event: Event) => steerRound({ everySeconds: Number((event.currentTarget as HTMLSelectElement).value) })}
        >
          ${speeds.map((seconds) => html`<option value=${String(seconds)}>${seconds} s</option>`)}
        </select>
      </label>
    </div>
  </div>`;
}
