import { describe, expect, test } from "vitest";
import { auditOfTicket } from "../../src/db/audit.ts";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { spendBetween } from "../../src/db/model-calls.ts";
import { getReview } from "../../src/db/reviews.ts";
import { modelCalls } from "../../src/db/schema-work.ts";
import { listSettingsVersions } from "../../src/db/settings-versions.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { chosenForReview, lowersPosture, reasonOfGuard, weightiest } from "../../src/domain/review.ts";
import { parseSettings } from "../../src/domain/settings/parse.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import type { SecondReader } from "../../src/pipeline/answer/second-reading.ts";
import { CircuitBreaker } from "../../src/pipeline/understand/breaker.ts";
import type { ModelRequest } from "../../src/pipeline/understand/model.ts";
import { approveAnswer, sealOfDraft, shortSeal } from "../../src/tickets/approve-answer.ts";
import { putBack } from "../../src/tickets/brakes.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { readStats } from "../../src/tickets/read-stats.ts";
import { judgeAnswer } from "../../src/tickets/review-answer.ts";
import { statsText } from "../../src/views/command-replies.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
const settings = (review: object, more: Partial<SettingsInput> = {}) =>
  settingsWith({
    alertsChannel: "C0OPS",
    intents: {
      support: { description: "Questions", posture: "auto", thresholds: { send: 0.8 } },
      other: { description: "Rest" },
    },
    answering: { templates: { support: { en: "Hello,\n\nWe are open from nine to five.\n\nKind regards" } } },
    sending: { review },
    ...more,
  });

/** A second model that says what it is told to, and keeps what it was shown. */
function aReader(says: unknown, around: { budgetSpent?: boolean } = {}) {
  const asked: ModelRequest[] = [];
  const reader: SecondReader = {
    breaker: new CircuitBreaker(() => 0),
    budgetSpent: () => around.budgetSpent ?? false,
    model: {
      name: "second",
      async complete(request) {
        asked.push(request);
        if (says instanceof Error) throw says;
        return { value: says, usage: { inputTokens: 1_000, cachedTokens: 0, outputTokens: 100 } };
      },
    },
  };
  return { reader, asked };
}
const FINE = { verdict: "fine", reason: "none" };
const UNTRUE = { verdict: "wrong", reason: "untrue" };

async function deskWith(review: object, reader?: SecondReader, more: Partial<SettingsInput> = {}) {
  const desk = await aDesk({
    settings: settings(review, more),
    instead: () => ({
      secondReader: reader,
      mask: () => (text) => text.replaceAll("orla@quayside.example", "[EMAIL_1]"),
    }),
  });
  let serial = 0;
  return {
    ...desk,
    /** A question comes and is answered without a person. */
    async answers(times = 1) {
      for (let each = 0; each < times; each++) {
        const id = `q${++serial}`;
        const from = `Customer ${serial} <c${serial}@quayside${serial}.example>`;
        desk.mailbox.deliver({
          id,
          from,
          subject: `Hours ${id}`,
          text: `When are you open? Write to orla@quayside.example, number ${serial}.`,
        });
        await desk.work();
        desk.clock.advance(2 * MINUTE);
        await desk.work();
      }
    },
    asked: () => desk.chat.posts.filter((post) => post.text.startsWith("Was the answer")),
    posture: () => desk.settings.current().settings.intents["support"]!.posture,
    async look() {
      await sweep(desk.deps);
      await desk.runner.drain();
    },
  };
}

