import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardsIn, cardWith, type Desk, inReplyTo, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const SETTINGS = `
company: { name: Larkspur, timezone: Europe/Berlin }
mailboxes:
  - address: ${SUPPORT}
customers: { domains: [quayside.example] }
queues:
  triage: { channel: C0TRIAGE, calendar: always }
  support: { channel: C0SUPPORT, owners: [U01ALICE], lead: U01ALICE, escalationChannel: C0ESCALATE, calendar: always }
  billing: { channel: C0BILLING, calendar: always }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], skills: [support], languages: [en, de], calendar: always }
  - { slack: U02BOB, name: Bob, roles: [agent], calendar: always }
  - { slack: U03CARA, name: Cara, roles: [viewer] }
calendars:
  default: {}
  always: { hours: { mon: ["00:00-24:00"], tue: ["00:00-24:00"], wed: ["00:00-24:00"], thu: ["00:00-24:00"], fri: ["00:00-24:00"], sat: ["00:00-24:00"], sun: ["00:00-24:00"] } }
`;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ settings: SETTINGS });
  await desk.start();
});
afterAll(() => desk.end());

const alice = () => desk.slack.as("U01ALICE");
const bob = () => desk.slack.as("U02BOB");
const cara = () => desk.slack.as("U03CARA");
const mail = (
  subject: string,
  text = "Since yesterday the reminders fail: our patients get no texts, and the log shows an error. Could you look into it?",
  headers = {},
) => desk.gmail.deliver(SUPPORT, mailFrom({ from: "Orla Keane <orla@quayside.example>", subject, text, headers }));
const privately = (user: string) => desk.slack.ephemerals(user).map((message) => shownOn(message) + message.text);
const direct = (user: string) => desk.slack.directMessages(user).map((message) => shownOn(message) + message.text);
const thread = (card: { channel: string; ts: string }) =>
  desk.slack.thread(card).map((reply) => shownOn(reply) + reply.text);
const more = { actionId: "ticket.more" };
const ask = async (user: string, line: string): Promise<string> => {
  const before = desk.slack.ephemerals(user).length;
  await desk.slack.as(user).command(line, "C0SUPPORT");
  await until(desk, () => desk.slack.ephemerals(user).length > before);
  const message = desk.slack.ephemerals(user).at(-1)!;
  return shownOn(message) + message.text;
};
const home = (user: string) => JSON.stringify(desk.slack.home(user)?.blocks ?? []);

