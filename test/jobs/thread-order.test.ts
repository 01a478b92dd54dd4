import { expect, test } from "vitest";
import { MailroomError } from "../../src/domain/errors.ts";
import { claimTicket, releaseTicket } from "../../src/tickets/claim.ts";
import { aDesk } from "../fakes/desk.ts";

const linesOf = (desk: Awaited<ReturnType<typeof aDesk>>) =>
  desk.chat.posts.filter((post) => post.threadTs !== undefined).map(({ text }) => text);

test("lines of a thread come in the order of what happened, also when an earlier one had to stand back", async () => {
  const desk = await aDesk();
  desk.mailbox.deliver({ id: "m1", subject: "Reminders", text: "The reminders have stopped. Can you look?" });
  await desk.work();
  const { post } = desk.chat;
  let busy = 2;
  desk.chat.post = async (posting, asker) => {
    if (posting.threadTs && busy-- > 0) throw new MailroomError("slack_rate_limited", { retryAfterMs: 3_000 });
    return post(posting, asker);
  };
  const before = linesOf(desk).length;
  // Faster than Slack: each press is a line of its own.
  await claimTicket(desk)({ ticketId: 1, by: "U02BOB" });
  await desk.runner.drain();
  await releaseTicket(desk)({ ticketId: 1, by: "U02BOB" });
  await desk.runner.drain();
  await claimTicket(desk)({ ticketId: 1, by: "U01ALICE" });
  for (let second = 0; second < 12; second++) {
    await desk.runner.drain();
    desk.clock.advance(1_000);
  }
  const lines = linesOf(desk).slice(before);
  expect(lines).toHaveLength(3);
  expect(lines.map((line) => (line.includes("Alice") ? "Alice" : "Bob"))).toEqual(["Bob", "Bob", "Alice"]);
  expect(lines[0]).toContain("has it");
  expect(lines[1]).not.toEqual(lines[0]);
});
