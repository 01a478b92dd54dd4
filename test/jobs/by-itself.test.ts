import { describe, expect, test } from "vitest";
import { getTicket } from "../../src/db/tickets.ts";
import type { TriageDecision } from "../../src/domain/decision.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { Settings, SettingsInput } from "../../src/domain/settings/settings.ts";
import { cardData } from "../../src/tickets/card-data.ts";
import { changeSettings } from "../../src/tickets/change-settings.ts";
import { undoSending } from "../../src/tickets/undo-sending.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const QUESTION = {
  id: "m1",
  subject: "Hours",
  text: "Could you tell me when your support is open, please? Thank you.",
};
const other = { description: "Rest" };
const settings = (support: object, more: Partial<SettingsInput> = {}) =>
  settingsWith({
    intents: { support: { description: "Questions", ...support }, other },
    answering: {
      templates: { support: { en: "Hello {{customer_name}},\n\nWe are open from nine to five.\n\nKind regards" } },
    },
    ...more,
  });
const AUTO = { posture: "auto", thresholds: { send: 0.8 } } as const;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

async function deskWith(support: object, more: Partial<SettingsInput> = {}, decide?: () => Partial<TriageDecision>) {
  return aDesk({ settings: settings(support, more), ...(decide && { decide }) });
}
type Desk = Awaited<ReturnType<typeof deskWith>>;
const receive = async (desk: Desk, mail: Partial<Parameters<Desk["mailbox"]["deliver"]>[0]> = {}) => {
  desk.mailbox.deliver({ ...QUESTION, ...mail });
  await desk.work();
};
const stateOf = async (desk: Desk, id = 1) => (await getTicket(desk.db.read, id))?.state;
const pass = async (desk: Desk, ms: number) => {
  desk.clock.advance(ms);
  await desk.work();
};
const told = (desk: Desk) => desk.chat.posts.map((post) => post.text).join("\n");

describe("sending after the hold window", () => {
  test("waits a minute with Undo on the card, then leaves once, marked as automatic", async () => {
    const desk = await deskWith(AUTO);
    await receive(desk);
    const ticket = (await getTicket(desk.db.read, 1))!;
    const card = await cardData(desk.db.read, ticket, desk.settings.current().settings, desk.deps);
    expect(card).toMatchObject({ state: "sending", undoUntil: desk.now() + MINUTE });
    expect(told(desk)).toContain("Undo is on the card");
    await pass(desk, 59 * SECOND);
    expect(desk.mailbox.sent).toHaveLength(0);
    await pass(desk, 2 * SECOND);
    await pass(desk, MINUTE);
    expect(desk.mailbox.sent).toMatchObject([{ automatic: true, to: ["orla@quayside.example"] }]);
    expect(await stateOf(desk)).toBe("waiting");
  });

  test("Undo calls it back, once; afterwards there is nothing to call back", async () => {
    const desk = await deskWith(AUTO);
    await receive(desk);
    const undo = undoSending(desk);
    expect(await undo({ ticketId: 1, by: "U03CARA" })).toMatchObject({ kind: "forbidden" });
    expect(await undo({ ticketId: 1, by: "U02BOB" })).toEqual({ kind: "undone" });
    expect(await undo({ ticketId: 1, by: "U01ALICE" })).toEqual({ kind: "too-late" });
    await pass(desk, 10 * MINUTE);
    expect(desk.mailbox.sent).toHaveLength(0);
    expect(await stateOf(desk)).toBe("new");
    expect(told(desk)).toContain("called the answer back");
  });

  const support = (change: object) => (current: Settings) => ({
    ...current,
    intents: { ...current.intents, support: { ...current.intents["support"], ...change } },
  });
  test.each([
    ["the kill switch", (current: Settings) => ({ ...current, sending: { ...current.sending, enabled: false } })],
    ["the posture", support({ posture: "draft" })],
    ["the threshold", support({ thresholds: { route: 0.5, draft: 0.4, send: 0.99 } })],
  ])("%s, changed while it waits, holds it", async (_name, change) => {
    const desk = await deskWith(AUTO);
    await receive(desk);
    const save = changeSettings(desk, async () => undefined);
    expect((await save({ by: "U01ALICE", change })).kind).toBe("saved");
    await pass(desk, 2 * MINUTE);
    expect(desk.mailbox.sent).toHaveLength(0);
    expect(await stateOf(desk)).toBe("new");
  });

  test("the customer's next mail ends it", async () => {
    const desk = await deskWith(AUTO);
    await receive(desk);
    desk.clock.advance(20 * SECOND);
    await receive(desk, {
      id: "m2",
      thread: "m1",
      subject: "Re: Hours",
      text: "Never mind, I have found the hours on your site, but is Sunday open?",
    });
    await pass(desk, 5 * MINUTE);
    expect(desk.mailbox.sent.filter(({ body }) => body.includes("nine to five")).length).toBeLessThanOrEqual(1);
    expect(desk.mailbox.sent.every(({ subject }) => subject === "Re: Hours")).toBe(true);
  });

  test.each<[string, object, Partial<SettingsInput>, Partial<TriageDecision>, string]>([
    ["posture draft", { ...AUTO, posture: "draft" }, {}, {}, ""],
    ["too little confidence", AUTO, {}, { confidence: 0.79 }, ""],
    ["a risk", AUTO, {}, { riskFlags: ["refund"] }, ""],
    ["a stop line", AUTO, {}, { stopLine: "legal" }, ""],
    ["more than words asked for", AUTO, {}, { requiredAction: "process_billing" }, ""],
    ["a template that is not the company's own", AUTO, { answering: {} }, {}, ""],
    [
      "a slot that nothing fills",
      AUTO,
      { answering: { templates: { support: { en: "Hello,\n\n{{order_id}} is here." } } } },
      {},
      "",
    ],
    [
      "a phrase that never leaves",
      AUTO,
      { answering: { templates: { support: { en: "We are open." } }, prohibitedPhrases: ["open"] } },
      {},
      "",
    ],
    ["a machine's mail", AUTO, {}, {}, "Precedence: bulk\r\nList-Unsubscribe: <mailto:x@quayside.example>\r\n"],
    ["an answer to another domain", AUTO, {}, {}, "Reply-To: eve@evil.example\r\n"],
    ["shadow", AUTO, { mode: "shadow" }, {}, ""],
  ])("%s: a person sends it", async (_name, support, more, decided, headers) => {
    const desk = await deskWith(support, more, () => decided);
    await receive(desk, { headers });
    await pass(desk, 5 * MINUTE);
    expect(desk.mailbox.sent).toHaveLength(0);
  });
});

