import { expect, test } from "vitest";
import { ADMIN, aWire } from "../fakes/wire.ts";

/** Data that comes when the test says so. */
function held() {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { gate, release };
}

async function aSlowDesk() {
  const { gate, release } = held();
  const wire = await aWire(({ readAnswer }) => ({
    readAnswer: async (request) => {
      await gate;
      return readAnswer(request);
    },
  }));
  const ticket = await wire.newTicket();
  const card = await wire.card(ticket);
  const alice = wire.slack.as(ADMIN);
  await alice.press(card, { text: "Edit" });
  const shown = () => JSON.stringify(wire.slack.modal(ADMIN)?.blocks ?? []);
  await wire.slack.until(() => shown().includes("One moment"));
  return { wire, alice, card, release, shown };
}

test("Edit opens at once while the answer is fetched, fills in, and sends", async () => {
  const { wire, alice, release, shown } = await aSlowDesk();
  expect(wire.slack.modal(ADMIN)).not.toHaveProperty("submit.text");
  release();
  await wire.slack.until(() => shown().includes("body-0"));
  expect((await alice.submit({ "body-0": "We are on it." })).ok).toBe(true);
  await wire.runner.drain();
  expect(wire.mailbox.sent.at(-1)?.body).toContain("We are on it.");
  expect(wire.slack.refused).toEqual([]);
  await wire.end();
});

test("closed before it was filled: nothing follows, and nobody is bothered", async () => {
  const { wire, alice, release } = await aSlowDesk();
  await alice.closeModal();
  release();
  await wire.slack.until(() => wire.slack.refused.some(({ error }) => error === "not_found"));
  expect(wire.slack.modal(ADMIN)).toBeUndefined();
  expect(wire.privateTo(ADMIN)).toEqual([]);
  await wire.end();
});

test("what turns out to be refused is said in the window that stands", async () => {
  const { wire, release, shown } = await aSlowDesk();
  await wire.deps.closeTicket({ ticketId: 1, by: ADMIN, outcome: "closed" });
  release();
  await wire.slack.until(() => shown().includes("finished") || shown().includes("Reopen it first"));
  await wire.end();
});
