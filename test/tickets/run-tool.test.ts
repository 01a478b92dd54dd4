import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Shop, startShop, type Trouble } from "../../sandbox/shop/index.ts";
import { httpTools } from "../../src/adapters/tools/http-tools.ts";
import { auditOfTicket } from "../../src/db/audit.ts";
import { listDeadJobs } from "../../src/db/jobs.ts";
import { getPermit } from "../../src/db/permits.ts";
import type { Settings, SettingsInput } from "../../src/domain/settings/settings.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { replayDeadLetter } from "../../src/tickets/dead-letters.ts";
import { closeTicket } from "../../src/tickets/finish.ts";
import { confirmTool, readToolForm, runTool } from "../../src/tickets/run-tool.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const [ADMIN, AGENT, VIEWER] = ["U01ALICE", "U02BOB", "U03CARA"] as const;
const ORDER = {
  status: "delivered",
  customer: { email: "orla@quayside.example" },
  total: { amount: 80, currency: "EUR" },
};

let shop: Shop;
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  shop = await startShop({ records: { "TW-204518": ORDER } });
  const tools: NonNullable<SettingsInput["tools"]> = {
    refund: {
      description: "Pay money back",
      method: "POST",
      url: `${shop.url}/api/orders/{order_id}/refunds`,
      headers: { Authorization: "Bearer env:SHOP_TOKEN" },
      needs: { order_id: "TW-\\d{6}", amount: "\\d+(?:\\.\\d{2})?" },
      sends: { amount: "{amount}", reference: "{reference}" },
      asks: `${shop.url}/api/refunds/{reference}`,
      commits: { kind: "refund", amount: "amount", unit: "EUR" },
      timeoutMs: 10_000,
    },
    order_status: {
      description: "Where it is",
      url: `${shop.url}/api/orders/{order_id}`,
      needs: { order_id: "TW-\\d{6}" },
      reads: { status: "status" },
    },
  };
  desk = await aDesk({
    settings: settingsWith({ tools, approvals: { refund: { agent: "50 EUR", admin: "500 EUR" } } }),
    instead: () => ({ tools: httpTools({ variable: () => shop.token, now: Date.now }) }),
  });
  desk.mailbox.deliver({
    id: "m1",
    subject: "A torn strap",
    text: "The strap of order TW-204518 tore. Money back, please.",
  });
  await desk.work();
});
afterEach(() => shop.stop());

const VALUES = { order_id: "TW-204518", amount: "20" };
const form = (by: string, tool = "refund") => readToolForm(desk)({ ticketId: 1, tool, by });
const confirm = (by: string, values = VALUES, tool = "refund") => confirmTool(desk)({ ticketId: 1, tool, by, values });
async function confirmed(by: string, values = VALUES) {
  const outcome = await confirm(by, values);
  if (outcome.kind !== "confirm") throw new Error(outcome.kind);
  const { confirmation } = outcome;
  return { ...confirmation, by };
}
const run = async (by: string, values = VALUES) => runTool(desk)(await confirmed(by, values));
const told = () => desk.chat.posts.map(({ text }) => text).join("\n");
/** As long as anything is due, and what waits for a while too. */
async function finish() {
  for (let round = 0; round < 12; round++) {
    await desk.runner.drain();
    desk.clock.advance(60_000);
  }
}

test("shown to the letter, confirmed, done once, and told in the thread", async () => {
  expect(await form(AGENT)).toMatchObject({
    kind: "form",
    form: { needs: [{ name: "order_id" }, { name: "amount" }] },
  });
  const seen = await confirmed(AGENT);
  expect(seen).toMatchObject({
    method: "POST",
    url: `${shop.url}/api/orders/TW-204518/refunds`,
    body: JSON.stringify({ amount: "20", reference: seen.reference }),
    what: "refund of 20 EUR",
  });
  expect(shop.requests).toEqual([]);
  expect((await runTool(desk)(seen)).kind).toBe("asked");
  expect((await runTool(desk)(seen)).kind).toBe("asked");
  await finish();
  expect(shop.refunds).toEqual([{ reference: seen.reference, of: "TW-204518", amount: 20 }]);
  expect(shop.requests.map(({ method, headers }) => [method, headers["idempotency-key"]])).toEqual([
    ["POST", seen.reference],
  ]);
  expect(told()).toContain(`has done it: refund of 20 EUR. Our reference: ${seen.reference}`);
  expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "used", tool: "refund", grantedBy: AGENT });
  const audit = await auditOfTicket(desk.db.read, 1, 50);
  expect(audit.map(({ action }) => action).filter((action) => action.startsWith("tool."))).toEqual([
    "tool.asked",
    "tool.done",
  ]);
});

