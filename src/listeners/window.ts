import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import type { View } from "@slack/types";
import { explain, sayingModal, type Values } from "../views/modal.ts";
import { type Refusal, refusalNotice } from "../views/notices.ts";

export type Submit = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

/** Bolt's view as the views read it. */
export const submitted = ({ view }: Submit): Pick<View, "private_metadata"> & { state: { values: Values } } =>
  view as unknown as Pick<View, "private_metadata"> & { state: { values: Values } };

/** Whoever submitted is told inside the window why it was refused; what they typed stays. */
export async function refuseInWindow({ ack, view }: Submit, refusal: Refusal, block?: string): Promise<void> {
  const where = block ?? firstInput(view);
  if (where === undefined) return ack();
  await ack({ response_action: "errors", errors: { [where]: plainText(refusalNotice(refusal)) } });
}

export const refuseField = ({ ack }: Submit, block: string, reason: string): Promise<void> =>
  ack({ response_action: "errors", errors: { [block]: plainText(reason) } }) as Promise<void>;

/** Errors in a window are plain text: no mentions, no bold. */
export const plainText = (text: string): string =>
  text
    .replace(/<@([UW][A-Z0-9]+)>/g, "a colleague")
    .replace(/\*/g, "")
    .slice(0, 300);

/** The window goes on with a sentence in the place of what it asked. */
export const sayInWindow = ({ ack }: Submit, title: string, text: string): Promise<void> =>
  ack({ response_action: "update", view: sayingModal(title, [explain(text)]) }) as Promise<void>;

export const firstInput = ({ blocks }: { blocks: unknown }): string | undefined =>
  (blocks as { type: string; block_id?: string }[]).find((block) => block.type === "input")?.block_id;
