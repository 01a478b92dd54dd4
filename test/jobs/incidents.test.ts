import { expect, test } from "vitest";
import { auditOfTicket } from "../../src/db/audit.ts";
import { sql } from "../../src/db/drizzle.ts";
import { getIncident, openIncidents, standingOf } from "../../src/db/incidents.ts";
import { prune } from "../../src/jobs/prune.ts";
import { claimTicket } from "../../src/tickets/claim.ts";
import { erasePerson } from "../../src/tickets/erase-person.ts";
import { addToIncident } from "../../src/tickets/incidents/add-to-incident.ts";
import { approveForAll, readApproval } from "../../src/tickets/incidents/approve-all.ts";
import {
  cardMember,
  claimIncident,
  describeIncident,
  resolveIncident,
  ungroup,
  ungroupTicket,
  writeReply,
} from "../../src/tickets/incidents/change-incident.ts";
import { readMembers } from "../../src/tickets/incidents/read-incident.ts";
import { answerAll, aReadingDesk, LEAD, standing, TEXT, withIncident } from "../fakes/incident.ts";
import { ORDINARY, OUTAGE } from "../fakes/incident-mails.ts";

test("twelve alike mails among six others are one incident with one card, and nothing else is", async () => {
  const desk = await withIncident();
  expect(await openIncidents(desk.db.read)).toHaveLength(1);
  const members = await standingOf(desk.db.read, desk.incident.id);
  expect(members).toHaveLength(12);
  for (const { ticketId } of members)
    expect(OUTAGE.map(({ subject }) => subject)).toContain((await desk.ticketOf(ticketId)).about!.subject);
  expect(desk.posts("incident")).toHaveLength(1);
  expect(desk.shown()).toContain("12 mails from 12 customers");
  expect(desk.shown()).toContain("…and 4 more");
});

test("who was not needed has a card, who came later stands on the incident's, and opening one brings its card", async () => {
  const desk = await withIncident();
  const before = desk.posts("card").length;
  desk.deliver({
    subject: "Login broken?",
    text: "We cannot log in any more, error 502 on the login page since this morning.",
  });
  await desk.settle();
  expect(desk.shown()).toContain("13 mails from 13 customers");
  expect(desk.posts("incident")).toHaveLength(1);
  // Its card was asked for before anybody had compared it; a mail compared in time would have none.
  const [last] = (await standing(desk)).slice(-1);
  const opened = await desk.ticketOf(last!.ticketId);
  await cardMember(desk)({ by: "U02BOB", incidentId: desk.incident.id, ticketId: opened.id });
  await desk.runner.drain();
  expect((await desk.ticketOf(opened.id)).cardTs).not.toBeNull();
  expect(desk.posts("card").length).toBe(before + 1);
});

test("one answer goes to each customer once, in their language, to nobody else, and tells nothing of the others", async () => {
  const desk = await withIncident();
  const { approval, approved } = await answerAll(desk);
  expect(approval.ready).toHaveLength(12);
  expect(approved).toMatchObject({ kind: "approved", tickets: 12, leftOut: [] });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(12);
  const addresses = new Set<string>();
  for (const { ticketId } of await standing(desk)) {
    const ticket = await desk.ticketOf(ticketId);
    expect(ticket.state).toBe("waiting");
    const own = desk.mailbox.sent.filter(({ to }) => to.includes(ticket.about!.sender.address));
    expect(own).toHaveLength(1);
    expect(own[0]!.to).toEqual([ticket.about!.sender.address]);
    expect(own[0]!.threadId).toBe(ticket.providerThreadId);
    expect(own[0]!.automatic).toBe(false);
    addresses.add(ticket.about!.sender.address);
    for (const other of (await standing(desk)).filter((one) => one.ticketId !== ticketId)) {
      const { about } = await desk.ticketOf(other.ticketId);
      expect(`${own[0]!.subject}\n${own[0]!.body}`).not.toContain(about!.sender.address);
      expect(own[0]!.body).not.toContain(about!.sender.name);
    }
  }
  expect(addresses.size).toBe(12);
  expect(desk.mailbox.sent.filter(({ body }) => body.includes("Anmeldung")).length).toBe(2);
  // Pressed twice, asked for twice: nothing more leaves.
  const again = await readApproval(desk)({ by: LEAD, incidentId: desk.incident.id });
  expect(again).toMatchObject({ ready: [], leftOut: [] });
  await desk.settle();
  expect(desk.mailbox.sent).toHaveLength(12);
  expect(desk.shown()).toContain("✅ 12 sent");
});