describe("which are read", () => {
  const review = settings({}).sending.review;
  const seals = Array.from({ length: 4_000 }, (_, index) => `seal ${index}`);
  const share = (one: object, sent: object) =>
    seals.filter(
      (seal) => chosenForReview({ automatic: true, seal, before: 100, ...sent }, { ...review, ...one }) !== undefined,
    ).length / seals.length;

  test("the first of an intent all, later ones by a lot that falls the same each time", () => {
    expect(chosenForReview({ automatic: true, seal: "a", before: 19 }, review)).toBe("first");
    expect(share({}, {})).toBeCloseTo(0.05, 1);
    expect(share({ share: 0 }, {})).toBe(0);
    expect(share({ share: 1 }, {})).toBe(1);
    expect(share({}, { automatic: false, before: 0 })).toBe(0);
    expect(share({ approvedShare: 0.2 }, { automatic: false })).toBeCloseTo(0.2, 1);
    const drawn = (one: object) =>
      seals.filter((seal) => chosenForReview({ automatic: true, seal, before: 100 }, { ...review, ...one }));
    expect(drawn({})).toEqual(drawn({}));
    expect(drawn({ share: 0.2 })).toEqual(expect.arrayContaining(drawn({})));
  });

  test("each sending once, the first two of three", async () => {
    const desk = await deskWith({ first: 2, share: 0, by: "person" });
    await desk.answers(3);
    expect(desk.mailbox.sent).toHaveLength(3);
    expect(desk.asked()).toHaveLength(2);
  });
});

describe("by a second model", () => {
  test("it sees the question, the answer and its sources masked and fenced, what it costs is counted, and fine is fine", async () => {
    const { reader, asked } = aReader(FINE);
    const desk = await deskWith({ by: "model" }, reader, {
      model: { prices: { second: { input: 10, cachedInput: 1, output: 10 } } },
    });
    await desk.answers();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.user).toContain("When are you open?");
    expect(asked[0]!.user).toContain("nine to five");
    expect(asked[0]!.user).not.toContain("orla@");
    expect(await getReview(desk.db.read, 1)).toMatchObject({
      verdict: "fine",
      model: "second",
      modelVerdict: "fine",
      guards: [],
    });
    expect(await spendBetween(desk.db.read, 0, desk.now() + 1)).toBeCloseTo(0.011);
    const [call] = await desk.db.read.select().from(modelCalls);
    expect(call!.promptVersion).toMatch(/^second_reading-[0-9a-f]{8}$/);
    expect(desk.asked()).toHaveLength(0);
  });

  test.each([
    ["does not answer", new MailroomError("model_timeout"), {}],
    ["answers something else", { verdict: "fine", reason: "none", send: "yes" }, {}],
    ["contradicts itself", { verdict: "fine", reason: "tone" }, {}],
    ["may cost no more today", FINE, { budgetSpent: true }],
  ])("that %s: a person reads", async (_name, says, around) => {
    const desk = await deskWith({ by: "model" }, aReader(says, around).reader);
    await desk.answers();
    expect(desk.asked()).toHaveLength(1);
    expect((await getReview(desk.db.read, 1))?.verdict).toBeNull();
  });

  test("both: the person is shown what the model says, and has the last word", async () => {
    const desk = await deskWith({ by: "both", lowerAfter: { serious: 5, failures: 5 } }, aReader(UNTRUE).reader);
    await desk.answers();
    expect(JSON.stringify(desk.asked()[0]!.blocks)).toContain("it says something that is not so");
    expect((await getReview(desk.db.read, 1))?.verdict).toBe("wrong");
    await judgeAnswer(desk)({ approvalId: 1, reason: undefined, by: "U02BOB" });
    expect(await getReview(desk.db.read, 1)).toMatchObject({ verdict: "fine", serious: false, person: "U02BOB" });
  });
});

/** An answer was sent; a phrase in it is forbidden before it is read again. */
async function forbiddenMeanwhile(reader: ReturnType<typeof aReader>["reader"]) {
  const desk = await deskWith({ by: "model" }, reader);
  const save = changeSettings(desk, async () => undefined);
  desk.mailbox.deliver({ id: "x", subject: "Hours", text: "When are you open?" });
  await desk.work();
  await save({
    by: "U01ALICE",
    change: (now) => ({ ...now, answering: { ...now.answering, prohibitedPhrases: ["nine to five"] } }),
  });
  desk.clock.advance(2 * MINUTE);
  await desk.work();
  return desk;
}