describe("a working day", () => {
  test("take over, release, and everybody is told only what they need", async () => {
    mail("Taken over");
    const card = await cardWith(desk, "Taken over");
    await alice().press(card, { text: "Claim" });
    const claimed = await cardWith(desk, "Taken over", (shown) => shown.includes("Claimed by <@U01ALICE>"));
    await bob().press(claimed, { text: "Release" });
    await until(desk, () => privately("U02BOB").some((text) => text.includes("only they can give it back")));
    await bob().press(claimed, { text: "Take over" });
    const taken = await cardWith(desk, "Taken over", (shown) => shown.includes("Claimed by <@U02BOB>"));
    await bob().press(taken, { text: "Release" });
    await cardWith(desk, "Taken over", (shown) => shown.includes("🆕 New"));
    await until(desk, () => thread(card).some((line) => line.includes("took it over from <@U01ALICE>")));
  });

  test("reassign: people by fit, the reason reaches the new owner directly", async () => {
    mail("For Bob");
    const card = await cardWith(desk, "For Bob");
    await alice().choose(card, more, "Reassign");
    await until(desk, () => desk.slack.modal("U01ALICE"));
    expect((await alice().submit({ to: "U02BOB", reason: "You know the clinic" })).ok).toBe(true);
    await cardWith(desk, "For Bob", (shown) => shown.includes("Claimed by <@U02BOB>"));
    await until(desk, () =>
      direct("U02BOB").some((text) => text.includes("gave you this: You know the clinic") && text.includes("For Bob")),
    );
  });

  test("snooze until a moment ago-to-come, and it wakes with its owner told", async () => {
    mail("Put off");
    const card = await cardWith(desk, "Put off");
    await alice().choose(card, more, "Snooze");
    await until(desk, () => desk.slack.modal("U01ALICE"));
    const soon = Math.floor(Date.now() / 1000) + 2;
    expect((await alice().submit({ until: "custom", at: soon })).ok).toBe(true);
    await cardWith(desk, "Put off", (shown) => shown.includes("💤 Snoozed"));
    await cardWith(desk, "Put off", (shown) => shown.includes("Claimed by <@U01ALICE>"));
    await until(desk, () =>
      direct("U01ALICE").some((text) => text.includes("Back from snooze") && text.includes("Put off")),
    );
  });

  test("snooze until the customer writes: the clock stands, their mail wakes it", async () => {
    const first = mail("Until they write");
    const card = await cardWith(desk, "Until they write");
    await alice().choose(card, more, "Snooze");
    await until(desk, () => desk.slack.modal("U01ALICE"));
    await alice().submit({ until: "reply" });
    const asleep = await cardWith(desk, "Until they write", (shown) => shown.includes("💤 Snoozed"));
    expect(shownOn(asleep)).not.toContain("due <!date");
    mail(
      "Re: Until they write",
      "Here is the list you asked for: three clinics, all in Oregon, since Tuesday.",
      inReplyTo(desk, first.id),
    );
    await cardWith(
      desk,
      "Until they write",
      (shown) => shown.includes("Claimed by <@U01ALICE>") && shown.includes("due <!date"),
    );
  });

  test("a thank-you wakes nothing and starts no clock", async () => {
    const first = mail("Say thanks");
    const card = await cardWith(desk, "Say thanks");
    await alice().press(card, { text: "Approve & send" });
    await cardWith(desk, "Say thanks", (shown) => shown.includes("Waiting for the customer"));
    mail("Re: Say thanks", "Perfect, thank you so much!", inReplyTo(desk, first.id));
    await until(desk, () => thread(card).some((line) => line.includes("said thanks")));
    expect(shownOn(desk.slack.message(card.channel, card.ts)!)).toContain("Waiting for the customer");
  });

  test("escalate: the priority rises, the channel gets one line", async () => {
    mail("Please escalate");
    const card = await cardWith(desk, "Please escalate");
    await bob().choose(card, more, "Escalate");
    await until(desk, () => desk.slack.modal("U02BOB"));
    await bob().submit({ reason: "Patients miss appointments" });
    await until(desk, () =>
      desk.slack.messages("C0ESCALATE").some((message) => shownOn(message).includes("Patients miss appointments")),
    );
    await cardWith(desk, "Please escalate", (shown) => shown.includes("🔺 High"));
    await until(desk, () => direct("U01ALICE").some((text) => text.includes("escalated this to you")));
  });

  test("re-classify by the message shortcut moves the ticket to its queue's channel and is kept", async () => {
    mail("Really a bill");
    const card = await cardWith(desk, "Really a bill");
    await alice().messageShortcut("mailroom_reclassify", card);
    await until(desk, () => desk.slack.modal("U01ALICE"));
    expect((await alice().submit({ intent: "billing", scope: "this" })).ok).toBe(true);
    const moved = await until(desk, () =>
      cardsIn(desk.slack, "C0BILLING").find((message) => shownOn(message).includes("Really a bill")),
    );
    expect(shownOn(moved)).toContain("decided by a person");
    await until(desk, () => shownOn(desk.slack.message(card.channel, card.ts)!).includes("moved to <#C0BILLING>"));
    await alice().messageShortcut("mailroom_reclassify", desk.slack.as("U02BOB").post("C0GENERAL", "lunch?"));
    await until(desk, () => privately("U01ALICE").some((text) => text.includes("no ticket's card")));
  });

  test("writing in the thread of an unclaimed ticket offers it, privately, and reaches no customer", async () => {
    mail("Talked about");
    const card = await cardWith(desk, "Talked about");
    await until(desk, () => thread(card).length > 0);
    const sent = desk.gmail.sent.length;
    bob().post(card.channel, "I think this is the gateway again", card.ts);
    await until(desk, () => privately("U02BOB").some((text) => text.includes("Claim this?")));
    expect(desk.gmail.sent.length).toBe(sent);
  });

  test("a new outside recipient has to be ticked; an internal note is sent to nobody", async () => {
    mail("New recipient");
    const card = await cardWith(desk, "New recipient");
    await alice().press(card, { text: "Edit" });
    await until(desk, () => desk.slack.modal("U01ALICE"));
    const sent = desk.gmail.sent.length;
    await alice().submit({ cc: "partner@elsewhere.example", "body-0": "We are on it." });
    await until(desk, () => JSON.stringify(desk.slack.modal("U01ALICE")?.blocks).includes("elsewhere.example"));
    expect(desk.gmail.sent.length).toBe(sent);
    await alice().submit({ domains: ["elsewhere.example"] });
    await until(desk, () => desk.gmail.sent.length === sent + 1);
    expect(desk.gmail.sent.at(-1)!.recipients.sort()).toEqual(["orla@quayside.example", "partner@elsewhere.example"]);

    mail("Only a note");
    const other = await cardWith(desk, "Only a note");
    await alice().press(other, { text: "Edit" });
    await until(desk, () => desk.slack.modal("U01ALICE"));
    await alice().submit({ "body-0": "Ask Tobias about the gateway", next: "note" });
    await until(desk, () => thread(other).some((line) => line.includes("Ask Tobias about the gateway")));
    expect(desk.gmail.sent.length).toBe(sent + 1);
  });

  test("a person deletes the card: it is made again, once", async () => {
    mail("Deleted card");
    const card = await cardWith(desk, "Deleted card");
    desk.slack.as("U01ALICE");
    await fetch(`${desk.slack.apiUrl}chat.delete`, {
      method: "POST",
      headers: { authorization: `Bearer ${desk.slack.botToken}`, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ channel: card.channel, ts: card.ts }),
    });
    const shown = await ask("U01ALICE", `/triage search Deleted card`);
    const number = /#(\d+)/.exec(shown)![1]!;
    await ask("U01ALICE", `/triage show ${number}`);
    const mine = desk.slack.ephemerals("U01ALICE").at(-1)!;
    await alice().press(mine, { text: "Claim" });
    const again = await cardWith(desk, "Deleted card", (text) => text.includes("Claimed by <@U01ALICE>"));
    expect(again.ts).not.toBe(card.ts);
    expect(
      cardsIn(desk.slack, "C0SUPPORT").filter((message) => shownOn(message).includes("Deleted card")),
    ).toHaveLength(1);
  });
});

