import { expect, test } from "vitest";
import { openIncidents, standingOf } from "../../src/db/incidents.ts";
import { enqueue, listDeadJobs } from "../../src/db/jobs.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { aReadingDesk, OUTAGE } from "../fakes/incident.ts";

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
