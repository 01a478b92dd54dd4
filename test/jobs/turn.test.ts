import { expect, test } from "vitest";
import { createTurns } from "../../src/jobs/turn.ts";

test("what waits for a turn runs once a turn, in order, and others come in between", async () => {
  const turn = createTurns();
  const seen: string[] = [];
  const press = () => setImmediate(() => seen.push("press"));
  const mails = ["one", "two", "three"].map(async (mail) => {
    await turn();
    seen.push(mail);
    press();
  });
  await Promise.all(mails);
  expect(seen).toEqual(["one", "press", "two", "press", "three"]);
});