test("whoever wrote again, was answered, is a colleague's or stands behind a stop line is left out, and it says why", async () => {
  const desk = await aReadingDesk({ vips: { addresses: ["vip@clinic.example"] } });
  for (const line of OUTAGE) desk.deliver(line);
  desk.deliver(OUTAGE[1]!, { id: "vip", from: "Vera Important <vip@clinic.example>" });
  desk.deliver(
    {
      subject: OUTAGE[3]!.subject,
      text: `${OUTAGE[3]!.text} If this is not back in an hour you will hear from our lawyer and we sue you.`,
    },
    { id: "law", from: "Les Legal <law@clinic.example>" },
  );
  await desk.settle();
  const [incident] = await openIncidents(desk.db.read);
  const all = { ...desk, incident: incident! };
  const members = await standing(all);
  expect(members).toHaveLength(14);
  const of = async (address: string) => {
    const tickets = await Promise.all(members.map(({ ticketId }) => desk.ticketOf(ticketId)));
    return tickets.find(({ about }) => about!.sender.address === address)!;
  };
  const [wroteAgain, colleagues, closed] = await Promise.all(
    ["c1", "c2", "c3"].map((one, index) => of(`${one}@clinic${index + 1}.example`)),
  );
  await claimTicket(desk)({ ticketId: colleagues!.id, by: "U02BOB" });
  const { approval, approved } = await answerAll(all, {
    meanwhile: async () => {
      desk.deliver(
        { subject: "Re: Cannot log in", text: "It works again on one of our machines, the others still fail." },
        { id: "later", from: "Customer 1 <c1@clinic1.example>", thread: wroteAgain!.providerThreadId },
      );
      await desk.settle();
      const { closeTicket } = await import("../../src/tickets/finish.ts");
      await closeTicket(desk)({ ticketId: closed!.id, by: LEAD, outcome: "closed" });
    },
  });
  const law = await of("law@clinic.example");
  const vip = await of("vip@clinic.example");
  expect(approval.leftOut).toEqual(
    expect.arrayContaining([
      { ticketId: law.id, why: "stop-line" },
      { ticketId: vip.id, why: "vip" },
      { ticketId: colleagues!.id, why: "taken" },
    ]),
  );
  expect(approved).toMatchObject({
    kind: "approved",
    tickets: 9,
    leftOut: expect.arrayContaining([
      { ticketId: wroteAgain!.id, why: "newer-mail" },
      { ticketId: closed!.id, why: "done" },
    ]),
  });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(9);
  const reached = desk.mailbox.sent.flatMap(({ to }) => to);
  for (const ticket of [law, vip, colleagues!, wroteAgain!, closed!])
    expect(reached).not.toContain(ticket.about!.sender.address);
  // Theirs waits to be approved by itself.
  expect((await desk.ticketOf(vip.id)).draftId).not.toBeNull();
  expect(desk.shown()).toContain("a stop line holds");
});

