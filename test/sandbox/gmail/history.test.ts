import type { gmail_v1 } from "googleapis/build/src/apis/gmail/index.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, SUPPORT, users } from "./client.ts";

const DAY = 86_400_000;

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({ now: Date.UTC(2026, 10, 20, 9), mailboxes: [{ address: SUPPORT }] });
});
afterEach(() => gmail.stop());

type Params = Omit<gmail_v1.Params$Resource$Users$History$List, "auth">;

const list = async (startHistoryId: string, more: Params = {}) =>
  (await users(gmail).history.list({ userId: "me", startHistoryId, ...more })).data;

const position = async () => (await users(gmail).getProfile({ userId: "me" })).data.historyId ?? "";

/** `added:INBOX+UNREAD`, one word a change. */
function shorthand(history: gmail_v1.Schema$History[] = []): string[] {
  const say = (word: string, labels: string[] | null | undefined) => `${word}:${[...(labels ?? [])].sort().join("+")}`;
  return history.flatMap(({ messagesAdded, messagesDeleted, labelsAdded, labelsRemoved }) => [
    ...(messagesAdded ?? []).map(({ message }) => say("added", message?.labelIds)),
    ...(messagesDeleted ?? []).map(({ message }) => say("deleted", message?.labelIds)),
    ...(labelsAdded ?? []).map(({ labelIds }) => say("labelled", labelIds)),
    ...(labelsRemoved ?? []).map(({ labelIds }) => say("unlabelled", labelIds)),
  ]);
}

test("with nothing new the history key is absent", async () => {
  const start = await position();
  const answer = await list(start);
  expect(answer).toEqual({ historyId: start });
  expect("history" in answer).toBe(false);
});

test("the start is exclusive, and the answer names the mailbox's position", async () => {
  const start = await position();
  const { id, threadId } = gmail.deliver(SUPPORT, aMail());
  const answer = await list(start);
  expect(answer.history).toEqual([
    {
      id: expect.any(String),
      messages: [{ id, threadId }],
      messagesAdded: [{ message: { id, threadId, labelIds: ["UNREAD", "INBOX"] } }],
    },
  ]);
  expect(answer.historyId).toBe(answer.history?.[0]?.id);
  expect((await list(answer.historyId ?? "")).history).toBeUndefined();
});

test("ids grow with gaps and do not fit a JavaScript number", async () => {
  const start = await position();
  for (let i = 0; i < 5; i++) gmail.deliver(SUPPORT, aMail());
  const ids = (await list(start)).history?.map(({ id }) => BigInt(id ?? "")) ?? [];
  expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  expect(ids.some((id, i) => i > 0 && id - (ids[i - 1] ?? 0n) > 1n)).toBe(true);
  expect(ids.every((id) => id > BigInt(Number.MAX_SAFE_INTEGER) && id < 2n ** 64n)).toBe(true);
});

test("one mail comes in several records: added, then filed by a category", async () => {
  const start = await position();
  gmail.customer(ANN).write({ to: SUPPORT, subject: "Hello", text: "Hi" });
  expect(shorthand((await list(start)).history)).toEqual(["added:INBOX+UNREAD", "labelled:CATEGORY_PERSONAL"]);
});

test("what is not new mail shows too: sent mail, drafts, labels, deletions", async () => {
  const start = await position();
  const { messages, drafts } = users(gmail);
  await messages.send({ userId: "me", requestBody: { raw: encode(aMail()) } });
  const draft =
    (await drafts.create({ userId: "me", requestBody: { message: { raw: encode(aMail()) } } })).data.id ?? "";
  await drafts.update({ userId: "me", id: draft, requestBody: { message: { raw: encode(aMail({}, "Better.")) } } });
  await drafts.send({ userId: "me", requestBody: { id: draft } });
  const { id } = gmail.deliver(SUPPORT, aMail(), { labels: ["SPAM"] });
  gmail.web(SUPPORT).rescue(id);
  gmail.web(SUPPORT).erase(id);
  expect(shorthand((await list(start)).history)).toEqual([
    "added:SENT",
    "added:DRAFT",
    "deleted:DRAFT",
    "added:DRAFT",
    "deleted:DRAFT",
    "added:SENT",
    "added:SPAM",
    "labelled:INBOX",
    "unlabelled:SPAM",
    "deleted:INBOX",
  ]);
});

