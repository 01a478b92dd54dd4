import { createEmulator } from "emulate";
import { type gmail_v1, gmail as gmailApi, auth as google } from "googleapis/build/src/apis/gmail/index.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCOPES, startGmail } from "../../sandbox/gmail/index.ts";

/** Two independent Gmails that must agree wherever both are like the real one. */
interface Standin {
  users: gmail_v1.Resource$Users;
  /** The same server, signed in as somebody else. */
  others: gmail_v1.Resource$Users;
  stop(): Promise<void>;
}

const SUPPORT = "support@larkspur.example";
const SALES = "sales@larkspur.example";

function signedIn(rootUrl: string, access_token: string): gmail_v1.Resource$Users {
  const auth = new google.OAuth2();
  auth.setCredentials({ access_token });
  return gmailApi({ version: "v1", auth, rootUrl, retry: false }).users;
}

async function ours(): Promise<Standin> {
  const gmail = await startGmail({ mailboxes: [{ address: SUPPORT }, { address: SALES }] });
  const as = (address: string) => signedIn(`${gmail.url}/`, gmail.accessToken(address, [SCOPES.everything]));
  return { users: as(SUPPORT), others: as(SALES), stop: gmail.stop };
}

async function theirs(): Promise<Standin> {
  const emulator = await createEmulator({
    service: "google",
    port: 0,
    seed: {
      tokens: { "token-support": { login: SUPPORT }, "token-sales": { login: SALES } },
      google: {
        users: [
          { email: SUPPORT, name: "Support" },
          { email: SALES, name: "Sales" },
        ],
      },
    },
  });
  const as = (token: string) => signedIn(`${emulator.url}/`, token);
  return { users: as("token-support"), others: as("token-sales"), stop: () => emulator.close() };
}

