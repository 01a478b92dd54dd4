import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, headersOf, lines, rawOf, SALES, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    now: Date.UTC(2026, 10, 20, 9),
    mailboxes: [
      {
        address: SUPPORT,
        name: "Larkspur Support",
        sendAs: ["help@larkspur.example", { sendAsEmail: "new@larkspur.example", verificationStatus: "pending" }],
      },
      { address: SALES, name: "Larkspur Sales" },
    ],
  });
});
afterEach(() => gmail.stop());

const send = (raw: string, threadId?: string) =>
  users(gmail).messages.send({ userId: "me", requestBody: { raw: encode(raw), ...(threadId && { threadId }) } });

const sentCopy = async (id: string) => {
  const { data } = await users(gmail).messages.get({ userId: "me", id, format: "raw" });
  return rawOf(data);
};

test("the mail goes out, and its copy is filed under SENT with Gmail's own Message-ID", async () => {
  const { data } = await send(aMail({ "Message-ID": "<ours@mailroom>", "X-Mailroom-Send-Id": "42" }));
  expect(data).toEqual({ id: expect.stringMatching(/^[0-9a-f]{16}$/), threadId: data.id, labelIds: ["SENT"] });
  const copy = await sentCopy(data.id ?? "");
  expect(copy).not.toContain("<ours@mailroom>");
  expect(copy).toMatch(/^Message-ID: <CA[^>]+@mail\.gmail\.com>\r$/m);
  expect(copy).toContain("X-Mailroom-Send-Id: 42\r\n");
  const [received] = gmail.customer(ANN).mails;
  expect(received).toMatchObject({ subject: "Your order", text: "Hello.\r\n", from: { address: SUPPORT } });
  expect(received?.headers["x-mailroom-send-id"]).toBe("42");
  expect(copy).toContain(received?.messageId);
  expect(gmail.sent).toEqual([
    expect.objectContaining({ mailbox: SUPPORT, id: data.id, recipients: [ANN], via: "api" }),
  ]);
});

test("a search for the Message-ID we wrote finds nothing, for the one Gmail gave it finds the mail", async () => {
  const { data } = await send(aMail({ "Message-ID": "<ours@mailroom>" }));
  const found = async (q: string) => (await users(gmail).messages.list({ userId: "me", q })).data.messages;
  expect(await found("rfc822msgid:ours@mailroom")).toBeUndefined();
  const { data: read } = await users(gmail).messages.get({
    userId: "me",
    id: data.id ?? "",
    format: "metadata",
    metadataHeaders: ["message-id"],
  });
  const real = headersOf(read)["message-id"] ?? "";
  expect(await found(`rfc822msgid:${real}`)).toEqual([{ id: data.id, threadId: data.id }]);
});

test("Bcc is read, stripped from what goes out and kept in the copy", async () => {
  const { data } = await send(aMail({ Cc: "Bo <bo@customer.example>", Bcc: "audit@partner.example" }));
  expect(gmail.sent[0]?.recipients).toEqual([ANN, "bo@customer.example", "audit@partner.example"]);
  for (const address of [ANN, "bo@customer.example", "audit@partner.example"]) {
    expect(gmail.customer(address).mails).toHaveLength(1);
    expect(gmail.customer(address).mails[0]?.headers.bcc).toBeUndefined();
  }
  expect(await sentCopy(data.id ?? "")).toContain("Bcc: audit@partner.example");
});

test.each([
  { name: "nobody", fields: { To: "" }, message: "Recipient address required" },
  { name: "words", fields: { To: "Ann" }, message: "Invalid To header" },
  { name: "half an address", fields: { To: "ann@" }, message: "Invalid To header" },
  { name: "two without a comma", fields: { To: "a@b.example c@d.example" }, message: "Invalid To header" },
  { name: "a broken Cc", fields: { Cc: "a@b.example, nobody" }, message: "Invalid Cc header" },
  { name: "only an empty group", fields: { To: "undisclosed-recipients:;" }, message: "Recipient address required" },
])("a mail to $name is refused", async ({ fields, message }) => {
  expect(await failure(send(aMail(fields)))).toMatchObject({ status: 400, message, reason: "invalidArgument" });
  expect(gmail.sent).toEqual([]);
});

