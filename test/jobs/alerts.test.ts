import { beforeEach, expect, test } from "vitest";
import { listMailboxes, markDisconnected } from "../../src/db/mailboxes.ts";
import { recordModelCalls } from "../../src/db/model-calls.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { readAlerts } from "../../src/jobs/read-alerts.ts";
import { requestPoll } from "../../src/jobs/request-poll.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { replayDeadLetter } from "../../src/tickets/dead-letters.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: Awaited<ReturnType<typeof aDesk>>;
let broken: boolean;
beforeEach(async () => {
  broken = true;
  desk = await aDesk({
    settings: settingsWith({ alertsChannel: "C0OPS", model: { dailyCapUsd: 1 } }),
    instead: ({ triage }) => ({
      triage: async (input) => {
        if (broken) throw new MailroomError("content_key_wrong");
        return triage(input);
      },
    }),
  });
});

const shown = (one: { text: string; blocks: unknown[] }) => one.text + JSON.stringify(one.blocks);
const posts = () => desk.chat.posts.filter((post) => post.channel === "C0OPS");
const standing = () =>
  posts().map((post) => shown(desk.chat.updates.findLast((update) => update.ts === post.ts) ?? post));
async function look(afterMs = 0): Promise<void> {
  desk.clock.advance(afterMs);
  await sweep(desk.deps);
  await desk.runner.drain();
}
let serial = 0;
async function mailThatFails(): Promise<void> {
  desk.mailbox.deliver({
    id: `bad${++serial}`,
    subject: "Broken",
    text: `Something that cannot be read, number ${serial}`,
  });
  await desk.work();
}

test("dead letters: one message with Replay for each, edited as more come, and done when all are replayed", async () => {
  await mailThatFails();
  await look();
  await look();
  expect(standing()).toHaveLength(1);
  expect(standing()[0]).toContain("1 piece of work given up");
  expect(standing()[0]).toContain("home.replay");
  expect(standing()[0]).not.toContain("Broken");
  await mailThatFails();
  await look(MINUTE);
  expect(standing()).toHaveLength(1);
  expect(standing()[0]).toContain("2 pieces of work given up");

  broken = false;
  const letters = [...standing()[0]!.matchAll(/"value":"(\d+)"/g)].map(([, id]) => Number(id));
  for (const jobId of letters) await replayDeadLetter(desk)({ by: "U01ALICE", jobId });
  await desk.runner.drain();
  await look(MINUTE);
  expect(standing()).toEqual([expect.stringContaining("✅ Over after 2 min")]);
});

test("at most one new message a cause and hour: what comes back sooner is written into the old one", async () => {
  const [box] = await listMailboxes(desk.db.read);
  const cut = () => desk.db.transaction((tx) => markDisconnected(tx, box!.id, "gmail_disconnected", desk.now()));
  await cut();
  await look();
  expect(standing()[0]).toContain("support@larkspur.example is not being read");
  expect(standing()[0]).toContain("npm run gmail:connect");
  broken = false;
  await mailThatFails();
  await look(MINUTE);
  expect(standing()[0]).toContain("the mailbox is read again");
  await cut();
  await look(MINUTE);
  expect(standing()).toHaveLength(1);
  expect(standing()[0]).toContain("is not being read");
  await mailThatFails();
  await look(MINUTE);
  desk.clock.advance(HOUR);
  await cut();
  await look();
  expect(standing()).toHaveLength(2);
});

test("the spent budget and a queue that nobody works on say what to do", async () => {
  const step = {
    engine: "gpt",
    outcome: "ok",
    tookMs: 1,
    inputTokens: 1,
    cachedTokens: 0,
    outputTokens: 1,
    costUsd: 1.5,
  };
  await desk.db.transaction((tx) => recordModelCalls(tx, "triage", 1, [step], desk.now()));
  await look();
  expect(standing()[0]).toContain("$1.50 of $1.00");
  expect(standing()[0]).toContain("model.dailyCapUsd");
  broken = false;
  await desk.db.transaction((tx) => requestPoll(tx, 1, desk.now()));
  desk.clock.advance(11 * MINUTE);
  expect((await readAlerts(desk)).find(({ type }) => type === "backlog")).toMatchObject({ waiting: 1 });
});
