import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "../state/api.ts";
import { demo, steerMailroom } from "../state/demo.ts";
import { useStore } from "../state/store.ts";
import { toast } from "../state/toasts.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { clearAll, GMAIL_KNOBS, type Knob, SLACK_KNOBS } from "./knobs.ts";
import { MailRound } from "./mail-round.ts";
import { troubleOpen } from "./open.ts";

/** What a visitor turns to break the desk. */
export function TroublePanel() {
  const open = useStore(troubleOpen);
  return open ? html`<${Panel} />` : null;
}

function Panel() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const close = (): void => troubleOpen.set(false);
  return html`<aside
    ref=${panel}
    class="trouble"
    tabindex="-1"
    aria-label="Trouble"
    onKeyDown=${(event: KeyboardEvent) => event.key === "Escape" && close()}
  >
    <header class="pane-head">
      <h2 class="pane-title">Trouble</h2>
      <span class="spring"></span>
      <button type="button" class="icon-button" aria-label="Close" title="Close (Escape)" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <div class="trouble-scroll">
      <p class="muted">Try to make Mailroom lose a mail, post a card twice or send an answer twice.</p>
      <div class="only-narrow"><${MailRound} /></div>
      <${Process} />
      <${Knobs} title="Slack shall …" knobs=${SLACK_KNOBS} />
      <${Knobs} title="Gmail shall …" knobs=${GMAIL_KNOBS} />
      <button
        type="button"
        class="button wide"
        onClick=${async () => {
          if (await clearAll()) toast("All trouble is over.");
        }}
      >
        <${Icon} name="check" size=${16} /> Enough: make all of it work again
      </button>
      <${Refusals} /><${Log} />
    </div>
  </aside>`;
}

function Knobs({ title, knobs }: { title: string; knobs: Knob[] }) {
  return html`<section>
    <h3>${title}</h3>
    <ul class="knobs">
      ${knobs.map(
        (knob) => html`<li key=${knob.label}>
          <button
            type="button"
            class="knob"
            onClick=${async () => {
              if (await knob.turn()) toast(knob.done);
            }}
          >
            <strong>${knob.label}</strong><small>${knob.hint}</small>
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

const STATES = {
  starting: "is starting",
  running: "is running",
  stopping: "is ending its work",
  stopped: "is switched off",
  died: "ended",
};

function Process() {
  const state = useStore(demo, (known) => known?.mailroom.state) ?? "starting";
  const running = state === "running";
  return html`<section>
    <h3>Mailroom ${STATES[state]}</h3>
    <div class="trouble-buttons">
      <button type="button" class="button danger" disabled=${!running} onClick=${() => steerMailroom("kill")}>Pull the plug</button>
      <button type="button" class="button" disabled=${!running} onClick=${() => steerMailroom("stop")}>Switch off</button>
      <button type="button" class="button" disabled=${state !== "stopped" && state !== "died"} onClick=${() => steerMailroom("start")}>Start</button>
    </div>
    <p class="muted small">Pulling the plug is SIGKILL: nothing is finished, nothing is saved that was not saved before.</p>
  </section>`;
}

interface Refusal {
  at: number;
  what: string;
  error: string;
  messages: string[];
}

const LOOK_MS = 3_000;

/** What Slack said no to: an app that works well has nothing here but requests to slow down. */
function Refusals() {
  const [list, setList] = useState<Refusal[]>([]);
  useEvery(LOOK_MS, async () => setList((await get<{ refused: Refusal[] }>("/slack/sandbox/calls?limit=1")).refused));
  if (list.length === 0) return null;
  return html`<details>
    <summary>Slack refused ${list.length} ${list.length === 1 ? "call" : "calls"}</summary>
    <ul class="refusals">
      ${list.slice(-20).map(({ what, error, messages }) => html`<li><code>${what}</code> ${error}${messages.map((line) => html`<br /><small>${line}</small>`)}</li>`)}
    </ul>
  </details>`;
}

function Log() {
  const [open, setOpen] = useState(false);
  const [lines, setLines] = useState<string[]>([]);
  useEvery(LOOK_MS, async () => {
    if (open) setLines((await get<{ lines: string[] }>("/demo/log")).lines);
  }, [open]);
  return html`<details onToggle=${(event: Event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
    <summary>What Mailroom writes to its log</summary>
    <pre class="log" tabindex="0">${lines.slice(-80).map(readable).join("\n")}</pre>
  </details>`;
}

/** A line of its JSON log in fewer characters. */
function readable(line: string): string {
  try {
    const { time, level: _level, pid: _pid, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const words = Object.entries(rest).map(
      ([key, value]) => `${key}=${typeof value === "object" ? JSON.stringify(value) : value}`,
    );
    return `${new Date(Number(time)).toLocaleTimeString("en-GB")} ${msg ?? ""} ${words.join(" ")}`;
  } catch {
    return line;
  }
}

function useEvery(ms: number, look: () => Promise<void>, when: unknown[] = []): void {
  useEffect(() => {
    const quietly = (): void => void look().catch(() => undefined);
    quietly();
    const timer = setInterval(quietly, ms);
    return () => clearInterval(timer);
  }, when);
}
