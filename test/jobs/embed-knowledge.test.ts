import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, startModel } from "../../sandbox/model/index.ts";
import { openaiEmbedder } from "../../src/adapters/openai/embedder.ts";
import { storeDocument } from "../../src/db/documents.ts";
import { spendBetween } from "../../src/db/model-calls.ts";
import { knowledgeIn } from "../../src/db/passage-search.ts";
import { embeddedPassages } from "../../src/db/passage-vectors.ts";
import type { EngineStep } from "../../src/domain/decision.ts";
import type { RedactedText } from "../../src/domain/email.ts";
import { embedKnowledge } from "../../src/jobs/embed-knowledge.ts";
import { Embedding } from "../../src/pipeline/answer/embedding.ts";
import { writtenArticle } from "../../src/pipeline/answer/written-article.ts";
import { openSettings } from "../../src/tickets/settings-store.ts";
import { aClock, aDatabase } from "../fakes/database.ts";
import { settingsWith } from "../fakes/desk.ts";
import { aLog } from "../fakes/log.ts";

const MODEL = "text-embedding-3-small";
const clock = aClock();
let model: ModelServer;
let db: ReturnType<typeof aDatabase>;
let spent = false;
const log = aLog();
beforeEach(async () => {
  model = await startModel();
  db = aDatabase(clock.now);
  spent = false;
  log.lines.length = 0;
});
afterEach(() => model.stop());

const settings = settingsWith();
const store = () => openSettings(db, () => settings, clock.now);
const embedding = (name = MODEL) =>
  new Embedding(openaiEmbedder({ name, apiKey: model.apiKey, baseUrl: model.baseUrl }), {
    now: clock.now,
    budgetSpent: () => spent,
  });
async function put(title: string, text: string) {
  const article = writtenArticle({ title, language: undefined, text });
  if (article.kind === "refused") throw new Error(article.why);
  await db.transaction((tx) =>
    storeDocument(tx, article.document, clock.now(), { addedBy: "U01ALICE", markdown: article.markdown }),
  );
}
const refresh = async (one: Embedding) =>
  embedKnowledge({ db, settings: await store(), now: clock.now, log, embedding: one });
/** What went over the wire: one list of texts a call. */
const asked = () => model.requests.map(({ body }) => (body as { input: string[] }).input);
const mail = (text: string) => ({ subject: "" as RedactedText, visibleText: text as RedactedText });
const search = (words: string[], meaning?: { space: string; vector: Float32Array }) =>
  knowledgeIn(db.read).search(
    { words, related: [], everyday: [], products: [], language: "en", ...(meaning && { meaning }) },
    5,
  );

