import { expect, test } from "vitest";
import { isJunk, type JunkSigns } from "../../src/pipeline/machine/junk.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { CONTEXT } from "./read-fixture.ts";

const { authenticity } = await normalise(Buffer.from("From: ann@quayside.example\n\nHello"), CONTEXT);

/** Runs of one sign, at sizes where an expression that looks at each pair of them would not end today. */

const signs: JunkSigns = {
  subject: "SEO",
  text: "",
  fromName: undefined,
  fromAddress: "ann@quayside.example",
  replyTo: undefined,
  ourDomains: new Set(),
  authenticity,
  scriptMailer: false,
  hiddenCharacters: 0,
  trackingPixels: 0,
  linkHosts: [],
  hasAttachment: false,
};
const MANY = 1_000_000;

test.each(["a-", ".", "1,", "\n", "\n ", "[", "a.", "w"])("a text of %j alone is no junk", (sign) => {
  expect(isJunk({ ...signs, text: sign.repeat(MANY) })).toBe(false);
});

test.each([".", "1", ",", "12 "])("a subject of %j alone is no junk", (sign) => {
  expect(isJunk({ ...signs, subject: sign.repeat(MANY) })).toBe(false);
});

test("a subject is read up to 2,000 characters", async () => {
  const mail = Buffer.from(`From: ann@quayside.example\nSubject: ${".".repeat(60_000)}\n\nHello`);
  expect((await normalise(mail, CONTEXT)).subject).toHaveLength(2_000);
});
