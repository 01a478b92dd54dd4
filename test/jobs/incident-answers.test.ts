import { expect, test } from "vitest";
import { getDraft } from "../../src/db/drafts.ts";
import { openIncidents, standingOf } from "../../src/db/incidents.ts";
import { listDeadJobs } from "../../src/db/jobs.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { answerIncident } from "../../src/jobs/incidents/answer-incident.ts";
import { addToIncident } from "../../src/tickets/incidents/add-to-incident.ts";
import { readApproval } from "../../src/tickets/incidents/approve-all.ts";
import { ungroupTicket } from "../../src/tickets/incidents/change-incident.ts";
import { SUPPORT } from "../fakes/desk.ts";
import { answerAll, aReadingDesk, LEAD, standing, withIncident } from "../fakes/incident.ts";
import { OUTAGE } from "../fakes/incident-mails.ts";

test("an answer for all goes to the customers who are named, and never to another writer of their conversation", async () => {
  const desk = await aReadingDesk();
  const [mallorys, elsewhere, ...rest] = OUTAGE;
  const quiet = { subject: "A question on invoices", text: "Hello, which address do you print on our invoices?" };
  desk.deliver(quiet, { id: "anna", from: "Anna <anna@gmail.com>" });
  await desk.settle();
  // Whoever was in copy writes alike in Anna's conversation.
  desk.deliver(mallorys!, { id: "mallory", from: "Mallory <mallory@gmail.com>", thread: "anna" });
  // And one asks for the answer at another address of the same provider.
  desk.deliver(elsewhere!, {
    id: "bea",
    from: "Bea <bea@gmail.com>",
    headers: "Reply-To: Bea <mallory@gmail.com>\r\n",
  });
  for (const line of rest) desk.deliver(line);
  await desk.settle();
  const [incident] = await openIncidents(desk.db.read);
  const members = await standingOf(desk.db.read, incident!.id);
  const senderOf = async (ticketId: number) => (await desk.ticketOf(ticketId)).about!.sender.address;
  const ticketIds = new Map(
    await Promise.all(members.map(async ({ ticketId }) => [await senderOf(ticketId), ticketId] as const)),
  );
  const { approval } = await answerAll({ ...desk, incident: incident! });
  expect(approval.leftOut).toEqual(
    expect.arrayContaining([
      { ticketId: ticketIds.get("anna@gmail.com"), why: "recipients" },
      { ticketId: ticketIds.get("bea@gmail.com"), why: "recipients" },
    ]),
  );
  await desk.runner.drain();
  expect(desk.mailbox.sent.flatMap(({ to }) => to).sort()).toEqual(approval.ready.map(({ address }) => address).sort());
  expect(desk.mailbox.sent.flatMap(({ to }) => to)).not.toContain("mallory@gmail.com");
});

test("what a press approves is the drafts that its window showed, and none that has taken the place of one", async () => {
  const desk = await withIncident();
  const [first] = await standing(desk);
  const { ticketId } = first!;
  const { approval, approved } = await answerAll(desk, {
    meanwhile: async () => {
      await ungroupTicket(desk)({ by: "U02BOB", ticketId });
      await addToIncident(desk)({ by: "U02BOB", ticketId, incidentId: desk.incident.id });
      await desk.runner.drain();
    },
  });
  expect(approval.ready.map((one) => one.ticketId)).toContain(ticketId);
  expect(approved).toMatchObject({ tickets: 11, leftOut: [{ ticketId, why: "edited" }] });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(11);
  // The new one is shown by the next window.
  const again = await readApproval(desk)({ by: LEAD, incidentId: desk.incident.id });
  expect(again).toMatchObject({ ready: [{ ticketId, draftId: (await desk.ticketOf(ticketId)).draftId }] });
});

