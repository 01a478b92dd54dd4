import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, SCOPES, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, encode, failure, headersOf, lines, rawOf, SUPPORT, users, usersWith } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({ now: Date.UTC(2026, 10, 20, 9), mailboxes: [{ address: SUPPORT }] });
});
afterEach(() => gmail.stop());

const get = (id: string, format?: string, metadataHeaders?: string[]) =>
  users(gmail)
    .messages.get({ userId: "me", id, ...(format && { format }), ...(metadataHeaders && { metadataHeaders }) })
    .then(({ data }) => data);

const NESTED = lines(
  "Return-Path: <ann@customer.example>",
  "X-Mixed-CASE: kept",
  "From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@customer.example>",
  `To: ${SUPPORT}`,
  "Subject: =?utf-8?B?UmVjaG51bmcg4oKs?=",
  "\t=?utf-8?Q?_offen?=",
  "Auto-Submitted: no",
  'Content-Type: multipart/mixed; boundary="outer"',
  "",
  "not shown to anyone",
  "--outer",
  "Content-Type: multipart/alternative; boundary=inner",
  "",
  "--inner",
  "Content-Type: text/plain; charset=iso-8859-15",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Gr=FC=DFe, 5 =A4 & mehr=",
  ".",
  "--inner",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("<p>Grüße</p>").toString("base64"),
  "--inner--",
  "--outer",
  "Content-Type: application/pdf; name=x.pdf",
  "Content-Disposition: attachment; filename*0*=UTF-8''Rechnung%20; filename*1*=%E2%82%AC.pdf",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("%PDF-1.7").toString("base64"),
  "--outer",
  "Content-Type: message/rfc822",
  "",
  "From: someone@else.example",
  "Subject: inside",
  "",
  "forwarded",
  "--outer--",
  "",
);

test("raw is every byte, eight-bit ones included", async () => {
  const bytes = Buffer.concat([Buffer.from(aMail()), Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x0a])]);
  const { id } = gmail.deliver(SUPPORT, bytes);
  const { raw, payload, sizeEstimate } = await get(id, "raw");
  expect(Buffer.from(raw ?? "", "base64url").equals(bytes)).toBe(true);
  expect(payload).toBeUndefined();
  expect(sizeEstimate).toBe(bytes.length);
});

test("full is the true tree: nesting, part ids, charsets, file names, headers", async () => {
  const { id } = gmail.deliver(SUPPORT, NESTED);
  const { payload } = await get(id);
  expect(payload).toMatchObject({ partId: "", mimeType: "multipart/mixed", filename: "", body: { size: 0 } });
  const [alternative, pdf, forwarded] = payload?.parts ?? [];
  expect(alternative).toMatchObject({ partId: "0", mimeType: "multipart/alternative" });
  expect(alternative?.parts?.map(({ partId, mimeType }) => [partId, mimeType])).toEqual([
    ["0.0", "text/plain"],
    ["0.1", "text/html"],
  ]);
  const text = Buffer.from(alternative?.parts?.[0]?.body?.data ?? "", "base64url").toString();
  expect(text).toBe("Grüße, 5 € & mehr.");
  expect(pdf).toMatchObject({
    partId: "1",
    mimeType: "application/pdf",
    filename: "Rechnung €.pdf",
    body: { size: 8 },
  });
  expect(pdf?.body?.data).toBeUndefined();
  expect(forwarded).toMatchObject({
    partId: "2",
    mimeType: "message/rfc822",
    parts: [{ partId: "2.0", mimeType: "text/plain" }],
  });
  expect(headersOf({ payload: payload ?? {} })).toMatchObject({
    "return-path": "<ann@customer.example>",
    "auto-submitted": "no",
    from: "Jörg Müller <joerg@customer.example>",
    subject: "Rechnung € offen",
  });
  expect(payload?.headers?.map(({ name }) => name)).toContain("X-Mixed-CASE");
});

test("attachment tokens change from one reading to the next, and all of them fetch the file", async () => {
  const { id } = gmail.deliver(SUPPORT, NESTED);
  const token = async () => (await get(id)).payload?.parts?.[1]?.body?.attachmentId ?? "";
  const [first, second] = [await token(), await token()];
  expect(first).not.toBe(second);
  for (const attachment of [first, second]) {
    const { data } = await users(gmail).messages.attachments.get({ userId: "me", messageId: id, id: attachment });
    expect(Buffer.from(data.data ?? "", "base64url").toString()).toBe("%PDF-1.7");
  }
  const other = gmail.deliver(SUPPORT, aMail());
  expect(
    await failure(users(gmail).messages.attachments.get({ userId: "me", messageId: other.id, id: first })),
  ).toMatchObject({ status: 400 });
});

