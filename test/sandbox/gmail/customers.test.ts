import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, headersOf, rawOf, SALES, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    now: Date.UTC(2026, 10, 20, 9),
    mailboxes: [{ address: SUPPORT, name: "Larkspur Support", sendAs: ["help@larkspur.example"] }, { address: SALES }],
  });
});
afterEach(() => gmail.stop());

const read = async (id: string, format = "full", address = SUPPORT) =>
  (await users(gmail, address).messages.get({ userId: "me", id, format })).data;

const send = (fields: Record<string, string> = {}, threadId?: string) =>
  users(gmail)
    .messages.send({ userId: "me", requestBody: { raw: encode(aMail(fields)), ...(threadId && { threadId }) } })
    .then(({ data }) => data);

test("a customer's mail arrives with the headers of the way it came", async () => {
  const ann = gmail.customer(ANN);
  ann.name = "Ann Müller";
  const { arrived, messageId } = ann.write({ to: SUPPORT, subject: "Grüße", text: "Hallo", html: "<p>Hallo</p>" });
  const message = await read(arrived[0]?.id ?? "");
  expect(message.labelIds).toEqual(["UNREAD", "INBOX", "CATEGORY_PERSONAL"]);
  expect(headersOf(message)).toMatchObject({
    "delivered-to": SUPPORT,
    "return-path": `<${ANN}>`,
    from: `Ann Müller <${ANN}>`,
    subject: "Grüße",
    "message-id": messageId,
    date: "Fri, 20 Nov 2026 09:00:00 +0000",
    "authentication-results": expect.stringMatching(
      /^mx\.google\.com;.*dkim=pass.*spf=pass.*dmarc=pass.*header\.from=customer\.example/,
    ),
  });
  expect(message.payload?.parts?.map(({ mimeType }) => mimeType)).toEqual(["text/plain", "text/html"]);
});

test.each([
  { verdict: "fail", expected: /dkim=fail.*spf=fail.*dmarc=fail/ },
  { verdict: "softfail", expected: /^mx\.google\.com; +spf=softfail.*dmarc=fail/ },
  { verdict: "none", expected: /^mx\.google\.com; +spf=none(?!.*dmarc)/ },
] as const)("what Google's checks found can be chosen: $verdict", async ({ verdict, expected }) => {
  const { arrived } = gmail.customer(ANN).write({ to: SUPPORT, subject: "x", text: "x", verdict });
  expect(headersOf(await read(arrived[0]?.id ?? ""))["authentication-results"]).toMatch(expected);
});

test("one mail to several addresses: a copy a mailbox, ids of its own, the Message-ID in common", async () => {
  const { arrived, messageId } = gmail.customer(ANN).write({
    to: [SUPPORT, "help@larkspur.example", "support+lamps@larkspur.example"],
    cc: "bo@other.example",
    bcc: SALES,
    subject: "To all",
    text: "x",
  });
  expect(arrived.map(({ mailbox }) => mailbox)).toEqual([SUPPORT, SALES]);
  expect(arrived[0]?.id).not.toBe(arrived[1]?.id);
  for (const { mailbox, id } of arrived) {
    const headers = headersOf(await read(id, "full", mailbox));
    expect(headers["message-id"]).toBe(messageId);
    expect(headers.bcc).toBeUndefined();
  }
  expect(gmail.customer("bo@other.example").mails).toHaveLength(1);
});

test("attachments survive the way there, and the way back", async () => {
  const content = Buffer.from([0, 255, 13, 10, 61]);
  const attachments = [{ filename: "Rechnung €.bin", mimeType: "application/x-test", content }];
  const { arrived } = gmail.customer(ANN).write({ to: SUPPORT, subject: "File", text: "See file", attachments });
  const part = (await read(arrived[0]?.id ?? "")).payload?.parts?.[1];
  expect(part).toMatchObject({ filename: "Rechnung €.bin", mimeType: "application/x-test" });
  const { data } = await users(gmail).messages.attachments.get({
    userId: "me",
    messageId: arrived[0]?.id ?? "",
    id: part?.body?.attachmentId ?? "",
  });
  expect(Buffer.from(data.data ?? "", "base64url").equals(content)).toBe(true);
  gmail.web(SUPPORT).reply(arrived[0]?.threadId ?? "", { text: "Back to you", attachments });
  expect(gmail.customer(ANN).mails[0]?.attachments[0]?.content.equals(content)).toBe(true);
});

