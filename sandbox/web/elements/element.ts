import { Picture } from "../blocks/picture.ts";
import { you } from "../state/slack.ts";
import type { Block, Element } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Button, FeedbackButtons, IconButton } from "./button.ts";
import { Choices } from "./choices.ts";
import { DatePicker } from "./dates.ts";
import { FileInput } from "./file-input.ts";
import { Overflow } from "./overflow.ts";
import { Select } from "./select.ts";
import { TextInput } from "./text-input.ts";

interface Props {
  block: Block;
  element: Element;
  /** The words beside it, for who does not see them. */
  label?: string;
  describedBy?: string | undefined;
}

/** Anything that Block Kit lets stand in a block. */
export function AnyElement({ block, element, label = "", describedBy }: Props) {
  const me = useStore(you);
  const props = { block, element, label, describedBy };
  switch (element.type) {
    case "button":
    case "workflow_button":
      return html`<${Button} ...${props} />`;
    case "icon_button": {
      const visible = element.visible_to_user_ids;
      return Array.isArray(visible) && !visible.includes(me) ? null : html`<${IconButton} ...${props} />`;
    }
    case "feedback_buttons":
      return html`<${FeedbackButtons} ...${props} />`;
    case "overflow":
      return html`<${Overflow} ...${props} />`;
    case "checkboxes":
    case "radio_buttons":
      return html`<${Choices} ...${props} />`;
    case "datepicker":
    case "timepicker":
    case "datetimepicker":
      return html`<${DatePicker} ...${props} />`;
    case "file_input":
      return html`<${FileInput} ...${props} />`;
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
    case "rich_text_input":
      return html`<${TextInput} ...${props} />`;
    case "image":
      return html`<${Picture} image=${element} class="accessory-image" />`;
    default:
      return element.type.endsWith("_select")
        ? html`<${Select} ...${props} />`
        : html`<span class="unknown">(${element.type})</span>`;
  }
}
