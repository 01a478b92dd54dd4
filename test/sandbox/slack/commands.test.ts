import type { App, RespondArguments, SlashCommand } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { appFromManifest, type SlackOptions } from "../../../sandbox/slack/index.ts";
import { block } from "./block-kit/samples.ts";
import { anApp, aSlack } from "./helpers.ts";

async function withCommand(answer?: string | RespondArguments, options: SlackOptions = {}) {
  const slack = await aSlack(options);
  const heard: SlashCommand[] = [];
  await anApp(slack, (app: App) => {
    app.command(/.*/, async ({ ack, command }) => {
      heard.push(command);
      await ack(answer as never);
    });
  });
  return { slack, heard, alice: slack.as("U01ALICE") };
}

describe("slash commands", () => {
  test("arrive flat, with a trigger and a response_url", async () => {
    const { heard, alice } = await withCommand();
    expect(await alice.command("/triage search  refund ", "C0LEGAL")).toMatchObject({ ok: true });
    expect(heard).toMatchObject([
      {
        command: "/triage",
        text: "search  refund",
        user_id: "U01ALICE",
        user_name: "alice",
        channel_id: "C0LEGAL",
        channel_name: "privategroup",
        team_id: "T01LARKSPUR",
        team_domain: "larkspur",
        is_enterprise_install: "false",
        response_url: expect.stringContaining("/commands/"),
        trigger_id: expect.any(String),
      },
    ]);
  });

  test("people and channels are escaped where the manifest says so", async () => {
    const { heard, alice } = await withCommand(undefined, {
      app: {
        commands: [
          { command: "/triage", shouldEscape: true },
          { command: "/raw", shouldEscape: false },
        ],
      },
    });
    await alice.command("/triage oncall @bob in #triage, not @nobody or a@bob.de");
    await alice.command("/raw @bob");
    expect(heard.map(({ text }) => text)).toEqual([
      "oncall <@U02BOB|bob> in <#C0TRIAGE|triage>, not @nobody or a@bob.de",
      "@bob",
    ]);
  });

  test("an answer in the ack is seen by one, or by all", async () => {
    const quiet = await withCommand("only you");
    expect(await quiet.alice.command("/triage", "C0TRIAGE")).toMatchObject({ ok: true, reply: { text: "only you" } });
    expect(quiet.slack.ephemerals("U01ALICE")).toMatchObject([{ text: "only you", channel: "C0TRIAGE" }]);
    const loud = await withCommand({ response_type: "in_channel", text: "all of you" });
    await loud.alice.command("/triage", "C0TRIAGE");
    expect(loud.slack.messages("C0TRIAGE")).toMatchObject([{ text: "all of you", bot_id: "B0MAILROOM" }]);
  });

  test("an answer that Slack cannot show fails, in its words", async () => {
    const { slack, alice } = await withCommand({ text: "x", blocks: [block("sections") as never] });
    expect(await alice.command("/triage")).toMatchObject({
      ok: false,
      failure: { code: "invalid_blocks", text: '/triage failed with the error "invalid_blocks"' },
    });
    expect(slack.refused).toMatchObject([{ what: "ack", error: "invalid_blocks" }]);
  });

  test("unknown ones do not reach the app", async () => {
    const { heard, alice } = await withCommand(undefined, {
      app: { commands: [{ command: "/triage", shouldEscape: true }] },
    });
    expect(await alice.command("/other")).toMatchObject({ ok: false, failure: { code: "unknown_command" } });
    expect(heard).toEqual([]);
  });

  test("a person types where they can write", async () => {
    const { slack, alice } = await withCommand();
    await expect(slack.as("U04GUEST").command("/triage", "C0TRIAGE")).rejects.toThrow("gus cannot write in C0TRIAGE");
    await expect(alice.command("/triage", "C0OLD")).rejects.toThrow("cannot write");
  });
});

describe("shortcuts", () => {
  const withShortcuts = async (options: SlackOptions = {}) => {
    const slack = await aSlack(options);
    const heard: Record<string, unknown>[] = [];
    await anApp(slack, (app) => {
      app.shortcut(/.*/, async ({ ack, shortcut }) => {
        heard.push({ ...shortcut });
        await ack();
      });
    });
    return { slack, heard, alice: slack.as("U01ALICE") };
  };

  test("a global one knows no channel", async () => {
    const { heard, alice } = await withShortcuts();
    expect(await alice.shortcut("search")).toMatchObject({ ok: true });
    expect(heard).toMatchObject([{ type: "shortcut", callback_id: "search", trigger_id: expect.any(String) }]);
    for (const key of ["channel", "message", "response_url"]) expect(heard[0]).not.toHaveProperty(key);
  });

  test("a message shortcut works on anybody's message, not on an ephemeral one", async () => {
    const { slack, heard, alice } = await withShortcuts();
    const message = slack.as("U02BOB").post("C0TRIAGE", "from bob");
    await alice.messageShortcut("reclassify", message);
    expect(heard).toMatchObject([
      {
        type: "message_action",
        callback_id: "reclassify",
        message_ts: message.ts,
        channel: { id: "C0TRIAGE", name: "triage" },
        message: { text: "from bob", user: "U02BOB" },
        response_url: expect.stringContaining("/app/"),
      },
    ]);
    await expect(slack.as("U04GUEST").messageShortcut("reclassify", message)).rejects.toThrow("gus sees no message");
  });

  test("only those in the manifest are offered", async () => {
    const { alice } = await withShortcuts({ app: { shortcuts: [{ callbackId: "search", type: "global" }] } });
    await alice.shortcut("search");
    await expect(alice.shortcut("other")).rejects.toThrow("the app offers no global shortcut other");
  });
});

test("an app can be described by its manifest", () => {
  const manifest = {
    display_information: { name: "Mailroom" },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      shortcuts: [{ name: "Re-classify", type: "message", callback_id: "reclassify", description: "x" }],
      slash_commands: [{ command: "/triage", description: "x", should_escape: true }],
    },
    oauth_config: { scopes: { bot: ["commands", "chat:write"] } },
    settings: { event_subscriptions: { bot_events: ["app_home_opened"] } },
  };
  expect(appFromManifest(manifest)).toEqual({
    name: "Mailroom",
    scopes: ["commands", "chat:write"],
    commands: [{ command: "/triage", shouldEscape: true }],
    shortcuts: [{ callbackId: "reclassify", type: "message" }],
    events: ["app_home_opened"],
    homeTab: true,
    messagesTab: true,
    messagesTabReadOnly: true,
  });
});
