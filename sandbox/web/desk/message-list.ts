import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useNow } from "../state/now.ts";
import { you } from "../state/slack.ts";
import type { Message as SlackMessage } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { atOf, dayName } from "../text/when.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { rowsOf } from "./grouping.ts";
import { Message } from "./message.ts";
import { useZone } from "./people.ts";

interface Props {
  label: string;
  messages: SlackMessage[];
  /** Up to here everything was read when the list was opened. */
  firstUnread?: string | undefined;
  inThread?: boolean;
  before?: ComponentChildren;
  onBottom?: (atBottom: boolean) => void;
}

const NEAR_PX = 60;

/** The newest below. Whoever stands at the end stays there as messages come and cards grow; whoever reads above is left alone. */
export function MessageList({ label, messages, firstUnread, inThread = false, before, onBottom }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [away, setAway] = useState(false);
  const zone = useZone();
  const now = useNow();
  const me = useStore(you);

  const toEnd = (): void => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = list.current;
    const inner = content.current;
    if (!box || !inner) return;
    toEnd();
    const watch = new ResizeObserver(() => sticks.current && toEnd());
    watch.observe(inner);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  // What one said oneself, or was told alone, is where the eyes are.
  const newest = messages.at(-1);
  const mine = newest !== undefined && (newest.isEphemeral === true || newest.user === me);
  useLayoutEffect(() => {
    if (mine) toEnd();
  }, [newest?.ts]);
  useEffect(() => {
    if (sticks.current) onBottom?.(true);
  }, [messages.length]);
  const onScroll = (): void => {
    const box = list.current;
    if (!box) return;
    sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    setAway(!sticks.current);
    onBottom?.(sticks.current);
  };

  return html`<div class="message-list-box">
    <div ref=${list} class="message-list" role="log" aria-live="off" aria-label=${label} tabindex="0" onScroll=${onScroll}>
      <div ref=${content} class="message-list-content">
        ${before}
        ${rowsOf(messages, zone).map(
          ({ message, compact, startsDay }) => html`
            ${startsDay && html`<div class="day" key=${`day-${message.ts}`}><span>${dayName(atOf(message.ts), now, zone)}</span></div>`}
            ${message.ts === firstUnread && html`<div class="unread-line" key="unread"><span>New</span></div>`}
            <${Message} key=${message.ts} message=${message} compact=${compact && message.ts !== firstUnread} inThread=${inThread} />
          `,
        )}
      </div>
    </div>
    ${
      away &&
      html`<button type="button" class="to-end" onClick=${toEnd}><${Icon} name="down" size=${16} /> Latest</button>`
    }
  </div>`;
}
