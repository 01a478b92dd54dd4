import { useId } from "preact/hooks";
import { AnyElement } from "../elements/element.ts";
import { useSurface } from "../elements/surface.ts";
import type { Block, Element, PlainText } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";

/** A field with its name, its hint, and what was wrong with it. */
export function Input({ block }: { block: Block }) {
  const surface = useSurface();
  const error = surface.errors[block.block_id];
  const label = wordsOf(block.label as PlainText);
  const hint = block.hint as PlainText | undefined;
  const id = useId();
  return html`<div class="block input-block ${error ? "wrong" : ""}">
    <div class="label">
      ${label} ${block.optional === true && html`<span class="muted">(optional)</span>`}
    </div>
    <${AnyElement} block=${block} element=${block.element as Element} label=${label} describedBy=${`${id}-hint ${id}-error`} />
    ${error && html`<p class="error" id=${`${id}-error`} role="alert">${error}</p>`}
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${wordsOf(hint)}</p>`}
  </div>`;
}