test("what changes between the approval and its turn is left out too", async () => {
  const desk = await withIncident();
  const { approved } = await answerAll(desk);
  expect(approved).toMatchObject({ tickets: 12 });
  // The job has not come to it yet: a colleague in Gmail, or the customer, was faster.
  const [first] = await standing(desk);
  desk.deliver(
    { subject: "Re: Cannot log in", text: "Any news? It is still the same error for all of us here." },
    {
      id: "faster",
      from: "Customer 1 <c1@clinic1.example>",
      thread: (await desk.ticketOf(first!.ticketId)).providerThreadId,
    },
  );
  const { pollMailbox } = await import("../../src/jobs/poll-mailbox.ts");
  const { processMessage } = await import("../../src/jobs/process-message.ts");
  await pollMailbox(desk.deps, 1);
  const { findLedgerRow } = await import("../../src/db/ledger.ts");
  const row = (await findLedgerRow(desk.db.read, 1, "faster"))!;
  await desk.db.transaction(async () => undefined);
  await processMessage(desk.deps, row.id, { finish: async () => undefined } as never);
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(11);
  expect((await auditOfTicket(desk.db.read, first!.ticketId, 100)).map(({ action }) => action)).toContain(
    "incident.left-out",
  );
});

test("only a lead or an admin approves for all, agents do the rest, viewers nothing", async () => {
  const desk = await withIncident();
  const about = { incidentId: desk.incident.id };
  expect(await writeReply(desk)({ ...about, by: "U03CARA", texts: TEXT, final: false })).toMatchObject({
    kind: "forbidden",
  });
  expect(await writeReply(desk)({ ...about, by: "U02BOB", texts: TEXT, final: false })).toMatchObject({
    kind: "written",
  });
  await desk.runner.drain();
  expect(await readApproval(desk)({ ...about, by: "U02BOB" })).toMatchObject({ kind: "not-lead" });
  expect(await approveForAll(desk)({ ...about, by: "U02BOB", replyId: 1, shown: [1, 2, 3] })).toMatchObject({
    kind: "not-lead",
  });
  expect(await claimIncident(desk)({ ...about, by: "U03CARA", release: false })).toMatchObject({ kind: "forbidden" });
  expect(await claimIncident(desk)({ ...about, by: "U02BOB", release: false })).toMatchObject({ kind: "claimed" });
  expect(await claimIncident(desk)({ ...about, by: "U01ALICE", release: false })).toEqual({
    kind: "taken",
    owner: "U02BOB",
  });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(0);
  expect(desk.shown()).toContain("<@U02BOB>");
});

test("an answer written anew voids what a window showed; with sending off nothing is approved", async () => {
  const desk = await withIncident();
  const about = { by: LEAD, incidentId: desk.incident.id };
  const { approved } = await answerAll(desk, {
    meanwhile: () =>
      writeReply(desk)({ ...about, texts: { en: "Something else altogether for all of you." }, final: false }),
  });
  expect(approved).toEqual({ kind: "rewritten" });
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(0);

  const off = await withIncident({ sending: { enabled: false } });
  await writeReply(off)({ by: LEAD, incidentId: off.incident.id, texts: TEXT, final: false });
  await off.runner.drain();
  expect(await readApproval(off)({ by: LEAD, incidentId: off.incident.id })).toMatchObject({ kind: "sending-off" });
});

test("an ungrouped ticket is ordinary again, no machine puts it back, a person may", async () => {
  const desk = await withIncident();
  const [first] = await standing(desk);
  expect(await ungroupTicket(desk)({ by: "U02BOB", ticketId: first!.ticketId })).toEqual({
    kind: "ungrouped",
    tickets: 1,
    leaving: [],
  });
  await desk.settle();
  expect(await standing(desk)).toHaveLength(11);
  const ticket = await desk.ticketOf(first!.ticketId);
  expect(ticket.cardTs).not.toBeNull();
  desk.deliver(
    { subject: "Re: Cannot log in", text: OUTAGE[0]!.text },
    { id: "again", from: "Customer 1 <c1@clinic1.example>", thread: ticket.providerThreadId },
  );
  await desk.settle();
  expect(await standing(desk)).toHaveLength(11);
  expect(await openIncidents(desk.db.read)).toHaveLength(1);
  const add = { by: "U02BOB", ticketId: ticket.id, incidentId: desk.incident.id };
  expect(await addToIncident(desk)(add)).toMatchObject({ kind: "added" });
  expect(await addToIncident(desk)(add)).toMatchObject({ kind: "in-already" });
  expect(await standing(desk)).toHaveLength(12);

  expect(await ungroup(desk)({ by: "U02BOB", incidentId: desk.incident.id, ticketId: "all" })).toEqual({
    kind: "ungrouped",
    tickets: 12,
    leaving: [],
  });
  await desk.settle();
  expect(await openIncidents(desk.db.read)).toHaveLength(0);
  expect(await desk.posts("card").length).toBe(18);
});

