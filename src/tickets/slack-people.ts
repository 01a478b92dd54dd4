import { appendAudit } from "../db/audit.ts";
import { getPerson, savePerson } from "../db/people.ts";
import { rememberOnce } from "../db/slack-events.ts";
import { findTicketAt, getTicket, ticketsOwnedBy } from "../db/tickets.ts";
import { personOf } from "../domain/roles.ts";
import { changeTicket, type Desk } from "./desk.ts";

/** Why Slack says that somebody may press nothing here, whatever the settings say; undefined for everybody else. */
export const barredAs =
  ({ db }: Desk) =>
  async (user: string): Promise<"guest" | "deactivated" | undefined> =>
    (await getPerson(db.read, user))?.barred ?? undefined;

/** Slack tells that somebody became a guest, left, or came back. Who left has no claims any more. */
export const noteSlackUser =
  ({ db, settings, now }: Desk) =>
  async ({ user, deleted, guest }: { user: string; deleted: boolean; guest: boolean }): Promise<void> => {
    if (!personOf(settings.current().settings, user)) return;
    const barred = deleted ? "deactivated" : guest ? "guest" : null;
    await db.transaction(async (tx) => {
      if (((await getPerson(tx, user))?.barred ?? null) === barred) return;
      await savePerson(tx, user, { barred });
      await appendAudit(tx, { at: now(), actor: "mailroom", action: "person.changed", details: { user, barred } });
      if (barred === null) return;
      for (const id of await ticketsOwnedBy(tx, user)) {
        const ticket = await getTicket(tx, id);
        if (ticket?.state !== "claimed") continue;
        const event = { type: "released", by: user } as const;
        await changeTicket(
          tx,
          ticket,
          { state: "new", owner: null, ownedSince: null },
          { by: "mailroom", action: "ticket.released", details: { barred }, event, now: now() },
        );
      }
    });
  };

/**
 * The ticket whose card, or whose thread, stands at this place. `drawnFor` is the number that a card of ours bears: people are
 * quicker than the answer to our call, and press what has no place in the database yet.
 */
export const ticketAt =
  ({ db }: Desk) =>
  async ({ drawnFor, ...place }: { channel: string; ts: string; drawnFor?: number }): Promise<number | undefined> => {
    const known = await findTicketAt(db.read, place);
    if (known !== undefined || drawnFor === undefined) return known;
    const ticket = await getTicket(db.read, drawnFor);
    return ticket?.cardTs === null ? ticket.id : undefined;
  };

/** Somebody wrote in the thread of a ticket that nobody has: offer it to them, once. */
export const offerClaim =
  ({ db, settings, now }: Desk) =>
  async ({
    channel,
    threadTs,
    user,
  }: {
    channel: string;
    threadTs: string;
    user: string;
  }): Promise<number | undefined> => {
    const person = personOf(settings.current().settings, user);
    if (!person?.roles.some((role) => role !== "viewer")) return undefined;
    const id = await findTicketAt(db.read, { channel, ts: threadTs });
    const ticket = id === undefined ? undefined : await getTicket(db.read, id);
    if (ticket?.state !== "new") return undefined;
    const first = await db.transaction((tx) => rememberOnce(tx, `offer:${id}:${user}`, now()));
    return first ? id : undefined;
  };
