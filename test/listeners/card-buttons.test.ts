import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../sandbox/slack/index.ts";
import { ACTION, MORE } from "../../src/views/ids.ts";
import { ADMIN, AGENT, again, aWire, GUEST, STRANGER, VIEWER, type Wire } from "../fakes/wire.ts";

let wire: Wire;
beforeAll(async () => {
  wire = await aWire();
});
afterAll(() => wire.end());

type Pressed = { payload?: Record<string, unknown> };

interface Control {
  name: string;
  action: string;
  /** A choice of the More menu. */
  choice?: string;
  /** What has happened to the ticket before. */
  before?: (ticketId: number) => Promise<unknown>;
  /** What the audit says afterwards; absent: a window or an answer, and no change. */
  does?: string;
  /** A window opens for whoever pressed. */
  opens?: string;
  /** An answer that only they see. */
  answers?: string;
  /** Reading is for viewers too. */
  reading?: true;
}

const claimedBy = (by: string) => (ticketId: number) => wire.deps.claimTicket({ ticketId, by });
const closed = (ticketId: number) => wire.deps.closeTicket({ ticketId, by: ADMIN, outcome: "closed" });

const CONTROLS: Control[] = [
  { name: "Claim", action: ACTION.claim, does: "ticket.claimed" },
  { name: "Approve & send", action: ACTION.approve, does: "reply.approved" },
  { name: "Edit", action: ACTION.edit, opens: "answer.edit" },
  { name: "Take over", action: ACTION.takeOver, before: claimedBy("U09LEAD"), does: "ticket.taken-over" },
  { name: "Release", action: ACTION.release, before: claimedBy(AGENT), does: "ticket.released" },
  { name: "Reopen", action: ACTION.reopen, before: closed, does: "ticket.reopened" },
  { name: "More: Reassign", action: ACTION.more, choice: MORE.reassign, opens: "ticket.reassign" },
  { name: "More: Snooze", action: ACTION.more, choice: MORE.snooze, opens: "ticket.snooze" },
  { name: "More: Escalate", action: ACTION.more, choice: MORE.escalate, opens: "ticket.escalate" },
  { name: "More: Re-classify", action: ACTION.more, choice: MORE.reclassify, opens: "ticket.reclassify" },
  { name: "More: Spam", action: ACTION.more, choice: MORE.spam, opens: "ticket.close" },
  { name: "More: Close", action: ACTION.more, choice: MORE.close, does: "ticket.closed" },
  {
    name: "More: Open in Gmail",
    action: ACTION.more,
    choice: MORE.openInGmail,
    answers: "mail.google.com",
    reading: true,
  },
  { name: "More: Timeline", action: ACTION.more, choice: MORE.timeline, answers: "opened it", reading: true },
];

test("every button of a card is here", () => {
  // Only an answer that makes a promise has Allow (allow-answer.test.ts).
  const { allow, show, replayApply, undo, reviewFine, reviewWrong, brakePutBack, brakeLeave } = ACTION;
  const elsewhere: string[] = [allow, show, replayApply, undo, reviewFine, reviewWrong, brakePutBack, brakeLeave];
  const here = new Set([...CONTROLS.map((one) => one.action), ...elsewhere]);
  expect(Object.values(ACTION).filter((one) => !here.has(one))).toEqual([]);
  // Only a card whose draft stands on articles has Sources, and only an answered one whose draft stood on none Make an article.
  const ofIncidents = [MORE.addToIncident, MORE.ungroup];
  const choices = new Set([...CONTROLS.map((one) => one.choice), MORE.sources, MORE.article, ...ofIncidents]);
  expect(Object.values(MORE).filter((one) => !choices.has(one))).toEqual([]);
});

/** A value that an older release wrote, or nobody at all. */
const SHAPES: { name: string; value: string | undefined }[] = [
  { name: "no value", value: undefined },
  { name: "words", value: "claim it" },
  { name: "only a number", value: "7" },
  { name: "another version", value: '{"v":2,"t":1}' },
  { name: "no ticket", value: '{"v":1}' },
];

