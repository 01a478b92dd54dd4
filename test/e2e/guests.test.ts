import { afterEach, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";
import { type Detour, openDetour } from "./detour.ts";

/** Somebody whom the settings name and Slack calls a guest. */
const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - { address: ${SUPPORT}, queue: support }
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent] }
  - { slack: U04GUEST, name: Gus, roles: [agent] }
  - { slack: U0NOBODY, name: Nobody, roles: [agent] }
`;

let desk: Desk;
let detour: Detour | undefined;
afterEach(async () => {
  await desk?.end();
  await detour?.stop();
  detour = undefined;
});

const theCard = async () => {
  desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla <orla@quay.example>",
      subject: "Roles",
      text: "Could you look into our reminders, please?",
    }),
  );
  return cardWith(desk, "Roles");
};

test("who was a guest before Mailroom was there may press nothing, and is told why", async () => {
  desk = await openDesk({ settings: SETTINGS });
  await desk.start();
  const card = await theCard();
  await until(desk, () => desk.slack.calls.filter(({ method }) => method === "users.info").length >= 3);
  await expect.poll(desk.log, { timeout: 30_000 }).toContain("Slack knows nobody of this id");
  await desk.slack.as("U04GUEST").press(card, { text: "Claim" });
  await until(desk, () =>
    desk.slack.ephemerals("U04GUEST").some(({ text }) => text.includes("Guests of the workspace")),
  );
  expect(shownOn(await cardWith(desk, "Roles"))).not.toContain("Claimed");
  await desk.slack.as("U01ALICE").press(card, { text: "Claim" });
  await cardWith(desk, "Roles", (shown) => shown.includes("Claimed"));
});

test("a workspace that does not say who is a guest costs a line in the log and nothing else", async () => {
  desk = await openDesk({ settings: SETTINGS });
  detour = await openDetour(desk.slack.apiUrl);
  detour.on(
    ({ path }) => path.endsWith("/users.info"),
    () => ({ status: 200, body: '{"ok":false,"error":"missing_scope","needed":"users:read"}' }),
  );
  await desk.start({ SLACK_API_URL: new URL("api/", detour.url).href });
  await expect.poll(desk.log, { timeout: 30_000 }).toContain("Slack does not say who is a guest");
  const card = await theCard();
  await desk.slack.as("U01ALICE").press(card, { text: "Claim" });
  await cardWith(desk, "Roles", (shown) => shown.includes("Claimed"));
});
