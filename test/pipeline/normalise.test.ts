import fc from "fast-check";
import { expect, test } from "vitest";
import { MailroomError } from "../../src/domain/errors.ts";
import type { VirusScanner } from "../../src/domain/ports.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { MAX_RAW_BYTES } from "../../src/pipeline/parse/limits.ts";
import { CONTEXT, fixtureBytes, readFixture } from "./read-fixture.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => normalise(bytes(text), CONTEXT);

test("an ordinary mail is an Email in full", async () => {
  const email = await readFixture("reply-outlook-de");
  expect(email).toMatchObject({
    messageId: "<reply-outlook-de@mail.example>",
    from: { name: "Weber, Thomas", address: "thomas.weber@weber-logistik.example" },
    author: { address: "thomas.weber@weber-logistik.example" },
    to: [{ address: "support@larkspur.example" }],
    subject: "AW: Zugang für neue Kollegin",
    dateAt: Date.UTC(2026, 9, 5, 7, 5, 11),
    language: "de",
    machine: { kind: "none" },
    loop: false,
    bounce: undefined,
    forwarded: undefined,
    defects: [],
  });
  expect(email.signature).toContain("Thomas Weber");
  expect(email.quotedText).toContain("wie heißt die Kollegin?");
});

test.each([
  { name: "nothing", raw: new Uint8Array(0), code: "mail_unreadable" },
  { name: "no header at all", raw: bytes("\u0001\u0002\u0003 just noise"), code: "mail_unreadable" },
  { name: "too many bytes", raw: new Uint8Array(MAX_RAW_BYTES + 1), code: "mail_too_large" },
  {
    name: "half a megabyte of header",
    raw: bytes(`Subject: x\nX-A: ${"y".repeat(600_000)}\n\nhi`),
    code: "mail_unreadable",
  },
  { name: "multiparts without end", raw: bytes(nested(80)), code: "mail_unreadable" },
])("$name fails by name", async ({ raw, code }) => {
  const failure = await normalise(raw, CONTEXT).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailroomError);
  expect((failure as MailroomError).code).toBe(code);
});

function nested(depth: number): string {
  let text = "";
  for (let i = 0; i < depth; i++) text += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`;
  return `Subject: x\n${text}Content-Type: text/plain\n\nhi`;
}

test("boundaries by the ten thousand are cut, not counted out", async () => {
  const email = await read(`Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\n\nhi\n".repeat(30_000)}`);
  expect(email.defects.join()).toMatch(/boundary lines|parts/);
});

test("a mail that is only quote marks keeps its text", async () => {
  expect((await read("Subject: x\nContent-Type: text/plain\n\n> pasted so\n> by hand")).visibleText).toBe(
    "> pasted so\n> by hand",
  );
});

test("bodies behind the one that fills the text are not read at all", async () => {
  const part = (type: string, body: string) => `--B\nContent-Type: text/${type}\n\n${body}\n`;
  const pixel = '<img src="https://t.example/p.gif" width="1" height="1">';
  const parts = part("plain", "word ".repeat(70_000)) + part("html", `Hello ${pixel}`);
  const email = await read(`Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n${parts}--B--`);
  expect(email.defects).toEqual(["text cut"]);
  expect(email.text.length).toBeLessThanOrEqual(300_000);
  expect(email.hidden.trackingPixels).toBe(0);
});

test("of a thousand pages in one mail the first are read", async () => {
  const page = `--B\nContent-Type: text/html\n\nHello${"<b><i>".repeat(5_000)}\n`;
  const email = await read(`Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n${page.repeat(500)}--B--`);
  expect(email.defects).toEqual(["text cut"]);
  expect(email.text.match(/Hello/g)).toHaveLength(67);
});

test("a lone picture has no words", async () => {
  expect(
    (await read('Subject: Hallo zusammen\nContent-Type: text/html\n\n<img src="cid:1" alt="IMG_1">')).visibleText,
  ).toBe("");
});

test("a scanner that finds something keeps the file closed, one that is down leaves it unscanned", async () => {
  const mail = fixtureBytes("attachment-csv-windows-1252");
  const scanned = async (scan: VirusScanner["scan"]) =>
    (await normalise(mail, { ...CONTEXT, scanner: { scan } })).attachments[0]!;
  expect(await scanned(async () => ({ kind: "infected", name: "Win.Test" }))).toMatchObject({
    scan: "infected",
    scanNote: "Win.Test",
    text: undefined,
    danger: expect.stringContaining("malware"),
  });
  const clean = await scanned(async () => ({ kind: "clean" }));
  expect(clean).toMatchObject({ scan: "clean", danger: undefined, text: expect.stringContaining("Müller") });
  const down = await scanned(() => Promise.reject(new MailroomError("scanner_unavailable")));
  expect(down).toMatchObject({ scan: "waiting", text: undefined });
  const refused = await scanned(() => Promise.reject(new MailroomError("scanner_refused", { detail: "too large" })));
  expect(refused).toMatchObject({ scan: "not-scanned", scanNote: "too large", text: undefined });
});

test("any bytes normalise or fail by name", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (raw) => {
      await expectEmailOrName(raw);
    }),
    { numRuns: 300 },
  );
});

/** Pieces that parsers and rules stumble over, in any order. */
const PIECES = [
  "Subject: x\n",
  "From: a <a@b.c>\n",
  "Content-Type: text/plain; charset=utf-8\n",
  "Content-Type: text/html\n",
  "Content-Type: multipart/mixed; boundary=b\n",
  "Content-Transfer-Encoding: base64\n",
  "Content-Transfer-Encoding: quoted-printable\n",
  "\n",
  "\r",
  "--b\n",
  "--b--\n",
  "=\n",
  "=3D",
  "> ",
  ">>",
  "On Mon, 5 Oct 2026 at 9:05 A <a@b.c> wrote:\n",
  "From: a\nSent: b\nTo: c\nSubject: d\n",
  "-- \n",
  "Regards,\nAnn\n",
  "<div style='display:none'>",
  "<p>",
  "</p>",
  "<style>",
  "begin 644 a\n",
  "BEGIN:VCALENDAR\n",
  "\0",
  "\u200b",
  "\u202e",
  "é",
  "字",
  "👍",
  "word ",
  "a@b.c ",
  "https://x.example/ ",
];

test("whatever stands where, the visible text is the text's own words in the text's own order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), async (pieces) => {
      const email = await expectEmailOrName(bytes(`Subject: x\n${pieces.join("")}`));
      if (!email || email.forwarded) return;
      let at = 0;
      for (const word of email.visibleText.split(/\s+/).filter(Boolean)) {
        const found = email.text.indexOf(word, at);
        expect(found).toBeGreaterThanOrEqual(0);
        at = found + word.length;
      }
    }),
    { numRuns: 400 },
  );
});

async function expectEmailOrName(raw: Uint8Array) {
  try {
    const email = await normalise(raw, CONTEXT);
    expect(typeof email.visibleText).toBe("string");
    return email;
  } catch (error) {
    expect(error).toBeInstanceOf(MailroomError);
    expect((error as MailroomError).code).toMatch(/^mail_(?:unreadable|too_large)$/);
    return undefined;
  }
}