test("a phrase that was forbidden meanwhile: the guards find it, without anybody", async () => {
  const desk = await forbiddenMeanwhile(aReader(FINE).reader);
  expect(await getReview(desk.db.read, 1)).toMatchObject({ verdict: "wrong", guards: ["phrases"], reason: "tone" });
});

test("of several findings the weightiest counts, whoever has it: a phrase hides no untruth", async () => {
  const desk = await forbiddenMeanwhile(aReader(UNTRUE).reader);
  expect(await getReview(desk.db.read, 1)).toMatchObject({ guards: ["phrases"], reason: "untrue", serious: true });
  expect(desk.posture()).toBe("draft");

  const of = (...guards: string[]) => weightiest(guards.map((guard) => ({ reason: reasonOfGuard(guard) })))?.reason;
  expect(of("phrases", "length", "secrets", "language")).toBe("disclosure");
  expect(of("style", "requests")).toBe("person");
  expect(of("instructions", "letters")).toBe("disclosure");
  expect(of("style", "length")).toBe("form");
});

describe("what a wrong one costs", () => {
  test("one serious: auto becomes draft, in a version that says why; the alert puts it back; counting begins anew", async () => {
    const desk = await deskWith({ by: "model" }, aReader(UNTRUE).reader, {
      mailboxes: [{ address: "support@larkspur.example", postures: { support: "auto" } }],
    });
    await desk.answers();
    expect(desk.posture()).toBe("draft");
    expect(desk.settings.current().settings.mailboxes[0]!.postures["support"]).toBe("draft");
    const [version] = await listSettingsVersions(desk.db.read, 1);
    expect(version).toMatchObject({ savedBy: "mailroom" });
    expect(version!.note).toMatch(/"support" from auto to draft: 1 of the last 1 .* it says something that is not so/);
    expect((await auditOfTicket(desk.db.read, 1, 50)).map(({ action }) => action)).toContain("answer.found_wrong");

    await desk.answers();
    expect(desk.mailbox.sent).toHaveLength(1);

    await desk.look();
    const alert = desk.chat.posts.find((post) => post.channel === "C0OPS")!;
    expect(JSON.stringify(alert.blocks)).toContain("no longer sent automatically");
    expect(JSON.stringify(alert.blocks)).toContain("brake.put-back");
    const back = putBack(
      desk,
      changeSettings(desk, async () => undefined),
    );
    expect(await back({ by: "U02BOB", brakeId: 1 })).toMatchObject({ kind: "forbidden" });
    expect(desk.posture()).toBe("draft");
    expect(await back({ by: "U01ALICE", brakeId: 1 })).toMatchObject({ kind: "saved" });
    expect(await back({ by: "U01ALICE", brakeId: 1 })).toMatchObject({ kind: "settled-already" });
    expect(desk.posture()).toBe("auto");
    expect(desk.settings.current().settings.mailboxes[0]!.postures["support"]).toBe("auto");
    await desk.look();
    expect(desk.chat.updates.some(({ text }) => text.includes("a person has looked at it"))).toBe(true);
  });

  test("two lesser ones within the window, and what waits in its hold window stays here", async () => {
    const desk = await deskWith({ by: "person" });
    await desk.answers(2);
    desk.mailbox.deliver({
      id: "late",
      from: "d@else.example",
      subject: "Hours",
      text: "When are you open on Sundays?",
    });
    await desk.work();
    const judge = judgeAnswer(desk);
    expect(await judge({ approvalId: 1, reason: "tone", by: "U02BOB" })).toMatchObject({
      kind: "noted",
      lowered: false,
    });
    expect(await judge({ approvalId: 2, reason: "unanswered", by: "U02BOB" })).toMatchObject({ lowered: true });
    expect(desk.posture()).toBe("draft");
    desk.clock.advance(2 * MINUTE);
    await desk.work();
    expect(desk.mailbox.sent).toHaveLength(2);
  });

  test("one found while a person had lowered the posture themselves is no debt after they have raised it again", async () => {
    const desk = await deskWith({ by: "person" });
    await desk.answers(2);
    const save = changeSettings(desk, async () => undefined);
    const to = (posture: "auto" | "draft") =>
      save({
        by: "U01ALICE",
        change: (now) => ({
          ...now,
          intents: { ...now.intents, support: { ...now.intents["support"]!, posture } },
        }),
      });
    const judge = judgeAnswer(desk);
    await to("draft");
    expect(await judge({ approvalId: 1, reason: "untrue", by: "U02BOB" })).toMatchObject({ lowered: false });
    await to("auto");
    expect(await judge({ approvalId: 2, reason: "tone", by: "U02BOB" })).toMatchObject({ lowered: false });
    expect(desk.posture()).toBe("auto");
  });

  test("fine ones cost nothing, and nothing is ever raised", async () => {
    const desk = await deskWith({ by: "model" }, aReader(FINE).reader);
    await desk.answers(3);
    expect(desk.settings.current().version).toBe(1);
  });

  const found = (wrong: string) =>
    [...wrong].map((one) => ({
      verdict: one === "." ? ("fine" as const) : ("wrong" as const),
      serious: one === "!",
      reason: one === "." ? null : one === "!" ? "untrue" : "tone",
    }));
  test.each([
    ["....", false],
    ["x...", false],
    ["x..x", true],
    ["x.....x", false],
    ["!", true],
    [".....!", false],
  ])("%s (newest first; x wrong, ! serious; the last five count): lowers %s", (findings, lowers) => {
    const after = { serious: 1, failures: 2, window: 5 };
    expect(lowersPosture(found(findings), after) !== undefined).toBe(lowers);
  });
});

