import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a shop knows of an order, or of an invoice: it asks no more than that they are under one number. */
export interface ShopRecord {
  status: string;
  customer: { email: string };
  total: { amount: number; currency: string };
  delivery?: { eta: string };
}

export interface Refund {
  reference: string;
  of: string;
  amount: number;
}

/** What goes wrong, until it is set back. */
export type Trouble =
  | "none"
  /** Answers after the time that the knob names. */
  | "slow"
  /** Half of an answer in HTML. */
  | "broken"
  | "elsewhere"
  | "huge"
  | "down"
  /** Too many requests: asks to be asked later. */
  | "busy"
  /** Does what it is told, and hangs up before it says so. */
  | "hangs-up"
  /** Does what it is told; its proxy says that it is not there. */
  | "dropped"
  /** Hangs up before it has done anything. */
  | "loses";

export interface Shop {
  url: string;
  token: string;
  records: Map<string, ShopRecord>;
  refunds: Refund[];
  /** Every request that came, as it came. */
  requests: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[];
  trouble(kind: Trouble, options?: { slowMs?: number }): void;
  stop(): Promise<void>;
}

/**
 * A small order service, as strict as a real one: no token or a wrong one is 401, an unknown number 404, a call without its
 * idempotency key 400, more than was paid 422, and the same key with something else in it 409.
 */
export async function startShop({
  token = "shop-secret",
  records = {},
  port = 0,
}: {
  token?: string;
  records?: Record<string, ShopRecord>;
  /** Any other when it is taken. */
  port?: number;
} = {}): Promise<Shop> {
  let trouble: Trouble = "none";
  let slowMs = 5_000;
  const shop: Omit<Shop, "url" | "stop"> = {
    token,
    records: new Map(Object.entries(records)),
    refunds: [],
    requests: [],
    trouble(kind, options = {}) {
      trouble = kind;
      slowMs = options.slowMs ?? slowMs;
    },
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = "GET", url: path = "/" } = request;
    shop.requests.push({ method, path, headers: request.headers, body });
    if (trouble === "loses") return void response.destroy();
    if (trouble === "slow") await new Promise((resolve) => setTimeout(resolve, slowMs).unref());
    if (trouble === "down") return answer(response, 503, { error: "maintenance" });
    if (trouble === "busy") return answer(response, 429, { error: "too many requests" });
    if (trouble === "elsewhere") return void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    if (trouble === "broken") return void response.writeHead(200).end("<html>Welcome to the sh");
    if (trouble === "huge") return void response.writeHead(200).end(`{"status":"${"x".repeat(200_000)}"}`);
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401, { error: "who are you" });
    const [status, said] = decide(request, path, body);
    if (trouble === "hangs-up" && method === "POST") return void response.destroy();
    if (trouble === "dropped" && method === "POST") return answer(response, 503, { error: "upstream closed" });
    answer(response, status, said);
  }

  function decide({ method, headers }: IncomingMessage, path: string, body: string): [number, unknown] {
    const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
    const [api, kind, id = "", then] = parts;
    if (api !== "api") return [404, { error: "no such page" }];
    if (kind === "refunds" && method === "GET") {
      const refund = shop.refunds.find(({ reference }) => reference === id);
      return refund ? [200, refund] : [404, { error: "no such refund" }];
    }
    const record = kind === "orders" || kind === "invoices" ? shop.records.get(id) : undefined;
    if (!record) return [404, { error: "no such number" }];
    if (method === "GET" && then === undefined) return [200, { number: id, ...record }];
    if (method === "POST" && then === "refunds") return refundOf(id, record, headers["idempotency-key"], body);
    return [405, { error: "not like that" }];
  }

  function refundOf(id: string, record: ShopRecord, key: unknown, body: string): [number, unknown] {
    const { amount, reference } = JSON.parse(body || "{}") as { amount?: unknown; reference?: unknown };
    if (typeof key !== "string" || key !== reference) return [400, { error: "an idempotency key is needed" }];
    const value = Number(amount);
    if (!(value > 0)) return [422, { error: "how much?" }];
    const known = shop.refunds.find((one) => one.reference === reference);
    if (known) return known.of === id && known.amount === value ? [200, known] : [409, { error: "another refund" }];
    const before = shop.refunds.filter(({ of }) => of === id).reduce((sum, one) => sum + one.amount, 0);
    if (before + value > record.total.amount) return [422, { error: "more than was paid" }];
    const refund = { reference, of: id, amount: value };
    shop.refunds.push(refund);
    return [201, refund];
  }

  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(port).catch(() => listen(0));
  return {
    ...shop,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