test("without a mail, or with one that is not base64, nothing is sent", async () => {
  expect(await failure(users(gmail).messages.send({ userId: "me", requestBody: {} }))).toMatchObject({
    status: 400,
    message: expect.stringContaining("RFC822 payload message string"),
  });
  expect(
    await failure(users(gmail).messages.send({ userId: "me", requestBody: { raw: "not base64!" } })),
  ).toMatchObject({ status: 400, message: expect.stringContaining("Base64 decoding failed") });
});

test.each([
  { name: "its own address", from: SUPPORT, expected: SUPPORT },
  { name: "an alias", from: "Help <help@larkspur.example>", expected: "help@larkspur.example" },
  { name: "an alias nobody verified", from: "new@larkspur.example", expected: SUPPORT },
  { name: "a stranger", from: "ceo@elsewhere.example", expected: SUPPORT },
])("From: $name", async ({ from, expected }) => {
  await send(aMail({ From: from }));
  expect(gmail.customer(ANN).mails[0]?.from.address).toBe(expected);
});

test("the addresses it may send from are listed, the unverified one as such", async () => {
  const { sendAs } = (await users(gmail).settings.sendAs.list({ userId: "me" })).data;
  expect(
    sendAs?.map(({ sendAsEmail, isPrimary, verificationStatus }) => [sendAsEmail, isPrimary, verificationStatus]),
  ).toEqual([
    [SUPPORT, true, undefined],
    ["help@larkspur.example", undefined, "accepted"],
    ["new@larkspur.example", undefined, "pending"],
  ]);
  const one = await users(gmail).settings.sendAs.get({ userId: "me", sendAsEmail: "help@larkspur.example" });
  expect(one.data.treatAsAlias).toBe(true);
});

test("a mail without From or Date gets both", async () => {
  await send(lines(`To: ${ANN}`, "Subject: hi", "", "x"));
  const [mail] = gmail.customer(ANN).mails;
  expect(mail?.from).toEqual({ name: "Larkspur Support", address: SUPPORT });
  expect(mail?.date).toBe("Fri, 20 Nov 2026 09:00:00 +0000");
});

test("mail to itself is one message, sent and received", async () => {
  const { data } = await send(aMail({ To: SUPPORT }));
  expect(new Set(data.labelIds)).toEqual(new Set(["SENT", "INBOX", "UNREAD"]));
  expect((await users(gmail).messages.list({ userId: "me" })).data.messages).toHaveLength(1);
});

test("mail to another of our mailboxes arrives there, under another id, without a verdict of Google's", async () => {
  const { data } = await send(aMail({ To: SALES }));
  const { data: list } = await users(gmail, SALES).messages.list({ userId: "me", q: "in:inbox is:unread" });
  expect(list.messages).toHaveLength(1);
  const [arrived] = list.messages ?? [];
  expect(arrived?.id).not.toBe(data.id);
  const { data: read } = await users(gmail, SALES).messages.get({ userId: "me", id: arrived?.id ?? "" });
  expect(headersOf(read)).toMatchObject({ "delivered-to": SALES, "return-path": `<${SUPPORT}>` });
  expect(headersOf(read)["authentication-results"]).toBeUndefined();
});

const conversation = () => {
  const { arrived, messageId } = gmail
    .customer(ANN)
    .write({ to: SUPPORT, subject: "Broken lamp", text: "It is dark." });
  return { threadId: arrived[0]?.threadId ?? "", messageId };
};