test("the banner is what later drafts say of it, in the customer's language, until the incident is over", async () => {
  const desk = await withIncident();
  const banner = {
    en: "We know of the trouble with signing in and work on it.",
    de: "Wir kennen die Störung bei der Anmeldung und arbeiten daran.",
  };
  const about = { by: "U02BOB", incidentId: desk.incident.id };
  expect(await describeIncident(desk)({ ...about, title: "Sign-in down", banner })).toEqual({ kind: "described" });
  const bodyOf = async (id: string) => {
    const [member] = (await standing(desk)).slice(-1);
    const { draftId, about: seen } = await desk.ticketOf(member!.ticketId);
    expect(seen!.sender.address).toBe(`${id}@clinic.example`);
    const { getDraft } = await import("../../src/db/drafts.ts");
    return (await getDraft(desk.db.read, draftId!))!.draft!;
  };
  desk.deliver(
    { subject: "Cannot sign in", text: "Hello, we cannot log in, the login page shows error 502 for everybody here." },
    { id: "n1", from: "Nina <n1@clinic.example>" },
  );
  await desk.settle();
  const english = await bodyOf("n1");
  expect(english.body).toContain(banner.en);
  expect(english.holds).toEqual([]);
  expect(english.citations[0]!.title).toContain("Sign-in down");
  desk.deliver(
    {
      subject: "Anmeldung nicht moeglich",
      text: "Guten Tag, wir koennen uns nicht anmelden, beim Login kommt die Fehlermeldung 502.",
    },
    { id: "n2", from: "Nils <n2@clinic.example>" },
  );
  await desk.settle();
  expect((await bodyOf("n2")).body).toContain(banner.de);
  expect(desk.shown()).toContain("What drafts say of it");

  expect(await resolveIncident(desk)(about)).toMatchObject({ kind: "resolved", open: 14 });
  await desk.settle();
  expect(desk.shown()).toContain("resolved by <@U02BOB>");
  // What is still open is an ordinary ticket with a card.
  const left = await standing(desk);
  for (const { ticketId } of left) expect((await desk.ticketOf(ticketId)).cardTs).not.toBeNull();
  expect(await describeIncident(desk)({ ...about, title: "", banner })).toEqual({ kind: "resolved-already" });
});

test("a last answer goes to those who were answered, too, closes their tickets and ends the incident", async () => {
  const desk = await withIncident();
  await answerAll(desk);
  await desk.runner.drain();
  expect(desk.mailbox.sent).toHaveLength(12);
  const { approved } = await answerAll(desk, { final: true });
  expect(approved).toMatchObject({ tickets: 12 });
  await desk.settle();
  expect(desk.mailbox.sent).toHaveLength(24);
  expect(await getIncident(desk.db.read, desk.incident.id)).toMatchObject({ state: "resolved", resolvedBy: LEAD });
  for (const one of await standing(desk)) expect(one.state).toBe("done");
});

