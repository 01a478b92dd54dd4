import { expect, test } from "vitest";
import { getDraft } from "../../src/db/drafts.ts";
import { openIncidents, standingOf } from "../../src/db/incidents.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import { addToIncident } from "../../src/tickets/incidents/add-to-incident.ts";
import { readApproval } from "../../src/tickets/incidents/approve-all.ts";
import { ungroupTicket } from "../../src/tickets/incidents/change-incident.ts";
import { answerAll, aReadingDesk, LEAD, OUTAGE, standing, withIncident } from "../fakes/incident.ts";

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
  desk.mailbox.provider.sendPrepared = async (id) => {
    await sendPrepared(id);
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
