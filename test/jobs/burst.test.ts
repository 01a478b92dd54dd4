import { expect, test } from "vitest";
import { CallPace } from "../../src/adapters/slack/pace.ts";
import { heldTickets } from "../../src/db/bursts.ts";
import { enqueue, listDeadJobs } from "../../src/db/jobs.ts";
import { listTickets } from "../../src/db/ticket-lists.ts";
import { getTicket, updateTicket } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { Chat } from "../../src/domain/ports.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { closeTicket } from "../../src/tickets/finish.ts";
import { readBurstList, wantCard } from "../../src/tickets/read-burst.ts";
import { aDesk } from "../fakes/desk.ts";

const TEXT = "Could you look into our reminders, please? They have stopped since Monday.";

/** A desk whose channels take one message a second, as Slack's do once it has said 429. */
async function aSlowDesk() {
  const desk = await aDesk({
    decide: ({ subject }) => ({
      priority: subject.startsWith("Urgent") ? "urgent" : subject.startsWith("Low") ? "low" : "normal",
    }),
    instead: ({ chat, now }) => {
      const pace = new CallPace(now);
      const { post } = chat;
      return {
        chat: Object.assign(chat, {
          interval: (channel: string) => pace.interval(channel),
          async post(posting: Parameters<Chat["post"]>[0], asker: Parameters<Chat["post"]>[1]) {
            if (pace.interval(posting.channel) === 50) pace.pause(posting.channel, 0);
            pace.take(posting.channel, asker!);
            return post(posting);
          },
        }),
      };
    },
  });
  let serial = 0;
  const deliver = (subject: string, mails = 1) => {
    for (let at = 0; at < mails; at++)
      desk.mailbox.deliver({ id: `m${++serial}`, subject: `${subject} ${serial}`, text: `${serial}. ${TEXT}` });
  };
  const pass = async (ms: number, until: () => boolean = () => false) => {
    for (let passed = 0; passed < ms && !until(); passed += 1_050) {
      desk.clock.advance(1_050);
      await desk.runner.drain();
    }
  };
  const cards = () => desk.chat.posts.filter((post) => post.marker.type === "mailroom_card");
  const messages = () =>
    desk.chat.posts.filter((post) => JSON.stringify(post.marker.payload).includes("burst:C0SUPPORT"));
  const shown = () =>
    JSON.stringify((desk.chat.updates.filter(({ ts }) => ts === messages()[0]?.ts).at(-1) ?? messages()[0])?.blocks);
  const held = () => heldTickets(desk.db.read, ["support"], 1_000);
  const over = () => pass(200_000, () => shown()?.includes("The burst is over") ?? false);
  return { ...desk, deliver, pass, over, cards, messages, shown, held };
}

test("what a channel does not take soon waits in one message, and drains by urgency, each with one card", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Low", 25);
  desk.deliver("Matter", 25);
  await desk.work();
  await desk.pass(4_000);
  expect(desk.messages()).toHaveLength(1);
  expect(desk.messages()[0]!.channel).toBe("C0SUPPORT");
  const waiting = (await desk.held()).length;
  expect(waiting).toBeGreaterThan(20);
  expect(desk.shown()).toMatch(/\d+ more mails wait/);
  // Whoever looks for it finds it: nothing hangs on a card.
  const all = await listTickets(desk.db.read, { states: ["new"] }, { page: 0, size: 100 });
  expect(all.total).toBe(50);

  desk.deliver("Urgent");
  await desk.work();
  await desk.pass(3_000);
  expect(JSON.stringify(desk.cards().slice(-4))).toContain("Urgent 51");

  await desk.over();
  expect(await desk.held()).toEqual([]);
  const numbers = desk.cards().map((card) => card.marker.payload["ticket"]);
  expect(new Set(numbers).size).toBe(51);
  expect(numbers).toHaveLength(51);
  // Some of the low ones had their cards before the others came; those that waited come last.
  const last = desk
    .cards()
    .slice(-15)
    .map(({ text }) => text);
  expect(last.every((text) => text.includes("Low "))).toBe(true);
  expect(desk.messages()).toHaveLength(1);
  expect(desk.shown()).toContain("The burst is over");
});

