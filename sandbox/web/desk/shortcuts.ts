import { demo } from "../state/demo.ts";
import { actAndTell, slack } from "../state/slack.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { MenuButton, type MenuItem } from "../ui/menu.ts";

/** The lightning button: the app's global shortcuts, and its commands for who does not know them. */
export function ShortcutsButton({ onCommand, inThread }: { onCommand: (text: string) => void; inThread: boolean }) {
  const app = useStore(slack, (state) => state?.app);
  const words = useStore(demo, (state) => state?.app);
  if (!app) return null;
  const shortcuts = app.shortcuts
    .filter(({ type }) => type === "global")
    .map(({ callbackId }, index): MenuItem => {
      const named = words?.shortcuts.find((one) => one.callbackId === callbackId);
      return {
        label: named?.name ?? callbackId,
        description: named?.description,
        icon: "bolt",
        ...(index === 0 && { group: "Shortcuts" }),
        run: () => actAndTell("shortcut", { callbackId }),
      };
    });
  const commands = inThread
    ? []
    : app.commands.map(({ command }, index): MenuItem => {
        const description = words?.commands.find((one) => one.command === command)?.description;
        return {
          label: command,
          description,
          ...(index === 0 && { group: "Commands" }),
          run: () => onCommand(`${command} `),
        };
      });
  const items = [...shortcuts, ...commands];
  if (items.length === 0) return null;
  return html`<${MenuButton} label="Shortcuts" items=${items}><${Icon} name="bolt" /><//>`;
}
