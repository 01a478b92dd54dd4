import { describe, expect, test } from "vitest";
import { settingsWith } from "../fakes/desk.ts";

const LOOK_UP = {
  description: "Where an order is",
  intents: ["support"],
  url: "https://shop.example/api/orders/{order_id}",
  headers: { Authorization: "Bearer env:SHOP_TOKEN" },
  needs: { order_id: "TW-\\d{6}" },
  reads: { status: "status", eta: { path: "delivery.eta", type: "date" as const } },
  says: {
    en: ["Your order {{order_id}} is {{status}} and comes on {{eta}}.", "Your order {{order_id}} is {{status}}."],
  },
  owner: "customer.email",
};
const CALL = {
  description: "Pay money back",
  method: "POST" as const,
  url: "https://shop.example/api/orders/{order_id}/refunds",
  headers: { Authorization: "env:SHOP_TOKEN" },
  needs: { order_id: "TW-\\d{6}", amount: "\\d+(?:\\.\\d{2})?" },
  sends: { amount: "{amount}", reference: "{reference}" },
  asks: "https://shop.example/api/refunds/{reference}",
  commits: { kind: "refund" as const, amount: "amount", unit: "EUR" },
};
const read = (tool: object) => settingsWith({ tools: { shop: tool as never } }).tools["shop"]!;

test("a look-up and a call as they are meant", () => {
  expect(read(LOOK_UP)).toMatchObject({ method: "GET", timeoutMs: 2_000, sends: {} });
  expect(read(CALL)).toMatchObject({ method: "POST", intents: [] });
  expect(read({ ...LOOK_UP, url: "http://127.0.0.1:4800/orders/{order_id}" }).url).toContain("127.0.0.1");
});

describe("what is wrong is named by its key", () => {
  test.each([
    ["http elsewhere", { ...LOOK_UP, url: "http://shop.example/{order_id}" }, /tools\.shop\.url/],
    ["a host from the mail", { ...LOOK_UP, url: "https://{order_id}.shop.example/" }, /tools\.shop\.url/],
    ["a name in front of the host", { ...LOOK_UP, url: "https://shop.example@evil.example/{order_id}" }, /url/],
    ["an id that nothing needs", { ...LOOK_UP, url: "https://shop.example/{order_id}/{other}" }, /\{other\}/],
    ["an id that goes nowhere", { ...LOOK_UP, url: "https://shop.example/" }, /needs\.order_id/],
    ["a format that takes anything", { ...LOOK_UP, needs: { order_id: ".*" } }, /needs\.order_id/],
    ["no format", { ...LOOK_UP, needs: { order_id: "(" } }, /needs\.order_id/],
    ["a secret in the settings", { ...LOOK_UP, headers: { Authorization: "Bearer abc" } }, /env:SHOP_TOKEN/],
    ["a key in the settings", { ...LOOK_UP, headers: { "X-Api-Key": "abc" } }, /env:SHOP_TOKEN/],
    ["a variable of Mailroom's own", { ...LOOK_UP, headers: { "X-Api-Key": "env:MAILROOM_KEY" } }, /MAILROOM_KEY/],
    ["a header that is not its own", { ...LOOK_UP, headers: { Host: "evil.example" } }, /headers\.Host/],
    ["a slot that is read nowhere", { ...LOOK_UP, says: { en: "It is {{colour}}." } }, /colour/],
    ["an intent that is not there", { ...LOOK_UP, intents: ["shipping"] }, /no intent "shipping"/],
    ["a look-up that changes something", { ...LOOK_UP, sends: { a: "b" } }, /tools\.shop\.sends/],
    ["a call that commits to nothing", { ...CALL, commits: undefined }, /tools\.shop\.commits/],
    ["a call that cannot be asked for", { ...CALL, asks: undefined }, /tools\.shop\.asks/],
    ["a call without our reference", { ...CALL, sends: { amount: "{amount}" } }, /reference/],
    ["an amount that is not asked", { ...CALL, commits: { ...CALL.commits, amount: "sum" } }, /commits\.amount/],
    ["an amount in nothing", { ...CALL, commits: { kind: "refund", amount: "amount" } }, /commits\.unit/],
    ["an intent on a call", { ...CALL, intents: ["support"] }, /tools\.shop\.intents/],
  ])("%s", (_name, tool, key) => expect(() => read(tool)).toThrow(key));
});