describe("who may, and how much", () => {
  test.each([
    ["a viewer", VIEWER, VALUES, "forbidden"],
    ["a stranger", "U99NOBODY", VALUES, "forbidden"],
    ["above the cap", AGENT, { ...VALUES, amount: "50.01" }, "over-cap"],
    ["at the cap", AGENT, { ...VALUES, amount: "50" }, "confirm"],
    ["an admin above an agent's", ADMIN, { ...VALUES, amount: "80" }, "confirm"],
    ["another form", AGENT, { ...VALUES, order_id: "TW-1" }, "wrong"],
    ["a way out of the path", AGENT, { ...VALUES, order_id: "../refunds" }, "wrong"],
    ["nothing", AGENT, { ...VALUES, amount: "0" }, "wrong"],
  ])("%s: %s", async (_name, by, values, kind) => expect((await confirm(by, values)).kind).toBe(kind));

  test("on a colleague's ticket, or a finished one, nobody", async () => {
    const seen = await confirmed(AGENT);
    await claimTicket(desk)({ ticketId: 1, by: ADMIN });
    expect(await form(AGENT)).toEqual({ kind: "taken", owner: ADMIN });
    expect(await confirm(AGENT)).toEqual({ kind: "taken", owner: ADMIN });
    expect(await runTool(desk)(seen)).toEqual({ kind: "taken", owner: ADMIN });
    expect((await confirm(ADMIN)).kind).toBe("confirm");
    await closeTicket(desk)({ ticketId: 1, by: ADMIN, outcome: "closed" });
    expect(await confirm(ADMIN)).toEqual({ kind: "not-open", state: "done" });
    await finish();
    expect(shop.requests).toEqual([]);
  });
  test("a look-up is nothing to be done, and neither is what is not there", async () => {
    expect((await form(ADMIN, "order_status")).kind).toBe("no-tool");
    expect((await form(ADMIN, "toString")).kind).toBe("no-tool");
  });
  test("twice within the cap is above it", async () => {
    expect((await run(AGENT, { ...VALUES, amount: "30" })).kind).toBe("asked");
    await finish();
    expect((await confirm(AGENT, { ...VALUES, amount: "21" })).kind).toBe("over-cap");
    expect((await confirm(AGENT, { ...VALUES, amount: "20" })).kind).toBe("confirm");
  });
});

describe("what was confirmed is what is done", () => {
  test.each([
    ["another amount", { values: { ...VALUES, amount: "21" } }],
    ["another order", { values: { ...VALUES, order_id: "TW-204519" } }],
    ["another reference", { reference: "mailroom-1-000000000000000000" }],
  ])("%s", async (_name, change) => {
    expect((await runTool(desk)({ ...(await confirmed(AGENT)), ...change })).kind).toBe("call-changed");
    await finish();
    expect(shop.requests).toEqual([]);
  });
  test("a colleague asked for the same since the window", async () => {
    const [mine, theirs] = [await confirmed(AGENT), await confirmed(ADMIN)];
    expect((await runTool(desk)(mine)).kind).toBe("asked");
    expect((await runTool(desk)(theirs)).kind).toBe("call-changed");
    await finish();
    expect((await runTool(desk)(theirs)).kind).toBe("call-changed");
    await finish();
    expect(shop.requests).toHaveLength(1);
    expect((await run(ADMIN, { ...VALUES, amount: "21" })).kind).toBe("asked");
    await finish();
    expect(shop.refunds).toHaveLength(2);
  });
  test("the customer wrote again since the window", async () => {
    const seen = await confirmed(AGENT);
    desk.mailbox.deliver({
      id: "m2",
      thread: "m1",
      subject: "Re: A torn strap",
      text: "Keep the money, I have sewn it.",
    });
    await desk.work();
    expect((await runTool(desk)(seen)).kind).toBe("call-changed");
  });
  test.each<[string, (settings: Settings) => unknown, RegExp]>([
    ["kill switch", (settings) => ({ ...settings, sending: { ...settings.sending, enabled: false } }), /switched off/],
    ["shadow", (settings) => ({ ...settings, mode: "shadow" }), /shadow/],
    [
      "another address",
      (s) => ({ ...s, tools: { refund: { ...s.tools["refund"]!, url: `${shop.url}/x/{order_id}` } } }),
      /Something changed/,
    ],
    [
      "a lower cap",
      (s) => ({ ...s, approvals: { ...s.approvals, refund: { agent: "10 EUR" } } }),
      /may not do that any more/,
    ],
    ["no such tool any more", (s) => ({ ...s, tools: {} }), /no longer have this tool/],
  ])("%s, thrown after it was asked for, is noticed at the last gate", async (_name, how, why) => {
    expect((await run(AGENT)).kind).toBe("asked");
    const save = changeSettings(desk, async () => undefined);
    expect((await save({ by: ADMIN, change: how })).kind).toBe("saved");
    await finish();
    expect(shop.requests).toEqual([]);
    expect(told()).toMatch(why);
  });
});

