import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Shop, startShop } from "../../sandbox/shop/index.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const ORLA = "Orla Keane <orla@quayside.example>";
const order = (email: string, status = "shipped") => ({
  status,
  customer: { email },
  total: { amount: 80, currency: "EUR" },
  delivery: { eta: "2026-11-27" },
});

let shop: Shop;
let desk: Desk;
beforeAll(async () => {
  shop = await startShop({
    records: {
      "TW-204518": order("orla@quayside.example"),
      "TW-204519": order("somebody@else.example"),
      "TW-204520": order("orla@quayside.example", "delivered"),
    },
  });
  desk = await openDesk({
    environment: { SHOP_TOKEN: shop.token },
    settings: `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT, owners: [U01ALICE] }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
  - { slack: U03CARA, name: Cara, roles: [viewer] }
approvals:
  refund: { agent: "20 EUR", admin: "500 EUR" }
tools:
  order_status:
    description: Where an order is
    url: ${shop.url}/api/orders/{order_id}
    headers: { Authorization: "Bearer env:SHOP_TOKEN" }
    needs: { order_id: 'TW-\\d{6}' }
    reads: { status: status, eta: { path: delivery.eta, type: date } }
    says: { en: "Your order {{order_id}} is {{status}}. It should arrive on {{eta}}." }
    owner: customer.email
    probe: { order_id: TW-000000 }
    timeoutMs: 10000
  refund:
    description: Pay money back
    method: POST
    url: ${shop.url}/api/orders/{order_id}/refunds
    headers: { Authorization: "Bearer env:SHOP_TOKEN" }
    needs: { order_id: 'TW-\\d{6}', amount: '\\d+(\\.\\d{2})?' }
    sends: { amount: "{amount}", reference: "{reference}" }
    asks: ${shop.url}/api/refunds/{reference}
    commits: { kind: refund, amount: amount, unit: EUR }
    timeoutMs: 10000
`,
  });
  await desk.start();
});
afterAll(async () => {
  await desk.end();
  await shop.stop();
});

const write = (subject: string, text: string, from = ORLA) =>
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from,
      subject,
      text,
      // As Gmail notes whose mail it is.
      headers: { "Authentication-Results": "mx.google.com; dmarc=pass header.from=quayside.example" },
    }),
  );
const privately = (user: string) => desk.slack.ephemerals(user).map((message) => message.text);
const window = (user: string, id: string) => until(desk, () => desk.slack.modal(user)?.["callback_id"] === id);

