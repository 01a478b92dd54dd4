import { describe, expect, test } from "vitest";
import type { TriageDecision } from "../../src/domain/decision.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Route } from "../../src/domain/route.ts";
import { act } from "../../src/pipeline/act.ts";

const decision = { intent: "support", requiredAction: "answer_question", confidence: 0.9 } as TriageDecision;
const route = { silent: false, posture: "draft" } as Route;
const plan = (from: string, replyTo: string[] = []) =>
  act(decision, route, 0.4, {
    from: { address: from, name: "" },
    replyTo: replyTo.map((address) => ({ address, name: "" })),
  } as Pick<Email, "from" | "replyTo">);

describe("an answer that nobody would read is not drafted", () => {
  test.each([
    "no-reply@notify.nimbusgrid.example",
    "noreply@shop.example",
    "do_not_reply@bank.example",
    "NoReply+7@x.example",
    "ap-noreply@clinic.example",
  ])("%s", (from) => {
    expect(plan(from)).toMatchObject({ draft: false, noDraft: expect.stringContaining("nobody reads answers") });
  });

  test("unless the mail says who does", () => {
    expect(plan("no-reply@forms.example", ["orla@clinic.example"])).toMatchObject({ draft: true });
  });

  test.each(["norbert@clinic.example", "noreplying@clinic.example", "orla@no-reply.example"])("%s does", (from) => {
    expect(plan(from)).toMatchObject({ draft: true });
  });
});
