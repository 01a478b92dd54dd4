import { expect, test } from "vitest";
import { AdaptiveConcurrency } from "../../../src/adapters/openai/concurrency.ts";
import { MailroomError, toFailure } from "../../../src/domain/errors.ts";
import { aClock } from "../../fakes/database.ts";

const limited = (retryAfterMs: number) => new MailroomError("model_rate_limited", { retryAfterMs });

/** A provider that answers so many questions at once and says 429 to the rest. */
function aProvider(most: number) {
  let running = 0;
  const seen = { most: 0, refused: 0, answered: 0 };
  return {
    seen,
    async ask() {
      if (running >= most) {
        seen.refused++;
        throw limited(0);
      }
      seen.most = Math.max(seen.most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      seen.answered++;
    },
  };
}

test("finds out how many questions a provider answers at once, and goes on asking nearly as many", async () => {
  const account = new AdaptiveConcurrency(aClock().now);
  const provider = aProvider(6);
  let left = 400;
  const worker = async () => {
    while (left > 0)
      await account.run(provider.ask).then(
        () => left--,
        () => undefined,
      );
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  expect(provider.seen.answered).toBeGreaterThanOrEqual(400);
  expect(account.limit).toBeGreaterThanOrEqual(2);
  expect(account.limit).toBeLessThanOrEqual(7);
  // The first volley found the limit; after that it is touched now and then.
  expect(provider.seen.refused).toBeLessThan(100);
});

test("one volley of refusals halves once", async () => {
  const account = new AdaptiveConcurrency(aClock().now);
  await Promise.allSettled(Array.from({ length: 24 }, () => account.run(() => Promise.reject(limited(0)))));
  expect(account.limit).toBe(12);
});

test("while the provider asked for a long rest nobody asks it, and nobody is kept waiting", async () => {
  const clock = aClock();
  const account = new AdaptiveConcurrency(clock.now);
  await account.run(() => Promise.reject(limited(30_000))).catch(() => undefined);
  let asked = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => account.run(async () => asked++).catch((error) => toFailure(error))),
  );
  expect(asked).toBe(0);
  expect(outcomes.every((one) => one instanceof MailroomError && one.retryAfterMs === 30_000)).toBe(true);
  clock.advance(30_000);
  expect(await account.run(async () => "answer")).toBe("answer");
});

test("other failures leave the limit alone", async () => {
  const account = new AdaptiveConcurrency(aClock().now);
  await account.run(() => Promise.reject(new MailroomError("model_unavailable"))).catch(() => undefined);
  expect(account.limit).toBe(100);
});