test("whoever is taken out before their answer has left gets none; one that is leaving is named", async () => {
  const desk = await withIncident();
  const [first, second] = await standing(desk);
  const { prepare, sendPrepared } = desk.mailbox.provider;
  desk.mailbox.provider.prepare = async () => {
    throw new MailroomError("gmail_unavailable");
  };
  await answerAll(desk);
  await desk.runner.drain();
  expect(await desk.ticketOf(first!.ticketId)).toMatchObject({ state: "sending" });
  expect(await ungroupTicket(desk)({ by: "U02BOB", ticketId: first!.ticketId })).toMatchObject({ leaving: [] });
  expect(await desk.ticketOf(first!.ticketId)).toMatchObject({ state: "claimed", owner: LEAD });
  // Gmail takes them now, and no answer comes back.
  desk.mailbox.provider.prepare = prepare;
  desk.mailbox.provider.sendPrepared = async (...asked) => {
    await sendPrepared(...asked);
    throw new MailroomError("gmail_outcome_unknown");
  };
  desk.clock.advance(60_000);
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(11);
  expect(await ungroupTicket(desk)({ by: "U02BOB", ticketId: second!.ticketId })).toMatchObject({
    leaving: [second!.ticketId],
  });
  const { about } = await desk.ticketOf(first!.ticketId);
  expect(desk.mailbox.sent.flatMap(({ to }) => to)).not.toContain(about!.sender.address);
  // Its draft is there for an approval of its own.
  const draftId = (await desk.ticketOf(first!.ticketId)).draftId!;
  expect(await getDraft(desk.db.read, draftId)).toMatchObject({ state: "live" });
});

test("one whose answer is still leaving when a colleague answers from Gmail holds up nobody's last answer", async () => {
  const desk = await withIncident();
  const [first] = await standing(desk);
  const { ticketId } = first!;
  const { sendPrepared } = desk.mailbox.provider;
  let calls = 0;
  desk.mailbox.provider.sendPrepared = async (...asked) => {
    if (++calls === 1) throw new MailroomError("gmail_outcome_unknown");
    return sendPrepared(...asked);
  };
  await answerAll(desk);
  await desk.runner.drain();
  const leaving = (await standing(desk)).filter(({ state }) => state === "sending");
  expect(leaving.map((one) => one.ticketId)).toEqual([ticketId]);
  const thread = (await desk.ticketOf(ticketId)).providerThreadId;
  const colleague = { subject: "Re: Cannot log in", text: "It works again.", labels: ["SENT"], from: SUPPORT };
  desk.mailbox.deliver({ ...colleague, id: "by-hand", thread });
  await desk.work();
  expect(await desk.ticketOf(ticketId)).toMatchObject({ state: "waiting" });
  const { approved } = await answerAll(desk, { final: true });
  expect(approved).toMatchObject({ kind: "approved", tickets: 11 });
  await desk.runner.drain();
  expect(await listDeadJobs(desk.db.read, 1)).toEqual([]);
  expect(desk.mailbox.sent).toHaveLength(22);
});

test("one that cannot be answered with the others is tried again, then left out; the others have theirs at once", async () => {
  const desk = await withIncident();
  const { approval } = await answerAll(desk);
  const [, second] = await standing(desk);
  /** What concerns the second member cannot be written. */
  const failing = (nth: number) => {
    let at = 0;
    const transaction = (async (work, options) => {
      if (++at === nth) throw new Error("cannot be written");
      return desk.db.transaction(work, options);
    }) as typeof desk.db.transaction;
    return { ...desk.deps, db: { ...desk.db, read: desk.db.read, transaction } };
  };
  await expect(answerIncident(failing(2), desk.incident.id, { attempt: 1 })).rejects.toThrow("cannot be written");
  expect((await standing(desk)).filter(({ state }) => state === "sending")).toHaveLength(11);
  await answerIncident(failing(1), desk.incident.id, { attempt: 4 });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(approval.ready.length - 1);
  expect((await standing(desk)).find(({ id }) => id === second!.id)).toMatchObject({ leftOut: "failed", state: "new" });
  expect(desk.shown()).toContain("something went wrong with this one");
});