describe("looked-up facts", () => {
  test("the order's state stands in the draft, its source on the card, and it reaches the customer", async () => {
    write("Where is TW-204518?", "Could you please tell me where my order TW-204518 is and when it will be here?");
    const card = await cardWith(desk, "Where is TW-204518?", (shown) => shown.includes("is shipped"));
    expect(shownOn(card)).toContain("Your order TW-204518 is shipped. It should arrive on 27 November 2026.");
    expect(shownOn(card)).toContain("Sources: order status TW-204518");
    await until(desk, () =>
      desk.slack.thread(card).some((reply) => shownOn(reply).includes("🔎 *order status TW-204518*, looked up")),
    );
    await desk.slack.as("U01ALICE").press(card, { text: "Approve & send" });
    await until(desk, () => desk.gmail.sent.length === 1);
    expect(desk.gmail.sent[0]!.text).toContain("It should arrive on 27 November 2026.");
  });

  test("somebody else's order is for the colleague alone", async () => {
    write("Where is TW-204519?", "Could you please tell me where my order TW-204519 is and when it will be here?");
    const card = await cardWith(desk, "Where is TW-204519?", (shown) => shown.includes("belongs to another address"));
    expect(shownOn(card)).toContain("🔎 For you alone: order status TW-204519 says status shipped");
    expect(shownOn(card)).not.toContain("Your order TW-204519");
    expect(shownOn(card)).not.toContain("somebody@else.example");
  });

  test("an unknown number, and a system that is down, are sentences on cards", async () => {
    write("Where is TW-999999?", "Could you please tell me where my order TW-999999 is and when it will be here?");
    const card = await cardWith(desk, "Where is TW-999999?", (shown) => shown.includes("🔎"));
    expect(shownOn(card)).toContain("No order TW-999999 in order status: ask the customer for the number.");
    shop.trouble("down");
    write("Where is TW-204520?", "Could you please tell me where my order TW-204520 is and when it will be here?");
    const other = await cardWith(desk, "Where is TW-204520?", (shown) => shown.includes("🔎"));
    expect(shownOn(other)).toContain("gave no answer that can be used (it answered 503)");
    expect(shownOn(other)).toContain("Approve & send");
    shop.trouble("none");
  });

  test("the doctor asks them, and names the variable that is missing", async () => {
    const doctor = async (more: Record<string, string> = {}) => {
      const child = spawn(process.execPath, ["--import", "./bin/require-node.js", "src/cli/doctor.ts"], {
        cwd: ROOT,
        env: { ...desk.environment, ...more },
        stdio: ["ignore", "pipe", "ignore"],
      });
      let written = "";
      for await (const chunk of child.stdout) written += chunk;
      return written;
    };
    const [well, ill] = await Promise.all([doctor(), doctor({ SHOP_TOKEN: "" })]);
    expect(well).toContain("✓ tools.order_status: answers, and does not know the number that it was asked for");
    expect(well).toContain("✓ tools.refund: answers, and knows no call that was not made");
    expect(ill).toContain("✗ tools.order_status: does not let us in (SHOP_TOKEN is not set)");
  });
});

describe("a call that changes something", () => {
  const subject = "The strap of TW-204520 tore";
  test("shown to the letter, confirmed by somebody who may, done once, told in the thread", async () => {
    write(
      subject,
      "The strap of my bag from order TW-204520 tore on the first day. May I have some money back, please?",
    );
    const card = await cardWith(desk, subject);
    const bob = desk.slack.as("U02BOB");
    await desk.slack.as("U03CARA").choose(card, { actionId: "ticket.more" }, "Pay money back…");
    await until(desk, () => privately("U03CARA").some((text) => text.includes("needs the role")));

    await bob.choose(await cardWith(desk, subject), { actionId: "ticket.more" }, "Pay money back…");
    await window("U02BOB", "tool.form");
    await bob.submit({ order_id: "TW-204520", amount: "lots" });
    expect(JSON.stringify(desk.slack.modal("U02BOB"))).toContain("has not the form");
    await bob.submit({ order_id: "TW-204520", amount: "15.50" });
    await window("U02BOB", "tool.confirm");
    const shown = JSON.stringify(desk.slack.modal("U02BOB"));
    expect(shown).toContain(`POST ${shop.url}/api/orders/TW-204520/refunds`);
    expect(shown).toContain("refund of 15.5 EUR");
    expect(shop.refunds).toEqual([]);
    await bob.submit();
    await until(desk, () => desk.slack.thread(card).some((reply) => shownOn(reply).includes("has done it")));
    expect(shop.refunds).toMatchObject([{ of: "TW-204520", amount: 15.5 }]);
    expect(desk.log()).not.toContain("TW-204520");
    expect(desk.log()).not.toContain(shop.token);
  });

  test("above the cap nothing is even shown", async () => {
    const bob = desk.slack.as("U02BOB");
    await bob.choose(await cardWith(desk, subject), { actionId: "ticket.more" }, "Pay money back…");
    await window("U02BOB", "tool.form");
    await bob.submit({ order_id: "TW-204520", amount: "20" });
    const said = JSON.stringify(desk.slack.modal("U02BOB"));
    expect(said).toContain("above your cap");
    expect(said).toContain("15.5 EUR in this conversation already");
    expect(said).toContain("Alice may allow");
    expect(shop.refunds).toHaveLength(1);
  });
});
