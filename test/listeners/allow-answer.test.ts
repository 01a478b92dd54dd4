import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Message } from "../../sandbox/slack/index.ts";
import { ADMIN, AGENT, aWire, VIEWER, type Wire } from "../fakes/wire.ts";

const APPROVALS = { approvals: { currency: "EUR", discount: { agent: 0, admin: "25 %" } } };
let wire: Wire;
beforeAll(async () => {
  wire = await aWire(undefined, APPROVALS);
});
afterAll(() => wire.end());

const shown = (card: Message) => JSON.stringify(card.blocks);

const window = (user: string, id: string) =>
  wire.slack.until(() => wire.slack.modal(user)?.["callback_id"] === id, { timeoutMs: 20_000 });

/** As soon as it stands: Slack takes its time. */
const standing = (ticketId: number) =>
  vi.waitUntil(() => wire.card(ticketId).catch(() => undefined), { timeout: 20_000, interval: 50 }) as Promise<Message>;

/** The Edit window on the ticket's card, filled in and sent. */
async function edit(ticketId: number, body: string, by: string) {
  const person = wire.slack.as(by);
  if (wire.slack.modal(by)) await person.closeModal({ all: true });
  await person.press(await standing(ticketId), { text: "Edit" });
  await window(by, "answer.edit");
  return person.submit({ "body-0": body });
}

test("a promise: said to its writer, refused to those who may not, allowed by who may, and sent once", async () => {
  const ticketId = await wire.newTicket();
  await edit(ticketId, "Hello. We give you 10 % off.", AGENT);
  const after = JSON.stringify(wire.slack.modal(AGENT));
  expect(after).toContain("not sent");
  expect(after).toContain("Lee or Alice may allow");

  const held = await wire.card(ticketId);
  expect(shown(held)).toContain("Allow…");
  expect(shown(held)).not.toContain("Approve & send");
  for (const by of [AGENT, VIEWER]) {
    const said = await wire.told(() => wire.slack.as(by).press(held, { text: "Allow…" }));
    expect(said).toMatch(
      by === AGENT ? /You may not allow this \(discount of 10 %\)\. Lee or Alice/ : /needs the role/,
    );
    expect(wire.privateTo(ADMIN).join()).not.toContain("may not allow");
  }

  const admin = wire.slack.as(ADMIN);
  await admin.press(held, { text: "Allow…" });
  await window(ADMIN, "answer.allow");
  expect(JSON.stringify(wire.slack.modal(ADMIN))).toContain("We give you 10 % off.");
  await admin.submit();
  const allowed = await wire.card(ticketId);
  expect(shown(allowed)).toContain("🔓 *Allowed*");
  await wire.slack.as(AGENT).press(allowed, { text: "Approve & send" });
  await wire.runner.drain();
  expect(wire.mailbox.sent.map(({ body }) => body)).toEqual(["Hello. We give you 10 % off."]);
});

test("over the cap: the refusal names it", async () => {
  const ticketId = await wire.newTicket();
  await edit(ticketId, "Hello. We give you 40 % off.", AGENT);
  const card = await wire.card(ticketId);
  expect(shown(card)).not.toContain("Allow…");
  expect(shown(card)).toContain("Nobody on this desk may allow that much");
});

test("a window that is older than the answer changes nothing", async () => {
  const ticketId = await wire.newTicket();
  await edit(ticketId, "Hello. We give you 10 % off.", AGENT);
  const admin = wire.slack.as(ADMIN);
  await admin.press(await wire.card(ticketId), { text: "Allow…" });
  await window(ADMIN, "answer.allow");
  await edit(ticketId, "Hello. We give you 20 % off.", AGENT);
  await admin.submit();
  expect(JSON.stringify(wire.slack.modal(ADMIN))).toContain("Something changed");
  expect(shown(await wire.card(ticketId))).not.toContain("🔓");
});
