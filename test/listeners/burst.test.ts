import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { heldTickets, holdCard } from "../../src/db/bursts.ts";
import { recordCard } from "../../src/db/tickets.ts";
import { BURST_PAGE } from "../../src/domain/burst.ts";
import { readBurst } from "../../src/tickets/read-burst.ts";
import { burstMessage } from "../../src/views/burst.ts";
import { BURST } from "../../src/views/ids.ts";
import { burstRef, ticketRef } from "../../src/views/references.ts";
import { AGENT, again, aWire, GUEST, STRANGER, VIEWER, type Wire } from "../fakes/wire.ts";

const CHANNEL = "C0SUPPORT";
const TICKETS = BURST_PAGE + 2;
let wire: Wire;
let message: { channel: string; ts: string };
/** Show as Bob pressed it, to be sent again from other hands. */
let pressed: Record<string, unknown>;
beforeAll(async () => {
  wire = await aWire();
  for (let at = 0; at < TICKETS; at++) await wire.newTicket();
  const { db, settings, now, slack } = wire;
  for (let id = 1; id <= TICKETS; id++) {
    const ticket = await wire.ticket(id);
    await db.transaction(async (tx) => {
      await recordCard(tx, id, { cardChannel: null, cardTs: null });
      await holdCard(tx, ticket, now());
    });
  }
  const burst = (await readBurst(db.read, settings.current().settings, CHANNEL))!;
  const content = burstMessage(burst, CHANNEL, { now: now(), timezone: "UTC" });
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  message = (await client.chat.postMessage({ channel: CHANNEL, ...content })) as typeof message;
});
afterAll(() => wire.end());

const held = () => heldTickets(wire.db.read, ["support"], 100);
const window = async (user: string, holds: string) =>
  (await wire.slack.until(
    () => {
      const modal = wire.slack.modal(user);
      return modal && JSON.stringify(modal).includes(holds) ? modal : undefined;
    },
    { timeoutMs: 5_000 },
  ))!;

test("Show opens the list, its pages turn, and a claimed ticket leaves it", async () => {
  const bob = wire.slack.as(AGENT);
  const outcome = await bob.press(wire.slack.message(message.channel, message.ts)!, { text: "Show" });
  pressed = outcome.payload!;
  const first = await window(AGENT, `${TICKETS} waiting`);
  await bob.press({ id: first.id }, { actionId: `${BURST.page}.1` });
  const second = await window(AGENT, "← Earlier");
  const [number] = (await held()).slice(-1);
  await bob.press({ id: second.id }, { actionId: BURST.claim, blockId: `waiting:${number}` });
  await window(AGENT, `${TICKETS - 1} waiting`);
  expect(await wire.ticket(number!)).toMatchObject({ state: "claimed", owner: AGENT });
  expect(await held()).not.toContain(number);
});

test("Open shows the ticket over the list, with its own buttons, and lets its card go", async () => {
  const bob = wire.slack.as(AGENT);
  const list = await window(AGENT, "waiting*");
  const [number] = await held();
  await bob.press({ id: list.id }, { actionId: `${BURST.page}.0` });
  await window(AGENT, `waiting:${number}"`);
  await bob.press({ id: list.id }, { actionId: BURST.open, blockId: `waiting:${number}` });
  await window(AGENT, `Ticket #${number}`);
  expect(await held()).not.toContain(number);
});

test("viewers look and change nothing; strangers, guests and other companies see nothing", async () => {
  const before = await held();
  const press = (action_id: string, value: string, change: { user?: string; team?: string }) =>
    wire.slack.deliver(again(pressed, { ...change, action: { action_id, value } }));
  const [number] = before as [number];
  expect(await wire.told(() => press(BURST.claim, ticketRef(number), { user: VIEWER }))).toContain('role "agent"');
  // Their window does not open, because this press is a copy; what matters is that no card comes.
  expect(await wire.told(() => press(BURST.open, ticketRef(number), { user: VIEWER }))).toContain("this id");
  for (const id of [BURST.show, BURST.open, BURST.claim]) {
    const value = id === BURST.show ? burstRef(CHANNEL, 0) : ticketRef(number);
    expect(await wire.told(() => press(id, value, { user: STRANGER }))).toContain("not on this desk's list");
    expect(await wire.told(() => press(id, value, { user: GUEST }))).toContain("Guests of the workspace");
    expect(await wire.told(() => press(id, value, { user: AGENT, team: "T0OTHER" }))).toContain("another workspace");
  }
  expect(await wire.told(() => press(BURST.show, "old", { user: AGENT }))).toMatch(/this id: [0-9a-f]{8}/);
  expect(await held()).toEqual(before);
  expect(wire.slack.modal(STRANGER)).toBeUndefined();
});
