import { beforeEach, describe, expect, test } from "vitest";
import { liveDraftOf } from "../../src/db/drafts.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { approveAnswer, sealOfDraft, shortSeal } from "../../src/tickets/approve-answer.ts";
import { claimTicket, releaseTicket, takeOverTicket } from "../../src/tickets/claim.ts";
import { escalateTicket } from "../../src/tickets/escalate.ts";
import { closeTicket, reopenTicket } from "../../src/tickets/finish.ts";
import { snoozeTicket } from "../../src/tickets/snooze.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
/** A normal mail of these settings is promised an answer within 100 minutes, so that per cents are minutes. */
const HUNDRED = settingsWith({
  sla: {
    firstResponse: { urgent: "10m", high: "50m", normal: "100m", low: "200m" },
    nextResponse: { normal: "60m", high: "30m" },
  },
});

let desk: Awaited<ReturnType<typeof aDesk>>;
const mail = {
  id: "m1",
  subject: "Reminders do not arrive",
  text: "Could you look into our reminders, please? They have stopped since Monday.",
};
beforeEach(async () => {
  desk = await aDesk({ settings: HUNDRED });
  desk.mailbox.deliver(mail);
  await desk.work();
});

const ticket = async () => (await getTicket(desk.db.read, 1))!;
async function advance(minutes: number): Promise<void> {
  desk.clock.advance(minutes * MINUTE);
  await sweep(desk.deps);
  await desk.runner.drain();
}
const shown = (post: { text: string; blocks: unknown[] }) => post.text + JSON.stringify(post.blocks);
const toldIn = (channel: string) => desk.chat.posts.filter((post) => post.channel === channel).map(shown);
const thread = () => desk.chat.posts.filter((post) => post.threadTs).map(shown);

describe("the ladder", () => {
  test("climbs once a rung: card, next in rotation, owner group, lead and channel, second line", async () => {
    await advance(49);
    expect(desk.chat.updates).toHaveLength(0);
    await advance(1);
    expect(desk.chat.updates.length).toBeGreaterThan(0);
    expect(desk.chat.posts.filter((post) => post.channel.startsWith("D"))).toHaveLength(0);

    await advance(25);
    await advance(2);
    const reminded = desk.chat.posts.filter((post) => post.channel.startsWith("DU"));
    expect(reminded).toHaveLength(1);
    expect(shown(reminded[0]!)).toContain("Nobody has this");

    await advance(13);
    expect(thread().some((line) => line.includes("<@U01ALICE>") && line.includes("due"))).toBe(true);

    await advance(10);
    expect(toldIn("C0ESCALATE")).toHaveLength(0);
    await advance(2);
    expect(toldIn("C0ESCALATE")).toHaveLength(1);
    expect(toldIn("C0ESCALATE")[0]).toContain("<@U09LEAD>");

    await advance(23);
    await advance(2);
    expect(toldIn("C0ESCALATE")).toHaveLength(2);
    expect(toldIn("C0ESCALATE")[1]).toContain("a quarter past its time");
    const told = desk.chat.posts.length;
    await advance(500);
    expect(desk.chat.posts).toHaveLength(told);
  });

  test("whoever has it is reminded, and nobody else", async () => {
    await advance(60);
    await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
    await advance(15);
    await advance(2);
    const direct = desk.chat.posts.filter((post) => post.channel.startsWith("DU"));
    expect(direct.map((post) => post.channel)).toEqual(["DU02BOB"]);
    expect(shown(direct[0]!)).toContain("Yours, and due");
  });

  test("an answer ends it: no rung fires any more, and the resolution clock stands", async () => {
    const row = (await liveDraftOf(desk.db.read, 1))!;
    const approved = await approveAnswer(desk)({
      ticketId: 1,
      draftId: row.id,
      seal: shortSeal(sealOfDraft(await ticket(), row)),
      by: "U01ALICE",
    });
    expect(approved.kind).toBe("approved");
    await desk.runner.drain();
    expect(await ticket()).toMatchObject({ state: "waiting", clock: null, dueAt: null, resolveDueAt: null });
    expect((await ticket()).resolveMinutesLeft).toBeGreaterThan(0);
    const told = desk.chat.posts.length;
    await advance(1_000);
    expect(desk.chat.posts).toHaveLength(told);
  });

  test("rungs survive a restart: they are rows, and fire in whichever process comes by", async () => {
    desk.clock.advance(75 * MINUTE);
    await sweep(desk.deps);
    await sweep(desk.deps);
    await advance(2);
    expect(desk.chat.posts.filter((post) => post.channel.startsWith("DU"))).toHaveLength(1);
  });

  test("a higher priority shortens the same clock; what was told already is not told again", async () => {
    await advance(76);
    await advance(2);
    const reminded = desk.chat.posts.filter((post) => post.channel.startsWith("DU")).length;
    expect(reminded).toBe(1);
    const before = (await ticket()).dueAt!;
    await escalateTicket(desk)({ ticketId: 1, by: "U02BOB", reason: "patients wait" });
    expect((await ticket()).dueAt!).toBe(before - 50 * MINUTE);
    await advance(1);
    const soon = desk.chat.posts.filter(
      (post) => post.channel.startsWith("DU") && shown(post).includes("Nobody has this"),
    );
    expect(soon).toHaveLength(1);
  });
});