describe.each(CONTROLS)("$name", ({ name, action, choice, before, does, opens, answers, reading }) => {
  let ticketId: number;
  let card: Message;
  let pressed: Record<string, unknown>;
  const press = async (user: string): Promise<Pressed> => {
    const person = wire.slack.as(user);
    return choice === undefined
      ? person.press(card, { actionId: action })
      : person.choose(card, { actionId: action }, name.replace("More: ", ""));
  };
  const version = async () => (await wire.ticket(ticketId)).version;

  beforeAll(async () => {
    ticketId = await wire.newTicket();
    await before?.(ticketId);
    card = await wire.card(ticketId);
  });

  test("a viewer, a guest, a stranger and another company's people change nothing, and are told why", async () => {
    const stands = await version();
    const viewer = await wire.told(async () => {
      pressed = (await press(VIEWER)).payload!;
    });
    expect(viewer).toContain(reading ? answers : 'needs the role "agent"');
    expect(await wire.told(() => press(STRANGER))).toContain("not on this desk's list");
    expect(await wire.told(() => press(GUEST))).toContain("Guests of the workspace");
    const outsider = await wire.told(() => wire.slack.deliver(again(pressed, { user: AGENT, team: "T0OTHER" })));
    expect(outsider).toContain("another workspace");
    expect(await version()).toBe(stands);
    expect(wire.slack.modal(VIEWER)).toBeUndefined();
    expect(wire.slack.modal(STRANGER)).toBeUndefined();
  });

  test.each(SHAPES)("an older card's payload, $name: a notice with an id, nothing changed", async ({ value }) => {
    const stands = await version();
    const changed = choice === undefined ? { value } : { selected_option: value === undefined ? undefined : { value } };
    const told = await wire.told(() => wire.slack.deliver(again(pressed, { user: AGENT, action: changed })));
    const id = /give your operator this id: ([0-9a-f]{8})/.exec(told)?.[1];
    expect(id).toBeDefined();
    expect(wire.log.lines.some(({ fields }) => fields["failureId"] === id)).toBe(true);
    expect(await version()).toBe(stands);
  });

  test("a ticket that is no longer there", async () => {
    const value = rewritten(pressed, (reference) => ({ ...reference, t: 999_999 }));
    const told = await wire.told(() => wire.slack.deliver(again(pressed, { user: AGENT, action: value })));
    expect(told).toContain("no longer here");
  });

  test("an admin and an agent at once, and the same press twice: one winner", async () => {
    const first = again(pressed, { user: AGENT });
    const others = [again(pressed, { user: ADMIN }), again(pressed, { user: AGENT }), first];
    await Promise.all(opens ? [press(AGENT), press(ADMIN)] : [first, ...others].map((one) => wire.slack.deliver(one)));
    if (does) {
      await wire.slack.until(() => wire.slack.waiting() === 0);
      await wire.runner.drain();
      const done = (await wire.actions(ticketId)).filter((one) => one === does);
      expect(done).toHaveLength(1);
    }
    if (opens)
      for (const user of [ADMIN, AGENT]) {
        await wire.slack.until(() => wire.slack.modal(user)?.["callback_id"] === opens);
        await wire.slack.as(user).closeModal({ all: true });
      }
    if (answers)
      for (const user of [ADMIN, AGENT])
        await wire.slack.until(() => wire.privateTo(user).some((text) => text.includes(answers)));
  });
});

/** The pressed element's own reference, changed. */
function rewritten(payload: Record<string, unknown>, change: (reference: Record<string, unknown>) => unknown) {
  const [entry] = payload["actions"] as { value?: string; selected_option?: { value: string } }[];
  const value = JSON.stringify(change(JSON.parse(entry!.value ?? entry!.selected_option!.value)));
  return entry!.value === undefined ? { selected_option: { value } } : { value };
}
