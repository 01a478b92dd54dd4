import { describe, expect, test } from "vitest";
import { NO_ENTITIES } from "../../../src/domain/decision.ts";
import { NO_TOOLS } from "../../../src/domain/look-up.ts";
import { NO_KNOWLEDGE } from "../../../src/domain/passage.ts";
import { senderFacts } from "../../../src/domain/sender.ts";
import { maySendItself } from "../../../src/pipeline/answer/by-itself.ts";
import { guard } from "../../../src/pipeline/answer/guard.ts";
import { writeDraft } from "../../../src/pipeline/answer/write-draft.ts";
import { Masker } from "../../../src/pipeline/masker.ts";
import { CircuitBreaker } from "../../../src/pipeline/understand/breaker.ts";
import { createAnswerCache } from "../../../src/pipeline/understand/cache.ts";
import type { Model, ModelRequest } from "../../../src/pipeline/understand/model.ts";
import { aDecision } from "../../fakes/decision.ts";
import { SUPPORT } from "../../fakes/desk.ts";
import { aMail, settings } from "./an-answer.ts";

const TEMPLATE =
  "Dear {{customer_name}},\n\nYour order {{order_id}} leaves our warehouse within 2 days. You cannot change the address after that. The status is at https://larkspur.example/orders.\n\nKind regards";

const FAITHFUL =
  "I am sorry that you are waiting. Within 2 days the order {{order_id}} leaves our warehouse [P1]. After that the address cannot be changed [P2]. You find the status at https://larkspur.example/orders [P3].";

async function write(answer: string, { rephrase = true, skipModel = false, template = TEMPLATE, second = "" } = {}) {
  const email = await aMail({ text: "Where on earth is my order TW-123456? I have been waiting for it since Monday." });
  const current = settings({ answering: { rephrase, templates: { support: { en: template } } } });
  const asked: ModelRequest[] = [];
  const aModel = (said: string): Model => ({
    name: "gpt-5.4-mini",
    complete: async (request) => {
      asked.push(request);
      return { value: { answer: said }, usage: { inputTokens: 100, cachedTokens: 0, outputTokens: 50 } };
    },
  });
  const masker = new Masker(current, email.language, undefined);
  const decision = aDecision({ sentiment: "negative", entities: { ...NO_ENTITIES, order_id: "TW-123456" } });
  const redacted = masker.email(email, []);
  const sender = senderFacts(email, current);
  const written = await writeDraft(
    {
      email,
      decision,
      mailbox: SUPPORT,
      settings: current,
      mail: { redacted, mailbox: SUPPORT, senderDomain: "quayside.example", sender, machine: "none" },
      skipModel,
      mask: (text) => masker.mask(text),
    },
    {
      engines: {
        providers: [answer, second]
          .filter((said) => said !== "")
          .map((said) => ({ small: aModel(said), large: undefined, breaker: new CircuitBreaker(() => 0) })),
        cache: createAnswerCache({ ttlMs: 1, max: 1, now: () => 0 }),
        budgetSpent: () => false,
        around: { now: () => 0, random: () => 0, sleep: async () => undefined },
      },
      knowledge: NO_KNOWLEDGE,
      tools: NO_TOOLS,
    },
  );
  const guarded = guard(written.draft, { email, settings: current, stopLine: undefined });
  const route = { posture: "auto" } as Parameters<typeof maySendItself>[0]["route"];
  return {
    ...written,
    guarded,
    asked,
    alone: maySendItself({ decision, email, sender, settings: current, route, draft: guarded }),
  };
}

const asWritten = "Your order TW-123456 leaves our warehouse within 2 days.";

