import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoPage, openDemo, press, WAIT_MS } from "./demo-page.ts";

let desk: DemoPage;
beforeAll(async () => {
  desk = await openDemo();
});
afterAll(() => desk?.close());

const LEAD = "U01MAYA";

test("an outage on the customers' side becomes one card, one answer and twelve mails", async () => {
  const page = await desk.as(LEAD, "customers/write");
  await page.getByRole("button", { name: /^An outage/ }).click();
  const { slack } = desk.demo;
  const incident = () =>
    ["C0SUPPORT", "C0TRIAGE"]
      .flatMap((channel) => slack.messages(channel))
      .find((message) => /1[2-4] mails from/.test(JSON.stringify(message.blocks)));
  const { channel } = await slack.until(incident, { timeoutMs: WAIT_MS });

  const team = await desk.as(LEAD, `channel/${channel}`);
  const card = team
    .getByRole("log")
    .locator("article", { hasText: /Incident #\d/ })
    .last();
  await card.waitFor();
  await desk.picture(team, "incident-card");
  await press(card, /^Write one answer/);
  const modal = team.getByRole("dialog");
  await modal.getByLabel(/^Answer in English/).fill("Signing in works again since 9:40. We are sorry for the trouble.");
  await desk.picture(team, "incident-answer");
  await press(modal, "Make it ready");
  const ready = card.getByRole("button", { name: /^Approve for all \(1[0-4]\)/ });
  await ready.waitFor();
  await desk.picture(team, "incident-ready");
  await ready.click();
  await modal.getByText(/answers to incident/).waitFor();
  await desk.picture(team, "incident-approve");
  await press(modal, /^Send \d+ answers/);
  await card.getByText(/✅ 1[0-4] sent/).waitFor();
  await desk.picture(team, "incident-sent");
  await press(card, "Show members");
  await modal.getByText(/#\d+/).first().waitFor();
  await desk.picture(team, "incident-members");
  expect(desk.complaints).toEqual([]);
});
