import type { Element } from "../state/slack-types.ts";
import { Text, wordsOf } from "../text/mrkdwn.ts";
import { html } from "../ui/html.ts";
import { ask } from "../ui/question.ts";

/** The dialog that an element may have before it; true when there is none. */
export async function confirmed({ confirm }: Pick<Element, "confirm">): Promise<boolean> {
  if (!confirm) return true;
  return ask({
    title: wordsOf(confirm.title) || "Are you sure?",
    body: confirm.text ? html`<${Text} text=${confirm.text} />` : "",
    yes: wordsOf(confirm.confirm) || "Yes",
    no: wordsOf(confirm.deny) || "Cancel",
    danger: confirm.style === "danger",
  });
}
