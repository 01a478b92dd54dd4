import { getBurst, heldFigures, heldPage, heldTickets, isHeld, releaseCard } from "../db/bursts.ts";
import type { Reader } from "../db/database.ts";
import { linesById } from "../db/ticket-lists.ts";
import { getTicket } from "../db/tickets.ts";
import { BURST_PAGE, type Burst } from "../domain/burst.ts";
import type { TicketPage } from "../domain/home.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { timezoneOf } from "../domain/settings/calendars.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { type Desk, redrawCard } from "./desk.ts";

/** The queues whose cards stand in the channel. */
export const queuesIn = ({ queues }: Settings, channel: string): string[] =>
  Object.entries(queues).flatMap(([name, queue]) => (queue.channel === channel ? [name] : []));

/** What waits together in a channel; undefined when nothing does. */
export async function readBurst(db: Reader, settings: Settings, channel: string): Promise<Burst | undefined> {
  const queues = queuesIn(settings, channel);
  const { waiting, oldestAt, byIntent } = await heldFigures(db, queues);
  if (waiting === 0) return undefined;
  const [next] = await linesById(db, await heldTickets(db, queues, 1));
  return { waiting, oldestAt, byIntent, next };
}

export type ReadBurstOutcome =
  | { kind: "burst"; channel: string; list: TicketPage; total: number; timezone: string }
  | Forbidden;

/** The tickets that wait together, page by page, for one person. */
export const readBurstList =
  ({ db, settings }: Desk) =>
  async ({ by, channel, page }: { by: string; channel: string; page: number }): Promise<ReadBurstOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const list = await heldPage(db.read, queuesIn(current, channel), { page, size: BURST_PAGE });
    const total = (await getBurst(db.read, channel))?.total ?? 0;
    return { kind: "burst", channel, list, total, timezone: timezoneOf(current, by) };
  };

/** Somebody opened a ticket that waits: it gets its card now. */
export const wantCard =
  ({ db, settings, now }: Desk) =>
  async ({ by, ticketId }: { by: string; ticketId: number }): Promise<void> => {
    if (authorise(settings.current().settings, by, "agent").kind === "forbidden") return;
    await db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket || !isHeld(ticket)) return;
      await releaseCard(tx, ticketId);
      await redrawCard(tx, ticket, now());
    });
  };
