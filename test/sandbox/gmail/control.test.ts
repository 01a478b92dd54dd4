import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { ANN, aMail, failure, SUPPORT, users } from "./client.ts";

let gmail: Gmail;
beforeEach(async () => {
  gmail = await startGmail({
    now: Date.UTC(2026, 10, 20, 9),
    mailboxes: [{ address: SUPPORT, name: "Larkspur Support" }],
  });
});
afterEach(() => gmail.stop());

async function ask(verb: string, path: string, body?: unknown) {
  const answer = await fetch(`${gmail.url}/sandbox/${path}`, {
    method: verb,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : parsed(text) };
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

test("writing as a customer, with a file, and reading the answer", async () => {
  const posted = await ask("POST", `customers/${ANN}/mails`, {
    to: SUPPORT,
    name: "Ann Example",
    subject: "Broken lamp",
    text: "It is dark.",
    attachments: [{ filename: "lamp.txt", mimeType: "text/plain", content: Buffer.from("photo").toString("base64") }],
  });
  const { id, threadId } = posted.body.arrived[0];
  expect((await ask("GET", `mailboxes/${SUPPORT}/messages`)).body).toEqual([
    expect.objectContaining({
      id,
      threadId,
      subject: "Broken lamp",
      from: { name: "Ann Example", address: ANN },
      unread: true,
    }),
  ]);
  expect((await ask("GET", `mailboxes/${SUPPORT}/messages/${id}`)).body).toMatchObject({
    text: "It is dark.",
    attachments: [{ filename: "lamp.txt", mimeType: "text/plain", size: 5 }],
  });
  const file = await ask("GET", `mailboxes/${SUPPORT}/messages/${id}/attachments/0`);
  expect(file.body).toBe("photo");
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect((await ask("GET", `mailboxes/${SUPPORT}/messages/${id}/raw`)).body).toContain("Subject: Broken lamp");

  await ask("POST", `mailboxes/${SUPPORT}/act`, { do: "reply", threadId, text: "A new one is on its way." });
  const [line] = (await ask("GET", `customers/${ANN}/mails`)).body;
  expect(line).toMatchObject({ subject: "Re: Broken lamp", attachments: 0 });
  const mail = (await ask("GET", `customers/${ANN}/mails/${line.id}`)).body;
  expect(mail.text).toContain("A new one is on its way.");
  const reply = await ask("POST", `customers/${ANN}/mails/${line.id}/reply`, { text: "Thanks!" });
  expect(reply.body.arrived[0].threadId).toBe(threadId);
  expect((await ask("GET", `mailboxes/${SUPPORT}/threads/${threadId}`)).body).toHaveLength(3);
  expect((await ask("GET", "customers")).body).toEqual([
    expect.objectContaining({ address: ANN, name: "Ann Example", mails: 1 }),
  ]);
});

test("uploading a mail as it is", async () => {
  const delivered = await ask("POST", `mailboxes/${SUPPORT}/deliver?label=INBOX&receivedAt=1700000000000`, aMail());
  expect(delivered.body).toMatchObject({ at: 1_700_000_000_000, labels: ["INBOX"] });
  const traced = await ask("POST", `mailboxes/${SUPPORT}/deliver?trace=true`, aMail());
  expect((await ask("GET", `mailboxes/${SUPPORT}/messages/${traced.body.id}`)).body.headers).toHaveProperty(
    "delivered-to",
  );
  expect((await ask("GET", `mailboxes/${SUPPORT}/messages?q=in:inbox&limit=1`)).body).toHaveLength(1);
});

test("everything a person does in Gmail has its order", async () => {
  const { arrived } = gmail.customer(ANN).write({ to: SUPPORT, subject: "Lamp", text: "x" });
  const threadId = arrived[0]?.threadId ?? "";
  const act = (order: object) => ask("POST", `mailboxes/${SUPPORT}/act`, order);
  const saved = (await act({ do: "autosave", threadId, text: "Dear" })).body;
  const again = (await act({ do: "autosave", threadId, draftId: saved.draftId, text: "Dear Ann" })).body;
  expect(again).toMatchObject({ draftId: saved.draftId, threadId });
  await act({ do: "editDraft", draftId: saved.draftId, text: "Dear Ann," });
  expect((await act({ do: "sendDraft", draftId: saved.draftId })).body).toMatchObject({ threadId });
  for (const word of ["archive", "unarchive", "markRead", "markSpam", "rescue", "trash"]) {
    expect((await act({ do: word, threadId })).status).toBe(204);
  }
  expect((await act({ do: "label", threadId, add: ["STARRED"] })).status).toBe(204);
  expect((await ask("GET", "sent")).body).toEqual([
    expect.objectContaining({ via: "web", text: expect.stringContaining("Dear Ann,") }),
  ]);
  expect((await act({ do: "write", to: [ANN], subject: "New", text: "x" })).body).toHaveProperty("id");
  const thrown = (await act({ do: "autosave", text: "never mind" })).body.draftId;
  expect((await act({ do: "deleteDraft", draftId: thrown })).status).toBe(204);
  expect((await act({ do: "erase", threadId })).status).toBe(204);
  expect((await ask("GET", "mailboxes")).body).toEqual([
    expect.objectContaining({ address: SUPPORT, messages: 1, drafts: 0 }),
  ]);
});

test("orders that make no sense are refused with a reason and change nothing", async () => {
  expect(await ask("POST", `mailboxes/${SUPPORT}/act`, { do: "explode" })).toMatchObject({ status: 400 });
  expect(await ask("POST", `mailboxes/${SUPPORT}/act`, "{")).toMatchObject({ status: 400 });
  expect(await ask("POST", `mailboxes/${SUPPORT}/act`, { do: "archive", threadId: "x" })).toMatchObject({
    status: 400,
    body: { error: "support@larkspur.example has no thread x" },
  });
  expect(await ask("POST", `customers/${ANN}/mails`, { to: "nobody", subject: "x", text: "x" })).toMatchObject({
    status: 400,
  });
  expect(await ask("POST", `mailboxes/${SUPPORT}/deliver`)).toMatchObject({ status: 400 });
  expect(await ask("GET", `customers/${SUPPORT}/mails`)).toMatchObject({ status: 400 });
  expect(await ask("GET", "mailboxes/nobody@x.example/messages")).toMatchObject({ status: 400 });
  expect(await ask("GET", "nothing")).toMatchObject({ status: 404 });
});

test("customers can be on holiday or not exist", async () => {
  await ask("PUT", `customers/${ANN}/auto-reply`, { text: "Away." });
  gmail.web(SUPPORT).write({ to: [ANN], subject: "One", text: "x" });
  expect(gmail.mailbox(SUPPORT).counts().messages).toBe(2);
  await ask("DELETE", `customers/${ANN}/auto-reply`);
  await ask("PUT", `customers/${ANN}/bounce`, {});
  gmail.web(SUPPORT).write({ to: [ANN], subject: "Two", text: "x" });
  expect(gmail.customer(ANN).mails).toHaveLength(1);
  await ask("DELETE", `customers/${ANN}/bounce`);
  gmail.web(SUPPORT).write({ to: [ANN], subject: "Three", text: "x" });
  expect(gmail.customer(ANN).mails).toHaveLength(2);
});

test("faults, knobs and the clock are set from outside too", async () => {
  const profile = () => users(gmail).getProfile({ userId: "me" });
  await ask("POST", "faults", { kind: "fail", method: "getProfile", status: 503 });
  expect(await failure(profile())).toMatchObject({ status: 503 });
  await ask("POST", "faults", { kind: "throttle", method: "getProfile", until: Date.UTC(2026, 10, 20, 10) });
  expect((await failure(profile())).message).toContain("Retry after 2026-11-20T10:00:00.000Z");
  await ask("POST", "faults", { kind: "drop", method: "getProfile" });
  expect((await failure(profile())).status).toBeUndefined();
  await ask("POST", "faults", { kind: "latency", method: "*", ms: 60_000 });
  await ask("POST", "faults", { kind: "clear" });
  const { historyId } = (await profile()).data;
  await ask("POST", "faults", { kind: "expire-history" });
  const list = users(gmail).history.list({ userId: "me", startHistoryId: historyId ?? "" });
  expect(await failure(list)).toMatchObject({ status: 404 });
  const { id } = gmail.deliver(SUPPORT, aMail());
  await ask("POST", "faults", { kind: "vanish", mailbox: SUPPORT, id });
  expect(await failure(users(gmail).messages.get({ userId: "me", id }))).toMatchObject({ status: 404 });
  expect((await ask("PATCH", "knobs", { searchLagMs: 5 })).body).toMatchObject({ searchLagMs: 5, sendsPerDay: 2_000 });
  expect(await ask("PATCH", "knobs", { searchLag: 5 })).toMatchObject({ status: 400 });
  expect((await ask("POST", "clock", { advanceMs: 1_000 })).body).toEqual({ now: Date.UTC(2026, 10, 20, 9) + 1_000 });
  expect((await ask("POST", "clock", { setTo: 5 })).body).toEqual({ now: 5 });
  await ask("POST", "faults", { kind: "revoke", mailbox: SUPPORT });
  expect(await failure(profile())).toMatchObject({ status: 400, message: "invalid_grant" });
});

test("the index says how to connect, the calls what was asked", async () => {
  await users(gmail).getProfile({ userId: "me" });
  expect((await ask("GET", "")).body).toMatchObject({
    tokenUrl: gmail.tokenUrl,
    clientId: gmail.clientId,
    refreshTokens: { [SUPPORT]: gmail.refreshToken(SUPPORT) },
  });
  expect((await ask("GET", "calls?limit=1")).body).toEqual([
    expect.objectContaining({ method: "getProfile", status: 200 }),
  ]);
});

test("events tell a page what to redraw", async () => {
  const stream = await fetch(`${gmail.url}/sandbox/events?types=mailbox,customer-mail`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  gmail.customer(ANN).write({ to: SUPPORT, subject: "Lamp", text: "x" });
  gmail.web(SUPPORT).write({ to: [ANN], subject: "News", text: "x" });
  let text = "";
  while (!text.includes("customer-mail")) text += (await reader?.read())?.value ?? "";
  await reader?.cancel();
  expect(text).toContain(`event: mailbox\ndata: {"type":"mailbox","mailbox":"${SUPPORT}","change":"messageAdded"`);
  expect(text).toContain(`event: customer-mail\ndata: {"type":"customer-mail","customer":"${ANN}","id":"1"`);
  expect(text).not.toContain("event: call");
});

test("pages of this machine may use it, others may not", async () => {
  const from = (origin: string) => fetch(`${gmail.url}/sandbox/mailboxes`, { headers: { origin } });
  const near = await from("http://127.0.0.1:3000");
  expect(near.headers.get("access-control-allow-origin")).toBe("http://127.0.0.1:3000");
  expect((await from("https://evil.example")).status).toBe(403);
  expect((await from("null")).status).toBe(403);
  const asked = await fetch(`${gmail.url}/sandbox/faults`, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:3000" },
  });
  expect(asked.headers.get("access-control-allow-methods")).toContain("POST");
});
