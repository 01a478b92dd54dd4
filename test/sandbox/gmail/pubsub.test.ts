import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, SCOPES, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, failure, SALES, SUPPORT, users, usersWith } from "./client.ts";

const WEEK = 7 * 86_400_000;

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    now: Date.UTC(2026, 10, 20, 9),
    mailboxes: [{ address: SUPPORT }, { address: SALES }],
    knobs: { pullWaitMs: 0 },
  });
});
afterEach(() => gmail.stop());

const watch = (more = {}) =>
  users(gmail)
    .watch({ userId: "me", requestBody: { topicName: gmail.pubsub.topic, ...more } })
    .then(({ data }) => data);

interface Received {
  ackId: string;
  message: { data: string; messageId: string };
  deliveryAttempt?: number;
}

async function subscription(action: string, body: unknown, name = gmail.pubsub.subscription) {
  const answer = await fetch(`${gmail.url}/v1/${name}:${action}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${gmail.accessToken(SUPPORT, [SCOPES.pubsub])}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as { receivedMessages?: Received[]; error?: unknown } };
}

const pull = async () => (await subscription("pull", { maxMessages: 10 })).body.receivedMessages ?? [];
const told = ({ message }: Received) =>
  JSON.parse(Buffer.from(message.data, "base64").toString()) as Record<string, string>;

/** Hands over what is waiting and acknowledges it. */
async function drain(): Promise<Record<string, string>[]> {
  const received = await pull();
  await subscription("acknowledge", { ackIds: received.map(({ ackId }) => ackId) });
  return received.map(told);
}

test("watch answers with a position and an end in a week, and says hello at once", async () => {
  const { historyId, expiration } = await watch();
  expect(Number(expiration)).toBe(gmail.clock.now() + WEEK);
  expect(await drain()).toEqual([{ emailAddress: SUPPORT, historyId }]);
});

test("new mail is announced with the position it made", async () => {
  await watch();
  await drain();
  gmail.clock.advance(2_000);
  gmail.deliver(SUPPORT, aMail());
  const { data } = await users(gmail).getProfile({ userId: "me" });
  expect(await drain()).toEqual([{ emailAddress: SUPPORT, historyId: data.historyId }]);
});

test("one event a second; the rest is dropped", async () => {
  await watch();
  await drain();
  gmail.clock.advance(2_000);
  for (let i = 0; i < 3; i++) gmail.deliver(SUPPORT, aMail());
  expect(await drain()).toHaveLength(1);
});

test("labels narrow what is announced, either way", async () => {
  const announced = async (behaviour: string, labels: string[]) => {
    await watch({ labelIds: ["INBOX"], labelFilterBehavior: behaviour });
    await drain();
    gmail.clock.advance(2_000);
    gmail.deliver(SUPPORT, aMail(), { labels });
    gmail.clock.advance(2_000);
    return (await drain()).length;
  };
  expect(await announced("include", ["INBOX"])).toBe(1);
  expect(await announced("include", ["SPAM"])).toBe(0);
  expect(await announced("exclude", ["INBOX"])).toBe(0);
  expect(await announced("exclude", ["SPAM"])).toBe(1);
});

test("a watch ends after a week, or with stop, without a word", async () => {
  await watch();
  gmail.clock.advance(WEEK);
  await drain();
  gmail.deliver(SUPPORT, aMail());
  expect(await drain()).toEqual([]);
  await watch();
  await drain();
  await users(gmail).stop({ userId: "me" });
  gmail.clock.advance(2_000);
  gmail.customer(ANN).write({ to: SUPPORT, subject: "x", text: "x" });
  expect(await drain()).toEqual([]);
});

test("a message nobody acknowledges comes again after its deadline", async () => {
  await watch();
  const [first] = await pull();
  expect(await pull()).toEqual([]);
  gmail.clock.advance(10_001);
  const [again] = await pull();
  expect(again).toMatchObject({ message: { messageId: first?.message.messageId }, deliveryAttempt: 2 });
  await subscription("acknowledge", { ackIds: [first?.ackId] });
  gmail.clock.advance(10_001);
  const [third] = await pull();
  await subscription("modifyAckDeadline", { ackIds: [third?.ackId], ackDeadlineSeconds: 600 });
  gmail.clock.advance(10_001);
  expect(await pull()).toEqual([]);
});

test("a pull waits for news", async () => {
  gmail.knobs.pullWaitMs = 60_000;
  await watch();
  await drain();
  gmail.clock.advance(2_000);
  const waiting = pull();
  await gmail.until(({ calls }) => calls.at(-1)?.method === "pubsub.pull");
  gmail.deliver(SUPPORT, aMail());
  expect((await waiting).map(told)).toEqual([{ emailAddress: SUPPORT, historyId: expect.any(String) }]);
});

test("wrong topics, subscriptions and scopes are refused", async () => {
  expect(await failure(watch({ topicName: "projects/other/topics/gmail" }))).toMatchObject({
    status: 400,
    message: "Invalid topicName does not match projects/mailroom-sandbox/topics/*",
  });
  expect(await failure(watch({ topicName: `projects/${gmail.pubsub.project}/topics/none` }))).toMatchObject({
    status: 400,
  });
  expect(await failure(usersWith(gmail, [SCOPES.send]).watch({ userId: "me", requestBody: {} }))).toMatchObject({
    status: 403,
  });
  expect(await subscription("pull", { maxMessages: 1 }, "projects/mailroom-sandbox/subscriptions/none")).toMatchObject({
    status: 404,
    body: { error: { message: "Resource not found (resource=none)." } },
  });
  expect(await subscription("pull", {})).toMatchObject({ status: 400 });
});
