import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gmail, startGmail } from "../../../sandbox/gmail/index.ts";
import { signInWithRefreshToken } from "../../../src/adapters/gmail/auth.ts";
import { gmailProvider } from "../../../src/adapters/gmail/provider.ts";
import { UNITS, UnitBudget } from "../../../src/adapters/gmail/units.ts";
import { toFailure } from "../../../src/domain/errors.ts";
import { aClock } from "../../fakes/database.ts";

const SUPPORT = "support@larkspur.example";
const PER_MINUTE = 1_000;

let gmail: Gmail;
let at = 1_795_000_000_000;
beforeEach(async () => {
  gmail = await startGmail({
    mailboxes: [{ address: SUPPORT }],
    now: () => at,
    knobs: { unitsPerUserPerMinute: PER_MINUTE },
  });
});
afterEach(() => gmail.stop());

test("what is fetched stops short of Gmail's quota, and leaves room for polls and answers", async () => {
  const { clientId, clientSecret, tokenUrl } = gmail;
  const mailbox = gmailProvider({
    auth: signInWithRefreshToken({ clientId, clientSecret, tokenUrl }, gmail.refreshToken(SUPPORT)),
    apiUrl: gmail.url,
    unitsPerMinute: PER_MINUTE,
    now: () => at,
  });
  const { cursor } = await mailbox.profile();
  for (let mail = 1; mail <= 60; mail++)
    gmail.deliver(SUPPORT, `From: c@quay.example\r\nTo: ${SUPPORT}\r\nSubject: ${mail}\r\n\r\nHello\r\n`);
  const { changes } = await mailbox.changesSince(cursor);
  const fetchAll = async (ids: string[]) => {
    const outcomes = await Promise.all(ids.map((id) => mailbox.fetch(id).then(() => undefined, toFailure)));
    return ids.filter((_, index) => outcomes[index]);
  };
  const ids = changes.map(({ providerId }) => providerId);
  const left = await fetchAll(ids);
  expect(ids.length - left.length).toBe(Math.floor((0.8 * PER_MINUTE - UNITS.profile - UNITS.history) / UNITS.get));
  await mailbox.changesSince(cursor);
  at += 60_001;
  expect(await fetchAll(left)).toEqual([]);
  expect(gmail.calls.filter(({ status }) => status === 403 || status === 429)).toEqual([]);
});

test("says when there is room again", () => {
  const clock = aClock();
  const budget = new UnitBudget(100, clock.now);
  budget.spend(60);
  clock.advance(10_000);
  budget.spend(30);
  const refused = () => {
    try {
      budget.spend(20);
      return undefined;
    } catch (error) {
      return toFailure(error).retryAfterMs;
    }
  };
  expect(refused()).toBe(50_000);
  clock.advance(50_000);
  expect(refused()).toBeUndefined();
});

test("one call dearer than the whole minute is made all the same, and a server that counts nothing is not counted", () => {
  const budget = new UnitBudget(50, aClock().now);
  expect(() => budget.spend(UNITS.send)).not.toThrow();
  const uncounted = new UnitBudget(undefined, aClock().now);
  expect(() => Array.from({ length: 1_000 }, () => uncounted.spend(UNITS.get))).not.toThrow();
});