test("an answer that names, cites and keeps the subject stays in the thread, on both sides", async () => {
  const { threadId, messageId } = conversation();
  const answer = aMail({ Subject: "AW: Broken lamp", "In-Reply-To": messageId, References: messageId });
  expect((await send(answer, threadId)).data.threadId).toBe(threadId);
  const { data: thread } = await users(gmail).threads.get({ userId: "me", id: threadId, format: "minimal" });
  expect(thread.messages?.map(({ labelIds }) => labelIds)).toEqual([
    ["UNREAD", "INBOX", "CATEGORY_PERSONAL"],
    ["SENT"],
  ]);
  expect(gmail.customer(ANN).mails[0]).toMatchObject({ inReplyTo: messageId, references: [messageId] });
});

test.each([
  { name: "another subject", fields: { Subject: "Your lamp" }, thread: true },
  { name: "neither header", fields: { "In-Reply-To": "", References: "" }, thread: true },
  { name: "no References", fields: { References: "" }, thread: true },
  { name: "no In-Reply-To", fields: { "In-Reply-To": "" }, thread: true },
  { name: "References to something else", fields: { "In-Reply-To": "<x@y>", References: "<x@y>" }, thread: true },
  { name: "no threadId", fields: {}, thread: false },
])("an answer with $name starts a new thread, and is sent all the same", async ({ fields, thread }) => {
  const { threadId, messageId } = conversation();
  const answer = aMail({ Subject: "Re: Broken lamp", "In-Reply-To": messageId, References: messageId, ...fields });
  const { data } = await send(answer, thread ? threadId : undefined);
  expect(data.threadId).toBe(data.id);
  expect(gmail.customer(ANN).mails).toHaveLength(1);
});

test("a thread that does not exist is an error", async () => {
  expect(await failure(send(aMail(), "19a0000000000000"))).toMatchObject({ status: 404 });
  expect(await failure(send(aMail(), "thread one"))).toMatchObject({ status: 400, message: "Invalid thread_id value" });
});

test("large mail goes by upload, alone or with its thread, and arrives byte for byte", async () => {
  const { threadId, messageId } = conversation();
  const body = "grün ".repeat(200);
  const cites = { "In-Reply-To": messageId, References: messageId };
  const mail = aMail({ ...cites, Subject: "Re: Broken lamp", "X-Tail": "end" }, body);
  const alone = await users(gmail).messages.send(
    { userId: "me", media: { mimeType: "message/rfc822", body: mail } },
    { rootUrl: `${gmail.url}/` },
  );
  expect(alone.data.threadId).toBe(alone.data.id);
  const placed = await users(gmail).messages.send(
    { userId: "me", requestBody: { threadId }, media: { mimeType: "message/rfc822", body: mail } },
    { rootUrl: `${gmail.url}/` },
  );
  expect(placed.data.threadId).toBe(threadId);
  expect((await sentCopy(placed.data.id ?? "")).endsWith(`\r\n\r\n${body}\r\n`)).toBe(true);
});

test("mail over the limits is refused", async () => {
  gmail.knobs.jsonBytes = 2_000;
  gmail.knobs.sendBytes = 3_000;
  const mail = (size: number) => aMail({}, "x".repeat(size));
  expect(await failure(send(mail(2_000)))).toMatchObject({ status: 413 });
  const upload = (body: string) =>
    users(gmail).messages.send(
      { userId: "me", media: { mimeType: "message/rfc822", body } },
      { rootUrl: `${gmail.url}/` },
    );
  expect((await upload(mail(2_000))).status).toBe(200);
  expect(await failure(upload(mail(3_000)))).toMatchObject({ status: 413, reason: "uploadTooLarge" });
});

test("an account that sent too much today is told when to come back", async () => {
  gmail.knobs.sendsPerDay = 1;
  await send(aMail());
  const refused = await failure(send(aMail()));
  expect(refused).toMatchObject({
    status: 429,
    message: "User-rate limit exceeded.  Retry after 2026-11-21T09:00:00.000Z (Mail sending)",
  });
  gmail.clock.advance(86_400_000);
  expect((await send(aMail())).status).toBe(200);
});
