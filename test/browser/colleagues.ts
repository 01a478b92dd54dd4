import type { Locator, Page } from "playwright-core";
import { card, type DemoPage, press } from "./demo-page.ts";

/** What people do in the page, by its own words. */

interface Letter {
  from: string;
  subject: string;
  text: string;
}

let letters = 0;

/** A customer's mail that comes now; writing one in the page is desk.test.ts. */
export function letter({ demo }: DemoPage, { from, subject, text }: Letter): void {
  const to = "support@larkspur.example";
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <day-${++letters}@customer.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
  ];
  demo.gmail.deliver(to, `${head.join("\r\n")}\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`);
}

/** The same window, another colleague. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /Be somebody else$/ }).click();
  await page.getByRole("menuitemradio", { name }).click();
  await page.getByRole("button", { name: `You are ${name}` }).waitFor();
}

export async function openChannel(page: Page, name: string): Promise<void> {
  const channels = page.getByRole("navigation", { name: "Channels" });
  await channels.getByRole("button", { name: new RegExp(`^${name}(?:,|$)`) }).click();
  await page.getByRole("log", { name: `Messages in #${name}` }).waitFor();
}

export async function openApp(page: Page, tab: "Home" | "Messages"): Promise<Locator> {
  const channels = page.getByRole("navigation", { name: "Channels" });
  await channels.getByRole("button", { name: /^Mailroom,/ }).click();
  await page.getByRole("tab", { name: tab }).click();
  return tab === "Home"
    ? page.getByRole("region", { name: "Home" })
    : page.getByRole("log", { name: "Messages with Mailroom" });
}

/** A choice of the card's own menu. */
export async function choose(page: Page, subject: string, choice: string): Promise<void> {
  await press(card(page, subject), /^More$/);
  await page.getByRole("option", { name: choice, exact: true }).click();
}

/** A menu of a window: the button says its name and what is chosen. */
export async function pick(window: Locator, menu: string, option: RegExp): Promise<void> {
  await window.getByRole("button", { name: new RegExp(`^${menu}`) }).click();
  await window.page().getByRole("option", { name: option }).click();
}

/** What only the asker is shown. */
export async function ask(page: Page, line: string): Promise<Locator> {
  const field = page.getByLabel(/^Message #/);
  await field.fill(line);
  await field.press("Enter");
  return page
    .getByRole("log", { name: /^Messages in #/ })
    .locator("article.ephemeral")
    .last();
}