test("metadata shows all headers, or those asked for in any case", async () => {
  const { id } = gmail.deliver(SUPPORT, NESTED);
  expect(headersOf(await get(id, "metadata"))).toHaveProperty("auto-submitted");
  const chosen = await get(id, "metadata", ["SUBJECT", "x-mixed-case", "Missing"]);
  expect(chosen.payload?.headers).toEqual([
    { name: "X-Mixed-CASE", value: "kept" },
    { name: "Subject", value: "Rechnung € offen" },
  ]);
  expect(chosen.payload?.parts).toBeUndefined();
});

test("minimal says where and when, with an escaped snippet", async () => {
  const { id } = gmail.deliver(SUPPORT, NESTED, { receivedAt: Date.UTC(2026, 10, 19) });
  expect(await get(id, "minimal")).toEqual({
    id,
    threadId: id,
    labelIds: ["UNREAD", "INBOX"],
    snippet: "Grüße, 5 € &amp; mehr.",
    historyId: expect.stringMatching(/^\d{16,19}$/),
    internalDate: String(Date.UTC(2026, 10, 19)),
    sizeEstimate: Buffer.byteLength(NESTED),
  });
});

test("a mail without labels has no labelIds at all", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail(), { labels: ["INBOX"] });
  const { data } = await users(gmail).messages.modify({ userId: "me", id, requestBody: { removeLabelIds: ["INBOX"] } });
  expect(data).toEqual({ id, threadId: id });
  expect(await get(id, "minimal")).not.toHaveProperty("labelIds");
});

test("ids that are none, or gone, are told apart", async () => {
  expect(await failure(get("msg_1"))).toMatchObject({ status: 400, message: "Invalid id value" });
  expect(await failure(get("19a0000000000000"))).toMatchObject({
    status: 404,
    reason: "notFound",
    message: "Requested entity was not found.",
  });
});

test("a mail that vanishes between list and get is listed, then gone", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  gmail.vanish(SUPPORT, id);
  expect((await users(gmail).messages.list({ userId: "me" })).data.messages).toHaveLength(1);
  expect(await failure(get(id, "raw"))).toMatchObject({ status: 404 });
  expect((await users(gmail).messages.list({ userId: "me" })).data.messages).toBeUndefined();
});

test("pages are opaque, newest first, and mail that arrives meanwhile repeats nothing", async () => {
  const delivered = Array.from({ length: 5 }, () => {
    gmail.clock.advance(1_000);
    return gmail.deliver(SUPPORT, aMail()).id;
  });
  const page = (pageToken?: string) =>
    users(gmail).messages.list({ userId: "me", maxResults: 2, ...(pageToken && { pageToken }) });
  const first = (await page()).data;
  gmail.clock.advance(1_000);
  gmail.deliver(SUPPORT, aMail());
  const second = (await page(first.nextPageToken ?? "")).data;
  const third = (await page(second.nextPageToken ?? "")).data;
  const seen = [first, second, third].flatMap(({ messages }) => messages?.map(({ id }) => id) ?? []);
  expect(seen).toEqual(delivered.reverse());
  expect(third.nextPageToken).toBeUndefined();
  expect(await failure(page("2"))).toMatchObject({ status: 400, message: "Invalid pageToken" });
});

test("an empty list has no messages key", async () => {
  expect((await users(gmail).messages.list({ userId: "me" })).data).toEqual({ resultSizeEstimate: 0 });
});

test("a list can be narrowed by labels, and leaves spam and trash out unless asked", async () => {
  const spam = gmail.deliver(SUPPORT, aMail(), { labels: ["SPAM", "UNREAD"] });
  const starred = gmail.deliver(SUPPORT, aMail(), { labels: ["INBOX", "STARRED"] });
  const list = async (params: { labelIds?: string[]; includeSpamTrash?: boolean }) =>
    (await users(gmail).messages.list({ userId: "me", ...params })).data.messages?.map(({ id }) => id);
  expect(await list({})).toEqual([starred.id]);
  expect(await list({ labelIds: ["INBOX", "STARRED"] })).toEqual([starred.id]);
  expect(await list({ labelIds: ["SPAM"] })).toEqual([spam.id]);
  expect(await list({ includeSpamTrash: true })).toEqual([starred.id, spam.id]);
});