const save = (change: (settings: Settings) => unknown) =>
  changeSettings(desk, async () => undefined)({ by: ADMIN, change });
const FREE = {
  needs: { order_id: ".+", amount: "\\d+" },
  sends: { amount: "{amount}", why: "{order_id} for {amount}", reference: "{reference}" },
};
const otherTool = (change: Partial<Settings["tools"][string]>) => (settings: Settings) => ({
  ...settings,
  tools: { ...settings.tools, refund: { ...settings.tools["refund"]!, ...change } },
});

describe("whoever confirms a call has seen all of it", () => {
  test.each([
    ["what cannot be seen", "TW-204518\u202e"],
    ["a line end", "TW-204518\n"],
    ["more than the window shows", "x".repeat(1_200)],
    ["more than it shows escaped", "&".repeat(320)],
  ])("%s", async (_name, order_id) => {
    await save(otherTool(FREE));
    expect((await confirm(AGENT, { ...VALUES, order_id })).kind).toBe("wrong");
  });
  test("braces in a value stay what they are", async () => {
    await save(otherTool(FREE));
    const { body } = await confirmed(AGENT, { ...VALUES, order_id: "{amount}" });
    expect(JSON.parse(body)).toMatchObject({ amount: "20", why: "{amount} for 20" });
  });
});

describe("a repeated attempt is held to what was confirmed as the first was", () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ["another host", () => save(otherTool({ url: "https://b.example/{order_id}" })), /Something changed/],
    [
      "another amount",
      () => save(otherTool({ sends: { amount: "{amount}00", r: "{reference}" } })),
      /Something changed/,
    ],
    ["other headers", () => save(otherTool({ headers: { "X-Shop": "two" } })), /Something changed/],
    [
      "somebody who has left",
      () => save((all) => ({ ...all, people: all.people.filter(({ slack }) => slack !== AGENT) })),
      /may not do that any more/,
    ],
    [
      "a lower cap",
      () => save((all) => ({ ...all, approvals: { ...all.approvals, refund: { agent: "0 EUR", admin: "9 EUR" } } })),
      /may not do that any more/,
    ],
    [
      "a customer who wrote again",
      async () => {
        desk.mailbox.deliver({ id: "m2", thread: "m1", subject: "Re: A torn strap", text: "Keep the money, please." });
        await desk.work();
      },
      /Something changed/,
    ],
    ["an hour", async () => desk.clock.advance(61 * 60_000), /has expired/],
  ])("%s", async (_name, meanwhile, why) => {
    shop.trouble("busy");
    expect((await run(AGENT)).kind).toBe("asked");
    await desk.runner.drain();
    expect(shop.requests).toHaveLength(1);
    await meanwhile();
    shop.trouble("none");
    await finish();
    expect(shop.refunds).toEqual([]);
    expect(shop.requests).toHaveLength(1);
    expect(told()).toMatch(why);
  });
  test("what it commits to does not count twice against the cap", async () => {
    shop.trouble("busy");
    await run(AGENT, { ...VALUES, amount: "50" });
    await desk.runner.drain();
    shop.trouble("none");
    await finish();
    expect(shop.refunds).toHaveLength(1);
  });
  test("settings that change between the gate and the call", async () => {
    const { transaction } = desk.db;
    await run(AGENT);
    desk.db.transaction = async (work, options) => {
      const done = await transaction(work, options);
      if (options?.durable) {
        desk.db.transaction = transaction;
        await save(otherTool({ method: "PUT" }));
      }
      return done;
    };
    await finish();
    expect(shop.requests).toEqual([]);
    expect(told()).toContain("has not done it");
  });
  test("a system that was not the one called is not asked whether it happened", async () => {
    const other = await startShop();
    shop.trouble("hangs-up");
    await run(AGENT);
    await desk.runner.drain();
    shop.trouble("none");
    await save(otherTool({ asks: `${other.url}/api/refunds/{reference}` }));
    for (let round = 0; round < 8; round++) await finish();
    await other.stop();
    expect(other.requests).toEqual([]);
    expect(shop.refunds).toHaveLength(1);
    expect(shop.requests).toHaveLength(1);
    expect(told()).toContain("it may have happened all the same");
  });
  test("a customer who wrote again does not keep us from asking whether it happened", async () => {
    shop.trouble("hangs-up");
    await run(AGENT);
    await desk.runner.drain();
    shop.trouble("none");
    desk.mailbox.deliver({
      id: "m2",
      thread: "m1",
      subject: "Re: A torn strap",
      text: "Has it been paid yet, please?",
    });
    await desk.work();
    await finish();
    expect(shop.refunds).toHaveLength(1);
    expect(told()).toContain("has done it");
  });
});

