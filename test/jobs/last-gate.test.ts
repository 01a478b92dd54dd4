import { beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "../../src/db/database.ts";
import { retireDocument, storeDocument } from "../../src/db/documents.ts";
import { addDraft, getApproval, liveDraftOf } from "../../src/db/drafts.ts";
import { listDeadJobs } from "../../src/db/jobs.ts";
import { findMailboxes, setMailboxPause } from "../../src/db/mailboxes.ts";
import { knowledgeIn } from "../../src/db/passage-search.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { Settings } from "../../src/domain/settings/settings.ts";
import { sendOnItsWay } from "../../src/tickets/approve-answer.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { replayDeadLetter } from "../../src/tickets/dead-letters.ts";
import { saveAnswer } from "../../src/tickets/edit-answer.ts";
import { closeTicket } from "../../src/tickets/finish.ts";
import { aDesk, SUPPORT, settingsWith } from "../fakes/desk.ts";

/** Every switch is thrown after the approval: only the sender is left to notice. */
let desk: Awaited<ReturnType<typeof aDesk>>;
const AUTO = settingsWith({
  intents: {
    support: { description: "Questions", posture: "auto", thresholds: { send: 0.8 } },
    other: { description: "Rest" },
  },
});
beforeEach(async () => {
  desk = await aDesk({ settings: AUTO });
  desk.mailbox.deliver({
    id: "m1",
    subject: "Reminders",
    text: "Could you look into our reminders, please? They have stopped.",
  });
  await desk.work();
});

async function approve(byPerson: boolean): Promise<number> {
  return desk.db.transaction(async (tx) => {
    const ticket = (await getTicket(tx, 1))!;
    const draft = (await liveDraftOf(tx, 1))!;
    return sendOnItsWay(tx, ticket, draft, {
      by: byPerson ? "U01ALICE" : "policy",
      byPerson,
      thenClose: false,
      now: desk.now(),
    });
  });
}
const change = (how: (settings: Settings) => unknown) =>
  changeSettings(desk, async () => undefined)({ by: "U01ALICE", change: how });

async function expectHeld(approvalId: number, why: RegExp): Promise<void> {
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(0);
  expect(await getApproval(desk.db.read, approvalId)).toMatchObject({
    state: "void",
    voidReason: expect.stringMatching(why),
  });
  expect((await getTicket(desk.db.read, 1))!.state).not.toBe("sending");
  expect(desk.chat.posts.some((post) => post.text.includes("Not sent"))).toBe(true);
}

describe("what holds everything, approved by a person or not", () => {
  test.each([
    {
      name: "the kill switch",
      how: (settings: Settings) => ({ ...settings, sending: { ...settings.sending, enabled: false } }),
      why: /switched off/,
    },
    { name: "shadow", how: (settings: Settings) => ({ ...settings, mode: "shadow" }), why: /shadow/ },
    { name: "pause", how: (settings: Settings) => ({ ...settings, mode: "paused" }), why: /paused/ },
  ])("$name", async ({ how, why }) => {
    const approvalId = await approve(true);
    expect((await change(how)).kind).toBe("saved");
    await expectHeld(approvalId, why);
  });

  test("a paused mailbox", async () => {
    const approvalId = await approve(true);
    const [box] = await findMailboxes(desk.db.read, [SUPPORT]);
    await desk.db.transaction((tx) => setMailboxPause(tx, box!.id, "U01ALICE", desk.now()));
    await expectHeld(approvalId, /mailbox is paused/);
  });

  test("another draft in the place of the approved one", async () => {
    const approvalId = await approve(true);
    await desk.db.transaction(async (tx) => {
      const live = (await liveDraftOf(tx, 1))!;
      await addDraft(tx, {
        ticketId: 1,
        source: "person",
        author: "U02BOB",
        basedOnMessageId: live.basedOnMessageId,
        draft: { ...live.draft!, body: "Something else", holds: [], warnings: [] },
        createdAt: desk.now(),
      });
    });
    await expectHeld(approvalId, /Somebody was faster/);
  });

  test("while an answer is on its way the ticket can be neither closed nor answered again", async () => {
    await approve(true);
    expect((await closeTicket(desk)({ ticketId: 1, by: "U01ALICE", outcome: "closed" })).kind).toBe("sending");
    const tools = {
      check: () => ({ holds: [], warnings: [] }),
      blank: () => {
        throw new Error("not asked for");
      },
      dropped: () => [],
    };
    const again = {
      ticketId: 1,
      by: "U01ALICE",
      draftId: 1,
      newestInboundId: 1,
      body: "x",
      to: [],
      cc: [],
      domains: [],
      wrong: [],
      next: "send" as const,
    };
    expect((await saveAnswer(desk, tools)(again)).kind).toBe("under-way");
  });
});

test("an answer that was given up and is replayed leaves the newer one alone", async () => {
  const { provider } = desk.mailbox;
  const { sendPrepared } = provider;
  const refuse = (failure: MailroomError) => {
    provider.sendPrepared = async () => {
      throw failure;
    };
  };
  refuse(new MailroomError("gmail_rejected"));
  const first = await approve(true);
  await desk.runner.drain();
  expect(await getApproval(desk.db.read, first)).toMatchObject({ state: "void" });

  refuse(new MailroomError("gmail_rate_limited", { retryAfterMs: 600_000 }));
  const second = await approve(true);
  await desk.runner.drain();
  const [dead] = await listDeadJobs(desk.db.read, 10);
  expect((await replayDeadLetter(desk)({ by: "U01ALICE", jobId: dead!.id })).kind).toBe("replayed");
  await desk.runner.drain();
  expect((await getTicket(desk.db.read, 1))!.state).toBe("sending");

  provider.sendPrepared = sendPrepared;
  desk.clock.advance(600_000);
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(1);
  expect(await getApproval(desk.db.read, second)).toMatchObject({ state: "sent" });
});

describe("what holds only what Mailroom does by itself", () => {
  const switches: { name: string; how: (settings: Settings) => unknown; why: RegExp }[] = [
    {
      name: "the intent's posture",
      how: (settings) => ({
        ...settings,
        intents: { ...settings.intents, support: { ...settings.intents["support"]!, posture: "draft" } },
      }),
      why: /not sent automatically/,
    },
    {
      name: "the mailbox's posture for the intent",
      how: (settings) => ({ ...settings, mailboxes: [{ ...settings.mailboxes[0]!, postures: { support: "draft" } }] }),
      why: /not sent automatically/,
    },
    {
      name: "quiet hours",
      how: (settings) => ({
        ...settings,
        sending: { ...settings.sending, quietHours: { from: "08:00", to: "10:00" } },
      }),
      why: /Quiet hours/,
    },
    {
      name: "quiet hours over midnight",
      how: (settings) => ({
        ...settings,
        sending: { ...settings.sending, quietHours: { from: "22:00", to: "09:30" } },
      }),
      why: /Quiet hours/,
    },
    {
      name: "the canary's domains",
      how: (settings) => ({
        ...settings,
        sending: { ...settings.sending, canary: { percent: 100, domains: ["elsewhere.example"] } },
      }),
      why: /domain is not part/,
    },
    {
      name: "the canary's hours",
      how: (settings) => ({
        ...settings,
        sending: { ...settings.sending, canary: { percent: 100, domains: [], hours: { from: "12:00", to: "13:00" } } },
      }),
      why: /other hours/,
    },
    {
      name: "the canary's share",
      how: (settings) => ({ ...settings, sending: { ...settings.sending, canary: { percent: 0, domains: [] } } }),
      why: /0 % of tickets/,
    },
  ];
  test.each(switches)("$name", async ({ how, why }) => {
    const approvalId = await approve(false);
    expect((await change(how)).kind).toBe("saved");
    await expectHeld(approvalId, why);
  });

  test.each(switches)("$name does not hold what a person approved", async ({ how }) => {
    await approve(true);
    await change(how);
    await desk.runner.drain();
    expect(desk.mailbox.sent).toHaveLength(1);
    expect(desk.mailbox.sent[0]!.automatic).toBe(false);
  });

  test("with every switch open it is sent, and marked as automatic", async () => {
    await approve(false);
    await desk.runner.drain();
    expect(desk.mailbox.sent).toMatchObject([{ automatic: true, to: ["orla@quayside.example"] }]);
  });
});

describe("an article that an answer stands on is changed or removed before it leaves", () => {
  const article = (text: string) => ({
    path: "slack:reminders",
    hash: text,
    title: "Reminders",
    language: "en",
    passages: [{ key: "slack:reminders#text", heading: "", text, words: { title: "reminders", body: text } }],
  });

  async function citing(byPerson: boolean): Promise<number> {
    await desk.db.transaction(async (tx) => {
      await storeDocument(tx, article("Reminders stop at eight."), desk.now());
      const [passage] = await knowledgeIn(tx).byKeys(["slack:reminders#text"]);
      const live = (await liveDraftOf(tx, 1))!;
      await addDraft(tx, {
        ticketId: 1,
        source: "template",
        author: null,
        basedOnMessageId: live.basedOnMessageId,
        draft: {
          ...live.draft!,
          citations: [{ id: "P1", title: "Reminders", quote: passage!.text, language: "en", passageId: passage!.id }],
          holds: [],
          warnings: [],
        },
        createdAt: desk.now(),
      });
    });
    return approve(byPerson);
  }

  test.each([
    ["changed", (tx: Tx) => storeDocument(tx, article("Reminders stop at nine."), desk.now())],
    ["removed", (tx: Tx) => retireDocument(tx, "slack:reminders", desk.now())],
  ])("%s: nothing leaves by itself; what a person approved does", async (_, happen) => {
    const automatic = await citing(false);
    await desk.db.transaction(async (tx) => void (await happen(tx)));
    await expectHeld(automatic, /article that it stands on/);
    await approve(true);
    await desk.runner.drain();
    expect(desk.mailbox.sent).toHaveLength(1);
  });
});
