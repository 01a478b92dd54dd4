import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Shop, startShop } from "../../../sandbox/shop/index.ts";
import { httpTools } from "../../../src/adapters/tools/http-tools.ts";
import type { Tool } from "../../../src/domain/settings/tools.ts";
import { addressOf } from "../../../src/domain/tool-address.ts";
import { settingsWith } from "../../fakes/desk.ts";

const ORDER = {
  status: "shipped",
  customer: { email: "orla@quayside.example" },
  total: { amount: 80, currency: "EUR" },
  delivery: { eta: "2026-11-24" },
};
let shop: Shop;
let variables: Record<string, string>;
let at = 0;
beforeAll(async () => {
  shop = await startShop({ records: { "TW-204518": ORDER } });
});
afterAll(() => shop.stop());
beforeEach(() => {
  shop.trouble("none");
  shop.requests.length = 0;
  variables = { SHOP_TOKEN: shop.token };
});

const toolOf = (more: object = {}): Tool =>
  settingsWith({
    tools: {
      order_status: {
        description: "Where an order is",
        url: `${shop.url}/api/orders/{order_id}`,
        headers: { Authorization: "Bearer env:SHOP_TOKEN" },
        needs: { order_id: "TW-\\d{6}" },
        reads: { status: "status" },
        timeoutMs: 400,
        ...more,
      } as never,
    },
  }).tools["order_status"]!;
const fresh = () => httpTools({ variable: (name) => variables[name], now: () => at });
const look = (order_id = "TW-204518", more = {}) => fresh().look("order_status", toolOf(more), { order_id });

describe("a look-up", () => {
  test("finds what is there, with the secret of the environment", async () => {
    expect(await look()).toEqual({ kind: "found", body: { number: "TW-204518", ...ORDER } });
    expect(shop.requests[0]).toMatchObject({ method: "GET", path: "/api/orders/TW-204518" });
    expect(shop.requests[0]!.headers.authorization).toBe("Bearer shop-secret");
  });
  test("says what is not there", async () => expect(await look("TW-999999")).toEqual({ kind: "not_found" }));
  test("a wrong token is refused", async () => {
    variables["SHOP_TOKEN"] = "another";
    expect(await look()).toMatchObject({ kind: "refused", why: "it answered 401" });
  });
  test("a token that is not set is not asked with", async () => {
    variables = {};
    expect(await look()).toEqual({ kind: "refused", why: "SHOP_TOKEN is not set" });
    expect(shop.requests).toEqual([]);
  });
  test("waits no longer than the settings say", async () => {
    shop.trouble("slow", { slowMs: 3_000 });
    expect(await look()).toEqual({ kind: "slow" });
  });
  test.each([
    ["broken", /no JSON/],
    ["elsewhere", /elsewhere/],
    ["huge", /longer than 64 KB/],
    ["down", /503/],
    ["loses", /connection/],
  ] as const)("%s", async (trouble, why) => {
    shop.trouble(trouble);
    expect(await look()).toMatchObject({ kind: "broken", why: expect.stringMatching(why) });
  });
  test("nobody there", async () =>
    expect(await look("TW-204518", { url: "http://127.0.0.1:1/{order_id}" })).toMatchObject({ kind: "broken" }));
});

test("what was asked a moment ago is not asked again; trouble is", async () => {
  const tools = fresh();
  const ask = () => tools.look("order_status", toolOf(), { order_id: "TW-204518" });
  await Promise.all([ask(), ask()]);
  expect(shop.requests).toHaveLength(1);
  at += 59_999;
  await ask();
  expect(shop.requests).toHaveLength(1);
  at += 1;
  await ask();
  expect(shop.requests).toHaveLength(2);
  at += 60_000;
  shop.trouble("down");
  await ask();
  shop.trouble("none");
  expect(await ask()).toMatchObject({ kind: "found" });
});

test("a system that is down is left alone for a while, and then asked again", async () => {
  const tools = fresh();
  const ask = async (order_id: string) => (await tools.look("order_status", toolOf(), { order_id })).kind;
  shop.trouble("slow", { slowMs: 3_000 });
  expect(await ask("TW-204518")).toBe("slow");
  shop.trouble("none");
  expect(await ask("TW-204518")).toBe("broken");
  expect(shop.requests).toHaveLength(1);
  at += 5_000;
  expect(await ask("TW-204518")).toBe("found");
});

describe("addresses", () => {
  const template = "https://shop.example/api/orders/{order_id}?by={mail}";
  test("ids are encoded, whatever is in them", () =>
    expect(addressOf(template, { order_id: "a/b?c#d", mail: "x&y=z@q" })?.href).toBe(
      "https://shop.example/api/orders/a%2Fb%3Fc%23d?by=x%26y%3Dz%40q",
    ));
  test.each(["..", ".", ""])("%j leads nowhere", (order_id) =>
    expect(addressOf(template, { order_id, mail: "m" })).toBeUndefined(),
  );
  test("no id leads to another host or another path", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (order_id, mail) => {
        const url = addressOf(template, { order_id, mail });
        if (!url) return true;
        const [, api, orders, id, ...rest] = url.pathname.split("/");
        return (
          url.origin === "https://shop.example" &&
          [api, orders].join() === "api,orders" &&
          rest.length === 0 &&
          decodeURIComponent(id!) === order_id &&
          url.searchParams.get("by") === mail &&
          url.hash === ""
        );
      }),
    ));
});