test("claiming or opening a ticket that waits brings its card, and the list loses it", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Matter", 40);
  await desk.work();
  await desk.pass(2_000);
  const waiting = await desk.held();
  const [claimed, opened, closed] = waiting.slice(-3) as [number, number, number];
  const list = readBurstList(desk);
  const page = await list({ by: "U02BOB", channel: "C0SUPPORT", page: 99 });
  expect(page).toMatchObject({ kind: "burst", list: { total: waiting.length } });
  expect(JSON.stringify(page)).toContain(`"id":${closed}`);

  expect((await claimTicket(desk)({ ticketId: claimed, by: "U02BOB" })).kind).toBe("claimed");
  await wantCard(desk)({ ticketId: opened, by: "U02BOB" });
  await closeTicket(desk)({ ticketId: closed, by: "U02BOB", outcome: "closed" });
  await desk.runner.drain();
  expect(await desk.held()).not.toContain(claimed);
  await desk.pass(30_000);
  for (const id of [claimed, opened]) expect((await getTicket(desk.db.read, id))?.cardTs).not.toBeNull();
  await desk.over();
  await desk.pass(10_000);
  const numbers = desk.cards().map((card) => card.marker.payload["ticket"]);
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 40 }, (_, index) => index + 1)));
  expect(numbers).toHaveLength(40);
});

test("people outside the desk are shown nothing, and viewers bring no cards", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Matter", 40);
  await desk.work();
  await desk.pass(2_000);
  const [first] = (await desk.held()).slice(-1);
  expect(await readBurstList(desk)({ by: "U66NOBODY", channel: "C0SUPPORT", page: 0 })).toMatchObject({
    kind: "forbidden",
  });
  await wantCard(desk)({ ticketId: first!, by: "U03CARA" });
  expect(await desk.held()).toContain(first);
});

test("a burst after a burst has a message of its own", async () => {
  const desk = await aSlowDesk();
  for (let time = 1; time <= 2; time++) {
    desk.deliver("Matter", 40);
    await desk.work();
    await desk.pass(70_000);
    expect(desk.messages()).toHaveLength(time);
    expect(await desk.held()).toEqual([]);
  }
});

test("a message that was deleted in Slack is posted anew while tickets wait", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Matter", 60);
  await desk.work();
  await desk.pass(4_000);
  const { update } = desk.chat;
  const gone = desk.messages()[0]!.ts;
  desk.chat.update = async (at, message) => {
    if (at.ts === gone) throw new MailroomError("slack_message_gone");
    return update(at, message);
  };
  await desk.pass(20_000);
  expect(desk.messages()).toHaveLength(2);
});

test("while Slack limits nothing, every mail has its card at once", async () => {
  const desk = await aDesk();
  for (let at = 1; at <= 60; at++)
    desk.mailbox.deliver({ id: `m${at}`, subject: `Matter ${at}`, text: `${at}. ${TEXT}` });
  await desk.work();
  expect(desk.chat.posts.filter((post) => post.marker.type === "mailroom_card")).toHaveLength(60);
});

test("a held ticket whose queue is gone gets its card, and one that moved waits in its new channel", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Matter", 50);
  await desk.work();
  await desk.pass(2_000);
  const [gone, moved] = (await desk.held()).slice(-2) as [number, number];
  await desk.db.transaction(async (tx) => {
    await updateTicket(tx, (await getTicket(tx, gone))!, { queue: "removed" });
    await updateTicket(tx, (await getTicket(tx, moved))!, { queue: "triage" });
    await enqueue(tx, { kind: "sweep", key: "sweep", payload: {} }, desk.now());
  });
  await desk.pass(10_000);
  for (const id of [gone, moved])
    expect((await getTicket(desk.db.read, id))!).toMatchObject({ cardChannel: "C0TRIAGE", cardTs: expect.any(String) });
});

test("an outage of Slack that outlasts four tries ends no burst", async () => {
  const desk = await aSlowDesk();
  desk.deliver("Matter", 50);
  await desk.work();
  const { post } = desk.chat;
  desk.chat.post = async () => {
    throw new MailroomError("slack_unavailable");
  };
  await desk.pass(180_000);
  desk.chat.post = post;
  expect((await listDeadJobs(desk.db.read, 50)).map(({ kind }) => kind)).toContain("draw-burst");
  expect((await desk.held()).length).toBeGreaterThan(20);
  await desk.db.transaction((tx) => enqueue(tx, { kind: "sweep", key: "sweep", payload: {} }, desk.now()));
  await desk.over();
  expect(await desk.held()).toEqual([]);
});

test("a message that Slack refuses keeps no card from coming", async () => {
  const desk = await aSlowDesk();
  const { post } = desk.chat;
  desk.chat.post = async (posting, asker) => {
    if (JSON.stringify(posting.marker.payload).includes("burst:")) throw new MailroomError("slack_rejected");
    return post(posting, asker);
  };
  desk.deliver("Matter", 40);
  await desk.work();
  await desk.pass(90_000, () => desk.cards().length === 40);
  expect(desk.cards()).toHaveLength(40);
  expect(await desk.held()).toEqual([]);
});