describe("whatever goes wrong, it is done once or not at all", () => {
  test.each([
    ["an answer that was lost", "hangs-up"],
    ["a proxy's 503, which may have passed it on,", "dropped"],
  ] as const)("%s is asked for, and not done again", async (_what, trouble) => {
    shop.trouble(trouble);
    await run(AGENT);
    await desk.runner.drain();
    shop.trouble("none");
    await finish();
    expect(shop.refunds).toHaveLength(1);
    expect(shop.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
    expect(told()).toContain("has done it");
  });
  test("a call that was lost is asked for, and done then", async () => {
    shop.trouble("loses");
    await run(AGENT);
    await desk.runner.drain();
    shop.trouble("none");
    await finish();
    expect(shop.refunds).toHaveLength(1);
    expect(shop.requests.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
  });
  test("a system that is slower than we wait is given time before its no is believed", async () => {
    await save(otherTool({ timeoutMs: 1_000 }));
    shop.trouble("slow", { slowMs: 3_000 });
    await run(AGENT);
    await desk.runner.drain();
    expect(shop.requests).toHaveLength(1);
    shop.trouble("none");
    desk.clock.advance(59_000);
    await desk.runner.drain();
    expect(shop.requests).toHaveLength(1);
    await vi.waitFor(() => expect(shop.refunds).toHaveLength(1), 30_000);
    await finish();
    expect(shop.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
    expect(shop.refunds).toHaveLength(1);
    expect(told()).toContain("has done it");
  });
  test.each<[Trouble, string[]]>([
    ["down", ["POST", "GET", "POST"]],
    ["busy", ["POST", "POST"]],
  ])("a system that is %s for a while is asked again", async (trouble, methods) => {
    shop.trouble(trouble);
    await run(AGENT);
    await desk.runner.drain();
    shop.trouble("none");
    await finish();
    expect(shop.refunds).toHaveLength(1);
    expect(shop.requests.map(({ method }) => method)).toEqual(methods);
  });
  test("a refusal is told, and nothing is tried again", async () => {
    await run(ADMIN, { ...VALUES, amount: "81" });
    await finish();
    expect(shop.refunds).toEqual([]);
    expect(shop.requests).toHaveLength(1);
    expect(told()).toMatch(/has not done it \(refund of 81 EUR\).*refused/);
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "void", effectId: null });
    const [dead] = await listDeadJobs(desk.db.read, 10);
    await replayDeadLetter(desk)({ by: ADMIN, jobId: dead!.id });
    await finish();
    expect(shop.requests).toHaveLength(1);
    expect(told()).toContain("Ask for it anew");
  });
  test("what was refused leaves the whole cap for the next call", async () => {
    shop.records.set("TW-204518", { ...ORDER, total: { amount: 35, currency: "EUR" } });
    await run(AGENT, { ...VALUES, amount: "40" });
    await finish();
    expect(shop.refunds).toEqual([]);
    expect((await run(AGENT, { ...VALUES, amount: "35" })).kind).toBe("asked");
    await finish();
    expect(shop.refunds).toMatchObject([{ amount: 35 }]);
  });
  test("when nobody can say, a person is asked to look", async () => {
    shop.trouble("loses");
    await run(AGENT);
    for (let round = 0; round < 8; round++) await finish();
    expect(shop.refunds).toEqual([]);
    expect(shop.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(told()).toContain("it may have happened all the same");
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "used" });
    expect((await confirm(AGENT, { ...VALUES, amount: "31" })).kind).toBe("over-cap");
  });
});
