import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Books, openBooks } from "./books.ts";
import { cardWith, type Desk, type Message, mailFrom, openDesk, SUPPORT, until } from "./desk.ts";
import { type Detour, openDetour } from "./detour.ts";

let desk: Desk;
let books: Books;
let detour: Detour;
beforeAll(async () => {
  desk = await openDesk();
  desk.gmail.knobs.unitsPerUserPerMinute = 1_000_000;
  detour = await openDetour(desk.gmail.url);
  await desk.start({ GMAIL_API_URL: detour.url });
  books = openBooks(desk);
});
afterEach(() => {
  desk.gmail.faults.clear();
  detour.clear();
});
afterAll(async () => {
  await books?.close();
  await desk?.end();
  await detour?.stop();
});

const TEXT = "Our receptionist starts on Monday. Which role do I give her so that she sees the diary only?";
const write = (subject: string, from = "Orla Keane <orla@quayside.example>", headers: Record<string, string> = {}) =>
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject, text: `${TEXT}\n${subject}`, headers }));
const approve = async (subject: string): Promise<Message> => {
  const card = await cardWith(desk, subject, (shown) => shown.includes("Approve & send"));
  await desk.slack.as("U01ALICE").press(card, { text: "Approve & send" });
  return card;
};
const answered = (subject: string) => cardWith(desk, subject, (shown) => shown.includes("Waiting for the customer"));
const repliesTo = (subject: string) => desk.gmail.sent.filter((mail) => mail.subject.includes(subject));
const statuses = (method: string) =>
  desk.gmail.calls.filter((call) => call.method === method).map(({ status }) => status);
/** Nothing is under way any more that could still send. */
const quiet = async () => {
  await books.balanced();
  await desk.slack.settled();
};

describe("an answer leaves once, whatever becomes of the call that sends it", () => {
  test("drafts.send: the answer is lost after it took effect, the connection drops before, errors before and after", async () => {
    const { faults } = desk.gmail;
    const subjects = ["Lost after", "Dropped before", "Refused before", "Refused after"].map((one) => `${one} sending`);
    for (const subject of subjects) write(subject);
    for (const subject of subjects) await cardWith(desk, subject, (shown) => shown.includes("Approve & send"));
    faults.drop({ method: "drafts.send", when: "after" });
    faults.drop({ method: "drafts.send" });
    faults.fail({ method: "drafts.send", status: 503 });
    faults.fail({ method: "drafts.send", status: 500, when: "after" });
    for (const subject of subjects) await approve(subject);
    for (const subject of subjects) await answered(subject);
    await quiet();
    for (const subject of subjects) expect(repliesTo(subject)).toHaveLength(1);
    expect(statuses("drafts.send").slice(0, 4).sort()).toEqual([0, 0, 500, 503]);
    expect(desk.gmail.mailbox(SUPPORT).drafts.size).toBe(0);
  });

  test("drafts.create: an error after the draft was written neither sends twice nor leaves a draft lying about", async () => {
    desk.gmail.faults.fail({ method: "drafts.create", status: 500, when: "after" });
    write("Written but not told");
    await approve("Written but not told");
    await answered("Written but not told");
    await quiet();
    expect(repliesTo("Written but not told")).toHaveLength(1);
    expect(desk.gmail.mailbox(SUPPORT).drafts.size).toBe(0);
  });

  test("throttled at the last step: it leaves later, once", async () => {
    desk.gmail.faults.throttle({ method: "drafts.send", retryAfter: 1 });
    write("Too many calls just now");
    await approve("Too many calls just now");
    await answered("Too many calls just now");
    expect(repliesTo("Too many calls just now")).toHaveLength(1);
  });

  test("what somebody makes of the draft in Gmail meanwhile is not sent: what was approved is", async () => {
    desk.gmail.faults.throttle({ method: "drafts.send", retryAfter: 8 });
    write("Edited in between");
    await approve("Edited in between");
    const { drafts } = desk.gmail.mailbox(SUPPORT);
    await vi.waitFor(() => expect([drafts.size, statuses("drafts.send").at(-1)]).toEqual([1, 429]), 90_000);
    const [draftId] = [...drafts.keys()];
    desk.gmail.web(SUPPORT).editDraft(draftId!, { text: "We pay everything back.", to: ["eve@evil.example"] });
    await answered("Edited in between");
    const [sent, ...more] = repliesTo("Edited in between");
    expect(more).toEqual([]);
    expect(sent!.text).not.toContain("We pay everything back");
    expect(sent!.to.map(({ address }) => address)).toEqual(["orla@quayside.example"]);
    expect(drafts.size).toBe(0);
  });

  test("Gmail refuses the mail for good: the ticket comes back and says so", async () => {
    desk.gmail.faults.fail({ method: "drafts.send", status: 400, message: "Recipient address required" });
    write("Refused for good");
    const card = await approve("Refused for good");
    await until(desk, () => desk.slack.thread(card).some(({ text }) => text.includes("could not be sent")));
    await cardWith(desk, "Refused for good", (shown) => shown.includes("Approve & send"));
    expect(repliesTo("Refused for good")).toHaveLength(0);
    await approve("Refused for good");
    await answered("Refused for good");
    expect(repliesTo("Refused for good")).toHaveLength(1);
  });
});