const mail = (fields: Record<string, string>, text = "Hello."): string => {
  const headers = { From: "Ann <ann@customer.example>", To: SUPPORT, Subject: "Broken lamp", ...fields };
  return [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", text, ""].join("\r\n");
};
const encode = (raw: string | Buffer): string => Buffer.from(raw).toString("base64url");

function contract(start: () => Promise<Standin>): void {
  let standin: Standin;
  beforeEach(async () => {
    standin = await start();
  });
  afterEach(() => standin.stop());

  const messages = () => standin.users.messages;
  const deliver = async (raw: string | Buffer) => {
    const { data } = await messages().import({ userId: "me", requestBody: { raw: encode(raw) } });
    return { id: data.id ?? "", threadId: data.threadId ?? "", labelIds: data.labelIds ?? [] };
  };
  const minimal = async (id: string) => (await messages().get({ userId: "me", id, format: "minimal" })).data;
  const historyId = async (id: string) => (await minimal(id)).historyId ?? "";
  const since = async (startHistoryId: string, more: object = {}) =>
    (await standin.users.history.list({ userId: "me", startHistoryId, ...more })).data;
  const status = (call: Promise<unknown>) =>
    call.then(
      () => 200,
      (error: { status?: number }) => error.status,
    );

  test.each([
    { name: "plain", raw: Buffer.from(mail({})) },
    {
      name: "eight-bit, in no charset",
      raw: Buffer.concat([Buffer.from(mail({})), Buffer.from([0xff, 0xc3, 0x28, 0])]),
    },
    { name: "with bare line feeds", raw: Buffer.from(mail({}).replaceAll("\r\n", "\n")) },
    {
      name: "with a boundary that never comes",
      raw: Buffer.from(mail({ "Content-Type": 'multipart/mixed; boundary="b"' })),
    },
  ])("raw comes back byte for byte: $name", async ({ raw }) => {
    const { id } = await deliver(raw);
    const { data } = await messages().get({ userId: "me", id, format: "raw" });
    expect(Buffer.from(data.raw ?? "", "base64url").equals(raw)).toBe(true);
  });

  test("received mail is unread in the inbox, and listed", async () => {
    const { id, threadId, labelIds } = await deliver(mail({}));
    expect([...labelIds].sort()).toEqual(["INBOX", "UNREAD"]);
    const { data } = await messages().list({ userId: "me", labelIds: ["INBOX"] });
    expect(data.messages).toEqual([{ id, threadId }]);
  });

  test("a mailbox shows its own mail only", async () => {
    const { id } = await deliver(mail({}));
    expect((await standin.others.messages.list({ userId: "me" })).data.messages ?? []).toEqual([]);
    expect(await status(standin.others.messages.get({ userId: "me", id }))).toBe(404);
  });

  test("a list comes in pages", async () => {
    const ids = new Set<string>();
    for (let i = 0; i < 3; i++) ids.add((await deliver(mail({ Subject: `Mail ${i}` }))).id);
    const first = (await messages().list({ userId: "me", maxResults: 2 })).data;
    expect(first.messages).toHaveLength(2);
    const second = (await messages().list({ userId: "me", maxResults: 2, pageToken: first.nextPageToken ?? "" })).data;
    expect(new Set([...(first.messages ?? []), ...(second.messages ?? [])].map(({ id }) => id))).toEqual(ids);
    expect(second.nextPageToken ?? undefined).toBeUndefined();
  });

  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  test.each([
    { q: "from:ann@customer.example", hits: 1 },
    { q: "subject:lamp", hits: 1 },
    { q: "subject:chair", hits: 0 },
    { q: "is:unread", hits: 1 },
    { q: "in:inbox from:ann@customer.example", hits: 1 },
    { q: `after:${hourAgo}`, hits: 1 },
    { q: `before:${hourAgo}`, hits: 0 },
    { q: "has:attachment", hits: 0 },
  ])("search: $q", async ({ q, hits }) => {
    await deliver(mail({ Date: new Date().toUTCString() }));
    expect((await messages().list({ userId: "me", q })).data.messages ?? []).toHaveLength(hits);
  });

  test("full shows the usual headers and the text", async () => {
    const { id } = await deliver(mail({ "Message-ID": "<one@customer.example>" }, "It is dark."));
    const { payload, snippet } = (await messages().get({ userId: "me", id, format: "full" })).data;
    const named = Object.fromEntries((payload?.headers ?? []).map(({ name, value }) => [name?.toLowerCase(), value]));
    expect(named).toMatchObject({ subject: "Broken lamp", "message-id": "<one@customer.example>" });
    expect(
      Buffer.from(payload?.body?.data ?? "", "base64url")
        .toString()
        .trim(),
    ).toBe("It is dark.");
    expect(snippet).toBe("It is dark.");
  });

  test("an attachment is fetched by its token", async () => {
    const body = [
      "--b",
      "Content-Type: text/plain",
      "",
      "See file.",
      "--b",
      'Content-Type: application/pdf; name="bill.pdf"',
      'Content-Disposition: attachment; filename="bill.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("%PDF-1.7").toString("base64"),
      "--b--",
    ].join("\r\n");
    const { id } = await deliver(
      mail({ "MIME-Version": "1.0", "Content-Type": 'multipart/mixed; boundary="b"' }, body),
    );
    const { payload } = (await messages().get({ userId: "me", id })).data;
    const token = payload?.parts?.find(({ filename }) => filename === "bill.pdf")?.body?.attachmentId ?? "";
    const { data } = await messages().attachments.get({ userId: "me", messageId: id, id: token });
    expect(Buffer.from(data.data ?? "", "base64url").toString()).toBe("%PDF-1.7");
  });

  test("labels change one mail or many", async () => {
    const [one, two] = [await deliver(mail({})), await deliver(mail({ Subject: "Another" }))];
    const change = { addLabelIds: ["STARRED"], removeLabelIds: ["UNREAD"] };
    const { data } = await messages().modify({ userId: "me", id: one.id, requestBody: change });
    expect([...(data.labelIds ?? [])].sort()).toEqual(["INBOX", "STARRED"]);
    await messages().batchModify({ userId: "me", requestBody: { ids: [one.id, two.id], removeLabelIds: ["INBOX"] } });
    expect((await minimal(one.id)).labelIds).toEqual(["STARRED"]);
    expect((await minimal(two.id)).labelIds).toEqual(["UNREAD"]);
  });

  test("the trash is a label, deletion is for good", async () => {
    const { id } = await deliver(mail({}));
    const { data } = await messages().trash({ userId: "me", id });
    expect(data.labelIds).toContain("TRASH");
    expect(data.labelIds).not.toContain("INBOX");
    await messages().delete({ userId: "me", id });
    expect(await status(messages().get({ userId: "me", id }))).toBe(404);
  });

  test("history: mail added after the start, not the start itself", async () => {
    const first = await deliver(mail({}));
    const start = await historyId(first.id);
    const second = await deliver(mail({ Subject: "Second" }));
    const { history, historyId: position } = await since(start, { historyTypes: ["messageAdded"] });
    expect(history?.flatMap(({ messagesAdded }) => messagesAdded?.map(({ message }) => message?.id))).toEqual([
      second.id,
    ]);
    expect(BigInt(position ?? 0)).toBeGreaterThanOrEqual(BigInt(start));
    expect((await since(position ?? "")).history ?? []).toEqual([]);
  });

  test("history: labels added and removed, by type", async () => {
    const { id } = await deliver(mail({}));
    const start = await historyId(id);
    await messages().modify({
      userId: "me",
      id,
      requestBody: { addLabelIds: ["STARRED"], removeLabelIds: ["UNREAD"] },
    });
    const all = (await since(start, { historyTypes: ["labelAdded", "labelRemoved"] })).history ?? [];
    expect(all.flatMap(({ labelsAdded }) => labelsAdded?.flatMap(({ labelIds }) => labelIds) ?? [])).toEqual([
      "STARRED",
    ]);
    expect(all.flatMap(({ labelsRemoved }) => labelsRemoved?.flatMap(({ labelIds }) => labelIds) ?? [])).toEqual([
      "UNREAD",
    ]);
    expect((await since(start, { historyTypes: ["messageAdded"] })).history ?? []).toEqual([]);
  });

  test("history: pages add up, oldest first", async () => {
    const start = await historyId((await deliver(mail({}))).id);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await deliver(mail({ Subject: `Mail ${i}` }))).id);
    const added = (page: gmail_v1.Schema$ListHistoryResponse) =>
      (page.history ?? []).flatMap(({ messagesAdded }) => messagesAdded?.map(({ message }) => message?.id) ?? []);
    const types = { historyTypes: ["messageAdded"], maxResults: 2 };
    const first = await since(start, types);
    const second = await since(start, { ...types, pageToken: first.nextPageToken });
    expect([...added(first), ...added(second)]).toEqual(ids);
  });

  test("history: sent mail and drafts show as added too", async () => {
    const start = await historyId((await deliver(mail({}))).id);
    const raw = encode(mail({ From: SUPPORT, To: "ann@customer.example" }));
    const { data: sent } = await messages().send({ userId: "me", requestBody: { raw } });
    const { data: draft } = await standin.users.drafts.create({ userId: "me", requestBody: { message: { raw } } });
    const added = ((await since(start, { historyTypes: ["messageAdded"] })).history ?? []).flatMap(
      ({ messagesAdded }) => messagesAdded?.map(({ message }) => [message?.id, message?.labelIds]) ?? [],
    );
    expect(added).toEqual([
      [sent.id, ["SENT"]],
      [draft.message?.id, ["DRAFT"]],
    ]);
  });

  test("a draft is made, read, listed, replaced, sent once", async () => {
    const { drafts } = standin.users;
    const raw = mail({ From: SUPPORT, To: "ann@customer.example", "X-Mailroom-Send-Id": "7" });
    const { data } = await drafts.create({ userId: "me", requestBody: { message: { raw: encode(raw) } } });
    const id = data.id ?? "";
    expect(data.message?.labelIds).toEqual(["DRAFT"]);
    const read = (await drafts.get({ userId: "me", id, format: "raw" })).data.message?.raw ?? "";
    expect(Buffer.from(read, "base64url").toString()).toBe(raw);
    expect((await drafts.list({ userId: "me" })).data.drafts?.map((draft) => draft.id)).toEqual([id]);
    const better = encode(mail({ From: SUPPORT, To: "ann@customer.example" }, "Better."));
    expect((await drafts.update({ userId: "me", id, requestBody: { message: { raw: better } } })).data.id).toBe(id);
    const sent = (await drafts.send({ userId: "me", requestBody: { id } })).data;
    expect(sent.labelIds).toEqual(["SENT"]);
    expect(await status(drafts.send({ userId: "me", requestBody: { id } }))).toBe(404);
    expect(await status(drafts.get({ userId: "me", id }))).toBe(404);
    expect((await drafts.list({ userId: "me" })).data.drafts ?? []).toEqual([]);
  });

  test("a deleted draft is gone", async () => {
    const { drafts } = standin.users;
    const { data } = await drafts.create({ userId: "me", requestBody: { message: { raw: encode(mail({})) } } });
    await drafts.delete({ userId: "me", id: data.id ?? "" });
    expect(await status(drafts.get({ userId: "me", id: data.id ?? "" }))).toBe(404);
  });

  test("an answer that cites a mail joins its thread; a thread is read, listed and labelled as one", async () => {
    const first = await deliver(mail({ "Message-ID": "<one@customer.example>" }));
    const cites = { "In-Reply-To": "<one@customer.example>", References: "<one@customer.example>" };
    const second = await deliver(
      mail({ ...cites, Subject: "Re: Broken lamp", "Message-ID": "<two@customer.example>" }),
    );
    expect(second.threadId).toBe(first.threadId);
    const reply = mail({ ...cites, From: SUPPORT, To: "ann@customer.example", Subject: "Re: Broken lamp" });
    const requestBody = { raw: encode(reply), threadId: first.threadId };
    const { data: sent } = await messages().send({ userId: "me", requestBody });
    expect(sent.threadId).toBe(first.threadId);
    const stranger = await deliver(mail({ Subject: "Something else" }));
    expect(stranger.threadId).not.toBe(first.threadId);

    const { threads } = standin.users;
    const { data: thread } = await threads.get({ userId: "me", id: first.threadId, format: "minimal" });
    expect(new Set(thread.messages?.map(({ id }) => id))).toEqual(new Set([first.id, second.id, sent.id]));
    const listed = (await threads.list({ userId: "me" })).data.threads?.map(({ id }) => id);
    expect(new Set(listed)).toEqual(new Set([first.threadId, stranger.threadId]));
    await threads.modify({ userId: "me", id: first.threadId, requestBody: { addLabelIds: ["STARRED"] } });
    for (const { id } of [first, second]) expect((await minimal(id)).labelIds).toContain("STARRED");
    expect((await minimal(stranger.id)).labelIds).not.toContain("STARRED");
  });

  test("a label of our own is made, put on a mail, renamed and deleted", async () => {
    const { labels } = standin.users;
    const { data } = await labels.create({ userId: "me", requestBody: { name: "Mailroom" } });
    const label = data.id ?? "";
    const { id } = await deliver(mail({}));
    await messages().modify({ userId: "me", id, requestBody: { addLabelIds: [label] } });
    expect((await minimal(id)).labelIds).toContain(label);
    await labels.patch({ userId: "me", id: label, requestBody: { name: "Mailroom done" } });
    const named = (await labels.list({ userId: "me" })).data.labels?.find((each) => each.id === label)?.name;
    expect(named).toBe("Mailroom done");
    await labels.delete({ userId: "me", id: label });
    expect((await minimal(id)).labelIds).not.toContain(label);
  });

  test("a mail that is not there is 404 in Google's shape", async () => {
    const error = await messages()
      .get({ userId: "me", id: "19a0000000000000" })
      .then(
        () => undefined,
        (thrown: { status?: number; response?: { data?: unknown } }) => thrown,
      );
    expect(error?.status).toBe(404);
    expect(error?.response?.data).toMatchObject({
      error: { code: 404, status: "NOT_FOUND", errors: [{ reason: "notFound" }] },
    });
  });

  test("the primary address may send", async () => {
    const { sendAs } = (await standin.users.settings.sendAs.list({ userId: "me" })).data;
    expect(sendAs?.find(({ isPrimary }) => isPrimary)?.sendAsEmail).toBe(SUPPORT);
  });
}

describe("our Gmail", () => contract(ours));

describe("emulate", () => contract(theirs));