test("who may say so: agents, once, and nobody of what they approved themselves", async () => {
  const desk = await deskWith({ by: "person", approvedShare: 1 }, undefined, {
    intents: { support: { description: "Questions", posture: "draft" }, other: { description: "Rest" } },
  });
  desk.mailbox.deliver({ id: "x", subject: "Hours", text: "When are you open?" });
  await desk.work();
  const draft = (await liveDraftOf(desk.db.read, 1))!;
  const seal = shortSeal(sealOfDraft((await getTicket(desk.db.read, 1))!, draft));
  await approveAnswer(desk)({ ticketId: 1, draftId: draft.id, seal, by: "U02BOB" });
  await desk.work();
  expect(desk.asked()).toHaveLength(1);
  const judge = judgeAnswer(desk);
  expect(await judge({ approvalId: 1, reason: undefined, by: "U03CARA" })).toMatchObject({ kind: "forbidden" });
  expect(await judge({ approvalId: 1, reason: undefined, by: "U02BOB" })).toEqual({ kind: "your-own" });
  expect(await judge({ approvalId: 1, reason: "untrue", by: "U01ALICE" })).toMatchObject({
    kind: "noted",
    lowered: false,
  });
  expect(await judge({ approvalId: 1, reason: undefined, by: "U09LEAD" })).toEqual({
    kind: "said-already",
    by: "U01ALICE",
  });
});

test("a sensitive mailbox's words stay out of the question; the figures are in /triage stats", async () => {
  const desk = await deskWith({ by: "person" }, undefined, {
    mailboxes: [{ address: "support@larkspur.example", sensitive: true }],
  });
  await desk.answers(2);
  expect(JSON.stringify(desk.asked()[0]!.blocks)).not.toContain("nine to five");
  await judgeAnswer(desk)({ approvalId: 1, reason: "tone", by: "U02BOB" });
  desk.clock.advance(MINUTE);
  const text = statsText(await readStats(desk)(7));
  expect(text).toContain("sent automatically: 2; read again afterwards: 2 answers, 0 fine, 1 wrong, 1 not read yet");
});

test("a nonsense share is refused in words", () => {
  expect(() => parseSettings({ ...settings({}), sending: { review: { share: 5 } } })).toThrow(/sending.review.share/);
});
