import { beforeEach, describe, expect, test } from "vitest";
import { auditOfTicket } from "../../src/db/audit.ts";
import { addDraft, getApproval, getDraft, liveDraftOf } from "../../src/db/drafts.ts";
import { getPermit, wordsOf } from "../../src/db/permits.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { Settings } from "../../src/domain/settings/settings.ts";
import { blankAnswer } from "../../src/pipeline/answer/blank.ts";
import { guard } from "../../src/pipeline/answer/guard.ts";
import { allowAnswer } from "../../src/tickets/allow-answer.ts";
import { approveAnswer, sealOfDraft, sendOnItsWay, shortSeal } from "../../src/tickets/approve-answer.ts";
import { cardData } from "../../src/tickets/card-data.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { type AnswerTools, saveAnswer } from "../../src/tickets/edit-answer.ts";
import { reopenTicket } from "../../src/tickets/finish.ts";
import { permitFor } from "../../src/tickets/permit-for.ts";
import { aDesk, SUPPORT, settingsWith } from "../fakes/desk.ts";

const [ADMIN, AGENT, VIEWER] = ["U01ALICE", "U02BOB", "U03CARA"] as const;
const CAPS = { currency: "EUR", discount: { admin: "25 %" }, refund: { agent: 50, admin: 500 } };
const TEN_OFF = "Hello Orla, sorry for that. We give you 10 % off.";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk({ settings: settingsWith({ approvals: CAPS }) });
  await mail("m1");
});

async function mail(id: string, thread = id) {
  desk.mailbox.deliver({
    id,
    thread,
    subject: "Reminders",
    text: `Our reminders have stopped, please help us (${id}).`,
  });
  await desk.work();
}

const tools: AnswerTools = {
  check: (draft, { email, settings, chosen }) =>
    guard(draft, { email, settings, stopLine: undefined, chosenRecipients: chosen, by: "person" }),
  blank: blankAnswer,
  dropped: () => [],
};

async function write(body: string, { by = AGENT as string, next = "send" as "send" | "save", ticketId = 1 } = {}) {
  const ticket = (await getTicket(desk.db.read, ticketId))!;
  const live = await liveDraftOf(desk.db.read, ticketId);
  return saveAnswer(
    desk,
    tools,
  )({
    ticketId,
    by,
    draftId: live?.id ?? 0,
    newestInboundId: ticket.newestInboundId!,
    body,
    to: [{ address: "orla@quayside.example" }],
    cc: [],
    domains: [],
    wrong: [],
    next,
  });
}
async function seen(by: string, ticketId = 1) {
  const ticket = (await getTicket(desk.db.read, ticketId))!;
  const draft = (await liveDraftOf(desk.db.read, ticketId))!;
  return { ticketId, draftId: draft.id, seal: shortSeal(sealOfDraft(ticket, draft)), by };
}
const allow = async (by: string, ticketId = 1) => allowAnswer(desk)(await seen(by, ticketId));
const approve = async (by = AGENT as string, ticketId = 1) => approveAnswer(desk)(await seen(by, ticketId));
const card = async () => {
  const ticket = (await getTicket(desk.db.read, 1))!;
  return cardData(desk.db.read, ticket, desk.settings.current().settings, desk.deps);
};
const told = () => desk.chat.posts.map(({ text }) => text);
const change = (how: (settings: Settings) => unknown) =>
  changeSettings(desk, async () => undefined)({ by: ADMIN, change: how });

