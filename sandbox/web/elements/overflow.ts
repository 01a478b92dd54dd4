import type { Block, Element } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { MenuButton } from "../ui/menu.ts";
import { confirmed } from "./confirm.ts";
import { optionsOf } from "./field.ts";
import { useSurface } from "./surface.ts";
import { useBusy } from "./use-busy.ts";

export function Overflow({ block, element }: { block: Block; element: Element }) {
  const surface = useSurface();
  const { busy, run } = useBusy();
  const items = optionsOf(element).map((option) => ({
    label: option.text.type === "plain_text" ? wordsOf(option.text) : option.text.text,
    description: option.description?.type === "plain_text" ? wordsOf(option.description) : undefined,
    run: async () => {
      if (await confirmed(element)) await run(() => surface.enter(block, element, [option]));
    },
  }));
  return html`<${MenuButton} label="More actions" items=${items} align="end" class="button square" disabled=${busy}>
    <${Icon} name="more" />
  <//>`;
}