describe("how many a sender gets by themselves", () => {
  const MAILS = Array.from({ length: 9 }, (_, at) => ({ ...QUESTION, id: `m${at}`, subject: `Hours ${at}` }));
  const capped = (perSenderPerDay: number) =>
    deskWith(AUTO, { sending: { caps: { perThreadPerDay: 1, perSenderPerDay } } });

  test("those that are leaving this moment count", async () => {
    const desk = await capped(2);
    const { sendPrepared } = desk.mailbox.provider;
    let together = 0;
    desk.mailbox.provider.sendPrepared = async (...asked) => {
      together++;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return sendPrepared(...asked);
    };
    for (const mail of MAILS) desk.mailbox.deliver(mail);
    await desk.work();
    await pass(desk, 2 * MINUTE);
    expect(together).toBe(2);
    expect(desk.mailbox.sent).toHaveLength(2);
  });

  test("one of which nobody knows whether it left counts, while it is asked for and after it was given up", async () => {
    const desk = await capped(1);
    const { sendPrepared } = desk.mailbox.provider;
    desk.mailbox.provider.sendPrepared = async (...asked) => {
      await sendPrepared(...asked);
      throw new MailroomError("gmail_outcome_unknown");
    };
    await receive(desk, MAILS[0]);
    await pass(desk, 2 * MINUTE);
    expect(await stateOf(desk)).toBe("sending");
    await receive(desk, MAILS[1]);
    await pass(desk, 2 * MINUTE);
    expect(await stateOf(desk, 2)).toBe("new");
    for (let round = 0; round < 20; round++) await pass(desk, 2 * MINUTE);
    expect(told(desk)).toContain("it may have happened all the same");
    await receive(desk, MAILS[2]);
    await pass(desk, 2 * MINUTE);
    expect(await stateOf(desk, 3)).toBe("new");
    expect(desk.mailbox.sent).toHaveLength(1);
  });

  test("one that Gmail refused does not", async () => {
    const desk = await capped(1);
    const { sendPrepared } = desk.mailbox.provider;
    desk.mailbox.provider.sendPrepared = async () => {
      throw new MailroomError("gmail_rejected");
    };
    await receive(desk, MAILS[0]);
    await pass(desk, 2 * MINUTE);
    desk.mailbox.provider.sendPrepared = sendPrepared;
    await receive(desk, MAILS[1]);
    await pass(desk, 2 * MINUTE);
    expect(desk.mailbox.sent).toHaveLength(1);
  });
});

