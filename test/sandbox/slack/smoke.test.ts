import { expect, test } from "vitest";
import { actions, aSlack, anApp, button } from "./helpers.ts";

test("a press reaches the real Bolt, and its update is seen", async () => {
  const slack = await aSlack();
  const { client } = await anApp(slack, (app) => {
    app.action("claim", async ({ ack, body, client, respond }) => {
      await ack();
      if (body.type !== "block_actions" || !body.message || !body.channel) return;
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: `Claimed by <@${body.user.id}>` });
      await respond({ text: "yours", replace_original: false });
    });
  });
  const posted = await client.chat.postMessage({
    channel: "C0SUPPORT",
    text: "New e-mail",
    blocks: [actions(button("Claim", { action_id: "claim", value: "1" }))],
  });
  const card = slack.messages("C0SUPPORT")[0];
  expect(card?.ts).toBe(posted.ts);
  const outcome = await slack.as("U01ALICE").press({ channel: "C0SUPPORT", ts: posted.ts as string }, "Claim");
  expect(outcome.ok).toBe(true);
  await slack.until(() => slack.message("C0SUPPORT", posted.ts as string)?.text.includes("Claimed"));
  await slack.until(() => slack.ephemerals("U01ALICE").length === 1);
  expect(slack.refused).toEqual([]);
});
