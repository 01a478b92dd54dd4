import { afterEach, beforeEach, expect, test } from "vitest";
import { type ModelServer, startModel } from "../../sandbox/model/index.ts";
import { modelProviders } from "../../src/adapters/openai/providers.ts";
import { spendBetween } from "../../src/db/model-calls.ts";
import { openBudget } from "../../src/jobs/budget.ts";
import { readAlerts } from "../../src/jobs/read-alerts.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { createAnswerCache } from "../../src/pipeline/understand/cache.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const DAY = 24 * 60 * 60_000;

let model: ModelServer;
beforeEach(async () => {
  model = await startModel();
});
afterEach(() => model.stop());

test("a spent day: the local engine reads, the card says why, operators are told, and the next day the model is back", async () => {
  let spent = () => false;
  const desk = await aDesk({
    settings: settingsWith({ model: { dailyCapUsd: 0.0001 } }),
    instead: ({ settings, now }) => ({
      triage: triage({
        readLocally: createLocalEngine().read,
        engines: {
          providers: modelProviders(
            { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.baseUrl, LLM_MODEL: "gpt-5.4-mini" },
            settings.current().settings.model.reasoningEffort,
            now,
          ),
          cache: createAnswerCache({ ttlMs: 1, max: 1, now }),
          budgetSpent: () => spent(),
          around: { now, random: () => 0, sleep: async () => undefined },
        },
      }),
    }),
  });
  ({ spent } = await openBudget(desk));
  let serial = 0;
  const read = async (): Promise<string> => {
    const text = `Since this morning nobody at our practice can log in, and the diary is shut, number ${++serial}.`;
    desk.mailbox.deliver({ id: `m${serial}`, subject: `Locked out ${serial}`, text });
    await desk.work();
    const cards = desk.chat.posts.filter((post) => post.marker.type === "mailroom_card");
    return JSON.stringify(cards.at(-1)!.blocks);
  };
  const later = async (ms: number) => {
    desk.clock.advance(ms);
    // The first question after a while only asks for the sum.
    spent();
    await new Promise(setImmediate);
  };

  expect(await read()).toContain("(gpt-5.4-mini)");
  expect(await spendBetween(desk.db.read, 0, desk.now() + 1)).toBeGreaterThan(0.0001);
  await later(6_000);
  const asked = model.requests.length;
  expect(await read()).toContain("the day's model budget is spent");
  expect(model.requests).toHaveLength(asked);
  expect((await readAlerts(desk)).map(({ type }) => type)).toContain("spend");

  await later(DAY);
  expect(await read()).toContain("(gpt-5.4-mini)");
});