describe("a Gmail that lacks what others have", () => {
  test("no drafts: the answer is sent directly, once, also when that call's answer is lost", async () => {
    detour.lacks(({ path }) => /\/drafts(\/|$)/.test(path));
    desk.gmail.faults.drop({ method: "messages.send", when: "after" });
    write("Without drafts");
    await approve("Without drafts");
    await answered("Without drafts");
    await quiet();
    expect(repliesTo("Without drafts")).toHaveLength(1);
    expect(statuses("messages.send")).toEqual([0]);
    expect(desk.log()).toContain("this Gmail offers no drafts");
  });

  test("no threads.get: the answer leaves, and a lost one is recognised when it comes back as sent mail", async () => {
    detour.lacks(({ path }) => /\/threads\//.test(path));
    desk.gmail.faults.drop({ method: "drafts.send", when: "after" });
    write("Without threads");
    await approve("Without threads");
    await answered("Without threads");
    await quiet();
    expect(repliesTo("Without threads")).toHaveLength(1);
  });
});

describe("machines that answer our answers", () => {
  test("an automatic reply is noted on the ticket and answered by nobody", async () => {
    const away = desk.gmail.customer("away@brook.example");
    away.autoReply = { text: "I am on holiday until Monday and read no mail." };
    away.write({ to: SUPPORT, subject: "Before my holiday", text: TEXT });
    const card = await approve("Before my holiday");
    await until(desk, () => desk.slack.thread(card).some(({ text }) => text.includes("An automatic reply came")));
    await answered("Before my holiday");
    await quiet();
    expect(repliesTo("Before my holiday")).toHaveLength(1);
    // Without a ticket it is nobody's business at all.
    const stray = write("Automatic reply: something", "away@brook.example", { "Auto-Submitted": "auto-replied" });
    expect(await books.fateOf(stray.id)).toMatchObject({
      state: "ignored",
      reason: expect.stringContaining("automatic reply"),
    });
  });

  test("an answer that cannot be delivered brings the ticket back, with a note", async () => {
    const nobody = desk.gmail.customer("mistyped@brook.example");
    nobody.write({ to: SUPPORT, subject: "From a mistyped address", text: TEXT });
    nobody.bounce();
    const card = await approve("From a mistyped address");
    await until(desk, () => desk.slack.thread(card).some(({ text }) => text.includes("The answer came back")));
    await cardWith(desk, "From a mistyped address", (shown) => shown.includes("Claimed"));
    await quiet();
    expect(repliesTo("From a mistyped address")).toHaveLength(1);
  });

  test("a delay is noted, and the ticket goes on waiting", async () => {
    const slow = desk.gmail.customer("slow@brook.example");
    slow.write({ to: SUPPORT, subject: "Behind a slow server", text: TEXT });
    slow.bounce({ permanent: false, status: "4.4.1", reason: "421 4.4.1 Connection timed out" });
    const card = await approve("Behind a slow server");
    await until(desk, () => desk.slack.thread(card).some(({ text }) => text.includes("The answer is delayed")));
    await answered("Behind a slow server");
    expect(repliesTo("Behind a slow server")).toHaveLength(1);
  });

  test("our own mail that comes back is recognised by its mark, wherever it comes from", async () => {
    write("Sent round in a circle");
    await approve("Sent round in a circle");
    await answered("Sent round in a circle");
    const [sent] = repliesTo("Sent round in a circle");
    const raw = desk.gmail.mailbox(SUPPORT).take(sent!.id).raw.toString();
    expect(raw).toMatch(/^X-Mailroom-Send-Id: /im);
    const returned = raw
      .replace(/^From: .*$/im, "From: Forwarder <robot@elsewhere.example>")
      .replace(/^Message-ID: .*$/im, "Message-ID: <round@elsewhere.example>");
    const back = desk.gmail.deliver(SUPPORT, returned);
    expect(await books.fateOf(back.id)).toMatchObject({
      state: "ignored",
      reason: expect.stringContaining("Our own mail came back"),
    });
    await quiet();
    expect(repliesTo("Sent round in a circle")).toHaveLength(1);
  });
});

test("in the end every mail is accounted for, and none was given up", async () => {
  const { received, accounted, failed } = await books.balanced();
  expect(received).toBeGreaterThan(20);
  expect({ accounted, failed }).toEqual({ accounted: received, failed: 0 });
  expect(desk.slack.refused).toEqual([]);
  expect(await desk.stop()).toBe(0);
});
