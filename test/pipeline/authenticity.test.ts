import { expect, test } from "vitest";
import { readFixture } from "./read-fixture.ts";

const verdicts = [
  { file: "auth-google-dmarc-pass", verdict: "verified" },
  { file: "auth-forged-below-the-real-one", verdict: "failed" },
  { file: "auth-forged-without-a-real-one", verdict: "unknown" },
  { file: "auth-foreign-server-says-pass", verdict: "unknown" },
  { file: "auth-aligned-dkim-without-dmarc", verdict: "verified" },
  { file: "auth-dkim-of-another-domain", verdict: "unknown" },
  { file: "auth-comment-holds-a-fake-pass", verdict: "failed" },
  { file: "auth-arc-of-a-known-forwarder", verdict: "verified" },
  { file: "auth-arc-of-an-unknown-sealer", verdict: "unknown" },
];

test.each(verdicts)("$file: $verdict", async ({ file, verdict }) => {
  expect((await readFixture(file)).authenticity.verdict).toBe(verdict);
});
