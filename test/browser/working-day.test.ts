import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, become, choose, letter, openApp, openChannel, pick } from "./colleagues.ts";
import { card, type DemoPage, openDemo, press } from "./demo-page.ts";

let desk: DemoPage;
let page: Page;

const REMINDERS = "No reminder texts since Tuesday";
const FOR_INES = "Two calendars show different times";
const LATER = "Training for our new colleagues";
const ESCALATED = "Nobody can sign in this morning";
const A_BILL = "Every reminder comes twice";

beforeAll(async () => {
  desk = await openDemo();
  page = await desk.as("U01MAYA", "channel/C0SUPPORT");
});
afterAll(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const picture = (name: string): Promise<void> => desk.picture(page, `day-${name}`);
const shows = (subject: string, words: string) => card(page, subject).getByText(words).first().waitFor();
/** Everybody writes for the first time: no card says how many more of them there are. */
const CUSTOMERS = ["Henrike Vos <henrike@vos-physio.example>", "Tom Ash <tom@ashdental.example>"].concat(
  ["Aoife", "Bram", "Clara", "Dario", "Elin", "Farid", "Greta", "Hugo"].map(
    (name) => `${name} Holm <${name.toLowerCase()}@${name.toLowerCase()}-holm.example>`,
  ),
);
const write = (subject: string, words: string): void =>
  letter(desk, {
    from: CUSTOMERS.pop() ?? "Ida Lund <ida@ida-lund.example>",
    subject,
    text: `Good morning,\n\n${words}`,
  });

test("one claims, a colleague takes over, edits and sends", async () => {
  write(
    REMINDERS,
    "since Tuesday our patients get no reminder texts, and the log shows an error. Could you look into it?",
  );
  await card(page, REMINDERS).waitFor();
  await picture("01-new");
  await press(card(page, REMINDERS), /^Claim/);
  await shows(REMINDERS, "Claimed by");
  await picture("02-claimed");

  await become(page, "Daniel Okafor");
  await press(card(page, REMINDERS), /^Take over/);
  await shows(REMINDERS, "@Daniel");
  await picture("03-taken-over");
  await press(card(page, REMINDERS), /^Edit|^Write answer/);
  const window = page.getByRole("dialog", { name: "Answer" });
  const answer = window.getByLabel("Answer", { exact: true });
  await answer.waitFor();
  await picture("04-edit");
  await answer.fill("Hello Hugo,\n\nthe texts go out again: a key had expired. Nothing was lost.\n\nDaniel");
  await press(window, "Send");
  await window.waitFor({ state: "detached" });
  await shows(REMINDERS, "Waiting for the customer");
  await picture("05-answered");
  await press(card(page, REMINDERS), /repl/);
  await page.getByRole("log", { name: "Messages in this thread" }).getByText("Answer sent").waitFor();
  await picture("06-thread");
  await press(page.getByRole("complementary", { name: "Thread" }), "Close thread");
});

test("reassign: the new owner is told why, directly", async () => {
  write(FOR_INES, "the calendar on the phone and the one in the browser differ by an hour. How do we set that right?");
  await card(page, FOR_INES).waitFor();
  await choose(page, FOR_INES, "Reassign");
  const window = page.getByRole("dialog", { name: "Reassign" });
  await pick(window, "To", /^Ines/);
  await window.getByLabel(/^Why/).fill("You know the calendars");
  await picture("07-reassign");
  await press(window, "Reassign");
  await window.waitFor({ state: "detached" });
  await shows(FOR_INES, "@Ines");
  await become(page, "Ines Carvalho");
  const told = await openApp(page, "Messages");
  await told.getByText("You know the calendars").waitFor();
  await picture("08-told");
  await openChannel(page, "support");
});

test("snoozed until the next minute; another is escalated", async () => {
  write(LATER, "we have three new colleagues in January. Could somebody show them how the calendar works?");
  await card(page, LATER).waitFor();
  await choose(page, LATER, "Snooze");
  const snooze = page.getByRole("dialog", { name: "Snooze" });
  await snooze.getByLabel(/^Until a time I choose/).check();
  // Pickers count in minutes; at least a few seconds must be left when it is pressed.
  const at = Math.ceil((Date.now() + 10_000) / 60_000) * 60_000;
  const wall = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" }).format(at);
  await snooze.getByLabel("The time, if you choose one").fill(wall.replace(" ", "T"));
  await picture("09-snooze");
  await press(snooze, "Snooze");
  await snooze.waitFor({ state: "detached" });
  await shows(LATER, "Snoozed");
  await picture("10-snoozed");

  write(ESCALATED, "since eight nobody in our practice can sign in, and patients are waiting at the desk.");
  await card(page, ESCALATED).waitFor();
  await choose(page, ESCALATED, "Escalate");
  const escalate = page.getByRole("dialog", { name: "Escalate" });
  await escalate.getByLabel("Why").fill("A whole practice stands still");
  await picture("11-escalate");
  await press(escalate, "Escalate");
  await escalate.waitFor({ state: "detached" });
  await openChannel(page, "escalations");
  await page.getByRole("log").getByText("A whole practice stands still").waitFor();
  await picture("12-escalated");
  await openChannel(page, "support");
});

test("re-classified from the message's own menu, a card moves to its queue's channel", async () => {
  await become(page, "Maya Lindqvist");
  write(
    A_BILL,
    "since Tuesday our patients get every reminder text twice, and the log shows an error. Could you look into it?",
  );
  await card(page, A_BILL).waitFor();
  await card(page, A_BILL).hover();
  await card(page, A_BILL).getByRole("toolbar").getByRole("button", { name: "More actions" }).click();
  await picture("14-message-menu");
  await page.getByRole("menuitem", { name: /^Re-classify/ }).click();
  const window = page.getByRole("dialog", { name: "Re-classify" });
  await pick(window, "It is", /^billing$/);
  await picture("15-reclassify");
  await press(window, "Save");
  await window.waitFor({ state: "detached" });
  await page.getByRole("log").getByText("moved to").waitFor();
  await openChannel(page, "billing");
  await shows(A_BILL, "decided by a person");
  await picture("16-moved");
});

test("an admin changes a posture in Home; the next mail obeys; the history takes it back", async () => {
  const home = await openApp(page, "Home");
  await home.getByText("accounted for").waitFor();
  await picture("17-home");
  const row = home.getByRole("button", { name: "Change support" });
  await row.scrollIntoViewIfNeeded();
  await picture("18-home-intents");
  await home.getByText("Health").scrollIntoViewIfNeeded();
  await picture("19-home-health");
  await row.click();
  const window = page.getByRole("dialog", { name: "Intent: support" });
  await pick(window, "Posture", /^off/);
  await window.getByLabel(/^Route from/).fill("65");
  await picture("20-intent");
  await press(window, "Save version");
  await window.waitFor({ state: "detached" });
  await home.getByText("route from 65 %").waitFor();

  await openChannel(page, "support");
  write("The door sensor again", "the sensor at our door does not open the waiting list any more. What can we do?");
  await shows("The door sensor again", "drafts are off");
  await picture("21-no-draft");

  await openApp(page, "Home");
  await press(home, "Settings history");
  const history = page.getByRole("dialog", { name: "Settings history" });
  await history.getByText("Version 2").waitFor();
  await picture("22-history");
  await press(history, "Roll back to version 1");
  await page.getByRole("dialog", { name: "Roll back?" }).waitFor();
  await picture("23-roll-back");
  await press(page.getByRole("dialog", { name: "Roll back?" }), "Roll back");
  await history.getByText("Back to version 1").waitFor();
  await picture("24-rolled-back");
  await press(history.locator(".dialog-buttons"), "Close");
  await openChannel(page, "support");
  write("The door sensor works", "the sensor works again since noon. Which setting was it, please?");
  await card(page, "The door sensor works")
    .getByRole("button", { name: /^Approve & send/ })
    .waitFor();
});

test("paused, nothing is read; resumed, it goes on where it stopped", async () => {
  const home = await openApp(page, "Home");
  await home.getByRole("button", { name: "Pause", exact: true }).click();
  await home.getByText("Paused:").waitFor();
  await picture("25-paused");
  write("Written during the pause", "is anybody there? Our waiting list is empty since this morning.");
  await openChannel(page, "support");
  const status = await ask(page, "/triage status");
  await status.getByText("Paused").waitFor();
  await picture("26-status");
  expect(await card(page, "Written during the pause").count()).toBe(0);
  await openApp(page, "Home");
  await home.getByRole("button", { name: "Resume" }).click();
  await home.getByText("Live").waitFor();
  await openChannel(page, "support");
  await card(page, "Written during the pause").waitFor();
});

test("commands answer privately; what an answer stands on is in its thread", async () => {
  const subject = "Export for our auditors";
  write(subject, "how do I export all appointments of last year as CSV? Who may do that?");
  await card(page, subject).waitFor();
  const number = /#(\d+)\s+·\s+support@/.exec(await card(page, subject).innerText())?.[1];
  const replayed = await ask(page, `/triage replay ${number}`);
  await replayed.getByText("Nothing was sent").waitFor();
  await picture("27-replay");
  const help = await ask(page, "/triage help");
  await help.getByText("What you can ask with").waitFor();
  await picture("28-help");
  await press(card(page, subject), /repl/);
  const thread = page.getByRole("log", { name: "Messages in this thread" });
  await thread.getByText("📚").first().waitFor();
  await picture("29-sources");
  await press(page.getByRole("complementary", { name: "Thread" }), "Close thread");
});

test("what Mailroom would send by itself can be called back", async () => {
  await (await ask(page, "/triage posture support auto")).getByText("Saved as version").waitFor();
  const subject = "A CSV of last year";
  write(subject, "how do I export all appointments of last year as CSV? Who may do that?");
  await shows(subject, "unless somebody presses Undo");
  await picture("30-undo");
  await press(card(page, subject), /^Undo/);
  await card(page, subject)
    .getByRole("button", { name: /^Approve & send/ })
    .waitFor();
  await picture("31-undone");
  await choose(page, subject, "Close");
  await page.getByText("Closed").first().waitFor();
  await picture("32-closed");
});

test("what was snoozed is back by now", async () => {
  await expect.poll(() => card(page, LATER).innerText(), { timeout: 75_000 }).toContain("Claimed by");
  await card(page, LATER).scrollIntoViewIfNeeded();
  await picture("33-awake");
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

test.each([
  { name: "phone", options: PHONE },
  { name: "dark", options: { colorScheme: "dark" as const } },
])("card, Home and a window: $name", async ({ name, options }) => {
  const other = await desk.as("U01MAYA", "channel/C0SUPPORT", options);
  const subject = "The door sensor works";
  await card(other, subject).waitFor();
  await card(other, subject).scrollIntoViewIfNeeded();
  await desk.picture(other, `day-40-${name}-card`);
  await choose(other, subject, "Snooze");
  await other.getByRole("dialog", { name: "Snooze" }).waitFor();
  await desk.picture(other, `day-41-${name}-window`);
  await press(other.getByRole("dialog", { name: "Snooze" }), "Cancel");
  await other.getByRole("dialog").waitFor({ state: "detached" });
  await other.goto(`${desk.demo.url}?as=U01MAYA#/app/home`);
  await other.getByRole("region", { name: "Home" }).getByText("accounted for").waitFor();
  await desk.picture(other, `day-42-${name}-home`);
  await other.getByRole("button", { name: "Change support" }).scrollIntoViewIfNeeded();
  await desk.picture(other, `day-43-${name}-intents`);
});
