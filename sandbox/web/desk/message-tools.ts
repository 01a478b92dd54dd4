import { demo } from "../state/demo.ts";
import { go } from "../state/route.ts";
import { actAndTell, slack, you } from "../state/slack.ts";
import type { Message } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { toast } from "../state/toasts.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { MenuButton, type MenuItem } from "../ui/menu.ts";
import { ask } from "../ui/question.ts";
import { EmojiButton } from "./emoji-button.ts";
import { meIn } from "./people.ts";

interface Props {
  message: Message;
  inThread: boolean;
  onEdit: () => void;
}

/** What can be done with a message: shown when the pointer or the focus is on it. */
export function MessageTools({ message, inThread, onEdit }: Props) {
  const { channel, ts } = message;
  const react = (emoji: string) => actAndTell("react", { channel, ts, emoji });
  const items = useMessageMenu(message, onEdit);
  return html`<div class="message-tools" role="toolbar" aria-label="Message actions">
    <${EmojiButton} label="Add a reaction" onPick=${react} />
    ${
      !inThread &&
      html`<button
        type="button"
        class="icon-button"
        aria-label="Reply in thread"
        title="Reply in thread"
        onClick=${() => go({ place: "channel", channel, thread: message.thread_ts ?? ts })}
      >
        <${Icon} name="reply" />
      </button>`
    }
    <${MenuButton} label="More actions" items=${items} align="end"><${Icon} name="more" /><//>
  </div>`;
}

function useMessageMenu(message: Message, onEdit: () => void): MenuItem[] {
  const app = useStore(slack, (state) => state?.app);
  const words = useStore(demo, (known) => known?.app.shortcuts) ?? [];
  const me = useStore(you);
  const admin = useStore(slack, (state) => state && meIn(state)?.admin) ?? false;
  if (!app) return [];
  const { channel, ts } = message;
  const mine = message.user === me;
  const shortcuts = app.shortcuts
    .filter(({ type }) => type === "message")
    .map(({ callbackId }, index): MenuItem => {
      const named = words.find((one) => one.callbackId === callbackId);
      return {
        label: named?.name ?? callbackId,
        description: named?.description,
        icon: "bolt",
        ...(index === 0 && { group: app.name }),
        run: () => actAndTell("messageShortcut", { callbackId, channel, ts }),
      };
    });
  const items: MenuItem[] = [
    ...shortcuts,
    {
      label: "Copy text",
      icon: "copy",
      ...(shortcuts.length > 0 && { group: "Message" }),
      run: () => {
        void navigator.clipboard?.writeText(message.tokens.map(({ shown }) => shown).join(""));
        toast("Copied");
      },
    },
  ];
  if (mine) items.push({ label: "Edit message", icon: "pen", run: onEdit });
  if (mine || admin)
    items.push({
      label: "Delete message …",
      icon: "trash",
      danger: true,
      run: async () => {
        const body = html`<p>It goes for everybody, and for good.</p>`;
        if (await ask({ title: "Delete this message?", body, yes: "Delete", no: "Cancel", danger: true }))
          await actAndTell("remove", { channel, ts });
      },
    });
  return items;
}
