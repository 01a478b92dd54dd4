import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, until } from "./desk.ts";
import { type Detour, openDetour } from "./detour.ts";

/** All that the main job needs of Slack; whatever else is missing costs the feature that needs it. */
const NEEDED = new Set(["apps.connections.open", "auth.test", "chat.postMessage", "chat.update", "views.open"]);

const ways = [
  ["in Slack's words", { status: 200, body: '{"ok":false,"error":"unknown_method"}' }],
  ["as a scope that was not granted", { status: 200, body: '{"ok":false,"error":"missing_scope","needed":"x"}' }],
  ["as a page that is not there", { status: 404, body: "<h1>Not found</h1>", type: "text/html" }],
] as const;

describe.each(ways)("a workspace that lacks most methods, said %s", (_, missing) => {
  let desk: Desk;
  let detour: Detour;
  beforeAll(async () => {
    desk = await openDesk();
    detour = await openDetour(desk.slack.apiUrl);
    detour.on(
      ({ path }) => !NEEDED.has(path.slice(path.lastIndexOf("/") + 1)),
      () => missing,
    );
    await desk.start({ SLACK_API_URL: new URL("api/", detour.url).href });
  });
  afterAll(async () => {
    await desk?.end();
    await detour?.stop();
  });

  test("still shows each mail once and sends the approved answer", async () => {
    desk.gmail.deliver(
      SUPPORT,
      mailFrom({ from: "Orla <orla@quay.example>", subject: "Opening hours", text: "When?" }),
    );
    const card = await cardWith(desk, "Opening hours");
    await desk.slack.as("U01ALICE").press(card, { text: "Claim" });
    const claimed = await cardWith(desk, "Opening hours", (shown) => shown.includes("Claimed"));
    await desk.slack.as("U01ALICE").press(claimed, { text: "Approve & send" });
    await cardWith(desk, "Opening hours", (shown) => shown.includes("Waiting for the customer"));
    expect(desk.gmail.sent.map(({ recipients }) => recipients)).toEqual([["orla@quay.example"]]);
  });

  test("opens windows for the rest", async () => {
    desk.gmail.deliver(SUPPORT, mailFrom({ from: "Orla <orla@quay.example>", subject: "Not yet", text: "Next week?" }));
    const card = await cardWith(desk, "Not yet");
    await desk.slack.as("U01ALICE").choose(card, { actionId: "ticket.more" }, "Snooze");
    await until(desk, () => desk.slack.modal("U01ALICE"));
    expect((await desk.slack.as("U01ALICE").submit({ until: "reply" })).ok).toBe(true);
    await cardWith(desk, "Not yet", (shown) => shown.includes("💤 Snoozed"));
  });
});
