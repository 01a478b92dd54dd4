import { expect, test } from "vitest";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { sendOnItsWay } from "../../src/tickets/approve-answer.ts";
import { cardData } from "../../src/tickets/card-data.ts";
import { aDesk } from "../fakes/desk.ts";

const MINUTE = 60_000;

/** An answer that Gmail has sent without our hearing of it; it is found in the conversation once it `shows` there. */
async function inTheAir({ by, thenClose = false }: { by: string; thenClose?: boolean }) {
  const desk = await aDesk();
  const { provider, sent } = desk.mailbox;
  const { sendPrepared, thread } = provider;
  const air = { shows: false };
  provider.sendPrepared = async (...asked) => {
    await sendPrepared(...asked);
    throw new MailroomError("gmail_outcome_unknown");
  };
  provider.thread = async (threadId) => [
    ...(await thread(threadId)),
    ...(air.shows ? sent : []).map(({ marker }) => ({
      providerId: "s1",
      receivedAt: desk.now(),
      labels: ["SENT"],
      marker,
    })),
  ];
  desk.mailbox.deliver({ id: "m1", subject: "Reminders", text: "Could you look into our reminders, please?" });
  await desk.work();
  await desk.db.transaction(async (tx) =>
    sendOnItsWay(tx, (await getTicket(tx, 1))!, (await liveDraftOf(tx, 1))!, {
      by,
      byPerson: true,
      thenClose,
      now: desk.now(),
    }),
  );
  await desk.runner.drain();
  expect((await getTicket(desk.db.read, 1))!.state).toBe("sending");
  return { desk, air };
}

test.each([{ thenClose: false }, { thenClose: true }])(
  "a mail that comes while an answer is in the air is answered for ($thenClose)",
  async ({ thenClose }) => {
    const { desk, air } = await inTheAir({ by: "U02BOB", thenClose });
    desk.clock.advance(10_000);
    const writtenAt = desk.now();
    desk.mailbox.deliver({
      id: "m2",
      thread: "m1",
      subject: "Re: Reminders",
      text: "One more question: could you look into our invoices as well, please?",
    });
    await desk.work();
    expect((await getTicket(desk.db.read, 1))!.state).toBe("sending");
    air.shows = true;
    desk.clock.advance(2 * MINUTE);
    await desk.work();
    expect(desk.mailbox.sent).toHaveLength(1);
    const ticket = (await getTicket(desk.db.read, 1))!;
    const draft = await liveDraftOf(desk.db.read, 1);
    expect(draft).toMatchObject({ basedOnMessageId: ticket.newestInboundId });
    expect(ticket).toMatchObject({
      state: "claimed",
      owner: "U02BOB",
      draftId: draft!.id,
      clock: "next",
      clockStartedAt: writtenAt,
    });
    expect(ticket.firstAnsweredAt).not.toBeNull();
    const card = await cardData(desk.db.read, ticket, desk.settings.current().settings, desk.deps);
    expect(card.draft).toBeDefined();
  },
);

test("when nobody wrote it is the customer's turn", async () => {
  const { desk, air } = await inTheAir({ by: "U02BOB" });
  air.shows = true;
  desk.clock.advance(2 * MINUTE);
  await desk.work();
  expect(await getTicket(desk.db.read, 1)).toMatchObject({ state: "waiting", clock: null, draftId: null });
});
