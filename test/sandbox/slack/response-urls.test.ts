import type { RespondArguments } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { block, element, mrkdwn, plain } from "./block-kit/samples.ts";
import { anApp, aSlack } from "./helpers.ts";

const START = 1_700_000_000_000;
const row = (text: string) =>
  block("actions", { elements: [element("button", { text: plain(text), action_id: "it" })] }) as never;

/** A pressed card, and a way to answer through Bolt's own respond. */
async function pressed() {
  const slack = await aSlack({ now: () => START });
  let respond: ((message: RespondArguments) => Promise<unknown>) | undefined;
  const { client } = await anApp(slack, (app) => {
    app.action("it", async ({ ack, respond: answer }) => {
      await ack();
      respond = answer as (message: RespondArguments) => Promise<unknown>;
    });
  });
  const { ts } = await client.chat.postMessage({ channel: "C0TRIAGE", text: "card", blocks: [row("Go")] });
  const card = { channel: "C0TRIAGE", ts: ts as string };
  const press = async (where = card) => {
    respond = undefined;
    await slack.as("U01ALICE").press(where, { actionId: "it" });
    return slack.until(() => respond);
  };
  return { slack, client, card, press };
}

describe("an answer to a press", () => {
  test("is private unless it says otherwise", async () => {
    const { slack, press } = await pressed();
    const respond = await press();
    await respond({ text: "for you" });
    await respond({ text: "for all", response_type: "in_channel" });
    expect(slack.ephemerals("U01ALICE")).toMatchObject([{ text: "for you" }]);
    expect(slack.messages("C0TRIAGE").map(({ text }) => text)).toEqual(["card", "for all"]);
  });

  test("can replace or delete the message that was pressed", async () => {
    const { slack, card, press } = await pressed();
    const respond = await press();
    await respond({ text: "done", replace_original: true });
    expect(slack.message("C0TRIAGE", card.ts)).toMatchObject({ text: "done" });
    expect(slack.message("C0TRIAGE", card.ts)?.blocks).toBeUndefined();
    await respond({ delete_original: true });
    expect(slack.messages("C0TRIAGE")).toEqual([]);
  });

  test("reaches what is else out of reach: an ephemeral message", async () => {
    const { slack, client, press } = await pressed();
    const { message_ts } = await client.chat.postEphemeral({
      channel: "C0TRIAGE",
      user: "U01ALICE",
      text: "?",
      blocks: [row("Yes")],
    });
    const respond = await press({ channel: "C0TRIAGE", ts: message_ts as string });
    await respond({ text: "thanks", replace_original: true });
    expect(slack.ephemerals("U01ALICE")).toMatchObject([{ ts: message_ts, text: "thanks" }]);
    await expect(respond({ text: "all", replace_original: true, response_type: "in_channel" })).rejects.toThrow("400");
    await respond({ delete_original: true });
    expect(slack.ephemerals("U01ALICE")).toEqual([]);
  });

  test("can go into a thread", async () => {
    const { slack, card, press } = await pressed();
    await (await press())({ text: "in thread", response_type: "in_channel", thread_ts: card.ts } as never);
    expect(slack.thread(card)).toMatchObject([{ text: "in thread" }]);
  });

  test("five times, not six", async () => {
    const { slack, press } = await pressed();
    const respond = await press();
    for (let i = 0; i < 5; i += 1) await respond({ text: `${i}` });
    await expect(respond({ text: "6" })).rejects.toThrow("404");
    expect(slack.refused).toMatchObject([{ what: "response_url", error: "used_url" }]);
    await (await press())({ text: "a new press, a new address" });
  });

  test("for half an hour, not longer", async () => {
    const { slack, press } = await pressed();
    const respond = await press();
    slack.clock.advance(30 * 60_000);
    await respond({ text: "just in time" });
    slack.clock.advance(1);
    await expect(respond({ text: "late" })).rejects.toThrow("404");
    expect(slack.refused).toMatchObject([{ error: "expired_url" }]);
  });

  test("is validated like a message, in bare words, but without the sum of all text", async () => {
    const { slack, press } = await pressed();
    const respond = await press();
    await expect(respond({ text: "x", blocks: [block("sections") as never] })).rejects.toThrow("400");
    expect(slack.refused).toMatchObject([
      { error: "invalid_blocks", messages: ["[ERROR] unsupported type: sections [json-pointer:/blocks/0/type]"] },
    ]);
    const long = Array(5).fill(block("section", { text: mrkdwn("x".repeat(3000)) })) as never[];
    await respond({ text: "long", blocks: long });
    expect(slack.ephemerals("U01ALICE")).toHaveLength(1);
  });

  test("does not care whether the app is in the channel", async () => {
    const slack = await aSlack();
    let answer: ((text: string) => Promise<unknown>) | undefined;
    await anApp(slack, (app) => {
      app.command("/triage", async ({ ack, respond }) => {
        await ack();
        answer = respond;
      });
    });
    await slack.as("U01ALICE").command("/triage", "C0SECRET");
    await (await slack.until(() => answer))("seen");
    expect(slack.ephemerals("U01ALICE", "C0SECRET")).toMatchObject([{ text: "seen" }]);
  });
});

test("an address that was never given out leads nowhere", async () => {
  const slack = await aSlack();
  const response = await fetch(`${slack.url}/actions/T01LARKSPUR/9/abc`, { method: "POST", body: '{"text":"x"}' });
  expect(response.status).toBe(404);
});