describe("from a promise to the customer's inbox", () => {
  test("the writer is told who may allow it, it is allowed, approved and sent", async () => {
    expect(await write(TEN_OFF)).toMatchObject({
      kind: "needs-permit",
      what: "discount of 10 %",
      mayAllow: ["Lee", "Alice"],
      request: undefined,
    });
    await desk.runner.drain();
    expect(
      told().some((text) => text.includes("makes a promise (discount of 10 %)") && text.includes("<@U09LEAD>")),
    ).toBe(true);
    expect((await card()).draft).toMatchObject({ mayAllow: ["Lee", "Alice"], holds: [{ guard: "promises" }] });
    expect(await approve()).toMatchObject({ kind: "held", mayAllow: ["Lee", "Alice"] });

    const allowed = await allow(ADMIN);
    expect(allowed.kind).toBe("allowed");
    expect((await card()).draft).toMatchObject({ holds: [], allowed: { by: ADMIN, what: "discount of 10 %" } });
    expect((await approve()).kind).toBe("approved");
    await desk.runner.drain();
    expect(desk.mailbox.sent).toMatchObject([{ body: TEN_OFF, automatic: false }]);
    const permitId = (allowed as { permitId: number }).permitId;
    expect(await getPermit(desk.db.read, permitId)).toMatchObject({ state: "used", approvalId: 1, grantedBy: ADMIN });
    expect(await wordsOf(desk.db.read, permitId)).toMatchObject([{ sentence: "We give you 10 % off." }]);
    expect(told().some((text) => text.includes("Alice allows it once"))).toBe(true);
    const audit = await auditOfTicket(desk.db.read, 1, 100);
    expect(audit.find(({ action }) => action === "promise.allowed")).toMatchObject({
      actor: ADMIN,
      details: { permitId, covers: "discount of 10 %" },
    });
  });

  test("whoever may allow it themselves is asked to, in so many words", async () => {
    expect(await write(TEN_OFF, { by: ADMIN })).toMatchObject({
      kind: "needs-permit",
      request: { commitments: [{ sentence: "We give you 10 % off.", kinds: ["discount"] }] },
    });
    expect(desk.mailbox.sent).toEqual([]);
  });

  test("an answer without a promise needs nobody", async () => {
    expect((await write("Hello Orla, we are looking into it.")).kind).toBe("sending");
  });

  test("a slot beside the promise has to be mended first", async () => {
    expect(await write("We give you 10 % off, ‹name›.")).toMatchObject({ kind: "held" });
    await write("We give you 10 % off, ‹name›.", { next: "save" });
    expect((await allow(ADMIN)).kind).toBe("nothing-to-allow");
    expect((await card()).draft).not.toHaveProperty("mayAllow");
  });
});

describe("who may allow what", () => {
  test.each([
    ["a role that may nothing of the kind", TEN_OFF, AGENT, { kind: "may-not-allow", mayAllow: ["Lee", "Alice"] }],
    ["a viewer", TEN_OFF, VIEWER, { kind: "forbidden", needed: "agent" }],
    ["a stranger", TEN_OFF, "U99NOBODY", { kind: "forbidden", why: "stranger" }],
    ["up to the cap", "We refund you 50 EUR.", AGENT, { kind: "allowed" }],
    ["above it", "We refund you 50.01 EUR.", AGENT, { kind: "over-cap", cap: "50 EUR" }],
    ["above everybody's", "We give you 26 % off.", ADMIN, { kind: "over-cap", cap: "25 %", mayAllow: [] }],
    ["another currency", "We refund you $20.", AGENT, { kind: "no-amount", cap: "50 EUR" }],
    ["no amount", "We refund you.", AGENT, { kind: "no-amount" }],
  ])("%s", async (_name, body, by, expected) => {
    await write(body, { by: ADMIN, next: "save" });
    expect(await allow(by)).toMatchObject(expected);
  });

  test("what the conversation has had counts", async () => {
    const refund = async (amount: number) => {
      await write(`We refund you ${amount} EUR.`, { by: ADMIN, next: "save" });
      return allow(AGENT);
    };
    expect((await refund(30)).kind).toBe("allowed");
    expect((await approve(ADMIN)).kind).toBe("approved");
    await desk.runner.drain();
    await mail("m2", "m1");
    expect(await refund(21)).toMatchObject({ kind: "over-cap", before: "30 EUR" });
    expect((await refund(20)).kind).toBe("allowed");
  });
});

