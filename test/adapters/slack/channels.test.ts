import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSlack } from "../../../sandbox/slack/index.ts";
import { slackChannels } from "../../../src/adapters/slack/channels.ts";
import type { SlackProbe } from "../../../src/domain/check-up.ts";
import { slackChecks } from "../../../src/operate/check-up/slack.ts";
import { changeSettings } from "../../../src/tickets/change-settings.ts";
import { aDesk, settingsWith } from "../../fakes/desk.ts";

/** A channel that another company reads too gets mail only where the queue's settings say so. */

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.stop());

const queue = (allowShared: boolean, channel = "C0PARTNER") => ({
  triage: { channel: "C0TRIAGE" },
  partner: { channel, allowShared },
});

test("a shared channel is refused when settings are saved, and so is taking the permission away", async () => {
  const desk = await aDesk();
  const reach = slackChannels(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));
  const save = changeSettings(desk, reach);
  const to = (queues: object) => save({ by: "U01ALICE", change: (now) => ({ ...now, queues }) });
  expect(await to(queue(false))).toMatchObject({
    kind: "invalid",
    reason: expect.stringMatching(/shared with another company.*allowShared/),
  });
  expect(await to(queue(true))).toMatchObject({ kind: "saved" });
  expect(await to(queue(false))).toMatchObject({ kind: "invalid" });
  expect(await to({ ...queue(true), other: { channel: "C0PARTNER" } })).toMatchObject({ kind: "invalid" });
  expect(await to(queue(false, "C0SUPPORT"))).toMatchObject({ kind: "saved" });
});

test("doctor names it, unless the settings allow it", async () => {
  const probe = {
    channel: async (id: string) => ({ name: "some", archived: false, member: true, sharedOutside: id === "C0PARTNER" }),
  } as unknown as SlackProbe;
  const found = async (allowShared: boolean) => {
    const checks = slackChecks(probe, settingsWith({ queues: queue(allowShared) }), []);
    return checks.find(({ check }) => check === "channel C0PARTNER")!.look();
  };
  expect(await found(false)).toMatchObject({ status: "act", next: expect.stringContaining("allowShared") });
  expect(await found(true)).toMatchObject({ status: "ok", say: expect.stringContaining("another company") });
});
