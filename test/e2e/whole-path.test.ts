import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardWith, type Desk, inReplyTo, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.start();
});
afterAll(() => desk.end());

const write = (subject: string, more: Partial<Parameters<typeof mailFrom>[0]> = {}) =>
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla Keane <orla@quayside.example>",
      subject,
      text: "Our receptionist starts on Monday. Which role do I give her so that she sees the diary only?\n\nOrla",
      ...more,
    }),
  );
const alice = () => desk.slack.as("U01ALICE");
const bob = () => desk.slack.as("U02BOB");
const privately = (user: string) => desk.slack.ephemerals(user).map((message) => message.text);

describe("mail in, card out, answer back", () => {
  test("a mail becomes a card; one claims it, the other is told politely; the approved answer reaches the customer in the thread", async () => {
    const mail = write("Adding a receptionist");
    const card = await cardWith(desk, "Adding a receptionist");
    expect(card.text).toContain("Orla Keane");
    await alice().press(card, { text: "Claim" });
    const claimed = await cardWith(desk, "Adding a receptionist", (shown) => shown.includes("Claimed"));

    await bob().press(claimed, { text: "Approve & send" });
    await until(desk, () => privately("U02BOB").some((text) => text.includes("<@U01ALICE> has this ticket")));
    expect(desk.gmail.sent).toHaveLength(0);

    await alice().press(claimed, { text: "Approve & send" });
    await cardWith(desk, "Adding a receptionist", (shown) => shown.includes("Waiting for the customer"));
    expect(desk.gmail.sent).toHaveLength(1);
    const [answer] = desk.gmail.customer("orla@quayside.example").mails;
    expect(answer).toMatchObject({ subject: "Re: Adding a receptionist" });
    expect(desk.gmail.sent[0]).toMatchObject({ threadId: mail.threadId, recipients: ["orla@quayside.example"] });
    expect(desk.gmail.sent[0]!.headers["auto-submitted"]).toBeUndefined();
    await until(desk, () => desk.slack.thread(card).some((reply) => reply.text.includes("Answer sent to 1 person")));
    const thread = desk.slack.thread(card).map((reply) => reply.text);
    expect(thread[0]).toContain("Orla Keane wrote: Our receptionist starts on Monday");
    expect(thread.filter((line) => line.includes("Answer sent"))).toHaveLength(1);
  });

  test("a double press sends once", async () => {
    write("Pressed twice");
    const card = await cardWith(desk, "Pressed twice");
    const before = desk.gmail.sent.length;
    await Promise.all([
      alice().press(card, { text: "Approve & send" }),
      bob().press(card, { text: "Approve & send" }),
      alice().press(card, { text: "Approve & send" }),
    ]);
    await cardWith(desk, "Pressed twice", (shown) => shown.includes("Waiting for the customer"));
    await desk.slack.settled();
    expect(desk.gmail.sent.length - before).toBe(1);
    expect(
      [...privately("U01ALICE"), ...privately("U02BOB")].filter((text) => text.includes("on its way already")),
    ).toHaveLength(2);
  });

  test("the Edit window sends what was typed, to whom it says", async () => {
    write("Please edit me");
    const card = await cardWith(desk, "Please edit me");
    await alice().press(card, { text: "Edit" });
    await until(desk, () => desk.slack.modal("U01ALICE"));
    const outcome = await alice().submit({
      "body-0": "Dear Orla,\n\nthe role is called Front desk.\n\nAlice",
    });
    expect(outcome.ok).toBe(true);
    await cardWith(desk, "Please edit me", (shown) => shown.includes("Waiting for the customer"));
    expect(desk.gmail.sent.at(-1)!.text).toContain("the role is called Front desk.");
  });

  test("a stranger and a viewer are refused, and nothing happens", async () => {
    write("Not for everybody");
    const card = await cardWith(desk, "Not for everybody");
    await desk.slack.as("U03CARA").press(card, { text: "Claim" });
    await desk.slack.as("U04GUEST").press(card, { text: "Approve & send" });
    await until(desk, () => privately("U03CARA").some((text) => text.includes('needs the role "agent"')));
    await until(desk, () => privately("U04GUEST").some((text) => text.includes("not on this desk's list")));
    expect(shownOn(desk.slack.message(card.channel, card.ts)!)).toContain("🆕 New");
  });

  test("a closed card shrinks, Reopen brings it back, and so does the customer's next mail", async () => {
    const first = write("Close and reopen");
    const card = await cardWith(desk, "Close and reopen");
    await alice().press(card, { text: "Claim" });
    const claimed = await cardWith(desk, "Close and reopen", (shown) => shown.includes("Claimed"));
    await alice().choose(claimed, { actionId: "ticket.more" }, "Close");
    const closed = await cardWith(desk, "Close and reopen", (shown) => shown.includes("Closed by <@U01ALICE>"));
    expect(closed.blocks).toHaveLength(2);
    await alice().press(closed, { text: "Reopen" });
    const open = await cardWith(desk, "Close and reopen", (shown) => shown.includes("Claimed"));
    await alice().choose(open, { actionId: "ticket.more" }, "Close");
    await cardWith(desk, "Close and reopen", (shown) => shown.includes("Closed by <@U01ALICE>"));

    write("Re: Close and reopen", {
      text: "One more thing: does she need a licence of her own?",
      headers: inReplyTo(desk, first.id),
    });
    const again = await cardWith(desk, "Close and reopen", (shown) => shown.includes("Claimed"));
    expect(again.ts).toBe(card.ts);
    await until(desk, () => desk.slack.thread(card).some((reply) => reply.text.includes("does she need a licence")));
  });

  test("an answer that a colleague writes in Gmail is seen: the draft dies and nothing more is sent", async () => {
    const mail = write("Answered from Gmail");
    const card = await cardWith(desk, "Answered from Gmail");
    desk.gmail.web(SUPPORT).reply(mail.id, { text: "I have done it for you. Maya" });
    const answered = await cardWith(desk, "Answered from Gmail", (shown) => shown.includes("Waiting for the customer"));
    expect(shownOn(answered)).not.toContain("Approve & send");
    await until(desk, () => desk.slack.thread(card).some((reply) => reply.text.includes("answered this from Gmail")));
    const before = desk.gmail.sent.length;
    // The old card may still stand on somebody's screen.
    const stale = await alice().press(answered, { text: "Reopen" });
    expect(stale.ok).toBe(true);
    expect(desk.gmail.sent.length).toBe(before);
  });

  test("the customer writes again between the press and the sending: nothing goes out, the card asks again", async () => {
    const mail = write("Race with the customer");
    const card = await cardWith(desk, "Race with the customer");
    const before = desk.gmail.sent.length;
    desk.gmail.faults.latency("history.list", 1_500);
    write("Re: Race with the customer", {
      text: "Forget what I wrote, I need the opposite of it please.",
      headers: inReplyTo(desk, mail.id),
    });
    await alice().press(card, { text: "Approve & send" });
    await until(desk, () =>
      desk.slack.thread(card).some((reply) => reply.text.includes("Not sent: The customer wrote again")),
    );
    desk.gmail.faults.clear();
    expect(desk.gmail.sent.length).toBe(before);
    await cardWith(desk, "Race with the customer", (shown) => shown.includes("Approve & send"));
  });

  test("a hostile subject mentions nobody and links nowhere", async () => {
    write("<!channel> <@U01ALICE> *pay* <https://evil.example|your bank> `x` & co", {
      from: '"<!here> *Boss*" <boss@evil.example>',
    });
    const card = await cardWith(desk, "your bank");
    const everything = [
      card,
      ...(await until(desk, () => (desk.slack.thread(card).length > 0 ? desk.slack.thread(card) : undefined))),
    ];
    for (const message of everything) {
      expect(desk.slack.mentionsIn(message as never)).toEqual([]);
      expect(
        desk.slack.linksIn(message as never).filter((link) => !JSON.stringify(link).includes("mail.google.com")),
      ).toEqual([]);
    }
  });

  test("nothing that Slack refused was ignored, and the process ends in time when asked", async () => {
    expect(desk.slack.refused).toEqual([]);
    const started = Date.now();
    expect(await desk.stop()).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
