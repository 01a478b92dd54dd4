import type { App } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import type { Slack, SlackOptions } from "../../../sandbox/slack/index.ts";
import { anApp, aReceiver, aSlack, clientOf } from "./helpers.ts";

const START = 1_700_000_000_000;

/** A bare client that keeps every frame and answers only when told. */
async function aSocket(slack: Slack) {
  const { url } = await clientOf(slack, slack.appToken).apps.connections.open({});
  const socket = new WebSocket(url as string);
  const frames: Record<string, unknown>[] = [];
  let arrived = (): void => undefined;
  socket.on("message", (data) => {
    frames.push(JSON.parse(data.toString()));
    arrived();
  });
  onTestFinished(() => socket.terminate());
  const next = async (count: number): Promise<Record<string, unknown>[]> => {
    while (frames.length < count)
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    return frames;
  };
  const ack = (envelope_id: unknown, payload = {}) => socket.send(JSON.stringify({ envelope_id, payload }));
  await next(1);
  return { socket, frames, next, ack, url: url as string };
}

const aHomeVisit = { type: "app_home_opened", user: "U01ALICE", channel: "D1", tab: "home", event_ts: "1.1" };

describe("connecting", () => {
  test("says hello, with a number", async () => {
    const slack = await aSlack();
    const { frames } = await aSocket(slack);
    expect(frames[0]).toMatchObject({ type: "hello", num_connections: 1, connection_info: { app_id: "A0MAILROOM" } });
    expect((await aSocket(slack)).frames[0]).toMatchObject({ num_connections: 2 });
  });

  test("wants a fresh ticket each time", async () => {
    const slack = await aSlack();
    const { url } = await aSocket(slack);
    const second = new WebSocket(url);
    const error = await new Promise<Error>((resolve) => second.on("error", resolve));
    expect(error.message).toContain("401");
  });

  test("takes ten connections, and turns the eleventh away", async () => {
    const slack = await aSlack();
    for (let i = 0; i < 10; i += 1) await aSocket(slack);
    const { frames } = await aSocket(slack);
    expect(frames).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }]);
    expect(slack.connections()).toBe(10);
  });

  test("answers pings, and sends its own", async () => {
    const slack = await aSlack({ times: { pingEveryMs: 10 } });
    const { socket } = await aSocket(slack);
    const pinged = new Promise((resolve) => socket.once("ping", resolve));
    const ponged = new Promise((resolve) => socket.once("pong", resolve));
    socket.ping();
    await Promise.all([pinged, ponged]);
  });
});

describe("envelopes", () => {
  test("go to one connection each, in turn", async () => {
    const slack = await aSlack();
    const [one, two] = [await aSocket(slack), await aSocket(slack)];
    for (let i = 0; i < 4; i += 1) void slack.emit(aHomeVisit);
    await Promise.all([one.next(3), two.next(3)]);
    const ids = [...one.frames.slice(1), ...two.frames.slice(1)].map(({ envelope_id }) => envelope_id);
    expect(new Set(ids).size).toBe(4);
  });

  test("carry an event in its wrapping", async () => {
    const slack = await aSlack();
    const { next } = await aSocket(slack);
    void slack.emit(aHomeVisit);
    expect((await next(2))[1]).toMatchObject({
      type: "events_api",
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: "",
      payload: {
        type: "event_callback",
        team_id: "T01LARKSPUR",
        api_app_id: "A0MAILROOM",
        event: aHomeVisit,
        event_id: expect.stringMatching(/^Ev/),
        authorizations: [{ user_id: "U0MAILROOM", is_bot: true }],
        is_ext_shared_channel: false,
      },
    });
  });

  test("are not settled by acks of others, from others, or by noise", async () => {
    const slack = await aSlack();
    const [one, two] = [await aSocket(slack), await aSocket(slack)];
    const arrived = slack.emit(aHomeVisit);
    const receiver = await Promise.race([one.next(2).then(() => one), two.next(2).then(() => two)]);
    const other = receiver === one ? two : one;
    const id = receiver.frames[1]?.envelope_id;
    receiver.ack("unknown");
    receiver.socket.send("not json");
    other.ack(id);
    // A pong comes back after everything sent before the ping was read.
    for (const { socket } of [receiver, other]) {
      const read = new Promise((resolve) => socket.once("pong", resolve));
      socket.ping();
      await read;
    }
    expect(slack.waiting()).toBe(1);
    receiver.ack(id);
    expect(await arrived).toBe(true);
  });
});

