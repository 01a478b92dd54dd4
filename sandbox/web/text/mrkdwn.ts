import { useMemo } from "preact/hooks";
import { formatDate } from "../../slack/rendering/date.ts";
import { useNow } from "../state/now.ts";
import { slack, you } from "../state/slack.ts";
import type { PlainText, TextObject, Token } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Link } from "../ui/link.ts";
import { memo } from "../ui/memo.ts";
import { withEmoji } from "./emoji.ts";
import { formatMrkdwn, type Inline, type Paragraph } from "./format.ts";
import { Words } from "./words.ts";

/** A text object of either kind. */
export function Text({ text }: { text: TextObject }) {
  return text.type === "mrkdwn" ? html`<${Mrkdwn} tokens=${text.tokens} />` : html`<${Plain} text=${text} />`;
}

export const wordsOf = (text: PlainText | null | undefined): string => {
  const shown = text?.shown ?? text?.text ?? "";
  return text?.emoji === false ? shown : withEmoji(shown);
};

function Plain({ text }: { text: PlainText }) {
  return html`<span class="plain"><${Words} text=${wordsOf(text)} /></span>`;
}

export const Mrkdwn = memo(function Mrkdwn({ tokens }: { tokens: Token[] }) {
  const paragraphs = useMemo(() => formatMrkdwn(tokens), [tokens]);
  return html`<div class="mrkdwn">${paragraphs.map((paragraph) => html`<${OneParagraph} paragraph=${paragraph} />`)}</div>`;
});

function OneParagraph({ paragraph }: { paragraph: Paragraph }) {
  switch (paragraph.kind) {
    case "code":
      return html`<pre class="fence"><code><${Inlines} of=${paragraph.children} /></code></pre>`;
    case "bullets":
      return html`<ul>
        ${paragraph.items.map((item) => html`<li><${Inlines} of=${item} /></li>`)}
      </ul>`;
    case "quote":
      return html`<blockquote><${Lines} lines=${paragraph.lines} /></blockquote>`;
    default:
      return html`<div class="lines"><${Lines} lines=${paragraph.lines} /></div>`;
  }
}

/** Line ends are kept as characters: the style says `pre-wrap`, and copying gives the same lines. */
function Lines({ lines }: { lines: Inline[][] }) {
  return lines.map((line, index) => html`${index > 0 && "\n"}<${Inlines} of=${line} />`);
}

function Inlines({ of }: { of: Inline[] }) {
  return of.map((inline) => {
    switch (inline.kind) {
      case "text":
        return html`<${Words} text=${inline.text} />`;
      case "emoji":
        return html`<${Emoji} name=${inline.name} char=${inline.char} />`;
      case "token":
        return html`<${Live} token=${inline.token} />`;
      case "bold":
        return html`<strong><${Inlines} of=${inline.children} /></strong>`;
      case "italic":
        return html`<em><${Inlines} of=${inline.children} /></em>`;
      case "strike":
        return html`<s><${Inlines} of=${inline.children} /></s>`;
      default:
        return html`<code><${Inlines} of=${inline.children} /></code>`;
    }
  });
}

export function Emoji({ name, char }: { name: string; char: string }) {
  return html`<span class="emoji" role="img" aria-label=${name.replaceAll("_", " ")} title=":${name}:">${char}</span>`;
}

/** A mention, a link or a date. */
function Live({ token }: { token: Exclude<Token, { type: "text" }> }) {
  const me = useStore(you);
  if (token.type === "link") return html`<${Link} url=${token.url} label=${token.shown} />`;
  if (token.type === "date") return html`<${SlackDate} ...${token} />`;
  const calls = token.type === "broadcast" || (token.type === "user" && token.id === me);
  return html`<span class="mention ${calls ? "me" : ""}">${token.shown}</span>`;
}

/** Slack's clients put the date in, and keep "in 42 minutes" true as time goes by. */
export function SlackDate({
  timestamp,
  format,
  fallback,
  url,
}: {
  timestamp: number;
  format: string;
  fallback?: string;
  url?: string;
}) {
  const now = useNow();
  const timeZone = useStore(slack, (state) => state?.users.find(({ id }) => id === state.you)?.tz) ?? "UTC";
  const words = formatDate(timestamp, format, { timeZone, now });
  if (url) return html`<${Link} url=${url} label=${words} />`;
  return html`<time datetime=${new Date(timestamp * 1000).toISOString()} title=${fallback}>${words}</time>`;
}
