import { expect, test } from "vitest";
import { enterMessages } from "../../src/db/ledger.ts";
import { findMailboxes } from "../../src/db/mailboxes.ts";
import { enqueueMessage } from "../../src/jobs/poll-mailbox.ts";
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

test("mail that arrives is read before a backlog that was there first", async () => {
  const read: string[] = [];
  const desk = await aDesk({
    decide: ({ subject }) => {
      read.push(subject);
      return {};
    },
  });
  const [box] = await findMailboxes(desk.db.read, [SUPPORT]);
  const enter = (ids: string[], origin: "backlog" | "live") =>
    desk.db.transaction(async (tx) => {
      for (const row of await enterMessages(tx, box!.id, ids, { origin, now: desk.now() }))
        await enqueueMessage(tx, row, desk.now());
    });
  const old = Array.from({ length: MANY }, (_, at) => `old-${at}`);
  for (const id of [...old, "new"]) desk.mailbox.deliver({ id, subject: `Matter ${id}`, text: `${id}. ${text}` });
  await enter(old, "backlog");
  await enter(["new"], "live");
  await desk.runner.drain();

  expect(read).toHaveLength(MANY + 1);
  expect(read[0]).toBe("Matter new");
});
