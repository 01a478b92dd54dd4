import { expect, test } from "vitest";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { MailProvider } from "../../src/domain/ports.ts";
import { sendOnItsWay } from "../../src/tickets/approve-answer.ts";
import { type UndoOutcome, undoSending } from "../../src/tickets/undo-sending.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
const settings = settingsWith({
  intents: {
    support: { description: "Questions", posture: "auto", thresholds: { send: 0.8 } },
    other: { description: "Rest" },
  },
  answering: { templates: { support: { en: "Hello,\n\nWe are open from nine to five.\n\nKind regards" } } },
});

/** An answer whose hold window ends now; `during` is done while the mailbox does what it is asked. */
async function atTheEnd(
  during: Partial<Record<"prepare" | "sendPrepared", (undo: () => Promise<void>) => Promise<void>>>,
) {
  const outcomes: UndoOutcome[] = [];
  const press = async (): Promise<void> => {
    outcomes.push(await undoSending(desk)({ ticketId: 1, by: "U02BOB" }));
  };
  const desk = await aDesk({
    settings,
    instead: ({ mail }) => ({
      mail: async (address) => {
        const provider = await mail(address);
        const around: Partial<MailProvider> = {
          async prepare(...asked) {
            await during.prepare?.(press);
            return provider.prepare(...asked);
          },
          async sendPrepared(...asked) {
            const sent = await provider.sendPrepared(...asked);
            await during.sendPrepared?.(press);
            return sent;
          },
        };
        return { ...provider, ...around };
      },
    }),
  });
  desk.mailbox.deliver({ id: "q", subject: "Hours", text: "When are you open, please?" });
  await desk.work();
  desk.clock.advance(MINUTE);
  return { desk, press, outcomes };
}
const stateOf = async (desk: Awaited<ReturnType<typeof aDesk>>) => (await getTicket(desk.db.read, 1))!.state;

test("Undo while the draft is being laid into Gmail wins: nothing leaves, the ticket is open", async () => {
  const { desk, outcomes } = await atTheEnd({ prepare: (undo) => undo() });
  await desk.work();
  desk.clock.advance(10 * MINUTE);
  await desk.work();
  expect(outcomes).toEqual([{ kind: "undone" }]);
  expect(desk.mailbox.sent).toEqual([]);
  expect(await desk.mailbox.provider.isStillDraft("r1")).toBe(false);
  expect(await stateOf(desk)).toBe("new");
});

test("Undo and another answer, while the conversation is looked at: what ends is the old answer alone", async () => {
  const { desk, press, outcomes } = await atTheEnd({});
  const { thread } = desk.mailbox.provider;
  desk.mailbox.provider.thread = async (threadId) => {
    desk.mailbox.provider.thread = thread;
    await press();
    await desk.db.transaction(async (tx) => {
      const [ticket, draft] = [(await getTicket(tx, 1))!, (await liveDraftOf(tx, 1))!];
      await sendOnItsWay(tx, ticket, draft, { by: "U02BOB", byPerson: true, thenClose: false, now: desk.now() });
    });
    const unread = { providerId: "unread", labels: ["INBOX"], receivedAt: desk.now(), marker: undefined };
    return [...(await thread(threadId)), unread];
  };
  await desk.work();
  expect(outcomes).toEqual([{ kind: "undone" }]);
  expect(desk.mailbox.sent).toHaveLength(1);
  expect(await stateOf(desk)).toBe("waiting");
});

test("Undo while Gmail takes no more for an hour: the draft that lies there already is gone at once", async () => {
  const { desk, press, outcomes } = await atTheEnd({});
  const { provider } = desk.mailbox;
  provider.sendPrepared = async () => {
    throw new MailroomError("gmail_rate_limited", { retryAfterMs: 60 * MINUTE });
  };
  await desk.runner.drain();
  expect(await provider.isStillDraft("r1")).toBe(true);
  await press();
  await desk.runner.drain();
  expect(outcomes).toEqual([{ kind: "undone" }]);
  expect(await provider.isStillDraft("r1")).toBe(false);
  expect(desk.mailbox.sent).toEqual([]);
});

test("Undo once Gmail was told to send loses: it says so, and the answer left once", async () => {
  const { desk, outcomes } = await atTheEnd({ sendPrepared: (undo) => undo() });
  await desk.work();
  desk.clock.advance(10 * MINUTE);
  await desk.work();
  expect(outcomes).toEqual([{ kind: "too-late" }]);
  expect(desk.mailbox.sent).toHaveLength(1);
  expect(await stateOf(desk)).toBe("waiting");
});

test("at the same instant, from two hands, one side wins whole", async () => {
  for (let turns = 0; turns < 12; turns++) {
    const { desk, press, outcomes } = await atTheEnd({});
    const late = async () => {
      for (let tick = 0; tick < turns * 3; tick++) await Promise.resolve();
      if (turns > 6) await new Promise((resolve) => setTimeout(resolve, (turns - 6) * 4));
      await Promise.all([press(), press()]);
    };
    await Promise.all([desk.work(), late()]);
    desk.clock.advance(10 * MINUTE);
    await desk.work();
    const undone = outcomes.filter(({ kind }) => kind === "undone").length;
    expect({ undone, sent: desk.mailbox.sent.length }).toEqual(
      undone > 0 ? { undone: 1, sent: 0 } : { undone: 0, sent: 1 },
    );
    expect(await stateOf(desk)).toBe(undone > 0 ? "new" : "waiting");
    await desk.db.close();
  }
});
