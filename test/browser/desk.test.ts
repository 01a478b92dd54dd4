import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { card, type DemoPage, openDemo, press } from "./demo-page.ts";

let desk: DemoPage;

beforeAll(async () => {
  desk = await openDemo();
});
afterAll(() => desk?.close());

interface Letter {
  name: string;
  from: string;
  subject: string;
  text: string;
}

async function write(page: Page, { name, from, subject, text }: Letter): Promise<void> {
  await page
    .getByRole("navigation", { name: "Parts of the demo" })
    .getByRole("button", { name: /^Customers/ })
    .click();
  await page.getByRole("button", { name: "New mail" }).click();
  const form = page.getByRole("region", { name: "A new mail" });
  await form.getByLabel("From").fill(from);
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("To", { exact: true }).selectOption("support@larkspur.example");
  await form.getByLabel("Subject").fill(subject);
  await form.getByLabel("Text").fill(text);
  await form.getByRole("button", { name: "Send", exact: true }).click();
}

test("a customer writes, two colleagues reach for the card, one answers, the customer reads it", async () => {
  const customer = await desk.as("U01MAYA", "customers");
  const maya = await desk.as("U01MAYA", "channel/C0SUPPORT");
  const daniel = await desk.as("U01DANIEL", "channel/C0SUPPORT");
  const subject = "The waiting room screen stays blank";

  await write(customer, {
    name: "Henrike Vos",
    from: "henrike@vos-physio.example",
    subject,
    text: "Good morning,\n\nsince the update the screen in our waiting room stays blank. How do I connect it again?\n\nHenrike Vos",
  });
  await customer.getByRole("heading", { name: "Henrike Vos" }).waitFor();
  await desk.picture(customer, "customer-wrote");

  await card(maya, subject).waitFor();
  await desk.picture(maya, "card-new");
  await press(card(maya, subject), /^Claim/);
  await card(maya, subject).getByText("Claimed by").waitFor();
  await card(daniel, subject).getByText("Claimed by").waitFor();
  expect(await card(daniel, subject).innerText()).toContain("@Maya Lindqvist");

  await press(card(daniel, subject), /^Approve & send/);
  const refusal = daniel.locator("article.ephemeral");
  await refusal.getByText("has this ticket").waitFor();
  await desk.picture(daniel, "second-refused");
  expect(await maya.locator("article.ephemeral").count()).toBe(0);
  await press(refusal, "Dismiss");
  await refusal.waitFor({ state: "detached" });

  await press(card(maya, subject), /^Approve & send/);
  await card(maya, subject).getByText("Waiting for the customer").waitFor();
  await card(maya, subject).getByRole("button", { name: /repl/ }).click();
  await maya.getByRole("log", { name: "Messages in this thread" }).getByText("Answer sent").waitFor();
  await desk.picture(maya, "answered");

  const mailbox = customer.getByRole("region", { name: "The mailbox of Henrike Vos" });
  await mailbox.getByText("new", { exact: true }).waitFor();
  expect(await mailbox.locator(".mail.received").count()).toBe(1);
  expect(await mailbox.locator(".mail.received").innerText()).toContain("Hello Henrike");
  await desk.picture(customer, "customer-reads");
  expect(desk.complaints).toEqual([]);
});

test("an answer is edited before it leaves; what is wrong is said beside the field", async () => {
  const [customer, maya] = [await desk.as("U01INES", "customers"), await desk.as("U01INES", "channel/C0SUPPORT")];
  const subject = "Which browser for the intake form?";
  await write(customer, {
    name: "Tom Osei",
    from: "tom@oseidental.example",
    subject,
    text: "Hello, which browsers does the intake form work in? Some of our patients have old phones.\n\nTom",
  });
  await press(card(maya, subject), /^Claim/);
  await card(maya, subject).getByText("Claimed by").waitFor();
  await press(card(maya, subject), /^Edit/);
  const modal = maya.getByRole("dialog", { name: "Answer" });
  await modal.waitFor();

  await modal.getByLabel("To", { exact: true }).fill("nobody at all");
  await modal
    .getByLabel("Answer", { exact: true })
    .fill("Hello Tom,\n\nany browser of the last four years will do.\n\nInes");
  await modal.getByRole("button", { name: "Send" }).click();
  await modal.getByText("is not an address").waitFor();
  await desk.picture(maya, "edit-refused");
  expect(await modal.getByLabel("Answer", { exact: true }).inputValue()).toContain("any browser");

  await modal.getByLabel("To", { exact: true }).fill("tom@oseidental.example");
  await modal.getByRole("button", { name: "Send" }).click();
  await modal.waitFor({ state: "detached" });
  await card(maya, subject).getByText("Waiting for the customer").waitFor();
  const mailbox = customer.getByRole("region", { name: "The mailbox of Tom Osei" });
  await mailbox.locator(".mail.received", { hasText: "any browser of the last four years" }).waitFor();
  expect(desk.complaints).toEqual([]);
});
