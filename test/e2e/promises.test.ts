import { afterAll, beforeAll, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    settings: `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT, owners: [U01ALICE] }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
approvals:
  currency: EUR
  discount: { agent: 0, admin: "25 %" }
`,
  });
  await desk.start();
});
afterAll(() => desk.end());

const privately = (user: string) => desk.slack.ephemerals(user).map((message) => message.text);

test("an agent promises a discount, an admin allows it, the agent sends it, the customer reads it", async () => {
  const subject = "Reminders have stopped again";
  const text = "Our reminders have stopped again since Monday. Could you please look into it? We are quite annoyed.";
  desk.gmail.deliver(SUPPORT, mailFrom({ from: "Orla Keane <orla@quayside.example>", subject, text }));
  const bob = desk.slack.as("U02BOB");
  await bob.press(await cardWith(desk, subject), { text: "Edit" });
  await until(desk, () => desk.slack.modal("U02BOB"));
  await bob.submit({ "body-0": "Hello Orla,\n\nwe are sorry. We give you 10 % off.\n\nBob" });

  const refused = JSON.stringify(desk.slack.modal("U02BOB"));
  expect(refused).toContain("not sent");
  expect(refused).toContain("Alice may allow");
  const held = await cardWith(desk, subject, (shown) => shown.includes("Allow…"));
  expect(shownOn(held)).toContain("discount of 10 %");
  expect(shownOn(held)).not.toContain("Approve & send");
  await until(desk, () =>
    desk.slack.thread(held).some((reply) => shownOn(reply).includes("<@U01ALICE>, please look at it")),
  );

  // Whoever may not allow it learns so alone.
  await bob.press(held, { text: "Allow…" });
  await until(desk, () => privately("U02BOB").some((said) => said.includes("You may not allow this")));
  expect(privately("U01ALICE")).toEqual([]);

  const alice = desk.slack.as("U01ALICE");
  await alice.press(held, { text: "Allow…" });
  await until(desk, () => JSON.stringify(desk.slack.modal("U01ALICE") ?? "").includes("We give you 10 % off."));
  await alice.submit();
  const allowed = await cardWith(desk, subject, (shown) => shown.includes("Approve & send"));
  expect(shownOn(allowed)).toContain("🔓");
  await until(desk, () => desk.slack.thread(held).some((reply) => shownOn(reply).includes("Alice allows it once")));
  expect(desk.gmail.sent).toEqual([]);

  await bob.press(allowed, { text: "Approve & send" });
  await cardWith(desk, subject, (shown) => shown.includes("Waiting for the customer"));
  expect(desk.gmail.sent).toHaveLength(1);
  expect(desk.gmail.sent[0]).toMatchObject({ recipients: ["orla@quayside.example"] });
  expect(desk.gmail.sent[0]!.text).toContain("We give you 10 % off.");
  expect(desk.log()).not.toContain("10 % off");
});
