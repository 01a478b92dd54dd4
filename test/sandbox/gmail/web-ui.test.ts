import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, headersOf, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
let threadId: string;
let messageId: string;
beforeEach(async () => {
  gmail = await startGmail({ mailboxes: [{ address: SUPPORT, name: "Larkspur Support" }] });
  const posted = gmail.customer(ANN).write({ to: SUPPORT, subject: "Broken lamp", text: "It is dark." });
  threadId = posted.arrived[0]?.threadId ?? "";
  messageId = posted.messageId;
});
afterEach(() => gmail.stop());

const position = async () => (await users(gmail).getProfile({ userId: "me" })).data.historyId ?? "";
const changesSince = async (startHistoryId: string) =>
  ((await users(gmail).history.list({ userId: "me", startHistoryId })).data.history ?? []).map((record) =>
    Object.keys(record).filter((key) => key !== "id" && key !== "messages"),
  );

const apiDraft = async () => {
  const cites = { "In-Reply-To": messageId, References: messageId };
  const raw = encode(aMail({ ...cites, Subject: "Re: Broken lamp", "X-Mailroom-Send-Id": "9" }));
  const { data } = await users(gmail).drafts.create({ userId: "me", requestBody: { message: { raw, threadId } } });
  return { id: data.id ?? "", messageId: data.message?.id ?? "" };
};

test("a colleague answers by hand: sent, in the thread, without a mark of ours", async () => {
  const { id } = gmail.web(SUPPORT).reply(threadId, { text: "A new one is on its way." });
  const { data: thread } = await users(gmail).threads.get({ userId: "me", id: threadId });
  const answer = thread.messages?.find((message) => message.id === id);
  expect(answer?.labelIds).toEqual(["SENT"]);
  expect(Object.keys(headersOf(answer ?? {})).filter((name) => name.startsWith("x-mailroom"))).toEqual([]);
  const [mail] = gmail.customer(ANN).mails;
  expect(mail).toMatchObject({ subject: "Re: Broken lamp", from: { name: "Larkspur Support", address: SUPPORT } });
  expect(mail?.text).toContain("> It is dark.");
  expect(mail?.messageId).toMatch(/@mail\.gmail\.com>$/);
  expect(gmail.sent[0]?.via).toBe("web");
});

test("a second answer in a row goes to the customer again, not to ourselves", () => {
  gmail.web(SUPPORT).reply(threadId, { text: "One." });
  gmail.web(SUPPORT).reply(threadId, { text: "And two." });
  expect(gmail.sent.map(({ recipients }) => recipients)).toEqual([[ANN], [ANN]]);
});

test("a new mail written by hand", () => {
  gmail.web(SUPPORT).write({ to: ["Bo <bo@other.example>"], subject: "News", text: "Hello" });
  expect(gmail.customer("bo@other.example").mails[0]).toMatchObject({ subject: "News", cc: [] });
});

test("autosave: one draft, a new message each time", async () => {
  const start = await position();
  const web = gmail.web(SUPPORT);
  const first = web.autosave(threadId, { text: "De" });
  const second = web.autosave(threadId, { text: "Dear" }, first.draftId);
  expect(second.draftId).toBe(first.draftId);
  expect(second.message.id).not.toBe(first.message.id);
  expect(second.message.threadId).toBe(threadId);
  expect(await changesSince(start)).toEqual([["messagesAdded"], ["messagesDeleted"], ["messagesAdded"]]);
  web.sendDraft(first.draftId);
  expect(gmail.customer(ANN).mails[0]?.text).toContain("Dear");
});

test("editing a draft of ours keeps its place and loses our header", async () => {
  const draft = await apiDraft();
  const edited = gmail.web(SUPPORT).editDraft(draft.id, { text: "Rather this." });
  expect(edited.message.id).not.toBe(draft.messageId);
  const { data } = await users(gmail).drafts.get({ userId: "me", id: draft.id });
  expect(headersOf(data.message ?? {})).toMatchObject({ subject: "Re: Broken lamp", to: ANN });
  expect(headersOf(data.message ?? {})["x-mailroom-send-id"]).toBeUndefined();
  expect(data.message?.threadId).toBe(threadId);
  gmail.web(SUPPORT).sendDraft(draft.id);
  expect(gmail.customer(ANN).mails[0]?.text).toBe("Rather this.");
});

test("a draft of ours sent by hand keeps our header; ours to send it is gone", async () => {
  const draft = await apiDraft();
  gmail.web(SUPPORT).sendDraft(draft.id);
  expect(gmail.customer(ANN).mails[0]?.headers["x-mailroom-send-id"]).toBe("9");
  expect(await failure(users(gmail).drafts.send({ userId: "me", requestBody: { id: draft.id } }))).toMatchObject({
    status: 404,
  });
});

test("a draft of ours deleted by hand is gone without being sent", async () => {
  const draft = await apiDraft();
  gmail.web(SUPPORT).deleteDraft(draft.id);
  expect(await failure(users(gmail).drafts.get({ userId: "me", id: draft.id }))).toMatchObject({ status: 404 });
  expect(gmail.sent).toEqual([]);
});

test("archiving, spam and rescue are label changes", async () => {
  const start = await position();
  const web = gmail.web(SUPPORT);
  const labels = () => [...(gmail.mailbox(SUPPORT).find(threadId)?.labels ?? [])].sort();
  web.archive(threadId);
  expect(labels()).toEqual(["CATEGORY_PERSONAL", "UNREAD"]);
  web.unarchive(threadId);
  web.markSpam(threadId);
  expect(labels()).toEqual(["CATEGORY_PERSONAL", "SPAM", "UNREAD"]);
  web.rescue(threadId);
  web.markRead(threadId);
  expect(labels()).toEqual(["CATEGORY_PERSONAL", "INBOX"]);
  const changes = await changesSince(start);
  expect(changes.flat()).not.toContain("messagesAdded");
  expect(changes.flat().filter((change) => change === "labelsAdded")).toHaveLength(3);
});