describe("acknowledging", () => {
  const ACK = { acknowledge: true, posture: "draft" } as const;

  test("at once, to the writer, with the footer, once a conversation, and the ticket stays as it is", async () => {
    const desk = await deskWith(ACK);
    await receive(desk, { headers: "Cc: colleague@quayside.example\r\n" });
    expect(desk.mailbox.sent).toMatchObject([{ automatic: true, to: ["orla@quayside.example"], subject: "Re: Hours" }]);
    expect(desk.mailbox.sent[0]!.body).toMatch(/Human review in progress$/);
    expect(desk.mailbox.sent[0]!.body.match(/Human review/g)).toHaveLength(1);
    const ticket = (await getTicket(desk.db.read, 1))!;
    expect(ticket).toMatchObject({ state: "new", firstAnsweredAt: null });
    expect(ticket.clock).toBe("first");
    expect(told(desk)).toContain("was told that their mail has arrived");
    await receive(desk, {
      id: "m2",
      thread: "m1",
      subject: "Re: Hours",
      text: "One more thing: is there a phone number as well, please?",
    });
    expect(desk.mailbox.sent).toHaveLength(1);
  });

  test.each<
    [
      string,
      object,
      Partial<SettingsInput>,
      Partial<Parameters<Desk["mailbox"]["deliver"]>[0]>,
      Partial<TriageDecision>,
    ]
  >([
    ["an intent that does not ask for it", {}, {}, {}, {}],
    ["an automatic reply", ACK, {}, { headers: "Auto-Submitted: auto-replied\r\n" }, {}],
    [
      "a mailing list",
      ACK,
      {},
      { headers: "List-Id: <news.quayside.example>\r\nList-Unsubscribe: <mailto:x@y.example>\r\nPrecedence: bulk\r\n" },
      {},
    ],
    ["our own address", ACK, {}, { from: "support@larkspur.example" }, {}],
    ["a colleague", ACK, {}, { from: "maya@larkspur.example" }, {}],
    ["another domain in Reply-To", ACK, {}, { headers: "Reply-To: eve@evil.example\r\n" }, {}],
    ["a stop line", ACK, {}, {}, { stopLine: "hostile" }],
    ["a legal risk", ACK, {}, {}, { riskFlags: ["legal"] }],
    [
      "a forged sender",
      ACK,
      {},
      { headers: "Authentication-Results: mx.google.com; dmarc=fail header.from=quayside.example\r\n" },
      {},
    ],
    ["shadow", ACK, { mode: "shadow" }, {}, {}],
    ["the kill switch", ACK, { sending: { enabled: false } }, {}, {}],
    ["quiet hours", ACK, { sending: { quietHours: { from: "08:00", to: "20:00" } } }, {}, {}],
  ])("%s: nothing is said", async (_name, support, more, mail, decided) => {
    const desk = await deskWith(support, more, () => decided);
    await receive(desk, mail);
    expect(desk.mailbox.sent).toHaveLength(0);
  });

  test("five a day to one sender, over all conversations", async () => {
    const desk = await deskWith(ACK);
    for (let at = 1; at <= 8; at++) {
      desk.clock.advance(15 * MINUTE);
      await receive(desk, {
        id: `m${at}`,
        subject: `Question ${at}`,
        text: `Could you tell me please what number ${at} of your list means?`,
      });
    }
    expect(desk.mailbox.sent).toHaveLength(5);
  });

  test("not when two minutes have gone: it would be no news", async () => {
    const desk = await deskWith(ACK);
    desk.mailbox.deliver(QUESTION);
    desk.clock.advance(3 * MINUTE);
    await desk.work();
    expect(desk.mailbox.sent).toHaveLength(0);
  });

  test("a draft that leaves by itself is acknowledgement enough", async () => {
    const desk = await deskWith({ ...AUTO, acknowledge: true });
    await receive(desk);
    await pass(desk, 2 * MINUTE);
    expect(desk.mailbox.sent).toHaveLength(1);
    expect(desk.mailbox.sent[0]!.body).toContain("nine to five");
  });
});
