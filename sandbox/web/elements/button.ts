import type { Block, Element, Json, PlainText } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { confirmed } from "./confirm.ts";
import { useSurface } from "./surface.ts";
import { useBusy } from "./use-busy.ts";

interface Props {
  block: Block;
  element: Element;
}

export function Button({ block, element }: Props) {
  const surface = useSurface();
  const { busy, failed, run } = useBusy();
  const words = wordsOf(element.text as PlainText);
  const press = async (): Promise<void> => {
    if (await confirmed(element)) await run(() => surface.press(block, element));
  };
  const style = element.style === "primary" || element.style === "danger" ? element.style : "";
  // A workflow button starts something that only Slack itself has.
  const workflow = element.type === "workflow_button";
  return html`<button
    type="button"
    class="button ${style} ${busy ? "busy" : ""}"
    aria-label=${(element.accessibility_label as string | undefined) ?? undefined}
    aria-busy=${busy}
    data-does=${`${element.action_id} ${element.value ?? ""}`}
    disabled=${workflow}
    title=${workflow ? "Starts a workflow, which this Slack has not" : failed}
    onClick=${press}
  >
    <span class="button-words">${words}</span>
    ${element.url && html`<${Icon} name="external" size=${14} />`}
    ${failed && html`<${Icon} name="warning" size=${15} />`}
  </button>`;
}

const ICONS: Record<string, "trash"> = { trash: "trash" };

export function IconButton({ block, element }: Props) {
  const surface = useSurface();
  const { busy, run } = useBusy();
  const words = wordsOf(element.text as PlainText);
  const press = async (): Promise<void> => {
    if (await confirmed(element)) await run(() => surface.press(block, element));
  };
  return html`<button type="button" class="icon-button" aria-label=${words} title=${words} aria-busy=${busy} onClick=${press}>
    <${Icon} name=${ICONS[String(element.icon)] ?? "more"} />
  </button>`;
}

/** Two thumbs that are one element. */
export function FeedbackButtons({ block, element }: Props) {
  const surface = useSurface();
  const { busy, run } = useBusy();
  const thumb = (key: "positive_button" | "negative_button", sign: string) => {
    const half = element[key] as (Json & { text: PlainText; accessibility_label?: string }) | undefined;
    if (!half) return null;
    const words = wordsOf(half.text);
    return html`<button
      type="button"
      class="button small"
      aria-label=${half.accessibility_label ?? words}
      disabled=${busy}
      onClick=${() => run(() => surface.press(block, element, { text: words }))}
    >
      <span aria-hidden="true">${sign}</span> ${words}
    </button>`;
  };
  return html`<span class="feedback">${thumb("positive_button", "👍")}${thumb("negative_button", "👎")}</span>`;
}