describe("an event that nobody acknowledges", () => {
  test("comes three times more, with the same event_id: at once, after a minute, after five", async () => {
    const slack = await aSlack({ now: () => START });
    const { next, frames, ack } = await aSocket(slack);
    void slack.emit(aHomeVisit);
    await next(2);
    slack.clock.advance(3000);
    await next(3);
    slack.clock.advance(3000);
    await slack.until(() => slack.waiting() === 0);
    slack.clock.advance(59_999);
    expect(frames).toHaveLength(3);
    slack.clock.advance(1);
    await next(4);
    slack.clock.advance(3000);
    await slack.until(() => slack.waiting() === 0);
    slack.clock.advance(300_000);
    await next(5);
    const sent = frames.slice(1) as {
      envelope_id: string;
      retry_attempt: number;
      retry_reason: string;
      payload: { event_id: string };
    }[];
    expect(sent.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ""],
      [1, "timeout"],
      [2, "timeout"],
      [3, "timeout"],
    ]);
    expect(new Set(sent.map(({ payload }) => payload.event_id)).size).toBe(1);
    expect(new Set(sent.map(({ envelope_id }) => envelope_id)).size).toBe(4);
    ack(sent[3]?.envelope_id);
    await slack.until(() => slack.waiting() === 0);
    slack.clock.advance(3_600_000);
    expect(frames).toHaveLength(5);
  });

  test("waits out a time without connections", async () => {
    const slack = await aSlack({ now: () => START });
    slack.as("U01ALICE").post("C0TRIAGE", "hello?");
    const { next } = await aSocket(slack);
    slack.clock.advance(60_000);
    expect((await next(2))[1]).toMatchObject({ retry_attempt: 2, payload: { event: { text: "hello?" } } });
  });
});

describe("an interaction that nobody acknowledges", () => {
  test("fails in the person's sight after three seconds, and never comes again", async () => {
    const slack = await aSlack({ now: () => START });
    const { next, frames } = await aSocket(slack);
    const typed = slack.as("U01ALICE").command("/triage help");
    await next(2);
    slack.clock.advance(2999);
    expect(slack.waiting()).toBe(1);
    slack.clock.advance(1);
    expect(await typed).toMatchObject({
      ok: false,
      failure: { code: "operation_timeout", text: '/triage failed with the error "operation_timeout"' },
    });
    slack.clock.advance(3_600_000);
    expect(frames).toHaveLength(2);
  });

  test("fails at once without any connection", async () => {
    const slack = await aSlack();
    expect(await slack.as("U01ALICE").command("/triage")).toMatchObject({ failure: { code: "dispatch_failed" } });
    expect(await slack.as("U01ALICE").shortcut("search")).toMatchObject({
      ok: false,
      failure: { code: "dispatch_failed" },
    });
  });
});

describe("what the app hears", () => {
  const heardBy = async (options: SlackOptions, act: (slack: Slack) => void) => {
    const slack = await aSlack(options);
    const heard: string[] = [];
    await anApp(slack, (app: App) => {
      app.use(async ({ body, next }) => {
        const { event } = body as { event?: { type: string; subtype?: string } };
        if (event) heard.push(event.subtype ? `${event.type}/${event.subtype}` : event.type);
        await next();
      });
    });
    act(slack);
    await slack.settled();
    return heard;
  };

  test("messages, edits, deletions and reactions in its channels", async () => {
    const heard = await heardBy({}, (slack) => {
      const alice = slack.as("U01ALICE");
      const message = alice.post("C0TRIAGE", "hi @mailroom");
      alice.edit(message, "hi");
      alice.react(message, "eyes");
      alice.remove(message);
      alice.post("C0GENERAL", "out of earshot");
    });
    expect(heard.toSorted()).toEqual([
      "app_mention",
      "message",
      "message/message_changed",
      "message/message_deleted",
      "reaction_added",
    ]);
  });

  test("changes to channels and people", async () => {
    const heard = await heardBy({}, (slack) => {
      slack.removeMember("C0TRIAGE", "U02BOB");
      slack.addMember("C0TRIAGE", "U02BOB");
      slack.archive("C0TRIAGE");
      slack.archive("C0LEGAL");
      slack.shareExternally("C0SALES");
      slack.deactivate("U02BOB");
      slack.uninstall();
    });
    expect(heard.toSorted()).toEqual([
      "app_uninstalled",
      "channel_archive",
      "channel_shared",
      "group_archive",
      "member_joined_channel",
      "member_left_channel",
      "tokens_revoked",
      "user_change",
    ]);
  });

  test("only what it subscribed to", async () => {
    const heard = await heardBy({ app: { events: ["message.groups"] } }, (slack) => {
      slack.as("U01ALICE").post("C0TRIAGE", "public");
      slack.as("U01ALICE").post("C0LEGAL", "private");
      slack.deactivate("U02BOB");
    });
    expect(heard).toEqual(["message"]);
  });

  test("only what its scopes allow", async () => {
    const heard = await heardBy({ app: { scopes: ["chat:write"] } }, (slack) => {
      slack.as("U01ALICE").post("C0TRIAGE", "unheard");
      slack.deactivate("U02BOB");
      void slack.as("U01ALICE").openHome();
    });
    expect(heard).toEqual(["app_home_opened"]);
  });
});

test("two receivers on one app share the envelopes", async () => {
  const slack = await aSlack();
  let heard = 0;
  const { app } = await anApp(slack, (bolt) => {
    bolt.shortcut("search", async ({ ack }) => {
      await ack();
      heard += 1;
    });
  });
  const second = aReceiver(slack);
  second.init(app);
  await second.start();
  onTestFinished(async () => void (await second.stop()));
  await slack.connected(2);
  for (let i = 0; i < 4; i += 1) expect(await slack.as("U01ALICE").shortcut("search")).toMatchObject({ ok: true });
  expect(heard).toBe(4);
});
