import type { App, BlockAction, SlackAction } from "@slack/bolt";
import { block, element, plain } from "./block-kit/samples.ts";
import { anApp, aSlack } from "./helpers.ts";

/** A card with these elements in the triage channel, and every action that reaches the app. */
export async function withCard(...elements: Record<string, unknown>[]) {
  const slack = await aSlack();
  const heard: BlockAction[] = [];
  const { client } = await anApp(slack, (app: App) => {
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      heard.push(body as SlackAction as BlockAction);
    });
  });
  const blocks = [block("actions", { block_id: "row", elements })];
  const { ts } = await client.chat.postMessage({
    channel: "C0TRIAGE",
    text: "card",
    blocks: blocks as never,
    metadata: { event_type: "card", event_payload: { id: "T1" } },
  });
  const card = { channel: "C0TRIAGE", ts: ts as string };
  return { slack, client, card, heard, alice: slack.as("U01ALICE") };
}

export const button = (text: string, more: Record<string, unknown> = {}) =>
  element("button", { text: plain(text), ...more });
