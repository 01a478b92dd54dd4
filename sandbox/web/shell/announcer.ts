import { useEffect, useRef, useState } from "preact/hooks";
import { route } from "../state/route.ts";
import { slack } from "../state/slack.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";

/** Says new messages of the open channel aloud, by the text that the app wrote for that; redraws are silent. */
export function Announcer() {
  const at = useStore(route);
  const id = at?.place === "channel" ? at.channel : undefined;
  const last = useStore(slack, (state) => state?.channels.find((channel) => channel.id === id)?.messages.at(-1));
  const known = useRef<{ channel: string | undefined; ts: string }>({ channel: undefined, ts: "" });
  const [words, setWords] = useState("");
  useEffect(() => {
    const isNew = known.current.channel === id && last !== undefined && last.ts > known.current.ts;
    known.current = { channel: id, ts: last?.ts ?? "" };
    if (isNew) setWords(last.tokens.map(({ shown }) => shown).join(""));
  }, [id, last?.ts]);
  return html`<div class="for-screen-readers" aria-live="polite">${words}</div>`;
}
