import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, become, letter } from "./colleagues.ts";
import { card, type DemoPage, openDemo, press } from "./demo-page.ts";

const SUBJECT = "Appointments on a television";
const ARTICLE = `# The wallboard

The wallboard shows the appointments of today on a television in the waiting room. Open Settings > Wallboard and scan the
code with the television. The wallboard refreshes every 45 seconds.
`;

let desk: DemoPage;
let page: Page;
beforeAll(async () => {
  desk = await openDemo();
  page = await desk.as("U01MAYA", "channel/C0SUPPORT");
  // What waited in the mailboxes comes first.
  const first = { from: "Tom Ash <tom@ashdental.example>", subject: "Patients get every text twice" };
  letter(desk, { ...first, text: "since Tuesday our patients get every reminder text twice. Could you look into it?" });
  await card(page, first.subject).waitFor();
});
afterAll(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const picture = (name: string): Promise<void> => desk.picture(page, `promise-${name}`);
const shows = (words: string | RegExp) => card(page, SUBJECT).getByText(words).first().waitFor();

test("a file becomes an article, and the next draft stands on it", async () => {
  const field = page.getByLabel(/^Message #/);
  await field.fill("/triage kb add");
  await field.press("Enter");
  const window = page.getByRole("dialog", { name: "Article" });
  await window
    .getByLabel("Or a file")
    .setInputFiles({ name: "wallboard.md", mimeType: "text/markdown", buffer: Buffer.from(ARTICLE) });
  await window.getByText("wallboard.md").waitFor();
  await picture("01-article");
  await press(window, "Save article");
  await window.getByText("is in the knowledge base").waitFor();
  await picture("02-added");
  await window.getByText("Close", { exact: true }).click();
  await window.waitFor({ state: "detached" });

  letter(desk, {
    from: "Henrike Vos <henrike@vos-physio.example>",
    subject: SUBJECT,
    text: "Good morning,\n\nhow do I show the appointments of today on a television in our waiting room? How often does the wallboard refresh?\n\nHenrike Vos",
  });
  await shows("every 45 seconds");
  await shows(/Sources: The wallboard/);
  await card(page, SUBJECT).scrollIntoViewIfNeeded();
  await picture("03-cited");
  const articles = await ask(page, "/triage kb the-wallboard");
  await articles.getByText("in force").first().waitFor();
  await picture("04-versions");
});

test("a discount waits for somebody who may allow it, leaves once, and reaches the customer", async () => {
  await become(page, "Daniel Okafor");
  await press(card(page, SUBJECT), /^Edit/);
  const edit = page.getByRole("dialog", { name: "Answer" });
  await edit
    .getByLabel("Answer", { exact: true })
    .fill("Hello Henrike,\n\nthe wallboard refreshes every 45 seconds. We give you 10 % off.\n\nDaniel");
  await press(edit, "Send");
  await edit.getByText("may allow").first().waitFor();
  await picture("05-held");
  await edit.getByText("Close", { exact: true }).click();
  await edit.waitFor({ state: "detached" });
  await shows("discount of 10 %");
  expect(
    await card(page, SUBJECT)
      .getByRole("button", { name: /^Approve & send/ })
      .count(),
  ).toBe(0);
  await card(page, SUBJECT).scrollIntoViewIfNeeded();
  await picture("06-card-held");

  await press(card(page, SUBJECT), /^Allow/);
  await page.locator("article.ephemeral").getByText("You may not allow this").waitFor();
  await picture("07-may-not");

  await become(page, "Maya Lindqvist");
  await press(card(page, SUBJECT), /^Allow/);
  const allow = page.getByRole("dialog", { name: "Allow a promise" });
  await allow.getByText("We give you 10 % off.").waitFor();
  await picture("08-allow");
  await press(allow, "Allow");
  await allow.waitFor({ state: "detached" });
  await shows("🔓");
  await picture("09-allowed");

  await become(page, "Daniel Okafor");
  await press(card(page, SUBJECT), /^Approve & send/);
  await shows("Waiting for the customer");
  const customer = await desk.as("U01DANIEL", "customers");
  await customer.getByText("Henrike Vos").first().click();
  await customer.locator(".mail.received", { hasText: "We give you 10 % off." }).waitFor();
  await desk.picture(customer, "promise-10-customer");
});
