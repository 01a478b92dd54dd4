import { expect, test } from "vitest";
import type { Attachment, Email } from "../../../src/domain/email.ts";
import { NO_CONTEXT } from "../../../src/pipeline/redact/context.ts";
import { Placeholders } from "../../../src/pipeline/redact/placeholders.ts";
import { redactEmail } from "../../../src/pipeline/redact/redact-email.ts";

const attachment = (name: string, text: string | undefined, inline = false): Attachment => ({
  index: 0,
  name,
  declaredType: "text/csv",
  detectedType: undefined,
  sizeBytes: 1,
  inline,
  danger: undefined,
  scan: "not-scanned",
  text,
});

/** Only what redaction reads of a mail. */
const email = (parts: Partial<Email>): Email =>
  ({
    subject: "",
    visibleText: "",
    quotedText: "",
    forwarded: undefined,
    language: "en",
    attachments: [],
    ...parts,
  }) as unknown as Email;

const redacted = (parts: Partial<Email>, earlier?: string) =>
  redactEmail(email(parts), new Placeholders(), NO_CONTEXT, earlier);

test("one value has one name in subject, text, history and attachments", () => {
  const mail = redacted({
    subject: "Call 503-555-0100",
    visibleText: "My number is +1 503 555 0100, SSN: 666-45-1234",
    quotedText: "> You can reach me at (503) 555-0100",
    attachments: [
      attachment("503-555-0100.csv", "name;phone;x\nJane;503.555.0100;1"),
      attachment("logo.png", undefined, true),
    ],
  });
  expect(mail).toEqual({
    subject: "Call [PHONE_1]",
    visibleText: "My number is [PHONE_1], SSN: [SSN_1]",
    history: "You can reach me at [PHONE_1]",
    attachments: [{ name: "[PHONE_1].csv", text: "name;phone;x\nJane;[PHONE_1];1" }],
    found: { phone: 5, ssn: 1 },
  });
});

test("a number across the cut is masked before it is cut", () => {
  const card = "4111 1111 1111 1111";
  for (let shift = 0; shift < 30; shift++) {
    const { visibleText } = redacted({ visibleText: `${"word ".repeat(298)}${"x".repeat(shift)} ${card} and on` });
    expect(visibleText.length).toBeLessThanOrEqual(1500);
    expect(visibleText).not.toMatch(/4111|\[CREDIT_CARD_1?$/);
  }
});

test("of a mail of megabytes one page is searched", () => {
  const { found } = redacted({
    visibleText: "020 7946 0412, ".repeat(200_000),
    quotedText: "> 4111 1111 1111 1111\n".repeat(100_000),
  });
  expect(found.phone).toBeLessThan(200);
  expect(found.credit_card).toBeLessThan(100);
});

test("a forward's own text is its history", () => {
  const mail = redacted({
    visibleText: "See below",
    forwarded: { from: undefined, subject: "Bill", text: "Pay GB29 NWBK 6016 1331 9268 19" },
  });
  expect(mail.history).toBe("Bill\nPay [IBAN_1]");
});

test("the stored conversation goes before the quotes", () => {
  expect(redacted({ quotedText: "> old" }, "They wrote: jane@example.com").history).toBe("They wrote: [EMAIL_1]");
});