describe("a permission for something else is none", () => {
  beforeEach(async () => {
    await write(TEN_OFF, { next: "save" });
    expect((await allow(ADMIN)).kind).toBe("allowed");
  });
  const HELD = { kind: "held" };

  test("another text", async () => {
    await write(`${TEN_OFF} Truly.`, { next: "save" });
    expect(await approve()).toMatchObject(HELD);
  });
  test("the same text written again", async () => {
    await write(`${TEN_OFF} Truly.`, { next: "save" });
    await write(TEN_OFF, { next: "save" });
    expect(await approve()).toMatchObject(HELD);
  });
  test("the same words on another ticket", async () => {
    await mail("m9");
    await write(TEN_OFF, { next: "save", ticketId: 2 });
    expect(await approve(AGENT, 2)).toMatchObject(HELD);
  });
  test("a newer mail of the customer", async () => {
    const before = await seen(AGENT);
    await mail("m2", "m1");
    expect(await approveAnswer(desk)(before)).toMatchObject({ kind: "changed" });
    expect((await card()).draft).not.toHaveProperty("allowed");
  });
  test("expired, to the millisecond", async () => {
    desk.clock.advance(60 * 60_000 - 1);
    expect((await card()).draft).toHaveProperty("allowed");
    desk.clock.advance(1);
    expect((await card()).draft).not.toHaveProperty("allowed");
    expect(await approve()).toMatchObject(HELD);
  });
  test("a seal of other words, should a row ever be bent", async () => {
    const ticket = (await getTicket(desk.db.read, 1))!;
    const draft = (await liveDraftOf(desk.db.read, 1))!;
    const at = { settings: desk.settings.current().settings, now: desk.now() };
    const asked = (body: string, newestInboundId = ticket.newestInboundId) =>
      permitFor(desk.db.read, { ...ticket, newestInboundId }, { ...draft, draft: { ...draft.draft!, body } }, at);
    expect((await asked(TEN_OFF)).kind).toBe("valid");
    expect((await asked(`${TEN_OFF} `)).kind).toBe("missing");
    expect((await asked(TEN_OFF, 99)).kind).toBe("missing");
  });
  test("given by somebody who may no longer", async () => {
    await change((settings) => ({ ...settings, approvals: { ...settings.approvals, discount: { admin: "5 %" } } }));
    expect(await approve()).toMatchObject(HELD);
  });
  test("allowed twice is one permission, and it is used once", async () => {
    expect((await allow(ADMIN)).kind).toBe("allowed");
    expect((await approve()).kind).toBe("approved");
    expect((await approve()).kind).not.toBe("approved");
    await desk.runner.drain();
    expect(desk.mailbox.sent).toHaveLength(1);
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "void" });
    expect(await getPermit(desk.db.read, 2)).toMatchObject({ state: "used" });
  });
});

