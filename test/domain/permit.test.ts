import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Commitment,
  type Cover,
  coversOf,
  coversWords,
  judgePermit,
  whoMayAllow,
} from "../../src/domain/permit.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import { settingsWith } from "../fakes/desk.ts";

const [ALICE_ADMIN, BOB_AGENT, CARA_VIEWER, LEE_LEAD] = ["U01ALICE", "U02BOB", "U03CARA", "U09LEAD"] as const;
const PEOPLE = [
  { slack: ALICE_ADMIN, name: "Alice", roles: ["admin" as const] },
  { slack: BOB_AGENT, name: "Bob", roles: ["agent" as const] },
  { slack: CARA_VIEWER, name: "Cara", roles: ["viewer" as const] },
  { slack: LEE_LEAD, name: "Lee", roles: ["agent" as const] },
];
const settingsOf = (approvals: NonNullable<SettingsInput["approvals"]>) => settingsWith({ people: PEOPLE, approvals });
const CAPPED = settingsOf({
  currency: "EUR",
  refund: { agent: 50, admin: [500, "550 USD"] },
  discount: { agent: 0, lead: "10 %", admin: "25 %" },
});
const cover = (kind: Cover["kind"], value: number | null = null, unit: string | null = null): Cover => ({
  kind,
  value,
  unit,
});
const judge = (by: string, covers: Cover[], { settings = CAPPED, before = [] as Cover[], queue = "support" } = {}) =>
  judgePermit(settings, { queue, by, covers, before }).kind;

describe("caps", () => {
  test.each([
    { name: "an agent up to the cap", by: BOB_AGENT, covers: [cover("refund", 50, "eur")], expected: "may" },
    { name: "a cent above it", by: BOB_AGENT, covers: [cover("refund", 50.01, "eur")], expected: "over-cap" },
    { name: "another currency", by: BOB_AGENT, covers: [cover("refund", 1, "usd")], expected: "no-amount" },
    { name: "no amount at all", by: BOB_AGENT, covers: [cover("refund")], expected: "no-amount" },
    { name: "an admin in both currencies", by: ALICE_ADMIN, covers: [cover("refund", 550, "usd")], expected: "may" },
    { name: "an admin above it", by: ALICE_ADMIN, covers: [cover("refund", 501, "eur")], expected: "over-cap" },
    { name: "a cap of nothing", by: BOB_AGENT, covers: [cover("discount", 1, "percent")], expected: "may-not" },
    { name: "the queue's lead", by: LEE_LEAD, covers: [cover("discount", 10, "percent")], expected: "may" },
    { name: "the lead above it", by: LEE_LEAD, covers: [cover("discount", 11, "percent")], expected: "over-cap" },
    { name: "a share against money", by: BOB_AGENT, covers: [cover("refund", 5, "percent")], expected: "no-amount" },
    { name: "a viewer", by: CARA_VIEWER, covers: [cover("refund", 1, "eur")], expected: "may-not" },
    { name: "a stranger", by: "U99NOBODY", covers: [cover("refund", 1, "eur")], expected: "may-not" },
    { name: "what is not set up is the admins'", by: BOB_AGENT, covers: [cover("guarantee")], expected: "may-not" },
    { name: "and theirs without a cap", by: ALICE_ADMIN, covers: [cover("guarantee")], expected: "may" },
    {
      name: "one of two kinds is not enough",
      by: BOB_AGENT,
      covers: [cover("refund", 5, "eur"), cover("change")],
      expected: "may-not",
    },
  ])("$name: $expected", ({ by, covers, expected }) => expect(judge(by, covers)).toBe(expected));

  test("a lead elsewhere is none here", () =>
    expect(judge(LEE_LEAD, [cover("discount", 5, "percent")], { queue: "triage" })).toBe("may-not"));

  test("what was allowed in the conversation before counts", () => {
    const before = [cover("refund", 30, "eur"), cover("refund", 100, "usd"), cover("credit", 100, "eur")];
    expect(judge(BOB_AGENT, [cover("refund", 20, "eur")], { before })).toBe("may");
    expect(judge(BOB_AGENT, [cover("refund", 21, "eur")], { before })).toBe("over-cap");
  });

  test("who may allow it, the queue's lead first", () => {
    const names = (covers: Cover[]) =>
      whoMayAllow(CAPPED, { queue: "support", covers, before: [] }).map(({ name }) => name);
    expect(names([cover("discount", 10, "percent")])).toEqual(["Lee", "Alice"]);
    expect(names([cover("discount", 26, "percent")])).toEqual([]);
  });

  test.each([
    ["refund", { agent: "fifty" }],
    ["refund", { agent: -1 }],
    ["discount", { agent: "10 percent" }],
    ["discount", { admin: [] }],
  ] as const)("%s: %j is refused by its key", (kind, caps) =>
    expect(() => settingsOf({ [kind]: caps } as never)).toThrow(new RegExp(`approvals\\.${kind}\\.`)),
  );

  const amount = fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100);
  test("nobody may more than the highest cap of their roles, however it is cut into sentences", () =>
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), amount, (parts, cap) => {
        const settings = settingsOf({ currency: "EUR", refund: { agent: cap } });
        const sentences: Commitment[] = parts.map((value) => ({
          sentence: "",
          kinds: ["refund"],
          amounts: [{ value, unit: "eur" }],
        }));
        const sum = parts.reduce((total, one) => total + Math.round(one * 100), 0);
        const verdict = judge(BOB_AGENT, coversOf(sentences), { settings });
        return verdict === (sum <= Math.round(cap * 100) ? "may" : "over-cap");
      }),
    ));

  test("amounts are said as people write them", () =>
    expect(
      coversWords(
        coversOf([
          { kinds: ["discount"], amounts: [{ value: 10, unit: "percent" }] },
          { kinds: ["change"], amounts: [{ value: 5, unit: "eur" }] },
        ]),
      ),
    ).toBe("discount of 10 %, change to an order or account"));
});