test("a process that dies in between leaves nobody out and answers nobody twice", async () => {
  const desk = await withIncident();
  const { db } = desk;
  const about = { by: LEAD, incidentId: desk.incident.id };
  await writeReply(desk)({ ...about, texts: TEXT, final: false });
  const { answerIncident } = await import("../../src/jobs/incidents/answer-incident.ts");
  /** Dies with its n-th transaction. */
  const dying = (after: number) => {
    let left = after;
    const mortal = {
      ...db,
      read: db.read,
      transaction: (async (work, options) => {
        if (left-- <= 0) throw new Error("killed");
        return db.transaction(work, options);
      }) as typeof db.transaction,
    };
    return { ...desk.deps, db: mortal };
  };
  await expect(answerIncident(dying(5), desk.incident.id, { attempt: 1 })).rejects.toThrow("killed");
  await desk.runner.drain();
  const approval = await readApproval(desk)(about);
  if (approval.kind !== "approval") throw new Error(approval.kind);
  expect(approval.ready).toHaveLength(12);
  await approveForAll(desk)({
    ...about,
    replyId: approval.replyId,
    shown: approval.ready.map(({ draftId }) => draftId),
  });
  await expect(answerIncident(dying(4), desk.incident.id, { attempt: 1 })).rejects.toThrow("killed");
  await answerIncident(desk.deps, desk.incident.id, { attempt: 1 });
  await answerIncident(desk.deps, desk.incident.id, { attempt: 1 });
  await desk.settle();
  expect(desk.mailbox.sent).toHaveLength(12);
  expect(new Set(desk.mailbox.sent.flatMap(({ to }) => to)).size).toBe(12);
});

test("twelve who say the same in the same words are a form or a script: each has a card", async () => {
  const desk = await aReadingDesk();
  const { subject, text } = OUTAGE[0]!;
  for (let at = 1; at <= 12; at++) desk.deliver({ subject: `${subject} (${at})`, text: `Case ${at}. ${text}` });
  await desk.settle();
  expect(await openIncidents(desk.db.read)).toHaveLength(0);
  expect(desk.posts("card")).toHaveLength(12);
});

test("a desk that does not know yet what is ordinary here groups nothing by itself", async () => {
  const desk = await aReadingDesk({ incidents: { acquainted: 6 } });
  for (const line of ORDINARY.slice(0, 5)) desk.deliver(line);
  await desk.settle();
  desk.clock.advance(60 * 60_000);
  for (const line of OUTAGE) desk.deliver(line);
  await desk.settle();
  expect(await openIncidents(desk.db.read)).toHaveLength(0);
  expect(desk.posts("card")).toHaveLength(17);
});

test("mail of a few senders, and of machines, makes no incident; detection off leaves it to people", async () => {
  const few = await aReadingDesk();
  for (const line of OUTAGE) few.deliver(line, { from: "Orla Keane <orla@quayside.example>" });
  await few.settle();
  expect(await openIncidents(few.db.read)).toHaveLength(0);

  const off = await aReadingDesk({ incidents: { detect: false } });
  for (const line of OUTAGE) off.deliver(line);
  await off.settle();
  expect(await openIncidents(off.db.read)).toHaveLength(0);
  expect(off.posts("card")).toHaveLength(12);
  const added = await addToIncident(off)({ by: "U02BOB", ticketId: 1, incidentId: "new" });
  expect(added).toMatchObject({ kind: "added" });
  await off.settle();
  expect(await readMembers(off)({ by: "U03CARA", incidentId: 1, page: 5 })).toMatchObject({
    kind: "members",
    page: 0,
    total: 1,
  });
});

test("what a person wrote leaves the incident with them, and sketches are kept for two weeks", async () => {
  const desk = await withIncident();
  const rows = async () => (await desk.db.read.all(sql`select message_id from sketches`)).length;
  expect(await rows()).toBe(18);
  await erasePerson(desk.db, "c1@clinic1.example", "mailroom", desk.now);
  await desk.settle();
  expect(await rows()).toBe(17);
  expect(desk.shown()).not.toContain("Customer 1 ");
  expect(desk.shown()).toContain("(no subject)");
  desk.clock.advance(15 * 24 * 60 * 60_000);
  await prune(desk.deps);
  expect(await rows()).toBe(0);
  // What its mails have in common is kept with it as long as it lasts.
  expect((await getIncident(desk.db.read, desk.incident.id))!.content!.profile.length).toBeGreaterThan(0);
  await resolveIncident(desk)({ by: "U02BOB", incidentId: desk.incident.id });
  desk.clock.advance(181 * 24 * 60 * 60_000);
  await prune(desk.deps);
  expect((await getIncident(desk.db.read, desk.incident.id))!.content).toBeUndefined();
  await desk.runner.drain();
  expect(desk.shown()).toContain("(no longer kept)");
});