describe("a template of the company's own, in words for the mail", () => {
  test("keeps greeting, end and statements, stands on the template and passes every guard", async () => {
    const { source, guarded, steps, asked } = await write(FAITHFUL);
    expect(source).toBe("model");
    expect(guarded.body).toBe(
      "Dear Orla,\n\nI am sorry that you are waiting. Within 2 days the order TW-123456 leaves our warehouse. After that the address cannot be changed. You find the status at https://larkspur.example/orders.\n\nKind regards\nLarkspur",
    );
    expect(guarded.holds).toEqual([]);
    expect(guarded.citations).toMatchObject([{ title: "Your template for support" }]);
    expect(steps).toMatchObject([{ outcome: "answered", promptVersion: expect.stringMatching(/^rephrase-/) }]);
    expect(asked).toHaveLength(1);
  });
  test("shows the model no customer's name or number: slots are open, the mail is masked", async () => {
    const { asked } = await write(FAITHFUL);
    const shown = JSON.stringify(asked);
    expect(shown).toContain("{{order_id}}");
    expect(shown).not.toContain("Orla");
    expect(shown).not.toContain("orla@");
  });
  test("is off until it is switched on, and off for a mail that no model may read", async () => {
    for (const options of [{ rephrase: false }, { skipModel: true }]) {
      const { source, asked, guarded } = await write(FAITHFUL, options);
      expect(source).toBe("template");
      expect(asked).toEqual([]);
      expect(guarded.body).toContain(asWritten);
    }
  });
  test("leaves by itself only where it stays with the template's words", async () => {
    const template = "Hello,\n\nOrders leave our warehouse within 2 days.\n\nKind regards";
    const near = await write("Within 2 days, orders leave our warehouse [P1].", { template });
    expect(near).toMatchObject({ source: "model", alone: true });
    const far = await write("Within 2 days orders leave our big warehouse beside the old harbour by van [P1].", {
      template,
    });
    expect(far).toMatchObject({ source: "model", alone: false });
  });
  test.each([
    ["another figure", FAITHFUL.replace("2 days", "3 days")],
    ["a figure less", FAITHFUL.replace("Within 2 days the", "Soon the")],
    ["another link", FAITHFUL.replace("larkspur.example/orders", "larkspur.example.evil.example/orders")],
    ["another page", FAITHFUL.replace("/orders", "/order-status")],
    ["a slot less", FAITHFUL.replace("the order {{order_id}}", "your order")],
    ["a slot of its own", FAITHFUL.replace("[P2]", "in {{country}} [P2]")],
    ["a condition of its own", FAITHFUL.replace("[P2]", "{% if plan %} [P2]")],
    ["a statement less", FAITHFUL.replace(" After that the address cannot be changed [P2].", "")],
    ["a denial less", FAITHFUL.replace("cannot be changed", "can be changed")],
    ["a denial more", FAITHFUL.replace("You find", "You do not find")],
    ["a statement more, on nothing", `${FAITHFUL} Our carrier is on strike.`],
    ["a promise more, on a statement", FAITHFUL.replace("[P3]", "and we will refund you in full [P3]")],
    ["a name of its own", FAITHFUL.replace("the order", "with Hermes the order")],
    ["nothing", "[P1]"],
  ])("with %s it is not taken: the template stays as the company wrote it", async (_, answer) => {
    const { source, guarded, steps } = await write(answer);
    expect(source).toBe("template");
    expect(guarded.body).toContain(asWritten);
    expect(steps).toMatchObject([{ outcome: "model_output_invalid" }]);
  });
  test("the next provider is asked when the first does not keep to it", async () => {
    const { source, steps } = await write(FAITHFUL.replace("2 days", "3 days"), { second: FAITHFUL });
    expect(source).toBe("model");
    expect(steps.map(({ outcome }) => outcome)).toEqual(["model_output_invalid", "answered"]);
  });
  test("a template of nothing but courtesy is left alone", async () => {
    const { source, asked } = await write(FAITHFUL, {
      template: "Dear {{customer_name}},\n\nThank you for your message.\n\nKind regards",
    });
    expect({ source, asked }).toEqual({ source: "template", asked: [] });
  });
});
