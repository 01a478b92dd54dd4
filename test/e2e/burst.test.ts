import { afterAll, beforeAll, expect, test } from "vitest";
import { cardsIn, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - { address: ${SUPPORT}, queue: support }
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent] }
routing:
  - { name: fire, when: { words: [fireworks] }, route: { priority: urgent } }
`;
const MAILS = 400;

let desk: Desk;
let serial = 0;
beforeAll(async () => {
  desk = await openDesk({ settings: SETTINGS });
  desk.slack.setLimits("slack");
  // How Gmail counts is another matter.
  desk.gmail.knobs.unitsPerUserPerMinute = Number.POSITIVE_INFINITY;
  await desk.start();
  // What comes after the first reading is mail that somebody has just written.
  await desk.gmail.until(({ calls }) => calls.some(({ method }) => method === "history.list"), 30_000);
});
afterAll(() => desk?.end());

const deliver = (subject: string, text: string) => {
  const from = `Customer ${++serial} <c${serial}@quay${serial}.example>`;
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject: `${subject} ${serial}`, text: `${serial}. ${text}` }));
};
const cards = () => cardsIn(desk.slack, "C0TRIAGE", "C0SUPPORT");
const carded = () => new Set(cards().map((card) => /#(\d+)/.exec(shownOn(card))?.[1]));
const bursts = () => desk.slack.messages("C0SUPPORT").filter((message) => shownOn(message).includes("burst.show"));
const waiting = () => Number(/(\d+) more mails? wait/.exec(bursts().map(shownOn).join())?.[1] ?? 0);
const limited = () => desk.slack.refused.filter(({ error }) => error === "ratelimited");

test("four hundred mails at once: a few cards, one message for the rest, and no storm of refusals", async () => {
  for (let mail = 0; mail < MAILS; mail++)
    deliver("Reminders", "Since Monday our reminders are not sent, we only see an error. Could you look into it?");
  // The message is edited every quarter of a minute, and counts what has not got a turn of its own.
  await desk.slack.until(() => waiting() > MAILS - 80, { timeoutMs: 90_000 });
  expect(bursts()).toHaveLength(1);
  expect(carded().size).toBe(cards().length);
  expect(limited().length).toBeLessThan(12);
}, 120_000);

test("a new urgent mail overtakes them all", async () => {
  deliver("Urgent matter", "Fireworks in the server room.");
  const before = cards().length;
  await desk.slack.until(() => cards().find((card) => shownOn(card).includes("Urgent matter")), { timeoutMs: 20_000 });
  expect(cards().length - before).toBeLessThan(15);
}, 40_000);

test("Show lists what waits to whoever asks, page by page; claiming one brings its card", async () => {
  const alice = desk.slack.as("U01ALICE");
  await alice.press(bursts()[0]!, { actionId: "burst.show" });
  const view = await until(desk, () => desk.slack.modal("U01ALICE"));
  await alice.press({ id: view.id }, { actionId: "burst.page.1" });
  const second = await until(desk, () => {
    const shown = desk.slack.modal("U01ALICE");
    return shown && shownOn(shown).includes("← Earlier") ? shown : undefined;
  });
  const number = /waiting:(\d+)/.exec(JSON.stringify(second.blocks))![1]!;
  expect([...carded()]).not.toContain(number);
  await alice.press({ id: second.id }, { actionId: "burst.claim", blockId: `waiting:${number}` });
  await desk.slack.until(() => carded().has(number), { timeoutMs: 20_000 });
  await until(desk, () => !JSON.stringify(desk.slack.modal("U01ALICE")?.blocks).includes(`waiting:${number}"`));
}, 60_000);

test("killed in the middle, it goes on where it was, with the same message", async () => {
  const before = cards().length;
  await desk.kill();
  await desk.start();
  await desk.slack.until(() => cards().length >= before + 8, { timeoutMs: 60_000 });
  expect(bursts()).toHaveLength(1);
  expect(carded().size).toBe(cards().length);
}, 90_000);