test("types and one label narrow it", async () => {
  const start = await position();
  const { id } = gmail.deliver(SUPPORT, aMail());
  gmail.deliver(SUPPORT, aMail(), { labels: ["SENT"] });
  await users(gmail).messages.modify({
    userId: "me",
    id,
    requestBody: { addLabelIds: ["STARRED"], removeLabelIds: ["UNREAD"] },
  });
  const types = async (...historyTypes: string[]) => shorthand((await list(start, { historyTypes })).history);
  expect(await types("messageAdded")).toEqual(["added:INBOX+UNREAD", "added:SENT"]);
  expect(await types("labelAdded", "labelRemoved")).toEqual(["labelled:STARRED", "unlabelled:UNREAD"]);
  expect(shorthand((await list(start, { labelId: "INBOX", historyTypes: ["messageAdded"] })).history)).toEqual([
    "added:INBOX+UNREAD",
  ]);
  expect(await failure(list(start, { historyTypes: ["messagesAdded"] }))).toMatchObject({ status: 400 });
});

test("a change that changes nothing leaves no record", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const start = await position();
  await users(gmail).messages.modify({ userId: "me", id, requestBody: { addLabelIds: ["INBOX"] } });
  expect((await list(start)).history).toBeUndefined();
});

test("pages hold the same start; mail that comes while they are read is on the last one", async () => {
  const start = await position();
  const delivered = Array.from({ length: 5 }, () => gmail.deliver(SUPPORT, aMail()).id);
  const ids = (page: gmail_v1.Schema$ListHistoryResponse) => page.history?.map(({ messages }) => messages?.[0]?.id);
  const first = await list(start, { maxResults: 3 });
  expect(ids(first)).toEqual(delivered.slice(0, 3));
  const late = gmail.deliver(SUPPORT, aMail()).id;
  const second = await list(start, { maxResults: 3, pageToken: first.nextPageToken ?? "" });
  expect(ids(second)).toEqual([...delivered.slice(3), late]);
  expect(second.nextPageToken).toBeUndefined();
  expect(BigInt(second.historyId ?? 0)).toBeGreaterThan(BigInt(first.historyId ?? 0));
  expect(await failure(list(start, { pageToken: "3" }))).toMatchObject({ status: 400, message: "Invalid pageToken" });
});

test.each([
  { name: "zero", cursor: () => "0" },
  { name: "a made-up one", cursor: () => "12345" },
  { name: "one from the future", cursor: (now: string) => String(BigInt(now) + 10n ** 6n) },
])("a cursor that is $name is 404", async ({ cursor }) => {
  expect(await failure(list(cursor(await position())))).toMatchObject({
    status: 404,
    reason: "notFound",
    message: "Requested entity was not found.",
  });
});

test.each(["", "abc", "-1", String(2n ** 64n)])("a cursor %j is no cursor", async (cursor) => {
  expect(await failure(list(cursor))).toMatchObject({ status: 400, reason: "invalidArgument" });
});

test("a cursor ages out after a week, unless every poll stores the new one", async () => {
  const start = await position();
  let cursor = start;
  for (let day = 0; day < 8; day++) {
    gmail.clock.advance(DAY);
    cursor = (await list(cursor)).historyId ?? "";
  }
  expect((await list(cursor)).history).toBeUndefined();
  expect(await failure(list(start))).toMatchObject({ status: 404 });
});

test("history can be made to expire at once: every cursor from before is 404, new ones work", async () => {
  const start = await position();
  gmail.deliver(SUPPORT, aMail());
  const known = (await list(start)).historyId ?? "";
  gmail.expireHistory(SUPPORT);
  for (const cursor of [start, known]) expect(await failure(list(cursor))).toMatchObject({ status: 404 });
  const fresh = await position();
  gmail.deliver(SUPPORT, aMail());
  expect((await list(fresh)).history).toHaveLength(1);
});

test("a message, a thread and the profile all give usable cursors", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const { data: message } = await users(gmail).messages.get({ userId: "me", id, format: "minimal" });
  const { data: thread } = await users(gmail).threads.get({ userId: "me", id, format: "minimal" });
  expect(thread.historyId).toBe(message.historyId);
  gmail.deliver(SUPPORT, aMail());
  expect((await list(message.historyId ?? "")).history).toHaveLength(1);
});