describe("what people are told", () => {
  test("several that are due soon are one message to whoever is next; what was answered meanwhile is not in it", async () => {
    for (const id of ["m2", "m3", "m4"])
      desk.mailbox.deliver({ ...mail, id, from: `${id}@${id}.example`, text: mail.text + id });
    await desk.work();
    desk.clock.advance(50 * MINUTE);
    for (const ticketId of [1, 2, 3, 4]) await claimTicket(desk)({ ticketId, by: "U02BOB" });
    desk.clock.advance(25 * MINUTE);
    await sweep(desk.deps);
    await closeTicket(desk)({ ticketId: 4, by: "U02BOB", outcome: "closed" });
    await advance(2);
    const reminders = toldIn("DU02BOB");
    expect(reminders).toHaveLength(1);
    expect(reminders[0]).toContain("3 tickets are due soon");
    expect(reminders[0]!.match(/Yours, due/g)).toHaveLength(3);
    expect(reminders[0]).not.toContain("#4");
  });

  test("whoever acted is named and never mentioned; who lost the ticket is", async () => {
    await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
    await takeOverTicket(desk)({ ticketId: 1, by: "U01ALICE" });
    await escalateTicket(desk)({ ticketId: 1, by: "U09LEAD", reason: "patients wait" });
    await releaseTicket(desk)({ ticketId: 1, by: "U01ALICE" });
    await closeTicket(desk)({ ticketId: 1, by: "U01ALICE", outcome: "closed" });
    await desk.runner.drain();
    const told = [...thread(), ...toldIn("C0ESCALATE")].join("\n");
    for (const words of [
      "Bob has it",
      "Alice took it over from <@U02BOB>",
      "Lee escalated",
      "Alice gave it back",
      "Closed by Alice",
    ])
      expect(told).toContain(words);
    expect(told).not.toMatch(/<@U01ALICE>|<@U09LEAD>/);
  });
});

describe("clocks", () => {
  test("the customer's next mail starts the next clock; thanks do not; reopening does", async () => {
    const row = (await liveDraftOf(desk.db.read, 1))!;
    await approveAnswer(desk)({
      ticketId: 1,
      draftId: row.id,
      seal: shortSeal(sealOfDraft(await ticket(), row)),
      by: "U01ALICE",
    });
    await desk.runner.drain();
    const left = (await ticket()).resolveMinutesLeft!;
    desk.clock.advance(300 * MINUTE);
    desk.mailbox.deliver({ id: "m2", thread: "m1", subject: `Re: ${mail.subject}`, text: "Thanks a lot!" });
    await desk.work();
    expect(await ticket()).toMatchObject({ state: "waiting", clock: null });
    desk.mailbox.deliver({
      id: "m3",
      thread: "m1",
      subject: `Re: ${mail.subject}`,
      text: "It has started again this morning, all three clinics are affected. Please look.",
    });
    await desk.work();
    const back = await ticket();
    expect(back).toMatchObject({ state: "claimed", owner: "U01ALICE", clock: "next", clockMinutes: 60 });
    expect(back.dueAt).toBe(desk.clock.now() + 60 * MINUTE);
    // Five hours of waiting for the customer did not count.
    expect(back.resolveDueAt).toBe(desk.clock.now() + left * MINUTE);
  });

  test("writing again while the clock runs buys us no time", async () => {
    const due = (await ticket()).dueAt;
    desk.clock.advance(30 * MINUTE);
    desk.mailbox.deliver({
      id: "m2",
      thread: "m1",
      subject: `Re: ${mail.subject}`,
      text: "One more detail about the reminders: it is only the texts, mails still arrive.",
    });
    await desk.work();
    expect((await ticket()).dueAt).toBe(due);
  });

  test("snoozing until a time leaves the clock running; until a reply it stands", async () => {
    const due = (await ticket()).dueAt;
    await snoozeTicket(desk)({ ticketId: 1, by: "U01ALICE", until: desk.clock.now() + 10 * MINUTE });
    expect(await ticket()).toMatchObject({ state: "snoozed", dueAt: due });
    await advance(11);
    expect(await ticket()).toMatchObject({ state: "claimed", owner: "U01ALICE", dueAt: due });
    await snoozeTicket(desk)({ ticketId: 1, by: "U01ALICE", until: undefined });
    expect(await ticket()).toMatchObject({ state: "snoozed", clock: null, dueAt: null });
    await reopenTicket(desk)({ ticketId: 1, by: "U01ALICE" });
    expect((await ticket()).dueAt).toBe(desk.clock.now() + 100 * MINUTE);
  });

  test("a claim that nothing follows for half an hour goes back to the pool, with a note", async () => {
    await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
    await advance(29);
    expect((await ticket()).owner).toBe("U02BOB");
    await advance(2);
    expect(await ticket()).toMatchObject({ state: "new", owner: null });
    expect(thread().some((line) => line.includes("Back in the pool"))).toBe(true);
  });
});

describe("working hours", () => {
  test("nothing falls due at night: the ladder follows the queue's calendar", async () => {
    const office = settingsWith({ calendars: { default: {} } });
    const closed = await aDesk({ settings: office });
    // Monday 5 October 2026, 16:30 in UTC: half an hour of working time is left.
    closed.clock.advance(7.5 * 60 * MINUTE);
    closed.mailbox.deliver(mail);
    await closed.work();
    const opened = (await getTicket(closed.db.read, 1))!;
    expect(new Date(opened.dueAt!).toISOString()).toBe("2026-10-06T16:30:00.000Z");
    closed.clock.advance(15 * 60 * MINUTE);
    await sweep(closed.deps);
    await closed.runner.drain();
    expect(closed.chat.posts.filter((post) => post.channel.startsWith("D"))).toHaveLength(0);
  });
});