describe("App Home and settings", () => {
  test("shows what is mine and what waits, and claims from there", async () => {
    mail("Claimed from Home");
    await cardWith(desk, "Claimed from Home");
    await bob().openHome();
    await until(desk, () => home("U02BOB").includes("Claimed from Home"));
    expect(home("U02BOB")).toContain("accounted for");
    expect(home("U02BOB")).not.toContain("Settings history");
    const view = desk.slack.home("U02BOB")!;
    const row = (view.blocks as { block_id?: string; text?: { text: string } }[]).find((block) =>
      block.text?.text.includes("Claimed from Home"),
    )!;
    await bob().press({ id: view.id }, { actionId: "ticket.claim", blockId: row.block_id! });
    await cardWith(desk, "Claimed from Home", (shown) => shown.includes("Claimed by <@U02BOB>"));
    await until(desk, () => home("U02BOB").includes(row.block_id!.replace(":u:", ":m:")));
  });

  test("an admin changes a posture, it acts, and is rolled back by a click", async () => {
    await alice().openHome();
    await until(desk, () => home("U01ALICE").includes("Intents"));
    const view = () => desk.slack.home("U01ALICE")!;
    await alice().press({ id: view().id }, { actionId: "home.intent", blockId: "intent:support" });
    await until(desk, () => desk.slack.modal("U01ALICE"));
    expect((await alice().submit({ posture: "off" })).ok).toBe(true);
    await until(desk, () => home("U01ALICE").includes("posture *off* · answer in 8h · to support"));
    mail("No draft now");
    const card = await cardWith(desk, "No draft now");
    expect(shownOn(card)).toContain("drafts are off for");
    expect(shownOn(card)).not.toContain("Approve & send");
    await alice().press({ id: view().id }, { text: "Settings history" });
    await until(desk, () => JSON.stringify(desk.slack.modal("U01ALICE")?.blocks ?? []).includes("Version 2"));
    await alice().press(
      { id: desk.slack.modal("U01ALICE")!.id },
      { actionId: "settings.rollback", blockId: "version:1" },
    );
    await until(desk, () => JSON.stringify(desk.slack.modal("U01ALICE")?.blocks ?? []).includes("Back to version 1"));
    await alice().closeModal();
    mail("Draft again");
    await cardWith(desk, "Draft again", (shown) => shown.includes("Approve & send"));
  });

  test("two admins' windows: the second is shown what the first saved", async () => {
    await alice().openHome();
    const view = await until(desk, () => desk.slack.home("U01ALICE"));
    await alice().press({ id: view.id }, { actionId: "home.intent", blockId: "intent:billing" });
    await until(desk, () => desk.slack.modal("U01ALICE"));
    expect(await ask("U01ALICE", "/triage posture lead off")).toContain("Saved as version");
    await alice().submit({ posture: "off" });
    await until(desk, () =>
      JSON.stringify(desk.slack.modal("U01ALICE")?.blocks ?? []).includes("first. Since you looked"),
    );
    expect((await alice().submit({ posture: "off" })).ok).toBe(true);
    expect(await ask("U01ALICE", "/triage settings")).toContain("billing off");
  });
});