test("a reply cites what it answers, quotes it, and joins its thread", async () => {
  const { id, threadId } = await send({ Subject: "Your order" });
  const ann = gmail.customer(ANN);
  const [mail] = ann.mails;
  if (!mail) throw new Error("nothing arrived");
  const { arrived } = ann.reply(mail, { text: "Thank you!" });
  expect(arrived).toEqual([{ mailbox: SUPPORT, id: expect.any(String), threadId }]);
  const reply = await read(arrived[0]?.id ?? "");
  expect(headersOf(reply)).toMatchObject({
    subject: "Re: Your order",
    "in-reply-to": mail.messageId,
    references: mail.messageId,
  });
  const raw = rawOf(await read(arrived[0]?.id ?? "", "raw"));
  expect(raw).toContain(
    "Thank you!\r\n\r\nOn Fri, 20 Nov 2026 09:00:00 +0000 <support@larkspur.example> wrote:\r\n\r\n> Hello.",
  );
  const { data: thread } = await users(gmail).threads.get({ userId: "me", id: threadId ?? "", format: "minimal" });
  expect(thread.messages?.map((message) => message.id)).toEqual([id, arrived[0]?.id]);
});

test("a reply to all reaches everyone else on the mail", async () => {
  await send({ Cc: "Bo <bo@other.example>" });
  const bo = gmail.customer("bo@other.example");
  const [mail] = bo.mails;
  if (!mail) throw new Error("nothing arrived");
  bo.reply(mail, { text: "Me too", all: true });
  expect(gmail.customer(ANN).mails.map(({ from }) => from.address)).toEqual([SUPPORT, bo.address]);
});

test("a mail with another subject, or one that cites nothing, starts a thread of its own", () => {
  const ann = gmail.customer(ANN);
  const first = ann.write({ to: SUPPORT, subject: "Lamp", text: "1" });
  const threadOf = (subject: string, headers?: Record<string, string>) =>
    ann.write({ to: SUPPORT, subject, text: "2", headers }).arrived[0]?.threadId;
  const cites = { "In-Reply-To": first.messageId };
  expect(threadOf("Fwd: RE: Lamp", cites)).toBe(first.arrived[0]?.threadId);
  expect(threadOf("Chair", cites)).not.toBe(first.arrived[0]?.threadId);
  expect(threadOf("Re: Lamp")).not.toBe(first.arrived[0]?.threadId);
});

test("a hundred mails fill a thread", () => {
  const ann = gmail.customer(ANN);
  const first = ann.write({ to: SUPPORT, subject: "Long", text: "1" });
  const more = () =>
    ann.write({ to: SUPPORT, subject: "Re: Long", text: "x", headers: { References: first.messageId } }).arrived[0]
      ?.threadId;
  const threads = new Set(Array.from({ length: 100 }, more));
  expect(threads.size).toBe(2);
});

test("headers can lie: a spoofed sender, a missing Message-ID", async () => {
  const { arrived } = gmail.customer("crook@evil.example").write({
    to: SUPPORT,
    subject: "Urgent",
    text: "Pay",
    verdict: "fail",
    headers: { From: "Boss <boss@larkspur.example>", "Reply-To": "crook@evil.example", "X-Mailroom-Send-Id": "1" },
  });
  expect(headersOf(await read(arrived[0]?.id ?? ""))).toMatchObject({
    from: "Boss <boss@larkspur.example>",
    "return-path": "<crook@evil.example>",
    "x-mailroom-send-id": "1",
    "authentication-results": expect.stringContaining("header.from=larkspur.example"),
  });
});