/** The approval was already given: only the sender is left to notice. */
describe("the last gate", () => {
  beforeEach(async () => {
    await write(TEN_OFF, { next: "save" });
  });
  async function send(byPerson = true): Promise<number> {
    return desk.db.transaction(async (tx) =>
      sendOnItsWay(tx, (await getTicket(tx, 1))!, (await liveDraftOf(tx, 1))!, {
        by: byPerson ? AGENT : "policy",
        byPerson,
        thenClose: false,
        now: desk.now(),
      }),
    );
  }
  async function expectHeld(approvalId: number, why: RegExp) {
    await desk.runner.drain();
    expect(desk.mailbox.sent).toEqual([]);
    expect(await getApproval(desk.db.read, approvalId)).toMatchObject({
      state: "void",
      voidReason: expect.stringMatching(why),
    });
  }

  test("without any permission", async () => expectHeld(await send(), /nobody has allowed/));
  test("expired on the way", async () => {
    await allow(ADMIN);
    const approvalId = await send();
    desk.clock.advance(60 * 60_000);
    await expectHeld(approvalId, /expired/);
  });
  test("used by another sending", async () => {
    await allow(ADMIN);
    const first = await send();
    await desk.runner.drain();
    expect(desk.mailbox.sent).toHaveLength(1);
    expect(await getApproval(desk.db.read, first)).toMatchObject({ state: "sent" });
    // As if the same words were put there again behind everybody's back.
    await desk.db.transaction(async (tx) => {
      const { draft } = (await getDraft(tx, 2))!;
      await addDraft(tx, {
        ticketId: 1,
        source: "person",
        author: AGENT,
        basedOnMessageId: 1,
        draft: draft!,
        createdAt: desk.now(),
      });
    });
    desk.mailbox.sent.length = 0;
    await expectHeld(await send(), /nobody has allowed/);
  });
  test("ended with a sending that Gmail refused", async () => {
    await allow(ADMIN);
    const { sendPrepared } = desk.mailbox.provider;
    desk.mailbox.provider.sendPrepared = async () => {
      throw new MailroomError("gmail_rejected");
    };
    const first = await send();
    await desk.runner.drain();
    expect(await getApproval(desk.db.read, first)).toMatchObject({ state: "void" });
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "void", approvalId: null });
    desk.mailbox.provider.sendPrepared = sendPrepared;
    expect(await approve()).toMatchObject({ kind: "held" });
    await expectHeld(await send(), /nobody has allowed/);
  });
  test.each([
    ["the customer wrote again", async () => mail("m2", "m1")],
    [
      "a colleague answered from Gmail",
      async () => {
        desk.mailbox.deliver({
          id: "s1",
          thread: "m1",
          from: SUPPORT,
          subject: "Re: Reminders",
          text: "Done.",
          labels: ["SENT"],
        });
        await desk.work();
        await reopenTicket(desk)({ ticketId: 1, by: AGENT });
      },
    ],
  ])("what was surely not sent leaves the whole cap for the next answer: %s", async (_name, meanwhile) => {
    await write("Hello Orla, we refund you 40 EUR.", { next: "save" });
    expect((await allow(AGENT)).kind).toBe("allowed");
    desk.mailbox.provider.sendPrepared = async () => {
      throw new MailroomError("gmail_rate_limited", { retryAfterMs: 60_000 });
    };
    await send();
    await desk.runner.drain();
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "used" });
    await meanwhile();
    desk.clock.advance(60_000);
    await desk.work();
    expect((await getTicket(desk.db.read, 1))!.state).not.toBe("sending");
    await write("Hello Orla, we refund you 45 EUR.", { next: "save" });
    expect((await allow(AGENT)).kind).toBe("allowed");
  });
  test("what may have been sent counts", async () => {
    await write("Hello Orla, we refund you 40 EUR.", { next: "save" });
    await allow(AGENT);
    desk.mailbox.provider.sendPrepared = async () => {
      throw new MailroomError("gmail_outcome_unknown");
    };
    desk.mailbox.provider.isStillDraft = async () => false;
    await send();
    for (let round = 0; round < 20; round++) {
      await desk.runner.drain();
      desk.clock.advance(60_000);
    }
    expect((await getTicket(desk.db.read, 1))!.state).not.toBe("sending");
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "used" });
    await write("Hello Orla, we refund you 45 EUR.", { next: "save" });
    expect((await allow(AGENT)).kind).toBe("over-cap");
  });
  test("never by itself, permission or not", async () => {
    await allow(ADMIN);
    await expectHeld(await send(false), /no person approved/);
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "open" });
  });
  test.each([
    [
      "kill switch",
      (settings: Settings) => ({ ...settings, sending: { ...settings.sending, enabled: false } }),
      /switched off/,
    ],
    ["shadow", (settings: Settings) => ({ ...settings, mode: "shadow" }), /shadow/],
  ])("%s holds as ever, and the permission is kept for later", async (_name, how, why) => {
    await allow(ADMIN);
    const approvalId = await send();
    await change(how);
    await expectHeld(approvalId, why);
    expect(await getPermit(desk.db.read, 1)).toMatchObject({ state: "open" });
  });
});
