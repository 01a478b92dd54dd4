import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, failure, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({ mailboxes: [{ address: SUPPORT }] });
});
afterEach(() => gmail.stop());

const labels = () => users(gmail).labels;
const create = async (name: string, more = {}) =>
  (await labels().create({ userId: "me", requestBody: { name, ...more } })).data;

test("a label is made, listed without counts, read with them, changed and deleted", async () => {
  const made = await create("Mailroom/Triage", { color: { textColor: "#ffffff", backgroundColor: "#16a766" } });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^Label_\d+$/),
    type: "user",
    labelListVisibility: "labelShow",
  });
  const id = made.id ?? "";
  const { id: message } = gmail.deliver(SUPPORT, aMail(), { labels: ["UNREAD", id] });
  const listed = (await labels().list({ userId: "me" })).data.labels ?? [];
  expect(listed.map((label) => label.id)).toEqual(
    expect.arrayContaining(["INBOX", "SENT", "SPAM", "CATEGORY_PERSONAL", id]),
  );
  expect(listed.find((label) => label.id === id)).not.toHaveProperty("messagesTotal");
  expect((await labels().get({ userId: "me", id })).data).toMatchObject({
    messagesTotal: 1,
    messagesUnread: 1,
    threadsTotal: 1,
  });
  await labels().patch({ userId: "me", id, requestBody: { name: "Mailroom/Done" } });
  expect((await labels().get({ userId: "me", id })).data.name).toBe("Mailroom/Done");
  await labels().delete({ userId: "me", id });
  expect(await failure(labels().get({ userId: "me", id }))).toMatchObject({ status: 404 });
  expect((await users(gmail).messages.get({ userId: "me", id: message, format: "minimal" })).data.labelIds).toEqual([
    "UNREAD",
  ]);
});

test.each([
  { name: "the same name", wanted: "Mailroom", status: 409, message: "Label name exists or conflicts" },
  {
    name: "the same name in other letters",
    wanted: "MAILROOM",
    status: 409,
    message: "Label name exists or conflicts",
  },
  { name: "a system label's name", wanted: "inbox", status: 400, message: "Invalid label name" },
  { name: "no name", wanted: " ", status: 400, message: "Invalid label name" },
  { name: "a name too long", wanted: "x".repeat(226), status: 400, message: "Invalid label name" },
])("$name is refused", async ({ wanted, status, message }) => {
  await create("Mailroom");
  expect(await failure(create(wanted))).toMatchObject({ status, message });
});

test("colours come from Gmail's palette", async () => {
  const color = { textColor: "#123456", backgroundColor: "#16a766" };
  expect(await failure(create("Mailroom", { color }))).toMatchObject({
    status: 400,
    message: "Label color #123456 is not on the allowed color palette",
  });
});

test("system labels are nobody's to change", async () => {
  expect(await failure(labels().delete({ userId: "me", id: "INBOX" }))).toMatchObject({ status: 400 });
  expect(await failure(labels().update({ userId: "me", id: "INBOX", requestBody: { name: "In" } }))).toMatchObject({
    status: 400,
  });
});

test.each([
  { name: "SENT", change: { addLabelIds: ["SENT"] }, message: "Invalid label: SENT" },
  { name: "DRAFT", change: { removeLabelIds: ["DRAFT"] }, message: "Invalid label: DRAFT" },
  { name: "a label that is not there", change: { addLabelIds: ["Label_99"] }, message: "Invalid label: Label_99" },
  { name: "nothing", change: {}, message: "No label add or removes specified" },
  {
    name: "a label both ways",
    change: { addLabelIds: ["STARRED"], removeLabelIds: ["STARRED"] },
    message: "Cannot both add and remove the same label",
  },
])("modify refuses $name and changes nothing", async ({ change, message }) => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  expect(await failure(users(gmail).messages.modify({ userId: "me", id, requestBody: change }))).toMatchObject({
    status: 400,
    message,
  });
  expect(gmail.mailbox(SUPPORT).find(id)?.labels).toEqual(new Set(["UNREAD", "INBOX"]));
});

test("batchModify answers nothing and passes over ids that are gone", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const requestBody = { ids: [id, "19a0000000000000"], addLabelIds: ["STARRED"], removeLabelIds: ["INBOX", "UNREAD"] };
  expect((await users(gmail).messages.batchModify({ userId: "me", requestBody })).status).toBe(204);
  expect(gmail.mailbox(SUPPORT).find(id)?.labels).toEqual(new Set(["STARRED"]));
});

test("trash and spam take a mail out of the inbox; untrash does not put it back", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const { messages } = users(gmail);
  expect((await messages.trash({ userId: "me", id })).data.labelIds).toEqual(["UNREAD", "TRASH"]);
  expect((await messages.untrash({ userId: "me", id })).data.labelIds).toEqual(["UNREAD"]);
  const { data } = await messages.modify({ userId: "me", id, requestBody: { addLabelIds: ["SPAM"] } });
  expect(data.labelIds).toEqual(["UNREAD", "SPAM"]);
});

test("a thread's labels change together; later mail does not inherit them; all its mail shows, trash too", async () => {
  const ann = gmail.customer(ANN);
  const { arrived, messageId } = ann.write({ to: SUPPORT, subject: "Broken lamp", text: "Dark." });
  const threadId = arrived[0]?.threadId ?? "";
  const { threads } = users(gmail);
  const { data } = await threads.modify({ userId: "me", id: threadId, requestBody: { addLabelIds: ["STARRED"] } });
  expect(data.messages?.map(({ labelIds }) => labelIds?.includes("STARRED"))).toEqual([true]);
  const again = { References: messageId };
  ann.write({ to: SUPPORT, subject: "Re: Broken lamp", text: "Still.", headers: again });
  await users(gmail).messages.trash({ userId: "me", id: threadId });
  const thread = (await threads.get({ userId: "me", id: threadId, format: "minimal" })).data;
  expect(thread.messages?.map(({ labelIds }) => [labelIds?.includes("STARRED"), labelIds?.includes("TRASH")])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(await failure(threads.get({ userId: "me", id: threadId, format: "raw" }))).toMatchObject({ status: 400 });
  expect(await failure(threads.get({ userId: "me", id: "19a0000000000000" }))).toMatchObject({ status: 404 });
});

test("threads are listed once each, the most recently active first", async () => {
  const lamp = gmail.customer(ANN).write({ to: SUPPORT, subject: "Lamp", text: "One" });
  const chair = gmail.customer(ANN).write({ to: SUPPORT, subject: "Chair", text: "Two" });
  gmail
    .customer(ANN)
    .write({ to: SUPPORT, subject: "Re: Lamp", text: "Three", headers: { References: lamp.messageId } });
  const { data } = await users(gmail).threads.list({ userId: "me" });
  expect(data.threads?.map(({ id, snippet }) => [id, snippet])).toEqual([
    [lamp.arrived[0]?.threadId, "Three"],
    [chair.arrived[0]?.threadId, "Two"],
  ]);
});
