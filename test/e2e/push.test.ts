import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { command } from "./command.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";

let desk: Desk;
afterEach(() => desk?.end());

/** A desk that polls once an hour and hears of mail in between. */
async function aListeningDesk() {
  desk = await openDesk({ environment: { POLL_SECONDS: "3600" } });
  const { gmail, folder } = desk;
  const keyFile = path.join(folder, "service-account.json");
  writeFileSync(keyFile, JSON.stringify(gmail.serviceAccount()), { mode: 0o600 });
  const push = {
    GMAIL_PUBSUB_TOPIC: gmail.pubsub.topic,
    GMAIL_PUBSUB_SUBSCRIPTION: gmail.pubsub.subscription,
    PUBSUB_API_URL: gmail.url,
    GOOGLE_APPLICATION_CREDENTIALS: keyFile,
  };
  return { push, gmail };
}

const called = (method: string) => desk.gmail.calls.filter((call) => call.method === method && call.status === 200);
const mail = (subject: string) =>
  desk.gmail.deliver(SUPPORT, mailFrom({ from: "Orla <orla@quay.example>", subject, text: "When do you open?" }));

test("a mail's card is there at once, long before the next poll", async () => {
  const { push, gmail } = await aListeningDesk();
  await desk.start(push);
  await gmail.until(() => called("watch").length > 0, 30_000);
  // Gmail announces one change a second at most: the watch itself was one.
  await gmail.until(() => called("pubsub.acknowledge").length > 0, 30_000);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  mail("Opening hours");
  await cardWith(desk, "Opening hours");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  mail("And on Sundays");
  await cardWith(desk, "And on Sundays");
  // Each announcement caused one reading, and nothing else did.
  expect(called("history.list").length).toBeLessThanOrEqual(called("pubsub.acknowledge").length);
});

test("with Pub/Sub down mail is still found by polling, operators are told once, and doctor says what to mend", async () => {
  const { push, gmail } = await aListeningDesk();
  gmail.faults.fail({ method: "pubsub.*", status: 503, times: 1_000 });
  await desk.start({ ...push, POLL_SECONDS: "2" });
  await gmail.until(({ calls }) => calls.some(({ method }) => method === "history.list"), 30_000);
  mail("Still found");
  await cardWith(desk, "Still found");
  const alerts = () =>
    desk.slack.messages("C0TRIAGE").filter((message) => JSON.stringify(message.blocks).includes("announcements"));
  await desk.slack.until(() => alerts().length > 0, { timeoutMs: 90_000 });
  const checked = await command(desk, "doctor", [], { ...desk.environment, ...push });
  expect(checked.said).toMatch(/GMAIL_PUBSUB_SUBSCRIPTION.*cannot be pulled from/);

  gmail.faults.clear();
  await desk.slack.until(() => alerts().some((message) => JSON.stringify(message).includes("heard again")), {
    timeoutMs: 120_000,
  });
  expect(alerts()).toHaveLength(1);
}, 180_000);

test("a sign-in without the scope for Pub/Sub hears nothing, and that stops nothing", async () => {
  const { push } = await aListeningDesk();
  const { GOOGLE_APPLICATION_CREDENTIALS: _, ...withoutKey } = push;
  const { gmail } = desk;
  await desk.start(withoutKey);
  // gmail.modify alone opens no subscription: polling goes on.
  await gmail.until(
    ({ calls }) => calls.some(({ method, status }) => method === "pubsub.pull" && status === 403),
    30_000,
  );
  expect(desk.running()).toBe(true);
});
