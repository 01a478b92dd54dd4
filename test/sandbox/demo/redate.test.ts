import { describe, expect, test } from "vitest";
import { goldMail } from "../../../sandbox/demo/gold.ts";
import { BUSINESSES } from "../../../sandbox/demo/options.ts";
import { redate } from "../../../sandbox/demo/redate.ts";

const MAIL = [
  "Received: from a.example by mx1.larkspur.example",
  "\twith ESMTPS id 4907; Thu, 01 Oct 2026 10:32:51 +0000 (UTC)",
  "Subject: Not on Thu, 01 Oct 2026 10:32:51 +0000",
  "Date: Thu, 1 Oct 2026 11:32:49 +0100",
  "",
  "On Thu, 01 Oct 2026 10:32:51 +0000 somebody wrote:",
];

describe.each(["\r\n", "\n"])("with %j at the line ends", (eol) => {
  const raw = Buffer.from(MAIL.join(eol));
  const lines = redate(raw, Date.UTC(2026, 10, 21, 16, 0, 0))
    .toString()
    .split(eol);

  test("the newest date becomes the wanted one, the others keep their distance and their zone", () => {
    expect(lines[1]).toBe("\twith ESMTPS id 4907; Sat, 21 Nov 2026 16:00:00 +0000 (UTC)");
    expect(lines[3]).toBe("Date: Sat, 21 Nov 2026 16:59:58 +0100");
  });

  test("words that look like a date stay as they are", () => {
    expect(lines[2]).toBe(MAIL[2]);
    expect(lines.at(-1)).toBe(MAIL.at(-1));
  });
});

test("a mail without any date that can be read is left alone", () => {
  const raw = Buffer.from("Date: yesterday\r\n\r\nHello");
  expect(redate(raw, 0)).toEqual(raw);
});

test.each(BUSINESSES)("the recorded mail of %s keeps every byte of its bodies", (business) => {
  const mail = goldMail(business);
  expect(mail.length).toBeGreaterThan(100);
  for (const { raw } of mail) {
    const moved = redate(raw, Date.UTC(2026, 10, 21));
    const start = (bytes: Buffer) => Math.max(bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n"));
    expect(moved.subarray(start(moved)).equals(raw.subarray(start(raw)))).toBe(true);
  }
});
