import fc from "fast-check";
import { expect, test } from "vitest";
import { messageResource } from "../../../sandbox/gmail/message-resource.ts";
import { prependHeaders, removeHeader, setHeader } from "../../../sandbox/gmail/mime/edit.ts";
import { readMail } from "../../../sandbox/gmail/mime/read.ts";
import { formatPerson, writeMail } from "../../../sandbox/gmail/mime/write.ts";
import { lines } from "./client.ts";

const asMessage = (raw: Buffer) => ({
  id: "19a0000000000000",
  threadId: "19a0000000000000",
  raw,
  internalDate: 0,
  storedAt: 0,
  labels: new Set<string>(),
  historyId: 1n,
});

/** Bytes that look enough like mail to reach every corner of the parser. */
const mailish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Content-Type: multipart/mixed; boundary=b",
        "Content-Type: message/rfc822",
        "--b",
        "--b--",
        "",
        " folded",
      ),
      fc.constantFrom(
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: quoted-printable",
        "=ZZ=",
        "To: a@b, <",
      ),
      fc.constantFrom(
        "Content-Type: text/html; charset=klingon",
        "filename*1*=x; filename*0=y",
        "Subject: =?utf-8?B?/w==?=",
        ":",
      ),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((all) => Buffer.from(all.join("\r\n")));

test("any bytes are a mail: every format shows them and raw gives them back", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        mailish,
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      (raw) => {
        for (const format of ["minimal", "metadata", "full"] as const) messageResource(asMessage(raw), format);
        readMail(raw);
        const shown = messageResource(asMessage(raw), "raw").raw;
        expect(Buffer.from(String(shown), "base64url").equals(raw)).toBe(true);
      },
    ),
  );
});

const words = fc.string({ unit: "grapheme", maxLength: 120 }).map((text) => text.replace(/\s+/g, " ").trim());

test("what is written is what is read: subject, names, text, files", () => {
  fc.assert(
    fc.property(
      words,
      words,
      fc.string({ unit: "grapheme" }),
      words,
      fc.uint8Array(),
      (subject, name, body, filename, bytes) => {
        const text = body.replace(/\r\n?/g, "\n");
        const file = { filename: filename || "file", content: bytes };
        const raw = writeMail({
          headers: [
            ["From", formatPerson({ name, address: "ann@customer.example" })],
            ["Subject", subject],
          ],
          text,
          attachments: [file],
        });
        const mail = readMail(raw);
        expect(mail.subject).toBe(subject);
        expect(mail.from).toEqual({ name, address: "ann@customer.example" });
        expect(mail.text.replaceAll("\r\n", "\n")).toBe(text);
        expect(mail.attachments.map((each) => each.filename)).toEqual([file.filename]);
        expect(mail.attachments[0]?.content.equals(bytes)).toBe(true);
      },
    ),
  );
});

test("a header cannot smuggle in another", () => {
  const raw = writeMail({ headers: [["Subject", "hi\r\nBcc: everyone@customer.example"]], text: "x" });
  expect(readMail(raw).headers.bcc).toBeUndefined();
});

const MAIL = Buffer.from(
  lines("From: a@b.example", "Subject: one", "\ttwo", "bcc: x@y.example", "BCC: z@y.example", "", "Bcc: body"),
);

test("edits touch one header and no other byte", () => {
  expect(removeHeader(MAIL, "Bcc").toString()).toBe(
    lines("From: a@b.example", "Subject: one", "\ttwo", "", "Bcc: body"),
  );
  expect(setHeader(MAIL, "subject", "three").toString()).toContain(
    "From: a@b.example\r\nsubject: three\r\nbcc: x@y.example",
  );
  expect(setHeader(MAIL, "Message-ID", "<1@x>").toString()).toContain(
    "BCC: z@y.example\r\nMessage-ID: <1@x>\r\n\r\nBcc: body",
  );
  expect(prependHeaders(MAIL, [["X-Top", "1"]]).toString()).toBe(`X-Top: 1\r\n${MAIL.toString()}`);
  expect(removeHeader(MAIL, "Cc")).toBe(MAIL);
});

test.each([
  { name: "no body", raw: "From: a@b.example\n", expected: "From: a@b.example\nX-A: 1\n" },
  { name: "no line end", raw: "From: a@b.example", expected: "From: a@b.example\r\nX-A: 1\r\n" },
  { name: "no header", raw: "\nbody", expected: "X-A: 1\r\n\nbody" },
  { name: "nothing", raw: "", expected: "X-A: 1\r\n\r\n" },
])("a header is added to a mail with $name", ({ raw, expected }) => {
  expect(setHeader(Buffer.from(raw), "X-A", "1").toString()).toBe(expected);
});
