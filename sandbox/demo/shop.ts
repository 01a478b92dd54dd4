import { readFileSync } from "node:fs";
import path from "node:path";
import { type Shop, type ShopRecord, startShop } from "../shop/index.ts";
import { type Company, GOLD } from "./company.ts";

/** Beside the page's, and the same every time: the settings of a desk that is kept name it. */
const USUAL_PORT = 4748;
const DAY_MS = 24 * 60 * 60_000;

/** Of a software company people ask for invoices, of a shop for orders. */
const KINDS = {
  larkspur: { kind: "invoices", id: "invoice_id", states: ["paid", "open", "paid"], currency: "USD" },
  tidewater: { kind: "orders", id: "order_id", states: ["shipped", "packed", "delivered"], currency: "USD" },
} as const;

interface Label {
  id: string;
  business: string;
  entities: Record<string, unknown>;
}

/** The company's own order service, which knows the numbers that its customers write about. */
export async function openShop(company: Company, now: number): Promise<Shop> {
  const { id, states, currency } = KINDS[company.key];
  const labels = readFileSync(path.join(GOLD, "labels.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label)
    .filter(({ business }) => business === company.key);
  const records: Record<string, ShopRecord> = {};
  for (const [index, { id: mail, entities }] of labels.entries()) {
    const number = entities[id];
    if (typeof number !== "string" || number in records) continue;
    const raw = readFileSync(path.join(GOLD, "eml", `${mail}.eml`), "latin1");
    const from = /^From:((?:[^\n]|\n[ \t])*)/m.exec(raw)?.[1];
    const email = from?.match(/[^\s<>"]+@[^\s<>"]+/g)?.at(-1);
    if (email === undefined) continue;
    records[number] = {
      status: states[index % states.length]!,
      customer: { email },
      total: { amount: 40 + ((index * 37) % 400), currency },
      delivery: { eta: new Date(now + (2 + (index % 4)) * DAY_MS).toISOString().slice(0, 10) },
    };
  }
  return startShop({ records, port: USUAL_PORT });
}

/** How the company's Mailroom asks it, and who may have it pay back how much. */
export function shopSettings(company: Company, shop: Pick<Shop, "url">): Record<string, unknown> {
  const { kind, id, currency } = KINDS[company.key];
  const format = company.id_formats[id]!.pattern;
  const headers = { Authorization: "Bearer env:SHOP_TOKEN" };
  const status = {
    path: "status",
    words: {
      shipped: { en: "on its way", de: "unterwegs", fr: "en route" },
      packed: { en: "packed", de: "gepackt", fr: "emballée" },
      delivered: { en: "delivered", de: "zugestellt", fr: "livrée" },
      paid: { en: "paid", de: "bezahlt", es: "pagada" },
      open: { en: "not paid yet", de: "noch offen", es: "pendiente de pago" },
    },
  };
  const lookUp =
    kind === "orders"
      ? {
          description: "Where an order is",
          reads: { status, eta: { path: "delivery.eta", type: "date" } },
          says: {
            en: "Your order {{order_id}} is {{status}}. It should arrive on {{eta}}.",
            de: "Ihre Bestellung {{order_id}} ist {{status}} und sollte am {{eta}} ankommen.",
            fr: "Votre commande {{order_id}} est {{status}} et devrait arriver le {{eta}}.",
          },
        }
      : {
          description: "Whether an invoice is paid",
          reads: { status },
          says: {
            en: "Your invoice {{invoice_id}} is {{status}}.",
            de: "Ihre Rechnung {{invoice_id}} ist {{status}}.",
            es: "Su factura {{invoice_id}} está {{status}}.",
          },
        };
  return {
    approvals: {
      currency,
      discount: { agent: 0, admin: "25 %" },
      refund: { agent: 50, admin: 500 },
      credit: { agent: 50, admin: 500 },
    },
    tools: {
      [kind === "orders" ? "order_status" : "invoice_status"]: {
        ...lookUp,
        url: `${shop.url}/api/${kind}/{${id}}`,
        headers,
        needs: { [id]: format },
        owner: "customer.email",
        timeoutMs: 5_000,
        probe: { [id]: company.id_formats[id]!.example },
      },
      refund: {
        description: "Pay money back",
        method: "POST",
        url: `${shop.url}/api/${kind}/{${id}}/refunds`,
        headers,
        needs: { [id]: format, amount: "\\d+(\\.\\d{2})?" },
        sends: { amount: "{amount}", reference: "{reference}" },
        asks: `${shop.url}/api/refunds/{reference}`,
        commits: { kind: "refund", amount: "amount", unit: currency },
      },
    },
  };
}
