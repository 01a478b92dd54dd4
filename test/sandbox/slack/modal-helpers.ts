import type { App } from "@slack/bolt";
import type { Slack } from "../../../sandbox/slack/index.ts";
import { block, element, plain } from "./block-kit/samples.ts";

export const named = (id: string, more: Record<string, unknown> = {}) =>
  block("input", {
    block_id: id,
    label: plain(`The ${id}`),
    element: element("plain_text_input", { action_id: "v" }),
    ...more,
  });

/** A trigger as the app gets it, from a slash command. */
export async function aTrigger(slack: Slack, user = "U01ALICE"): Promise<string> {
  const { payload } = await slack.as(user).command("/triage", "C0TRIAGE");
  return payload?.trigger_id as string;
}

export const quiet = (app: App) => {
  app.command("/triage", async ({ ack }) => ack());
};
