import { expect, test } from "vitest";
import { leaseDue } from "../../src/db/jobs.ts";
import { enterMessages } from "../../src/db/ledger.ts";
import { findMailboxes } from "../../src/db/mailboxes.ts";
import { enqueueMessage, pollMailbox } from "../../src/jobs/poll-mailbox.ts";
import { reconcile } from "../../src/jobs/reconcile.ts";
import { aDesk, SUPPORT } from "../fakes/desk.ts";

const text = "Could you look into our reminders, please? They have stopped since Monday.";
/** More than all hands together. */
const MANY = 40;

test("an urgent mail at the end of a burst has its card before the ordinary ones that wait", async () => {
  const desk = await aDesk({
    decide: ({ subject }) => ({ priority: subject.startsWith("Urgent") ? "urgent" : "normal" }),
  });
  for (let at = 1; at < 20; at++)
    desk.mailbox.deliver({ id: `m${at}`, subject: `Matter ${at}`, text: `${at}. ${text}` });
  desk.mailbox.deliver({ id: "urgent", subject: "Urgent matter", text });
  await desk.work();

  const cards = desk.chat.posts.filter((post) => post.marker.type === "mailroom_card");
  expect(cards).toHaveLength(20);
  expect(JSON.stringify(cards[0]!.blocks)).toContain("Urgent matter");
});

/** Many at once, and one that arrives when they are known already; the desk's reading in order. */
async function readInOrder(origin: "backlog" | "live", inHeap: boolean): Promise<string[]> {
  const read: string[] = [];
  const desk = await aDesk({
    decide: ({ subject }) => {
      read.push(subject);
      return {};
    },
  });
  const [box] = await findMailboxes(desk.db.read, [SUPPORT]);
  const enter = (ids: string[], as: { origin: "backlog" | "live"; inHeap: boolean }) =>
    desk.db.transaction(async (tx) => {
      for (const row of await enterMessages(tx, box!.id, ids, { origin: as.origin, now: desk.now() }))
        await enqueueMessage(tx, row, desk.now(), as);
    });
  const old = Array.from({ length: MANY }, (_, at) => `old-${at}`);
  for (const id of [...old, "new"]) desk.mailbox.deliver({ id, subject: `Matter ${id}`, text: `${id}. ${text}` });
  await enter(old, { origin, inHeap });
  await enter(["new"], { origin: "live", inHeap: false });
  await desk.runner.drain();
  expect(read).toHaveLength(MANY + 1);
  return read;
}

test("mail that arrives is read before a backlog that was there first", async () => {
  expect((await readInOrder("backlog", false))[0]).toBe("Matter new");
});

test("mail that arrives is read before thousands that came at once", async () => {
  expect((await readInOrder("live", true))[0]).toBe("Matter new");
});

test.each([
  { name: "a look that finds very many makes a heap of them", nightly: false },
  { name: "a heap that waits stays one when the mailbox is held against the ledger", nightly: true },
])("$name", async ({ nightly }) => {
  const desk = await aDesk();
  for (let at = 1; at <= 51; at++)
    desk.mailbox.deliver({ id: `m${at}`, subject: `Matter ${at}`, text: `${at}. ${text}` });
  const [box] = await findMailboxes(desk.db.read, [SUPPORT]);
  await pollMailbox(desk.deps, box!.id);
  desk.clock.advance(2 * 60 * 60_000);
  if (nightly) await reconcile(desk.deps, box!.id);
  desk.mailbox.deliver({ id: "later", subject: "Later", text });
  await pollMailbox(desk.deps, box!.id);
  const room = new Map([["process-message" as const, 1]]);
  const first = await desk.db.transaction((tx) =>
    leaseDue(tx, { worker: "one", now: desk.now(), leaseMs: 1_000, room, hands: 1 }),
  );
  expect(first).toMatchObject([{ payload: { ledgerId: 52 } }]);
});