test("fields narrows an answer", async () => {
  const { id } = gmail.deliver(SUPPORT, aMail());
  const { data } = await users(gmail).messages.list({ userId: "me", fields: "messages(id),nextPageToken" });
  expect(data).toEqual({ messages: [{ id }] });
  const read = await users(gmail).messages.get({ userId: "me", id, fields: "payload/headers(name)" });
  expect(read.data.payload?.headers?.[0]).toEqual({ name: "From" });
  expect(await failure(users(gmail).messages.list({ userId: "me", fields: "messages(" }))).toMatchObject({
    status: 400,
  });
});

test("what Google does not know it refuses by name", async () => {
  const ask = async (path: string, body?: unknown) => {
    const answer = await fetch(`${gmail.url}/gmail/v1/users/me/${path}`, {
      headers: { authorization: `Bearer ${gmail.accessToken(SUPPORT)}`, "content-type": "application/json" },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as { error: { message: string } } };
  };
  expect((await ask("messages?query=x")).body.error.message).toContain(`Unknown name "query"`);
  expect((await ask("messages/send", { raw: "", thread_id: "x" })).body.error.message).toContain(
    `Unknown name "thread_id"`,
  );
  expect(await ask("messages?maxResults=many")).toMatchObject({ status: 400 });
  expect(await ask("everything")).toMatchObject({ status: 404 });
});

test("insert files a mail as it is, import as if it came in; both say when", async () => {
  const raw = encode(aMail({ Date: "Sun, 01 Nov 2026 10:00:00 +0000" }));
  const { messages } = users(gmail);
  const inserted = (await messages.insert({ userId: "me", requestBody: { raw, labelIds: ["STARRED"] } })).data;
  const imported = (await messages.import({ userId: "me", requestBody: { raw } })).data;
  expect(inserted.labelIds).toEqual(["STARRED"]);
  expect(imported.labelIds).toEqual(["UNREAD", "INBOX"]);
  expect((await get(inserted.id ?? "", "minimal")).internalDate).toBe(String(Date.UTC(2026, 10, 20, 9)));
  expect((await get(imported.id ?? "", "minimal")).internalDate).toBe(String(Date.UTC(2026, 10, 1, 10)));
  expect(rawOf(await get(imported.id ?? "", "raw"))).toBe(aMail({ Date: "Sun, 01 Nov 2026 10:00:00 +0000" }));
});

test("delete erases for good, for those who may", async () => {
  const one = gmail.deliver(SUPPORT, aMail());
  const two = gmail.deliver(SUPPORT, aMail());
  const { messages } = usersWith(gmail, [SCOPES.everything]);
  expect((await messages.delete({ userId: "me", id: one.id })).status).toBe(204);
  expect((await messages.batchDelete({ userId: "me", requestBody: { ids: [two.id, one.id] } })).status).toBe(204);
  expect((await messages.list({ userId: "me" })).data.messages).toBeUndefined();
});

test("delivery with trace puts Google's headers on top and leaves the rest alone", async () => {
  const mail = aMail({
    From: ANN,
    To: SUPPORT,
    "Authentication-Results": "mx.google.com; dmarc=pass header.from=bank.example",
  });
  const { id } = gmail.deliver(SUPPORT, mail, { trace: true, verdict: "fail" });
  const raw = rawOf(await get(id, "raw"));
  expect(raw.endsWith(mail)).toBe(true);
  expect(raw.indexOf("Delivered-To: support@larkspur.example")).toBe(0);
  const verdicts = [...raw.matchAll(/^Authentication-Results: ([\s\S]*?)\r\n(?=\S)/gm)].map(([, value]) => value ?? "");
  expect(verdicts[0]).toContain("dmarc=fail");
  expect(verdicts[1]).toContain("bank.example");
  expect(raw).toMatch(/^Return-Path: <ann@customer\.example>/m);
  expect(raw).toContain("SMTPIN_ADDED_MISSING@mx.google.com");
});
