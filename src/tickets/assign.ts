import type { Tx } from "../db/database.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getPerson, loads, savePerson } from "../db/people.ts";
import type { Ticket } from "../db/tickets.ts";
import { nextInRotation, rankPeople } from "../domain/assignment.ts";
import type { DirectNotice } from "../domain/effects.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { changeTicket } from "./desk.ts";

/** Gives a fresh ticket to whoever fits best and is at work; with nobody there it stays in the pool. */
export async function assignOnArrival(
  tx: Tx,
  settings: Settings,
  ticket: Ticket,
  language: string,
  now: number,
): Promise<Ticket> {
  const ranked = rankPeople(
    settings,
    { queue: ticket.queue, intent: ticket.intent, language, at: now },
    await loads(tx),
  );
  const chosen = nextInRotation(ranked);
  return chosen
    ? giveTicket(tx, ticket, { to: chosen.person.slack, by: "mailroom", reason: chosen.reasons.join(", "), now })
    : ticket;
}

/** Puts a ticket into somebody's hands and tells them, unless it was their own doing. */
export async function giveTicket(
  tx: Tx,
  ticket: Ticket,
  { to, by, reason, now }: { to: string; by: string; reason: string; now: number },
): Promise<Ticket> {
  // A colleague's own words stay out of the audit trail, which nothing is ever taken out of; the thread has them.
  const details = { to, ...(by === "mailroom" && { reason }) };
  const given = await changeTicket(
    tx,
    ticket,
    { state: ticket.state === "new" ? "claimed" : ticket.state, owner: to, ownedSince: now, touchedAt: now },
    { by, action: "ticket.assigned", details, event: { type: "assigned", by, to, reason }, now },
  );
  if (by === "mailroom") await savePerson(tx, to, { lastAssignedAt: now });
  if (to !== by)
    await tellPerson(tx, given, {
      to,
      notice: { type: "assigned", by, reason },
      key: `assigned:${given.version}`,
      now,
    });
  return given;
}

/** Somebody may want no direct messages about a mailbox. */
export async function isMuted(tx: Tx, ticket: Pick<Ticket, "mailboxId">, user: string): Promise<boolean> {
  const mailbox = await getMailbox(tx, ticket.mailboxId);
  const person = await getPerson(tx, user);
  return Boolean(mailbox && person?.muted?.includes(mailbox.address));
}

/** A direct message about a ticket. Muted mailboxes stay quiet, except for what is overdue. */
export async function tellPerson(
  tx: Tx,
  ticket: Ticket,
  {
    to,
    notice,
    key,
    now,
    despiteMute = false,
  }: { to: string; notice: DirectNotice; key: string; now: number; despiteMute?: boolean },
): Promise<void> {
  if (!despiteMute && (await isMuted(tx, ticket, to))) return;
  const { id, planned } = await planEffect(
    tx,
    {
      kind: "slack.direct",
      idempotencyKey: `direct:${ticket.id}:${to}:${key}`,
      ticketId: ticket.id,
      request: { user: to, ticketId: ticket.id, notice },
    },
    now,
  );
  if (planned)
    await enqueue(
      tx,
      {
        kind: "run-effect",
        key: `effect:${id}`,
        lane: `direct:${to}`,
        payload: { effectId: id },
        priority: JOB_PRIORITY.card,
      },
      now,
    );
}