test("mail of ours to several of our mailboxes is one copy each", async () => {
  await send({ To: `${SALES}, sales+x@larkspur.example`, Cc: SUPPORT });
  expect(gmail.mailbox(SALES).counts().messages).toBe(1);
  expect(gmail.mailbox(SUPPORT).counts().messages).toBe(1);
});

test("spam arrives as spam", async () => {
  const { arrived } = gmail.customer(ANN).write({ to: SUPPORT, subject: "Win", text: "x", labels: ["SPAM", "UNREAD"] });
  expect((await read(arrived[0]?.id ?? "", "minimal")).labelIds).toEqual(["SPAM", "UNREAD"]);
});

test("an out-of-office answers, says it is a machine, and does not answer machines", async () => {
  gmail.customer(ANN).autoReply = { text: "I am away until Monday." };
  await send();
  await send({ "Auto-Submitted": "auto-replied" });
  const inbox = (await users(gmail).messages.list({ userId: "me", q: "in:inbox" })).data.messages ?? [];
  expect(inbox).toHaveLength(1);
  expect(headersOf(await read(inbox[0]?.id ?? ""))).toMatchObject({
    subject: "Automatic reply: Your order",
    "auto-submitted": "auto-replied",
    "x-auto-response-suppress": "All",
    "return-path": "<>",
    "in-reply-to": gmail.customer(ANN).mails[0]?.messageId,
  });
});

test("a rude one answers everything and admits nothing, once a mail", async () => {
  gmail.customer(ANN).autoReply = { text: "We got your mail.", subject: "Re: Your order", rude: true };
  const { threadId } = await send({ "Auto-Submitted": "auto-replied" });
  const thread = (await users(gmail).threads.get({ userId: "me", id: threadId ?? "" })).data.messages ?? [];
  expect(thread).toHaveLength(2);
  expect(headersOf(thread[1] ?? {})["auto-submitted"]).toBeUndefined();
});

test("an address nobody has bounces into the thread", async () => {
  gmail.customer(ANN).bounce();
  const { id, threadId } = await send();
  expect(gmail.customer(ANN).mails).toEqual([]);
  const thread = (await users(gmail).threads.get({ userId: "me", id: threadId ?? "" })).data.messages ?? [];
  expect(thread.map((message) => message.id)).toEqual([id, expect.any(String)]);
  const notice = thread[1] ?? {};
  expect(headersOf(notice)).toMatchObject({
    from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "return-path": "<>",
    "auto-submitted": "auto-replied",
    "x-failed-recipients": ANN,
    subject: "Delivery Status Notification (Failure)",
    "in-reply-to": gmail.sent[0]?.messageId,
    "content-type": expect.stringContaining("report-type=delivery-status"),
  });
  expect(notice.payload?.parts?.map(({ mimeType }) => mimeType)).toEqual([
    "text/plain",
    "message/delivery-status",
    "text/rfc822-headers",
  ]);
  expect(rawOf(await read(notice.id ?? "", "raw"))).toMatch(
    /Final-Recipient: rfc822; ann@customer\.example\r\nAction: failed\r\nStatus: 5\.1\.1/,
  );
});

test("a mailbox that is full only delays: a notice comes, and so does the mail", async () => {
  gmail.customer(ANN).bounce({ permanent: false, status: "4.2.2", reason: "452 4.2.2 The mailbox is over quota." });
  const { threadId } = await send();
  expect(gmail.customer(ANN).mails).toHaveLength(1);
  const [, notice] = (await users(gmail).threads.get({ userId: "me", id: threadId ?? "" })).data.messages ?? [];
  expect(headersOf(notice ?? {})).toMatchObject({ subject: "Delivery Status Notification (Delay)" });
  gmail.customer(ANN).bounce(false);
  await send();
  expect(gmail.customer(ANN).mails).toHaveLength(2);
});

test("until waits for what has yet to happen, and gives up in the end", async () => {
  const waited = gmail.until(({ sent }) => sent.some(({ subject }) => subject === "Later"));
  await send({ Subject: "Later" });
  await waited;
  await expect(gmail.until(() => false, 5)).rejects.toThrow("not within 5 ms");
});