describe("/triage", () => {
  test.each([
    { line: "/triage help", says: "What you can ask with" },
    { line: "/triage help replay", says: "sends nothing" },
    { line: "/triage status", says: "accounted for" },
    { line: "/triage mine", says: "Yours" },
    { line: "/triage queue", says: "Open in all queues" },
    { line: "/triage queue support", says: "Open in support" },
    { line: "/triage queue nowhere", says: "There is no such queue" },
    { line: "/triage search reminder texts", says: "Holding" },
    { line: "/triage stats 7d", says: "The last 7 days" },
    { line: "/triage digest", says: "The last day" },
    { line: "/triage digest week", says: "By intent" },
    { line: "/triage digest year", says: "Say day or week" },
    { line: "/triage settings", says: "Settings version" },
    { line: "/triage history", says: "From the settings file" },
    { line: "/triage dlq", says: "No dead letters" },
    { line: "/triage eval", says: "decided" },
    { line: "/triage show 999999", says: "no longer here" },
    { line: "/triage serach x", says: "Did you mean `/triage search`" },
    { line: "/triage posture lead maybe", says: "Say an intent and one of" },
    { line: "/triage rollback 999", says: "There is no such version" },
    { line: "/triage", says: "What you can ask with" },
  ])("$line", async ({ line, says }) => {
    expect(await ask("U01ALICE", line)).toContain(says);
  });

  test("replay reads stored mail again, sends nothing, shows what differs, and applies on request", async () => {
    mail("To be replayed", "Your invoice came twice, please refund one of them.");
    const card = await cardWith(desk, "To be replayed");
    const number = /#(\d+)/.exec(shownOn(card))![1]!;
    const sent = desk.gmail.sent.length;
    expect(await ask("U01ALICE", `/triage replay ${number}`)).toMatch(/Nothing was sent/);
    expect(await ask("U01ALICE", "/triage replay last 3 --send-nothing")).toContain("3 read again");
    expect(desk.gmail.sent.length).toBe(sent);
    expect(await ask("U03CARA", `/triage replay ${number}`)).toContain('needs the role "agent"');
  });

  test("pause holds everything, even what is approved; resume goes on where it stopped", async () => {
    mail("Before the pause");
    const card = await cardWith(desk, "Before the pause");
    expect(await ask("U02BOB", "/triage pause")).toContain('needs the role "admin"');
    expect(await ask("U01ALICE", "/triage pause")).toContain("mode");
    const sent = desk.gmail.sent.length;
    await alice().press(card, { text: "Approve & send" });
    await until(desk, () => privately("U01ALICE").some((text) => text.includes("Mailroom is paused")));
    mail("During the pause");
    expect(await ask("U01ALICE", "/triage status")).toContain("Paused");
    expect(
      cardsIn(desk.slack, "C0SUPPORT", "C0TRIAGE").some((message) => shownOn(message).includes("During the pause")),
    ).toBe(false);
    expect(await ask("U01ALICE", "/triage resume")).toContain("mode");
    await cardWith(desk, "During the pause");
    expect(desk.gmail.sent.length).toBe(sent);
  });

  test("one mailbox alone can be paused", async () => {
    expect(await ask("U01ALICE", "/triage pause support")).toContain("is paused");
    expect(await ask("U01ALICE", "/triage pause support")).toContain("already");
    expect(await ask("U01ALICE", "/triage resume support")).toContain("is read again");
  });

  test("strangers learn nothing", async () => {
    expect(await ask("U04GUEST", "/triage search reminder")).toContain("not on this desk's list");
  });
});

test("Slack refused nothing all day, and somebody who leaves loses their claims", async () => {
  mail("Owner leaves");
  const card = await cardWith(desk, "Owner leaves");
  await bob().press(card, { text: "Claim" });
  await cardWith(desk, "Owner leaves", (shown) => shown.includes("Claimed by <@U02BOB>"));
  desk.slack.deactivate("U02BOB");
  await cardWith(desk, "Owner leaves", (shown) => shown.includes("🆕 New"));
  // A card that a person deleted, and a window that was sent while its button was being named anew.
  const overtaken = ["message_not_found", "not_found", "hash_conflict"];
  expect(desk.slack.refused.filter(({ error }) => !overtaken.includes(error))).toEqual([]);
  await cara().openHome();
  await until(desk, () => home("U03CARA").includes("Unclaimed"));
});
