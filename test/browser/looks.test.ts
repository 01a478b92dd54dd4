import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoPage, openDemo, WAIT_MS } from "./demo-page.ts";

let desk: DemoPage;

beforeAll(async () => {
  desk = await openDemo();
  await desk.demo.slack.until(() => desk.demo.slack.messages("C0SUPPORT").length > 1, { timeoutMs: WAIT_MS });
});
afterAll(() => desk?.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** Nothing may stick out to the side: on a phone the whole page would wobble. */
async function fits(page: Page): Promise<void> {
  const [wide, screen] = await page
    .evaluate("[document.documentElement.scrollWidth, innerWidth]")
    .then((both) => both as [number, number]);
  expect(wide).toBeLessThanOrEqual(screen);
}

test("on a phone: the sidebar is a drawer, a thread takes the screen, a card can be claimed", async () => {
  const page = await desk.as("U01INES", "channel/C0SUPPORT", PHONE);
  const first = page
    .getByRole("log")
    .locator("article", { has: page.getByRole("button", { name: /^Claim/ }) })
    .last();
  await first.waitFor();
  await fits(page);
  await desk.picture(page, "phone-channel");

  await page.getByRole("button", { name: "Channels", exact: true }).tap();
  const channels = page.getByRole("navigation", { name: "Channels" });
  await channels.getByRole("button", { name: /^sales/ }).waitFor();
  // It slides in.
  await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished)).then(() => undefined)");
  await desk.picture(page, "phone-drawer");
  await channels.getByRole("button", { name: /^support/ }).tap();
  await channels.waitFor({ state: "hidden" });

  await first.getByRole("button", { name: /^Claim/ }).tap();
  const claimed = page.getByRole("log").locator("article", { hasText: "Claimed by" }).last();
  await claimed.waitFor();
  await claimed.getByRole("button", { name: /^Edit/ }).tap();
  const modal = page.getByRole("dialog");
  await modal.waitFor();
  await fits(page);
  await desk.picture(page, "phone-modal");
  await modal.getByRole("button", { name: "Cancel" }).tap();
  await modal.waitFor({ state: "detached" });

  await claimed.getByRole("button", { name: /repl/ }).tap();
  await page.getByRole("complementary", { name: "Thread" }).waitFor();
  await fits(page);
  await desk.picture(page, "phone-thread");
  await page.getByRole("button", { name: "Close thread" }).tap();

  const parts = page.getByRole("navigation", { name: "Parts of the demo" });
  await parts.getByRole("button", { name: /^Customers/ }).tap();
  await page.getByRole("heading", { name: "Customers" }).waitFor();
  await fits(page);
  await desk.picture(page, "phone-customers");
  await page.getByRole("listitem").first().getByRole("button").tap();
  await page.getByRole("button", { name: "All customers" }).waitFor();
  await fits(page);
  await desk.picture(page, "phone-customer");
  await parts.getByRole("button", { name: "Team mail" }).tap();
  await page.getByRole("heading", { name: "Inbox" }).waitFor();
  await fits(page);
  await desk.picture(page, "phone-mail");
  await parts.getByRole("button", { name: "Trouble" }).tap();
  await page.getByRole("complementary", { name: "Trouble" }).waitFor();
  await fits(page);
  await desk.picture(page, "phone-trouble");
  expect(desk.complaints).toEqual([]);
});

test("by night, and by hand", async () => {
  const page = await desk.as("U01DANIEL", "channel/C0SUPPORT", { colorScheme: "dark" });
  await page.getByRole("log").locator("article").last().waitFor();
  const background = () => page.evaluate("getComputedStyle(document.querySelector('.main')).backgroundColor");
  expect(await background()).toBe("rgb(26, 29, 33)");
  await desk.picture(page, "dark-channel");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await page.getByRole("menuitemradio", { name: "Light" }).click();
  expect(await background()).toBe("rgb(255, 255, 255)");
  await page.reload();
  await page.getByRole("log").locator("article").last().waitFor();
  expect(await background()).toBe("rgb(255, 255, 255)");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();

  await page.getByRole("button", { name: "Trouble" }).click();
  await desk.picture(page, "dark-trouble");
  await page.keyboard.press("Escape");
  await page
    .getByRole("navigation", { name: "Parts of the demo" })
    .getByRole("button", { name: /^Customers/ })
    .click();
  await page.getByRole("listitem").first().getByRole("button").click();
  await page.locator(".conversation").first().waitFor();
  await desk.picture(page, "dark-customer");
  expect(desk.complaints).toEqual([]);
});

test("with the keyboard alone: to a channel, to a card, claim it, answer it, read the thread, and back", async () => {
  const page = await desk.as("U01TOBIAS", "channel/C0GENERAL");
  await page.getByRole("heading", { name: "general" }).first().waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  const log = page.getByRole("log", { name: "Messages in #support" });
  await log.waitFor();
  await log.focus();
  const focused = () =>
    page.evaluate("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? ''");
  const walkTo = async (wanted: RegExp, key: string): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      if (wanted.test(String(await focused()))) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} never came to ${wanted}`);
  };
  await walkTo(/^Claim/, "Tab");
  await page.keyboard.press("Enter");
  await log.getByText("Claimed by").first().waitFor();
  // The card was redrawn under the fingers: the focus is still in it.
  await walkTo(/^Edit/, "Tab");
  await desk.picture(page, "keyboard-focus");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await walkTo(/repl(?:y|ies)/, "Tab");
  await page.keyboard.press("Enter");
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.waitFor();
  await thread.getByLabel("Reply to the team").focus();
  await page.keyboard.press("Escape");
  await thread.waitFor({ state: "detached" });
  expect(desk.complaints).toEqual([]);
});

test("an app that dies is missed, said to be, and started again", async () => {
  const page = await desk.as("U01MAYA", "channel/C0SUPPORT");
  await page.getByRole("button", { name: "Trouble" }).click();
  await page.getByRole("button", { name: "Pull the plug" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("Mailroom ended").waitFor();
  await desk.picture(page, "app-died");
  await alert.getByRole("button", { name: "Start it again" }).click();
  await alert.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Pull the plug" }).and(page.locator(":enabled")).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("a colleague answers by hand in Gmail, and the card knows", async () => {
  const page = await desk.as("U01MAYA", "mail/support@larkspur.example/inbox");
  const line = page.getByRole("listitem").last().getByRole("button");
  const subject = await line.locator(".mail-line-subject").innerText();
  await line.click();
  await page.getByRole("heading", { name: subject }).waitFor();
  await page.getByLabel("Answer by hand, as a colleague in Gmail would").fill("I have just called you.");
  await page.getByRole("button", { name: "Send from Gmail" }).click();
  await page.locator(".mail.written", { hasText: "I have just called you." }).waitFor();
  await desk.picture(page, "team-mail");
  const { slack } = desk.demo;
  const channels = ["C0SUPPORT", "C0TRIAGE", "C0BILLING", "C0SALES", "C0OFFICE", "C0LEGAL"];
  await slack.until(
    () => {
      const about = channels
        .flatMap((channel) => slack.messages(channel))
        .find((one) => JSON.stringify(one).includes(subject));
      return about && slack.thread(about).some(({ text }) => text.includes("answered this from Gmail"));
    },
    { timeoutMs: WAIT_MS },
  );
  expect(desk.complaints).toEqual([]);
});
