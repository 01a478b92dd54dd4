import { useState } from "preact/hooks";
import { AnyElement } from "../elements/element.ts";
import type { Block, Element, Json, TextObject } from "../state/slack-types.ts";
import { Text } from "../text/mrkdwn.ts";
import { RichText } from "../text/rich-text.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";
import { Blocks } from "./blocks.ts";
import { Picture } from "./picture.ts";

const textIn = (value: unknown) => (value ? html`<${Text} text=${value as TextObject} />` : null);

export function Card({ block }: { block: Block }) {
  const actions = (block.actions ?? []) as Element[];
  return html`<div class="block card-block">
    ${block.hero_image && html`<${Picture} image=${block.hero_image as Json} class="hero" />`}
    <div class="card-head">
      ${block.icon && html`<${Picture} image=${block.icon as Json} class="card-icon" />`}
      <div>
        ${block.title && html`<div class="card-title">${textIn(block.title)}</div>`}
        ${block.subtitle && html`<div class="muted">${textIn(block.subtitle)}</div>`}
      </div>
    </div>
    ${textIn(block.body)} ${block.subtext && html`<div class="context">${textIn(block.subtext)}</div>`}
    ${
      actions.length > 0 &&
      html`<div class="actions">
        ${actions.map((element) => html`<${AnyElement} key=${element.action_id} block=${block} element=${element} />`)}
      </div>`
    }
  </div>`;
}

export function Carousel({ block }: { block: Block }) {
  const cards = (block.elements ?? []) as Block[];
  return html`<div class="block carousel" tabindex="0" role="group" aria-label="Cards">
    ${cards.map((card) => html`<${Card} key=${card.block_id} block=${card} />`)}
  </div>`;
}

export function Container({ block }: { block: Block }) {
  const [open, setOpen] = useState(block.default_collapsed !== true);
  const collapsible = block.is_collapsible === true;
  const title = block.rich_text_title
    ? html`<${RichText} block=${block.rich_text_title as Json} />`
    : textIn(block.title);
  return html`<section class="block container-block">
    <div class="container-head">
      ${block.icon && html`<${Picture} image=${block.icon as Json} class="card-icon" />`}
      <div class="card-title">${title} ${block.subtitle && html`<div class="muted">${textIn(block.subtitle)}</div>`}</div>
      ${
        collapsible &&
        html`<button type="button" class="icon-button" aria-expanded=${open} aria-label=${open ? "Collapse" : "Expand"} onClick=${() => setOpen(!open)}>
          <${Icon} name=${open ? "down" : "right"} />
        </button>`
      }
    </div>
    ${(open || !collapsible) && html`<${Blocks} blocks=${(block.child_blocks ?? []) as Block[]} />`}
  </section>`;
}

export function Alert({ block }: { block: Block }) {
  const level = typeof block.level === "string" ? block.level : "default";
  return html`<div class="block alert ${level}" role="note">
    <${Icon} name=${level === "success" ? "check" : "warning"} />
    <div>${textIn(block.text)}</div>
  </div>`;
}
