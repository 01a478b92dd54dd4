import { afterAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/db/audit.ts";
import { loadKeys } from "../../src/db/key-file.ts";
import { accountOf } from "../../src/db/ledger.ts";
import { openDatabase } from "../../src/db/open.ts";
import { createVault } from "../../src/db/vault.ts";
import { approveSome, cardsOf, chances, deliverCase, verdictOn } from "./chaos.ts";
import { type Desk, openDesk, shownOn } from "./desk.ts";

const CASES = 60;
const KILLS = 20;

let desk: Desk | undefined;
afterAll(() => desk?.end());

test(`killed ${KILLS} times while ${CASES} mails and their approvals are worked on: nothing lost, nothing twice`, {
  timeout: 600_000,
}, async () => {
  const random = chances(20261121);
  desk = await openDesk({ environment: { LOG_LEVEL: "info" } });
  // Sixty answers cost more than a minute's quota; waiting for it is tested elsewhere.
  desk.gmail.knobs.unitsPerUserPerMinute = 100_000;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let delivered = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    await desk.start();
    while (delivered < (CASES * kill) / KILLS) deliverCase(desk, ++delivered);
    const until = Date.now() + 200 + random() * 1_800;
    while (Date.now() < until) {
      await approveSome(desk, random, 0.5);
      await pause(50);
    }
    await desk.kill();
  }
  await desk.start();
  const settled = () =>
    Array.from({ length: CASES }, (_, index) => cardsOf(desk!, index + 1)).every(
      ([card]) => card && !shownOn(card).includes("Sending"),
    );
  // An answer whose fate Gmail cannot tell at once is asked about again after a minute.
  await desk.slack.until(settled, {
    timeoutMs: 200_000,
    what: "every case to have its card and no answer to be on its way",
  });
  // A colleague's ticket is refused, so whoever presses next may be the right one.
  for (let round = 0; round < 40 && desk.gmail.sent.length < CASES; round++) {
    await approveSome(desk, random, 1);
    await pause(500);
  }
  // The last answers are sent before their cards say so; what is still wrong after that is named below.
  for (let round = 0; round < 120 && verdictOn(desk, CASES).violations.length > 0; round++) await pause(1_000);

  const verdict = verdictOn(desk, CASES);
  expect(verdict.violations).toEqual([]);
  expect(verdict).toMatchObject({ cards: CASES, replies: CASES });

  const url = `file:${desk.folder}/mailroom.db`;
  const db = openDatabase(url, createVault(loadKeys(undefined, url)));
  // Our own answers come back as sent mail, and are accounted for too.
  for (let round = 0; round < 60 && (await accountOf(db.read)).accounted < 2 * CASES; round++) await pause(500);
  expect(await accountOf(db.read)).toEqual({ received: 2 * CASES, accounted: 2 * CASES, failed: 0 });
  expect((await verifyAudit(db.read)).brokenAt).toBeUndefined();
  await db.close();
  expect(await desk.stop()).toBe(0);
});
