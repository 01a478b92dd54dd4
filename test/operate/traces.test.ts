import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTraces } from "../../src/operate/traces.ts";
import { aDesk } from "../fakes/desk.ts";

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { intValue?: string; stringValue?: string } }[];
  status?: { code: number; message: string };
}

let collector: Server;
let requests: { path: string; headers: Record<string, unknown>; body: string }[];
let status: number;
beforeEach(async () => {
  requests = [];
  status = 200;
  collector = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ path: request.url!, headers: request.headers, body });
    response.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterEach(() => collector.close());

const endpoint = () => `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
const spans = (): Span[] =>
  requests.flatMap(({ body }) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans as Span[]);

test("one trace a mail, from the fetch to the card, with message and ticket ids and no word of the mail", async () => {
  const desk = await aDesk();
  const traces = openTraces({ endpoint: endpoint(), headers: "authorization=Bearer%20abc,x-team=desk", log: desk.log });
  for (const id of ["m1", "m2"])
    desk.mailbox.deliver({ id, subject: `Reminders ${id}`, text: `The reminders of ${id} have stopped. Why?` });
  await desk.work();
  await traces.close();

  expect(requests[0]).toMatchObject({
    path: "/v1/traces",
    headers: { authorization: "Bearer abc", "x-team": "desk", "content-type": "application/json" },
  });
  const byTrace = Map.groupBy(spans(), ({ traceId }) => traceId);
  expect(byTrace.size).toBe(2);
  for (const [traceId, trace] of byTrace) {
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    const [root, ...more] = trace.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(more).toEqual([]);
    expect(root!.name).toBe("job process-message");
    const under = (parent: Span) => trace.filter((span) => span.parentSpanId === parent.spanId);
    expect(
      under(root!)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expect.arrayContaining(["fetch gmail", "job draw-card", "normalise mail", "record mail", "triage mail"]));
    const drawing = trace.find(({ name }) => name === "job draw-card")!;
    expect(under(drawing).map(({ name }) => name)).toContain("effect slack.card");
    const record = trace.find(({ name }) => name === "record mail")!;
    expect(record.attributes.map(({ key }) => key).sort()).toEqual(["mailroom.ledgerId", "mailroom.ticketId"]);
    for (const span of trace)
      expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
  }
  const written = requests.map(({ body }) => body).join();
  for (const word of ["Reminders", "orla", "quayside", "support@"]) expect(written).not.toContain(word);
});

test("a collector that refuses is told of once, and costs the desk nothing", async () => {
  const desk = await aDesk();
  status = 503;
  const traces = openTraces({ endpoint: endpoint(), headers: undefined, log: desk.log });
  desk.mailbox.deliver({ id: "m1", subject: "Reminders", text: "The reminders have stopped. Why?" });
  await desk.work();
  await traces.close();
  expect(desk.chat.posts.filter(({ marker }) => marker.type === "mailroom_card")).toHaveLength(1);
  expect(desk.log.lines.filter(({ message }) => message.startsWith("traces could not be sent"))).toHaveLength(1);
});
