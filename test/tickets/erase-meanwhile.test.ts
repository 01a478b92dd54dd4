import { describe, expect, test } from "vitest";
import { sql } from "../../src/db/drizzle.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { executeEffect } from "../../src/jobs/effects/execute.ts";
import { effectHandlers } from "../../src/jobs/handlers.ts";
import { proposeArticle } from "../../src/jobs/propose-articles.ts";
import { replayMessage } from "../../src/jobs/replay.ts";
import { Placeholders, type PlaceholdersState } from "../../src/pipeline/redact/placeholders.ts";
import { erasePerson } from "../../src/tickets/erase-person.ts";
import { addNote } from "../../src/tickets/note.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";
import { everyRow, HERS, holding, MINUTE, ORLA, oneTicket, shownInSlack } from "../fakes/orla.ts";

type Desk = Awaited<ReturnType<typeof aDesk>>;

describe("erased while a model was reading", () => {
  /** A model that takes so long that somebody erases Orla meanwhile, the first time it is asked after `armed`. */
  const slowDesk = async () => {
    const erase = { armed: false };
    const meanwhile = async (db: Desk["db"], now: () => number) => {
      if (!erase.armed) return;
      erase.armed = false;
      await erasePerson(db, ORLA, "command line", now);
    };
    const asked: (string | undefined)[] = [];
    const desk = await oneTicket({
      instead: ({ triage, db, now }) => ({
        triage: async (input) => {
          asked.push(JSON.stringify(input.placeholders));
          await meanwhile(db, now);
          const placeholders = input.placeholders
            ? Placeholders.restore(input.placeholders as PlaceholdersState)
            : new Placeholders();
          placeholders.tokenFor("email", input.email.from?.address ?? "");
          return { ...(await triage(input)), placeholders: placeholders.toJSON() };
        },
        phrase: async (article) => {
          await meanwhile(db, now);
          return article;
        },
      }),
    });
    return { ...desk, erase, asked };
  };

  test("a mail that is read anew leaves no decision, and a proposal is not made", async () => {
    const replayed = await slowDesk();
    replayed.erase.armed = true;
    expect(await replayMessage(replayed.deps)(1)).toBeUndefined();
    expect(holding(await everyRow(replayed), HERS)).toEqual([]);

    const proposing = await slowDesk();
    proposing.erase.armed = true;
    expect(await proposeArticle(proposing.deps)({ ticketId: 1, by: "U02BOB" })).toEqual({ kind: "no-answer" });
    await proposing.work();
    expect(holding(await everyRow(proposing), HERS)).toEqual([]);
    expect(proposing.chat.posts.some(({ text }) => text.startsWith("An article is proposed"))).toBe(false);
  });

  test("a colleague's mail in the conversation is read once more, without what came before it", async () => {
    const desk = await slowDesk();
    desk.erase.armed = true;
    desk.mailbox.deliver({
      id: "t2",
      thread: "t",
      from: "Finn <finn@harbour.example>",
      subject: "Re: The pot",
      text: "It has arrived at last, and we would like another one.",
    });
    await desk.work();
    expect(desk.asked).toHaveLength(3);
    expect(desk.asked[1]).toContain(ORLA);
    expect(desk.asked[2]).toBeUndefined();
    const rows = await everyRow(desk);
    expect(holding(rows, ["orla", "LK-0417", "cracked"])).toEqual([]);
    expect(rows.get("messages")).toContain("another one");
  });
});

test("what is being posted is waited for, and erased once it stands", async () => {
  const desk = await aDesk({ settings: settingsWith() });
  const post = desk.chat.post.bind(desk.chat);
  let left: number[] | undefined;
  desk.chat.post = async (posting, ...rest) => {
    if (posting.marker.type === "mailroom_note" && left === undefined)
      left = (await erasePerson(desk.db, ORLA, "command line", desk.now)).left;
    return post(posting, ...rest);
  };
  desk.mailbox.deliver({ id: "t", subject: "The teapot", text: "My order LK-0417 came with a cracked teapot." });
  await desk.work();
  expect(left).toEqual([1]);
  expect(holding(await everyRow(desk), ["teapot"])).not.toEqual([]);
  expect((await erasePerson(desk.db, ORLA, "command line", desk.now)).left).toEqual([]);
  await desk.work();
  expect(holding(await everyRow(desk), HERS)).toEqual([]);
  expect(
    holding(
      shownInSlack(desk).map(({ kind, text }) => [kind, text]),
      HERS,
    ),
  ).toEqual([]);
});

test("a mail that waits to be shown in Slack is not shown between two steps of the erasing", async () => {
  const desk = await aDesk({ settings: settingsWith() });
  const post = desk.chat.post.bind(desk.chat);
  desk.chat.post = async (posting, ...rest) => {
    if (posting.marker.type === "mailroom_note")
      throw new MailroomError("slack_rate_limited", { retryAfterMs: MINUTE });
    return post(posting, ...rest);
  };
  desk.mailbox.deliver({ id: "t", subject: "The teapot", text: "My order LK-0417 came with a cracked teapot." });
  await desk.work();
  desk.chat.post = post;
  desk.clock.advance(2 * MINUTE);
  const transaction: Desk["db"]["transaction"] = async (...step) => {
    const done = await desk.db.transaction(...step);
    await desk.runner.drain();
    return done;
  };
  await erasePerson({ ...desk.db, transaction }, ORLA, "command line", desk.now);
  expect(desk.chat.posts).toHaveLength(1);
  expect(holding([["card", JSON.stringify(desk.chat.updates.at(-1))]], HERS)).toEqual([]);
});

test("a note that was read before the erasing is not posted after it", async () => {
  const desk = await oneTicket();
  await addNote(desk)({ ticketId: 1, by: "U02BOB", note: "She sounds grumpy" });
  const [row] = (await desk.db.read.all(sql`select max(id) as id from effects`)) as { id: number }[];
  const posts = desk.chat.posts.length;
  const handlers = effectHandlers(desk.deps);
  const erasing: typeof handlers = {
    ...handlers,
    "slack.note": {
      ...handlers["slack.note"],
      prepare: async () => {
        expect((await erasePerson(desk.db, ORLA, "command line", desk.now)).left).toEqual([]);
        return { kind: "ready" };
      },
    },
  };
  const { db, now } = desk;
  const effect = await executeEffect({ db, handlers: erasing, now }, row!.id, { finish: async () => undefined });
  expect(effect).toMatchObject({ kind: "slack.note", state: "cancelled" });
  expect(desk.chat.posts).toHaveLength(posts);
});
