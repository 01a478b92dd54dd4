import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../sandbox/slack/index.ts";
import { getReview } from "../../src/db/reviews.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { ACTION } from "../../src/views/ids.ts";
import { ADMIN, AGENT, aWire, VIEWER, type Wire } from "../fakes/wire.ts";

let wire: Wire;
beforeAll(async () => {
  wire = await aWire(undefined, {
    intents: {
      support: { description: "Questions", posture: "auto", thresholds: { send: 0.8 } },
      other: { description: "Rest" },
    },
    answering: { templates: { support: { en: "Hello,\n\nWe are open from nine to five.\n\nKind regards" } } },
    sending: { review: { by: "person" } },
  });
});
afterAll(() => wire.end());

const posted = (words: string): Promise<Message> =>
  wire.slack.until(() =>
    ["C0SUPPORT", "C0TRIAGE"]
      .flatMap((channel) => wire.slack.messages(channel))
      .find(({ text }) => text.includes(words)),
  );

/** A mail is answered without a person, and a person is asked about it. */
async function asked(): Promise<{ ticketId: number; message: Message }> {
  const ticketId = await wire.newTicket();
  wire.clock.advance(120_000);
  await wire.work();
  return { ticketId, message: await posted(`Was the answer on ticket ${ticketId} fine?`) };
}

test("Fine: a viewer may not, an agent may once, and no word of the mail stays", async () => {
  const { ticketId, message } = await asked();
  expect(JSON.stringify(message.blocks)).toContain("nine to five");
  const press = (user: string) => wire.slack.as(user).press(message, { actionId: ACTION.reviewFine });
  expect(await wire.told(() => press(VIEWER))).toContain('needs the role "agent"');
  await press(AGENT);
  const after = await wire.slack.until(() => {
    const now = wire.slack.message(message.channel, message.ts);
    return now?.text.includes("was fine") ? now : undefined;
  });
  expect(JSON.stringify(after.blocks)).not.toContain("nine to five");
  expect(await getReview(wire.db.read, 1)).toMatchObject({ ticketId, verdict: "fine", person: AGENT });
});

test("Wrong, seriously: the posture falls, the alert's Put back is an admin's", async () => {
  const { message } = await asked();
  await wire.slack.as(AGENT).choose(message, { actionId: ACTION.reviewWrong }, "❗ it says something that is not so");
  await wire.slack.until(() => wire.settings.current().settings.intents["support"]!.posture === "draft");
  await sweep(wire);
  await wire.runner.drain();
  const alert = await posted("no longer sent automatically");
  const press = (user: string) => wire.slack.as(user).press(alert, { actionId: ACTION.brakePutBack });
  expect(await wire.told(() => press(AGENT))).toContain('needs the role "admin"');
  expect(await wire.told(() => press(ADMIN))).toContain("Saved as version");
  expect(wire.settings.current().settings.intents["support"]!.posture).toBe("auto");
  expect(await wire.told(() => wire.slack.as(ADMIN).press(alert, { actionId: ACTION.brakeLeave }))).toContain(
    "settled",
  );
});
