import { expect, test } from "vitest";
import { eq } from "../../src/db/drizzle.ts";
import { openIncidents, standingOf } from "../../src/db/incidents.ts";
import { enqueue, listDeadJobs } from "../../src/db/jobs.ts";
import { effects } from "../../src/db/schema-work.ts";
import { addSettingsVersion } from "../../src/db/settings-versions.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { readAlerts } from "../../src/jobs/read-alerts.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { aReadingDesk } from "../fakes/incident.ts";
import { OUTAGE } from "../fakes/incident-mails.ts";

type Desk = Awaited<ReturnType<typeof aReadingDesk>>;

/** Slack takes no card meanwhile, or nothing. */
async function withoutCards(desk: Desk, work: () => Promise<unknown>, all = false): Promise<void> {
  const { post } = desk.chat;
  desk.chat.post = async (posting) => {
    if (all || posting.marker.type === "mailroom_card") throw new MailroomError("slack_unavailable");
    return post(posting);
  };
  await work();
  desk.chat.post = post;
}

test("members that joined before their cards were posted stand on the incident's; urgent ones and stop lines never", async () => {
  const desk = await aReadingDesk({
    routing: [{ name: "quiet", when: { domain: "quiet.example" }, route: { priority: "low" } }],
  });
  const [first, ...rest] = OUTAGE;
  const law = {
    ...first!,
    text: `${first!.text} If it is not back in an hour you will hear from our lawyer and we sue you.`,
  };
  await withoutCards(desk, async () => {
    desk.deliver(law, { id: "law", from: "Les Legal <les@quiet.example>" });
    for (const line of rest) desk.deliver(line);
    await desk.settle();
  });
  desk.clock.advance(60_000);
  await desk.runner.drain();
  const [incident] = await openIncidents(desk.db.read);
  const members = await standingOf(desk.db.read, incident!.id);
  expect(members).toHaveLength(12);
  const tickets = await Promise.all(members.map(({ ticketId }) => desk.ticketOf(ticketId)));
  const quiet = tickets.find(({ about }) => about!.sender.address === "les@quiet.example")!;
  expect(quiet).toMatchObject({ priority: "low", cardTs: expect.any(String) });
  const pressing = tickets.filter(({ priority }) => priority === "high" || priority === "urgent");
  expect(pressing.length).toBeGreaterThan(0);
  for (const { id, cardTs, priority } of tickets)
    expect({ id, card: cardTs !== null }).toEqual({
      id,
      card: id === quiet.id || priority === "high" || priority === "urgent",
    });
});

test("a member without a card has one before its time is up, with the line that says so under it", async () => {
  const desk = await aReadingDesk({
    sla: { firstResponse: { urgent: "10m", high: "50m", normal: "100m", low: "100m" }, nextResponse: {} },
  });
  await withoutCards(desk, async () => {
    for (const line of OUTAGE) desk.deliver(line);
    await desk.settle();
  });
  const [incident] = await openIncidents(desk.db.read);
  const look = async (minutes: number) => {
    desk.clock.advance(minutes * 60_000);
    await sweep(desk.deps);
    await desk.runner.drain();
    const members = await standingOf(desk.db.read, incident!.id);
    return (await Promise.all(members.map(({ ticketId }) => desk.ticketOf(ticketId)))).filter(
      ({ priority }) => priority === "normal",
    );
  };
  const before = await look(76);
  expect(before.length).toBeGreaterThan(0);
  for (const { cardTs } of before) expect(cardTs).toBeNull();
  for (const { cardTs, id } of await look(15)) {
    const told = desk.chat.posts.filter((post) => post.threadTs === cardTs).map((post) => JSON.stringify(post));
    expect({ id, told: told.some((line) => line.includes("due")) }).toEqual({ id, told: true });
  }
});

test("an outage of Slack that outlasts four tries leaves no incident without its card", async () => {
  const desk = await aReadingDesk();
  await withoutCards(
    desk,
    async () => {
      for (const line of OUTAGE) desk.deliver(line);
      await desk.settle();
      for (let tries = 0; tries < 6; tries++) {
        desk.clock.advance(60_000);
        await desk.runner.drain();
      }
    },
    true,
  );
  expect((await listDeadJobs(desk.db.read, 50)).map(({ kind }) => kind)).toContain("draw-incident");
  await desk.db.transaction((tx) => enqueue(tx, { kind: "sweep", key: "sweep", payload: {} }, desk.now()));
  await desk.runner.drain();
  expect(desk.posts("incident")).toHaveLength(1);
  expect(desk.shown()).toContain("12 mails from 12 customers");
  expect((await listDeadJobs(desk.db.read, 50)).map(({ kind }) => kind)).not.toContain("draw-incident");
});

test("an incident whose channel was archived has its card where its queue writes now", async () => {
  const desk = await aReadingDesk();
  const { post, update } = desk.chat;
  const shut = new Set(["C0SUPPORT"]);
  const open = (channel: string) => {
    if (shut.has(channel)) throw new MailroomError("slack_channel_unreachable");
  };
  desk.chat.post = async (posting) => {
    open(posting.channel);
    return post(posting);
  };
  desk.chat.update = async (at, message) => {
    open(at.channel);
    return update(at, message);
  };
  const writeIn = async (channel: string) => {
    const { version, settings } = desk.settings.current();
    const queues = { ...settings.queues, support: { ...settings.queues["support"]!, channel } };
    const next = { version: version + 1, settings: { ...settings, queues }, savedBy: "U01ALICE", savedAt: desk.now() };
    await desk.db.transaction((tx) => addSettingsVersion(tx, { ...next, note: "moved" }));
    await desk.settings.reload();
  };
  for (const line of OUTAGE) desk.deliver(line);
  await desk.settle();
  expect(desk.posts("incident")).toEqual([]);
  desk.clock.advance(20 * 60_000);
  await desk.runner.drain();
  expect(await readAlerts(desk)).toContainEqual(expect.objectContaining({ type: "channel", cause: "channel" }));
  await writeIn("C0NEW");
  desk.clock.advance(20_000);
  await desk.runner.drain();
  expect(desk.posts("incident").map(({ channel }) => channel)).toEqual(["C0NEW"]);
  // No card of its own is left that nobody will ever post.
  const { idempotencyKey: key, state } = effects;
  const planned = await desk.db.read.select({ key }).from(effects).where(eq(state, "planned"));
  expect(planned.filter((one) => one.key.startsWith("incident:"))).toEqual([]);
  expect(await readAlerts(desk)).not.toContainEqual(expect.objectContaining({ type: "channel" }));
  // One that stands in a channel that is archived later is posted anew, too.
  shut.add("C0NEW");
  await writeIn("C0NEWER");
  desk.deliver({ subject: "Login broken?", text: OUTAGE[1]!.text });
  await desk.settle();
  expect(desk.posts("incident").map(({ channel }) => channel)).toEqual(["C0NEW", "C0NEWER"]);
});
