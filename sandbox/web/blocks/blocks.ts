import type { FunctionComponent } from "preact";
import { AnyElement } from "../elements/element.ts";
import type { Block, Element, Json, PlainText, TextObject } from "../state/slack-types.ts";
import { Text, wordsOf } from "../text/mrkdwn.ts";
import { RichText } from "../text/rich-text.ts";
import { Words } from "../text/words.ts";
import { html } from "../ui/html.ts";
import { Link } from "../ui/link.ts";
import { memo } from "../ui/memo.ts";
import { Alert, Card, Carousel, Container } from "./cards.ts";
import { Input } from "./input.ts";
import { Markdown } from "./markdown.ts";
import { Picture } from "./picture.ts";
import { Chart, Table } from "./tables.ts";
import { Plan, TaskCard } from "./tasks.ts";

interface Props {
  block: Block;
}

const all = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** What an app sent, in its order. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return html`<div class="blocks">
    ${blocks.map((block) => html`<${OneBlock} key=${block.block_id} block=${block} />`)}
  </div>`;
}

const OneBlock = memo(function OneBlock({ block }: Props) {
  const Known = KINDS[block.type];
  return Known ? html`<${Known} block=${block} />` : html`<div class="unknown">(${block.type})</div>`;
});

function Section({ block }: Props) {
  const text = block.text as TextObject | undefined;
  const accessory = block.accessory as Element | undefined;
  const fields = all(block.fields) as unknown as TextObject[];
  return html`<div class="block section">
    <div class="section-words">
      ${text && html`<${Text} text=${text} />`}
      ${fields.length > 0 && html`<div class="fields">${fields.map((field) => html`<div class="field"><${Text} text=${field} /></div>`)}</div>`}
    </div>
    ${accessory && html`<div class="accessory"><${AnyElement} block=${block} element=${accessory} label=${labelFrom(text)} /></div>`}
  </div>`;
}

const labelFrom = (text: TextObject | undefined): string =>
  (text?.type === "mrkdwn" ? text.tokens.map(({ shown }) => shown).join("") : wordsOf(text)).slice(0, 200);

function Header({ block }: Props) {
  return html`<h3 class="block header"><${Words} text=${wordsOf(block.text as PlainText)} /></h3>`;
}

function Context({ block }: Props) {
  return html`<div class="block context">
    ${all(block.elements).map((element) =>
      element.type === "image"
        ? html`<${Picture} image=${element} class="context-image" />`
        : html`<div><${Text} text=${element as unknown as TextObject} /></div>`,
    )}
  </div>`;
}

function Actions({ block }: Props) {
  const elements = all(block.elements) as Element[];
  return html`<div class="block actions">
    ${elements.map((element) => html`<${AnyElement} key=${element.action_id} block=${block} element=${element} />`)}
  </div>`;
}

function ImageBlock({ block }: Props) {
  const title = block.title as PlainText | undefined;
  return html`<figure class="block image">
    ${title && html`<figcaption>${wordsOf(title)}</figcaption>`}
    <${Picture} image=${block} class="block-image" />
  </figure>`;
}

function Video({ block }: Props) {
  const thumbnail = { image_url: block.thumbnail_url, alt_text: block.alt_text };
  return html`<figure class="block image">
    <figcaption><${Link} url=${String(block.title_url ?? block.video_url)} label=${wordsOf(block.title as PlainText)} /></figcaption>
    <${Picture} image=${thumbnail} class="block-image" />
    ${block.description && html`<p class="muted">${wordsOf(block.description as PlainText)}</p>`}
  </figure>`;
}

const KINDS: Record<string, FunctionComponent<Props>> = {
  section: Section,
  header: Header,
  context: Context,
  actions: Actions,
  context_actions: Actions,
  divider: () => html`<hr class="block divider" />`,
  image: ImageBlock,
  video: Video,
  rich_text: ({ block }) => html`<div class="block"><${RichText} block=${block} /></div>`,
  markdown: ({ block }) => html`<div class="block"><${Markdown} text=${String(block.text ?? "")} /></div>`,
  input: Input,
  table: Table,
  data_table: Table,
  data_visualization: Chart,
  card: Card,
  carousel: Carousel,
  container: Container,
  alert: Alert,
  task_card: TaskCard,
  plan: Plan,
};
