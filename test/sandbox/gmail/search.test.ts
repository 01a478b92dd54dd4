import { afterAll, beforeAll, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { aMail, lines, SUPPORT, users } from "./client.ts";

const NOON = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

let gmail: Gmail;
const names = new Map<string, string>();

/** Four mails, an hour apart, called by the words the expectations use. */
beforeAll(async () => {
  gmail = await startGmail({ now: NOON, mailboxes: [{ address: SUPPORT }], knobs: { unitsPerUserPerMinute: 60_000 } });
  const triage = gmail.mailbox(SUPPORT).labels.create({ name: "Mailroom/To triage" });
  const put = (name: string, raw: string, hoursAgo: number, labels: string[]) => {
    names.set(gmail.deliver(SUPPORT, raw, { labels, receivedAt: NOON - hoursAgo * HOUR }).id, name);
  };
  put(
    "invoice",
    lines(
      "From: Ann Example <ann@customer.example>",
      `To: ${SUPPORT}`,
      "Subject: Invoice 2026-11 for your order",
      "Message-ID: <invoice@customer.example>",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Please find the bill attached.",
      "--b",
      'Content-Type: application/pdf; name="bill.pdf"',
      "",
      "x",
      "--b--",
    ),
    30,
    ["INBOX", triage.id],
  );
  put(
    "lamp",
    aMail(
      { From: "bo@other.example", To: SUPPORT, Subject: "Broken lamp", "List-Id": "<shop.other.example>" },
      "The desk lamp is dark.",
    ),
    3,
    ["INBOX", "UNREAD"],
  );
  put("sent", aMail({ Cc: "cy@third.example", Subject: "Re: Broken lamp" }, "A new lamp is on its way."), 2, ["SENT"]);
  put("spam", aMail({ From: "win@casino.example", Subject: "You won a lamp" }), 1, ["SPAM"]);
});
afterAll(() => gmail.stop());

const found = async (q: string): Promise<string[]> => {
  const { data } = await users(gmail).messages.list({ userId: "me", q });
  return (data.messages ?? []).map(({ id }) => names.get(id ?? "") ?? "?").reverse();
};

test.each([
  { q: "lamp", expected: ["lamp", "sent"] },
  { q: "LAMP dark", expected: ["lamp"] },
  { q: '"desk lamp"', expected: ["lamp"] },
  { q: '"lamp desk"', expected: [] },
  { q: "lam", expected: [] },
  { q: "-lamp", expected: ["invoice"] },
  { q: "-in:sent lamp", expected: ["lamp"] },
  { q: "lamp OR bill", expected: ["invoice", "lamp", "sent"] },
  { q: "{dark bill}", expected: ["invoice", "lamp"] },
  { q: "-{dark bill}", expected: ["sent"] },
  { q: "(lamp dark)", expected: ["lamp"] },
  { q: "in:spam", expected: ["spam"] },
  { q: "in:anywhere lamp", expected: ["lamp", "sent", "spam"] },
  { q: "-in:spam lamp", expected: ["lamp", "sent"] },
  { q: "in:inbox", expected: ["invoice", "lamp"] },
  { q: "is:unread", expected: ["lamp"] },
  { q: "is:read in:inbox", expected: ["invoice"] },
  { q: "-in:chats -in:drafts", expected: ["invoice", "lamp", "sent"] },
  { q: "label:mailroom-to-triage", expected: ["invoice"] },
  { q: 'label:"Mailroom/To triage"', expected: ["invoice"] },
  { q: "-label:mailroom-to-triage in:inbox", expected: ["lamp"] },
  { q: "from:ann@customer.example", expected: ["invoice"] },
  { q: "from:customer.example", expected: ["invoice"] },
  { q: "from:(Ann Example)", expected: ["invoice"] },
  { q: "from:me", expected: ["sent"] },
  { q: "to:cy@third.example", expected: ["sent"] },
  { q: "to:support@larkspur.example", expected: ["invoice", "lamp"] },
  { q: 'subject:"broken lamp"', expected: ["lamp", "sent"] },
  { q: "subject:(order invoice)", expected: ["invoice"] },
  { q: "subject:dark", expected: [] },
  { q: "has:attachment", expected: ["invoice"] },
  { q: "-has:attachment in:inbox", expected: ["lamp"] },
  { q: "filename:pdf", expected: ["invoice"] },
  { q: "list:shop.other.example", expected: ["lamp"] },
  { q: "rfc822msgid:invoice@customer.example", expected: ["invoice"] },
  { q: "rfc822msgid:<invoice@customer.example>", expected: ["invoice"] },
  { q: "rfc822msgid:invoice@other.example", expected: [] },
  { q: `after:${(NOON - 3 * HOUR) / 1_000}`, expected: ["lamp", "sent"] },
  { q: `after:${(NOON - 3 * HOUR) / 1_000 + 1}`, expected: ["sent"] },
  { q: `before:${(NOON - 3 * HOUR) / 1_000}`, expected: ["invoice"] },
  { q: "after:2026/11/20", expected: ["lamp", "sent"] },
  { q: "before:2026-11-20", expected: ["invoice"] },
  { q: "newer_than:1d", expected: ["lamp", "sent"] },
  { q: "older_than:1d", expected: ["invoice"] },
  { q: "larger:1m", expected: [] },
  { q: "nonsense:lamp", expected: [] },
])("$q", async ({ q, expected }) => {
  expect(await found(q)).toEqual(expected);
});

test("the index may lag behind: a list shows the mail, a search not yet", async () => {
  gmail.knobs.searchLagMs = 30_000;
  const { id } = gmail.deliver(SUPPORT, aMail({ Subject: "Fresh" }));
  names.set(id, "fresh");
  expect((await users(gmail).messages.list({ userId: "me" })).data.messages?.[0]?.id).toBe(id);
  expect(await found("fresh")).toEqual([]);
  gmail.clock.advance(30_000);
  expect(await found("fresh")).toEqual(["fresh"]);
});