describe("vectors of passages", () => {
  test("one a passage; only what has changed is asked for again; what is gone is forgotten", async () => {
    const one = embedding();
    await put("Returns", "Send it back within 60 days.\n\n## Costs\n\nA label costs five dollars.");
    await put("Hours", "We are open from nine to five.");
    await refresh(one);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toHaveLength(3);
    expect(await embeddedPassages(db.read)).toEqual({ model: MODEL, passages: 3 });

    await refresh(one);
    expect(asked()).toHaveLength(1);

    await put("Returns", "Send it back within 30 days.\n\n## Costs\n\nA label costs five dollars.");
    await refresh(one);
    expect(asked().slice(1)).toEqual([[expect.stringContaining("within 30 days")]]);
    expect(await embeddedPassages(db.read)).toEqual({ model: MODEL, passages: 3 });
    const steps: EngineStep[] = [];
    const meaning = await one.ofQuestion(mail("within 60 days"), knowledgeIn(db.read), settings, steps);
    expect((await search([], meaning))[0]!.text).toContain("30 days");
  });

  test("another model makes its own, and the old ones go", async () => {
    await put("Hours", "We are open from nine to five.");
    await refresh(embedding());
    await refresh(embedding("nomic-embed-text"));
    expect(await embeddedPassages(db.read)).toEqual({ model: "nomic-embed-text", passages: 1 });
  });

  test("the same name at another address is another model", async () => {
    await put("Hours", "We are open from nine to five.");
    await refresh(embedding());
    const other = await startModel();
    try {
      const account = { name: MODEL, apiKey: other.apiKey, baseUrl: other.baseUrl };
      const moved = new Embedding(openaiEmbedder(account), { now: clock.now, budgetSpent: () => false });
      expect(await moved.ofQuestion(mail("open?"), knowledgeIn(db.read), settings, [])).toBeUndefined();
      await refresh(moved);
      expect(other.requests).toHaveLength(1);
      expect(await embeddedPassages(db.read)).toEqual({ model: MODEL, passages: 1 });
    } finally {
      await other.stop();
    }
  });

  test("another model behind the same name is seen by the length of its vectors, and all are made again", async () => {
    let length = 4;
    let calls = 0;
    const swapped = new Embedding(
      {
        name: "local",
        space: "local 1",
        async embed(texts) {
          calls++;
          return { vectors: texts.map(() => new Float32Array(length).fill(1 / Math.sqrt(length))), inputTokens: 1 };
        },
      },
      { now: clock.now, budgetSpent: () => false },
    );
    await put("Hours", "We are open from nine to five.");
    await put("Returns", "Send it back within 60 days.");
    await refresh(swapped);
    length = 9;
    const knowledge = knowledgeIn(db.read);
    const meaning = await swapped.ofQuestion(mail("wann?"), knowledge, settings, []);
    expect(await search(["wann"], meaning)).toEqual([]);
    await refresh(swapped);
    expect(await search(["wann"], meaning)).toHaveLength(2);
    await refresh(swapped);
    expect(calls).toBe(3);
  });

  test("what leaves is masked, and what it cost is counted", async () => {
    await put(
      "Contact",
      "Ask Bob for the keys: bob.stone@clinic.example or +1 503 555 0142, card 4111 1111 1111 1111.",
    );
    const one = embedding();
    await refresh(one);
    await one.ofQuestion(mail("Whom do I ask for [EMAIL_1] and the keys?"), knowledgeIn(db.read), settings, []);
    const sent = JSON.stringify(model.requests.map(({ body }) => body));
    for (const kept of ["bob.stone", "555 0142", "4111", "EMAIL_1"]) expect(sent).not.toContain(kept);
    expect(sent).toContain("Ask Bob for the keys");
    expect(await spendBetween(db.read, 0, clock.now() + 1)).toBeGreaterThan(0);
  });

  test("a provider without embeddings is asked once, said once, and asked again at the next reading", async () => {
    await put("Hours", "We are open from nine to five.");
    const one = embedding();
    model.next({ kind: "error", status: 404 });
    await refresh(one);
    expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(one.off).toBeDefined();
    await refresh(one);
    expect(await embeddedPassages(db.read)).toMatchObject({ passages: 1 });
  });

  test("a provider that asks to slow down makes the job wait", async () => {
    await put("Hours", "We are open from nine to five.");
    model.next("rate-limit");
    await expect(refresh(embedding())).rejects.toMatchObject({ code: "model_rate_limited" });
  });

  test("a spent budget asks nobody", async () => {
    await put("Hours", "We are open from nine to five.");
    spent = true;
    await refresh(embedding());
    expect(asked()).toEqual([]);
  });
});

describe("the vector of a question", () => {
  test("is asked for once, and never where there is nothing to compare it with", async () => {
    const one = embedding();
    const knowledge = knowledgeIn(db.read);
    expect(await one.ofQuestion(mail("When are you open?"), knowledge, settings, [])).toBeUndefined();
    await put("Hours", "We are open from nine to five.");
    await refresh(one);
    const steps: EngineStep[] = [];
    await one.ofQuestion(mail("When are you open?"), knowledge, settings, steps);
    await one.ofQuestion(mail("When are you open?"), knowledge, settings, steps);
    expect(steps).toMatchObject([{ engine: MODEL, purpose: "embed", outcome: "answered" }]);
    expect(asked()).toHaveLength(2);
  });

  test("that does not come in time leaves the words alone, and the failure recorded", async () => {
    const one = embedding();
    await put("Hours", "We are open from nine to five.");
    await refresh(one);
    model.next("timeout");
    const steps: EngineStep[] = [];
    expect(await one.ofQuestion(mail("When are you open?"), knowledgeIn(db.read), settings, steps)).toBeUndefined();
    expect(steps).toMatchObject([{ outcome: "model_timeout", purpose: "embed" }]);
    expect((await search(["open"]))[0]!.text).toContain("nine");
  });
});

test("meaning leads where the words find nothing", async () => {
  await put("Opening hours", "We are open from nine to five.");
  await put("Refunds", "Money comes back within ten days.");
  const one = embedding();
  await refresh(one);
  const meaning = await one.ofQuestion(mail("open from when?"), knowledgeIn(db.read), settings, []);
  expect(await search(["wann"])).toEqual([]);
  expect((await search(["wann"], meaning))[0]!.title).toBe("Opening hours");
});
