import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, rawOf, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({ mailboxes: [{ address: SUPPORT }] });
});
afterEach(() => gmail.stop());

const drafts = () => users(gmail).drafts;

const create = async (fields: Record<string, string> = {}, threadId?: string) => {
  const message = { raw: encode(aMail(fields)), ...(threadId && { threadId }) };
  const { data } = await drafts().create({ userId: "me", requestBody: { message } });
  return { id: data.id ?? "", messageId: data.message?.id ?? "", threadId: data.message?.threadId, data };
};

const conversation = () => {
  const { arrived, messageId } = gmail.customer(ANN).write({ to: SUPPORT, subject: "Broken lamp", text: "Dark." });
  return {
    threadId: arrived[0]?.threadId ?? "",
    answer: { Subject: "Re: Broken lamp", "In-Reply-To": messageId, References: messageId },
  };
};

test("a draft is a message with the one label DRAFT, bytes untouched", async () => {
  const { id, messageId, data } = await create({ "X-Mailroom-Send-Id": "7", Bcc: "a@b.example" });
  expect(data).toEqual({
    id: expect.stringMatching(/^r-?\d+$/),
    message: { id: messageId, threadId: messageId, labelIds: ["DRAFT"] },
  });
  const { data: read } = await drafts().get({ userId: "me", id, format: "raw" });
  expect(rawOf(read.message ?? {})).toBe(aMail({ "X-Mailroom-Send-Id": "7", Bcc: "a@b.example" }));
  expect(gmail.sent).toEqual([]);
});

test("updating keeps the draft's id and changes the message's", async () => {
  const { threadId, answer } = conversation();
  const draft = await create(answer, threadId);
  expect(draft.threadId).toBe(threadId);
  const message = { raw: encode(aMail(answer, "Better.")), threadId };
  const { data } = await drafts().update({ userId: "me", id: draft.id, requestBody: { message } });
  expect(data.id).toBe(draft.id);
  expect(data.message?.id).not.toBe(draft.messageId);
  expect(data.message?.threadId).toBe(threadId);
  expect(await failure(users(gmail).messages.get({ userId: "me", id: draft.messageId }))).toMatchObject({
    status: 404,
  });
});

test("an update replaces everything, so one without a threadId leaves the thread", async () => {
  const { threadId, answer } = conversation();
  const draft = await create(answer, threadId);
  const message = { raw: encode(aMail(answer)) };
  const { data } = await drafts().update({ userId: "me", id: draft.id, requestBody: { message } });
  expect(data.message?.threadId).toBe(data.message?.id);
});

test("a draft alone in its thread keeps it through updates and sending", async () => {
  const draft = await create();
  const message = { raw: encode(aMail({ Subject: "Another" })), threadId: draft.threadId ?? "" };
  await drafts().update({ userId: "me", id: draft.id, requestBody: { message } });
  expect((await drafts().send({ userId: "me", requestBody: { id: draft.id } })).data.threadId).toBe(draft.threadId);
});

test("sending makes a new message and ends the draft; a second send finds nothing", async () => {
  const { threadId, answer } = conversation();
  const draft = await create({ ...answer, "X-Mailroom-Send-Id": "7" }, threadId);
  const { data } = await drafts().send({ userId: "me", requestBody: { id: draft.id } });
  expect(data).toEqual({ id: expect.any(String), threadId, labelIds: ["SENT"] });
  expect(data.id).not.toBe(draft.messageId);
  expect(gmail.customer(ANN).mails[0]?.headers["x-mailroom-send-id"]).toBe("7");
  expect(await failure(drafts().send({ userId: "me", requestBody: { id: draft.id } }))).toMatchObject({
    status: 404,
    reason: "notFound",
  });
  expect(await failure(drafts().get({ userId: "me", id: draft.id }))).toMatchObject({ status: 404 });
  expect(gmail.sent).toHaveLength(1);
});

test("a message in the send request replaces what the draft said", async () => {
  const draft = await create();
  const message = { raw: encode(aMail({}, "At the last moment.")) };
  await drafts().send({ userId: "me", requestBody: { id: draft.id, message } });
  expect(gmail.customer(ANN).mails[0]?.text).toBe("At the last moment.\r\n");
});

test("that is an update first: it stays when the sending fails, and without a threadId it leaves the thread", async () => {
  const { threadId, answer } = conversation();
  const draft = await create(answer, threadId);
  const nobody = { raw: encode(aMail({ ...answer, To: "" }, "To nobody.")), threadId };
  expect(await failure(drafts().send({ userId: "me", requestBody: { id: draft.id, message: nobody } }))).toMatchObject({
    status: 400,
  });
  const { data: read } = await drafts().get({ userId: "me", id: draft.id, format: "raw" });
  expect(rawOf(read.message ?? {})).toContain("To nobody.");
  const message = { raw: encode(aMail(answer)) };
  const { data } = await drafts().send({ userId: "me", requestBody: { id: draft.id, message } });
  expect(data.threadId).not.toBe(threadId);
  expect(await failure(drafts().send({ userId: "me", requestBody: { id: draft.id, message } }))).toMatchObject({
    status: 404,
  });
});

test("a draft may lack recipients; it cannot be sent like that, and stays", async () => {
  const draft = await create({ To: "" });
  expect(await failure(drafts().send({ userId: "me", requestBody: { id: draft.id } }))).toMatchObject({
    status: 400,
    message: "Recipient address required",
  });
  expect((await drafts().get({ userId: "me", id: draft.id, format: "minimal" })).data.message?.labelIds).toEqual([
    "DRAFT",
  ]);
});

test("the list pages and searches", async () => {
  const [one, two] = [await create({ Subject: "First" }), await create({ Subject: "Second" })];
  const first = (await drafts().list({ userId: "me", maxResults: 1 })).data;
  expect(first.drafts).toEqual([{ id: two.id, message: { id: two.messageId, threadId: two.threadId } }]);
  const next = (await drafts().list({ userId: "me", maxResults: 1, pageToken: first.nextPageToken ?? "" })).data;
  expect(next.drafts?.[0]?.id).toBe(one.id);
  expect((await drafts().list({ userId: "me", q: "subject:first" })).data.drafts?.map(({ id }) => id)).toEqual([
    one.id,
  ]);
});

test("deleting is for good", async () => {
  const draft = await create();
  expect((await drafts().delete({ userId: "me", id: draft.id })).status).toBe(204);
  expect(await failure(drafts().delete({ userId: "me", id: draft.id }))).toMatchObject({ status: 404 });
  expect((await drafts().list({ userId: "me" })).data.drafts).toBeUndefined();
});
