import { beforeEach, describe, expect, test } from "vitest";
import { MailroomError } from "../../src/domain/errors.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { closeTicket } from "../../src/tickets/finish.ts";
import { ticketAt } from "../../src/tickets/slack-people.ts";
import { numberOnCard } from "../../src/views/references.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ORLA = "Orla Keane <orla@quayside.example>";
const text = "Could you look into our reminders, please? They have stopped since Monday.";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk({
    settings: settingsWith({
      sla: { firstResponse: { normal: "100m", high: "100m" } },
      vips: { addresses: ["boss@harbour.example"] },
    }),
  });
});

let serial = 0;
async function mail(from: string): Promise<number> {
  desk.mailbox.deliver({ id: `m${++serial}`, from, subject: `Matter ${serial}`, text });
  await desk.work();
  return cards().length;
}
const cards = () => desk.chat.posts.filter((post) => post.marker.type === "mailroom_card");
/** The card as it stands now: its last edit, or as it was posted. */
function card(number: number): { text: string; lines: string[] } {
  const posted = cards()[number - 1]!;
  const { text: spoken, blocks } = desk.chat.updates.findLast((update) => update.ts === posted.ts) ?? posted;
  return { text: spoken, lines: (blocks as { text?: { text: string } }[]).map((block) => block.text?.text ?? "") };
}

describe("the clock on the card", () => {
  async function advance(minutes: number): Promise<void> {
    desk.clock.advance(minutes * MINUTE);
    await sweep(desk.deps);
    await desk.runner.drain();
  }

  test("turns at half of the time, and says overdue at its end, in a glyph and in words", async () => {
    await mail(ORLA);
    expect(card(1).lines[0]).toContain("🕐 due <!date");
    await advance(49);
    expect(card(1).lines[0]).toContain("🕐 due <!date");
    await advance(1);
    expect(card(1).lines[0]).toContain("⏳ half the time is gone, due <!date");
    expect(card(1).text).toContain(", due 10:40");
    await advance(50);
    expect(card(1).lines[0]).toContain("⏰ *overdue*, was due <!date");
    expect(card(1).text).toContain(", overdue since 10:40");
  });

  test("whatever else redraws the card shows the same clock", async () => {
    await mail(ORLA);
    desk.clock.advance(60 * MINUTE);
    await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
    await desk.runner.drain();
    expect(card(1).lines[0]).toContain("⏳ half the time is gone");
  });
});

describe("whom we deal with", () => {
  test("somebody new, then their later mail with what is open and what was", async () => {
    await mail(ORLA);
    expect(card(1).lines[1]).toMatch(/orla@quayside\.example · new to us$/);
    await mail(ORLA);
    expect(card(2).lines[1]).toContain("2nd mail this month · 1 more open: #1");
    await closeTicket(desk)({ ticketId: 1, by: "U02BOB", outcome: "closed" });
    await mail(ORLA);
    expect(card(3).lines[1]).toContain("3rd mail this month · 1 more open: #2 · 1 earlier ticket");
    desk.clock.advance(31 * DAY);
    await mail(ORLA);
    expect(card(4).lines[1]).not.toContain("this month");
    expect(card(4).lines[1]).toContain("2 more open: #3, #2 · 1 earlier ticket");
  });

  test("colleagues of theirs count apart; users of a free-mail provider are no colleagues", async () => {
    await mail(ORLA);
    await mail("Tobias <tobias@quayside.example>");
    expect(card(2).lines[1]).toContain("new to us · 1 open from others at quayside.example: #1");
    await closeTicket(desk)({ ticketId: 1, by: "U02BOB", outcome: "closed" });
    await closeTicket(desk)({ ticketId: 2, by: "U02BOB", outcome: "spam" });
    await mail("Third <third@quayside.example>");
    expect(card(3).lines[1]).toContain("1 earlier from others at quayside.example");
    await mail("A <a@gmail.com>");
    await mail("B <b@gmail.com>");
    expect(card(5).lines[1]).toMatch(/b@gmail\.com · new to us$/);
  });

  test("a VIP is one by the settings; whoever only claims to be one is said to be forged, and has no past", async () => {
    const boss = "The Boss <boss@harbour.example>";
    await mail(boss);
    expect(card(1).lines[1]).toContain("⭐ VIP");
    expect(card(1).lines[0]).toContain("🔺 High");
    await mail(`${boss}\r\nAuthentication-Results: mx.google.com; dmarc=fail`);
    expect(card(2).lines[1]).toContain("May be forged");
    expect(card(2).lines[1]).not.toMatch(/VIP|this month|open/);
    expect(card(2).lines[0]).toContain("Normal");
  });
});

test("an open ticket raises a priority only where a routing rule says so", async () => {
  await mail(ORLA);
  await mail(ORLA);
  expect(card(2).lines[0]).toContain("Normal");
  desk = await aDesk({
    settings: settingsWith({ routing: [{ name: "again", when: { openTicket: true }, route: { priority: "high" } }] }),
  });
  await mail(ORLA);
  await mail(ORLA);
  expect(card(1).lines[0]).toContain("Normal");
  expect(card(2).lines[0]).toContain("🔺 High");
});

test("a card that is used before Slack's answer has come is known by its number, and later by its place alone", async () => {
  const { post } = desk.chat;
  const found: (number | undefined)[] = [];
  desk.chat.post = async (message, options) => {
    const posted = await post(message, options);
    const drawnFor = numberOnCard(message.blocks);
    if (drawnFor !== undefined) found.push(await ticketAt(desk)({ ...posted, drawnFor }), await ticketAt(desk)(posted));
    return posted;
  };
  await mail(ORLA);
  expect(found).toEqual([1, undefined]);
  expect(await ticketAt(desk)({ channel: "C0SOMEWHERE", ts: "1.000100", drawnFor: 1 })).toBeUndefined();
});

test("a card whose answer was lost, and that was pressed meanwhile, shows what has become of it once it is found", async () => {
  const { post } = desk.chat;
  desk.chat.post = async (message, options) => {
    await post(message, options);
    desk.chat.post = post;
    throw new MailroomError("slack_outcome_unknown");
  };
  await mail(ORLA);
  await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
  desk.clock.advance(MINUTE);
  await desk.runner.drain();
  expect(cards()).toHaveLength(1);
  expect(card(1).lines[0]).toContain("Claimed by <@U02BOB>");
});
