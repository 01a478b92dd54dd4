import { useRef, useState } from "preact/hooks";
import { Blocks } from "../blocks/blocks.ts";
import { SurfaceContext } from "../elements/surface.ts";
import { actAndTell } from "../state/slack.ts";
import type { Message as SlackMessage } from "../state/slack-types.ts";
import { Mrkdwn } from "../text/mrkdwn.ts";
import { atOf, clock, full } from "../text/when.ts";
import { Avatar } from "../ui/avatar.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { useKeptFocus } from "../ui/keep-focus.ts";
import { memo } from "../ui/memo.ts";
import { Composer } from "./composer.ts";
import { Files } from "./files.ts";
import { MessageTools } from "./message-tools.ts";
import { useAuthor } from "./people.ts";
import { Reactions } from "./reactions.ts";
import { ReplyBar } from "./reply-bar.ts";
import { useMessageSurface } from "./surfaces.ts";

interface Props {
  message: SlackMessage;
  /** Follows a message of the same author: no avatar, no name. */
  compact: boolean;
  inThread?: boolean;
}

export const Message = memo(function Message({ message, compact, inThread = false }: Props) {
  const { name, app, zone } = useAuthor(message);
  const [editing, setEditing] = useState(false);
  const article = useRef<HTMLElement>(null);
  useKeptFocus(article, message.blocks);
  const at = atOf(message.ts);
  const time = html`<time class="message-time" datetime=${new Date(at).toISOString()} title=${full(at, zone)}>${clock(at, zone)}</time>`;
  const gone = message.subtype === "tombstone";
  return html`<article
    ref=${article}
    tabindex="-1"
    class="message ${compact ? "compact" : ""} ${message.isEphemeral ? "ephemeral" : ""} ${gone ? "gone" : ""}"
    data-ts=${message.ts}
    aria-label=${`${name}, ${clock(at, zone)}`}
  >
    <div class="message-side">
      ${compact ? time : gone ? html`<span class="avatar-hole"><${Icon} name="trash" /></span>` : html`<${Avatar} name=${name} app=${app} />`}
    </div>
    <div class="message-main">
      ${message.isEphemeral && html`<${OnlyYou} message=${message} />`}
      ${message.subtype === "thread_broadcast" && !inThread && html`<div class="muted small">replied to a thread</div>`}
      ${
        !compact &&
        !gone &&
        html`<header class="message-head">
          <span class="author">${name}</span>
          ${app && html`<span class="badge">APP</span>`} ${time}
        </header>`
      }
      ${
        editing
          ? html`<${Composer}
              label="Edit message"
              channel=${message.channel}
              initial=${message.tokens.map(({ shown }) => shown).join("")}
              onSend=${async (text: string) => {
                await actAndTell("edit", { channel: message.channel, ts: message.ts, text });
                setEditing(false);
              }}
              onCancel=${() => setEditing(false)}
            />`
          : html`<${Body} message=${message} />`
      }
      ${message.files && html`<${Files} files=${message.files} />`}
      <${Reactions} message=${message} />
      ${!inThread && html`<${ReplyBar} message=${message} />`}
    </div>
    ${!message.isEphemeral && !gone && html`<${MessageTools} message=${message} inThread=${inThread} onEdit=${() => setEditing(true)} />`}
  </article>`;
});

/** Blocks take the place of the text, which is then for notifications; what people write is text. */
function Body({ message }: { message: SlackMessage }) {
  const surface = useMessageSurface(message);
  const fromApp = message.bot_id !== undefined;
  const shared = message.files !== undefined && message.text === "";
  return html`<${SurfaceContext.Provider} value=${surface}>
    ${
      message.blocks && fromApp
        ? html`<${Blocks} blocks=${message.blocks} />`
        : !shared &&
          html`<div class="message-text">
            <${Mrkdwn} tokens=${message.tokens} />
            ${message.edited && html`<span class="muted small"> (edited)</span>`}
          </div>`
    }
    ${message.attachments?.map(
      (attachment) => html`<div class="attachment">
        ${attachment.text && html`<p class="lines">${attachment.text}</p>`}
        ${attachment.blocks && html`<${Blocks} blocks=${attachment.blocks} />`}
      </div>`,
    )}
  <//>`;
}

function OnlyYou({ message: { channel, ts } }: { message: SlackMessage }) {
  return html`<div class="only-you">
    <${Icon} name="lock" size=${13} /> Only visible to you ·
    <button type="button" class="text-button" onClick=${() => actAndTell("dismiss", { channel, ts })}>Dismiss</button>
  </div>`;
}
