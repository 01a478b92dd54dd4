import { expect, test } from "vitest";
import { getDecision } from "../../src/db/decisions.ts";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { modelCalls } from "../../src/db/schema-work.ts";
import { getTicket } from "../../src/db/tickets.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import { route } from "../../src/pipeline/route.ts";
import { readTimeline } from "../../src/tickets/read-ticket.ts";
import { reclassifyTicket } from "../../src/tickets/reclassify.ts";
import { timelineText } from "../../src/views/timeline.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";
import { aModel, enginesWith, readingWith } from "../fakes/reading.ts";

const RETURNS = {
  path: "returns.md",
  text: "# Returns\n\nYou may return unused boots within 60 days of delivery. Print a label first.",
};

async function aReadMail(answering: SettingsInput["answering"] = {}) {
  const { model } = aModel({
    draft: () => ({ answer: "You may return unused boots within 60 days of delivery. [P1]" }),
  });
  const desk = await aDesk({
    settings: settingsWith({ answering }),
    instead: ({ now }) => ({ triage: readingWith(enginesWith(model, now), [RETURNS]) }),
  });
  const text = "How long do I have to return the unused boots after delivery, please?";
  desk.mailbox.deliver({ id: "m1", subject: "Boots", text });
  await desk.work();
  const draft = await liveDraftOf(desk.db.read, 1);
  const decision = await getDecision(desk.db.read, (await getTicket(desk.db.read, 1))!.decisionId!);
  const timeline = await readTimeline(desk)({ ticketId: 1, by: "U03CARA" });
  return { desk, draft, decision, timeline: timeline.kind === "timeline" ? timelineText(timeline) : timeline.kind };
}

test("which prompt read a mail and which wrote its draft is kept, with every call to a model, and shown with the timeline", async () => {
  const { desk, draft, decision, timeline } = await aReadMail();
  expect(draft).toMatchObject({ source: "model", promptVersion: expect.stringMatching(/^d\d+-[0-9a-f]{8}$/) });
  const calls = await desk.db.read.select().from(modelCalls);
  expect(calls.map(({ purpose, promptVersion }) => [purpose, promptVersion])).toEqual([
    ["draft", draft!.promptVersion],
    ["triage", decision!.promptVersion],
  ]);
  expect(timeline).toContain(`Read by gpt-5.4-mini, prompt \`${decision!.promptVersion}\`, settings 1`);
  expect(timeline).toContain(`Draft from a model, prompt \`${draft!.promptVersion}\``);
});

test("other words in the prompt are another version, the same words the same", async () => {
  const version = async (answering?: SettingsInput["answering"]) => (await aReadMail(answering)).draft!.promptVersion;
  expect(await version({ style: { tone: "Warm." } })).not.toBe(await version());
  expect(await version()).toBe(await version());
});

test("what no model wrote, and what a person decided, has none", async () => {
  const { desk } = await aReadMail();
  const correction = { ticketId: 1, by: "U01ALICE", version: 1, intent: "billing", priority: "normal" } as const;
  await reclassifyTicket(desk, route)({ ...correction, fields: {}, scope: "this" });
  const decision = await getDecision(desk.db.read, (await getTicket(desk.db.read, 1))!.decisionId!);
  expect(decision).toMatchObject({ decidedBy: "person", promptVersion: null });

  const without = await aDesk();
  without.mailbox.deliver({ id: "m1", subject: "Boots", text: "How long may I keep them?" });
  await without.work();
  expect(await liveDraftOf(without.db.read, 1)).toMatchObject({ source: "template", promptVersion: null });
});
