import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { startDemo } from "../sandbox/demo/start.ts";

/**
 * Makes the pictures of the documents from the demo itself, so that they show what is there. `npm run screenshot`;
 * CHROMIUM_PATH names a browser that is not Debian's.
 */
const IMAGES = path.join(import.meta.dirname, "../docs/images");
const WAIT_MS = 60_000;
/** Somebody asks something that a person answers in a minute: the everyday case. */
const SUBJECT = "Adding a receptionist";
const CUSTOMER = "orla@quaysidementalhealth.example";
const LEAD = "U01MAYA";
const COLLEAGUE = "U01INES";
const ANSWER = `Hello Orla,

Give Aoife the role "Front desk": she sees everyone's calendar and books patients in, and neither billing nor reports. You pay by calendar, so a receptionist without one of her own costs nothing.

Settings > People > Invite, then choose the role.

Maya`;

const demo = await startDemo({
  business: "larkspur",
  port: 0,
  everySeconds: 20,
  paused: true,
  folder: undefined,
  fresh: false,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  page.setDefaultTimeout(WAIT_MS);
  const { slack, gmail } = demo;
  const isIt = (message: unknown): boolean => JSON.stringify(message).includes(SUBJECT);
  const channels = ["C0SUPPORT", "C0TRIAGE", "C0BILLING", "C0SALES", "C0OFFICE"];
  const found = () => channels.flatMap((id) => slack.messages(id)).find(isIt);
  const card = await slack.until(found, { timeoutMs: WAIT_MS, what: `the card of "${SUBJECT}"` });
  // The rest of the waiting mail, so that the sidebar looks like a morning at work.
  await slack.until(() => slack.messages("C0BILLING").length > 1, { timeoutMs: WAIT_MS });

  await slack.as(LEAD).press(card, "Claim");
  await slack.until(() => slack.thread(card).some(({ text }) => text.includes("has it")), { timeoutMs: WAIT_MS });
  const edit = async (then: string): Promise<void> => {
    const current = slack.message(card.channel, card.ts);
    if (current) await slack.as(LEAD).press(current, "Edit");
    await slack.until(() => slack.modal(LEAD), { timeoutMs: WAIT_MS });
    await slack.as(LEAD).submit({ Answer: ANSWER, Then: then });
  };
  await edit("Only save the draft");
  slack
    .as(COLLEAGUE)
    .post(card.channel, "The front-desk role fits: diary and booking, no billing, no reports.", card.ts);
  slack.as(LEAD).post(card.channel, "Thanks! I put that in and send it.", card.ts);
  const newest = slack.thread(card).at(-1);
  if (newest) slack.as(COLLEAGUE).react(newest, "raised_hands");

  await show(page, LEAD, `channel/${card.channel}/${card.ts}`);
  const open = page.getByRole("log", { name: /^Messages in #/ }).locator("article", { hasText: SUBJECT });
  await open.getByText("Claimed by").waitFor();
  await open.scrollIntoViewIfNeeded();
  await page.getByRole("complementary", { name: "Thread" }).getByText("I put that in").waitFor();
  await picture(page, "desk");

  // The lead's own page, and a colleague's phone.
  await show(page, LEAD, "app/home");
  await page.getByRole("region", { name: "Home" }).getByText("Unclaimed, due next").waitFor();
  await picture(page, "home");

  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    colorScheme: "light",
  });
  phone.setDefaultTimeout(WAIT_MS);
  await show(phone, COLLEAGUE, `channel/${card.channel}`);
  const held = phone.getByRole("log", { name: /^Messages in #/ }).locator("article", { hasText: SUBJECT });
  await held.getByText("Claimed by").waitFor();
  await held.getByText("Draft answer").scrollIntoViewIfNeeded();
  await picture(phone, "phone");
  await phone.close();

  await show(page, LEAD, `customers/${encodeURIComponent(CUSTOMER)}`);
  await page.getByRole("heading", { name: SUBJECT }).waitFor();
  await edit("Send, then wait for the customer");
  await gmail.until(({ sent }) => sent.length > 0, WAIT_MS);
  await page.locator(".mail.received").waitFor();
  await picture(page, "customer");
} finally {
  await browser.close();
  await demo.stop();
}

async function show(page: Page, user: string, at: string): Promise<void> {
  await page.goto(`${demo.url}?as=${user}#/${at}`);
  await page.reload();
  await page.getByRole("navigation", { name: "Parts of the demo" }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
