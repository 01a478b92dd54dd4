import { afterAll, beforeAll, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ environment: { HTTP_PORT: "0" } });
});
afterAll(() => desk.end());

const health = async (url: string) => {
  const answer = await fetch(`${url}/healthz`);
  return { code: answer.status, body: await answer.json() };
};

test("the running desk is ready once its mailbox has been read, counts its first card, and closes the pages when it stops", async () => {
  await desk.start();
  const url = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(desk.log())![1]!;
  // What comes after the first reading is live mail.
  await desk.gmail.until(({ calls }) =>
    calls.some(({ method, status }) => method === "history.list" && status === 200),
  );
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({ from: "Orla <orla@quayside.example>", subject: "Counted", text: "Which role do I give her?" }),
  );
  // A card that was redrawn has been posted and accounted for.
  await desk.slack.as("U01ALICE").press(await cardWith(desk, "Counted"), { text: "Claim" });
  await cardWith(desk, "Counted", (shown) => shown.includes("Claimed"));
  expect(await health(url)).toMatchObject({ code: 200, body: { status: "ready", reasons: [] } });
  const page = await (await fetch(`${url}/metrics`)).text();
  expect(page).toContain(`emails_ingested_total{mailbox="${SUPPORT}"} 1`);
  expect(page).toContain("mailroom_history_to_card_seconds_count 1");
  expect(page).toContain("mailroom_slack_connected 1");

  desk.gmail.revoke(SUPPORT);
  await expect
    .poll(() => health(url), { timeout: 20_000 })
    .toMatchObject({ code: 503, body: { reasons: [expect.stringContaining("npm run gmail:connect")] } });

  expect(await desk.stop()).toBe(0);
  await expect(fetch(`${url}/livez`)).rejects.toThrow();
});

test("a port that is no port stops the start with a sentence that names the variable", async () => {
  await expect(desk.start({ HTTP_PORT: "eighty" })).rejects.toThrow(/HTTP_PORT: write a whole number/);
  await expect(desk.start({ HTTP_PORT: "70000" })).rejects.toThrow(/HTTP_PORT: write a port from 0 to 65535/);
});
