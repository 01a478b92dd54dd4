import { expect, test } from "vitest";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { approveAnswer, sealOfDraft, shortSeal } from "../../src/tickets/approve-answer.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const HOUR = 60 * 60_000;

test("daily and weekly digests come once each, with figures, bars and a plain alternative", async () => {
  const desk = await aDesk({
    settings: settingsWith({ digest: { channel: "C0OPS", daily: "18:00", weekly: "09:00" } }),
  });
  const posts = () => desk.chat.posts.filter((post) => post.channel === "C0OPS");
  const look = async (ms: number) => {
    desk.clock.advance(ms);
    await sweep(desk.deps);
    await sweep(desk.deps);
    await desk.runner.drain();
  };
  for (const id of ["m1", "m2", "m3"])
    desk.mailbox.deliver({
      id,
      from: `${id}@${id}.example`,
      subject: `Matter ${id}`,
      text: `Could you look into our reminders, ${id}?`,
    });
  await desk.work();
  desk.clock.advance(HOUR);
  const [draft, ticket] = [(await liveDraftOf(desk.db.read, 1))!, (await getTicket(desk.db.read, 1))!];
  await approveAnswer(desk)({
    ticketId: 1,
    draftId: draft.id,
    seal: shortSeal(sealOfDraft(ticket, draft)),
    by: "U02BOB",
  });
  await desk.runner.drain();

  // Monday, ten o'clock: the week's is due since nine.
  await look(0);
  expect(posts()).toHaveLength(1);
  expect(posts()[0]!.text).toContain("The last week");
  await look(8 * HOUR);
  expect(posts()).toHaveLength(2);
  expect(posts()[1]!.text).toBe(
    "The last day: 3 tickets, answered in time: 33 %, first answer after 1 h (median), sent as drafted: 100 % of 1 answers, models: $0.00",
  );
  expect(JSON.stringify(posts()[1]!.blocks)).toContain("`support` ████████████████ 3");
  await look(HOUR);
  expect(posts()).toHaveLength(2);
  await look(23 * HOUR);
  expect(posts()).toHaveLength(3);
});

test("nobody who did not ask for digests gets any", async () => {
  const desk = await aDesk();
  desk.clock.advance(9 * HOUR);
  await sweep(desk.deps);
  await desk.runner.drain();
  expect(desk.chat.posts).toEqual([]);
});
