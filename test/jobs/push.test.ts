import { afterEach, expect, test } from "vitest";
import { findMailboxes } from "../../src/db/mailboxes.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { PushNews, PushSource } from "../../src/domain/ports.ts";
import { pushListener, requestWatches } from "../../src/jobs/push.ts";
import { readAlerts } from "../../src/jobs/read-alerts.ts";
import { aDesk, SUPPORT } from "../fakes/desk.ts";

const DAY_MS = 24 * 60 * 60_000;
const TOPIC = "projects/larkspur/topics/gmail";

/** Announcements as a test makes them. */
function anAnnouncer() {
  const news: (PushNews | Error)[] = [];
  let wake: () => void = () => undefined;
  const acknowledged: string[][] = [];
  const source: PushSource = {
    async next(signal) {
      while (news.length === 0) {
        if (signal.aborted) throw new MailroomError("gmail_unavailable");
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener("abort", () => resolve());
        });
      }
      const [first] = news.splice(0, 1);
      if (first instanceof Error) throw first;
      return first!;
    },
    probe: async () => undefined,
  };
  const say = (what: PushNews | Error) => {
    news.push(what);
    wake();
  };
  return {
    source,
    acknowledged,
    fail: (code: "gmail_unavailable" | "gmail_forbidden") => say(new MailroomError(code)),
    announce: (...addresses: string[]) =>
      new Promise<void>((resolve) =>
        say({
          addresses,
          async acknowledge() {
            acknowledged.push(addresses);
            resolve();
          },
        }),
      ),
  };
}

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

async function aListeningDesk() {
  const announcer = anAnnouncer();
  const listener = pushListener(announcer.source);
  stop = listener.stop;
  const watched: string[] = [];
  const refuse = { now: false };
  const desk = await aDesk({
    instead: ({ mail, now }) => ({
      push: { topic: TOPIC, trouble: listener.trouble },
      mail: async (address) => ({
        ...(await mail(address)),
        async watch(topic) {
          if (refuse.now) throw new MailroomError("gmail_forbidden");
          watched.push(topic);
          return { until: now() + 7 * DAY_MS };
        },
      }),
    }),
  });
  listener.start(desk);
  const renew = async (all = false) => {
    await desk.db.transaction((tx) => requestWatches(tx, [SUPPORT], { all, now: desk.now() }));
    await desk.runner.drain();
  };
  const alerts = async () => (await readAlerts(desk.deps)).filter(({ type }) => type === "push");
  return { ...desk, announcer, listener, watched, refuse, renew, alerts };
}

test("an announcement has its mailbox read, and is acknowledged once that is on disk", async () => {
  const desk = await aListeningDesk();
  desk.mailbox.deliver({ id: "m1", subject: "Hello", text: "Could you look into our reminders, please?" });
  await desk.announcer.announce(SUPPORT, "somebody@else.example");
  await desk.runner.drain();
  expect(desk.chat.posts.filter(({ marker }) => marker.type === "mailroom_card")).toHaveLength(1);
  expect(desk.announcer.acknowledged).toHaveLength(1);
});

test("a watch is renewed daily, at a start at once, and never more often", async () => {
  const desk = await aListeningDesk();
  await desk.renew(true);
  await desk.renew();
  expect(desk.watched).toEqual([TOPIC]);
  desk.clock.advance(22 * 60 * 60_000);
  await desk.renew();
  expect(desk.watched).toHaveLength(1);
  desk.clock.advance(60 * 60_000);
  await desk.renew();
  expect(desk.watched).toHaveLength(2);
  const [box] = await findMailboxes(desk.db.read, [SUPPORT]);
  expect(box!.watchedUntil).toBe(desk.now() + 7 * DAY_MS);
});

test("a watch that is refused is tried hourly, and operators hear of it before it ends", async () => {
  const desk = await aListeningDesk();
  await desk.renew(true);
  desk.refuse.now = true;
  for (let day = 0; day < 5; day++) {
    desk.clock.advance(DAY_MS);
    await desk.renew();
    expect(await desk.alerts()).toEqual([]);
  }
  desk.clock.advance(60 * 60_000);
  await desk.renew();
  expect(await desk.alerts()).toMatchObject([{ cause: "push" }]);
  desk.refuse.now = false;
  desk.clock.advance(60 * 60_000);
  await desk.renew();
  expect(await desk.alerts()).toEqual([]);
});

test("what cannot be heard is an alert when it lasts, and over with the next announcement", async () => {
  const desk = await aListeningDesk();
  await desk.renew(true);
  desk.announcer.fail("gmail_unavailable");
  while (!desk.listener.trouble()) await new Promise((resolve) => setImmediate(resolve));
  expect(await desk.alerts()).toEqual([]);
  desk.clock.advance(31_000);
  expect(await desk.alerts()).toMatchObject([{ cause: "push", why: expect.stringContaining("Gmail did not answer") }]);
  await desk.announcer.announce(SUPPORT);
  while (desk.listener.trouble()) await new Promise((resolve) => setImmediate(resolve));
  expect(await desk.alerts()).toEqual([]);
});
