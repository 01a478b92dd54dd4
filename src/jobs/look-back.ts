import { z } from "zod";
import type { Tx } from "../db/database.ts";
import { numberTicketsAfter, rememberCard, type StandingCard } from "../db/forgotten-cards.ts";
import { findMailboxes } from "../db/mailboxes.ts";
import { markLookedBack, originOf } from "../db/origin.ts";
import { findTicketOfThread, recordCard } from "../db/tickets.ts";
import { toFailure } from "../domain/errors.ts";
import { redrawCard } from "../tickets/desk.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { CARD_MARKER } from "./effects/slack-card.ts";

/** How far back cards are looked for. What is older has been answered, or its card is posted a second time. */
const LOOK_BACK_MS = 30 * 24 * 60 * 60_000;

/** The marker may be anybody's: a number beyond what a desk ever reaches would leave no room for the next tickets. */
const HIGHEST_NUMBER = 1_000_000_000;
const Marker = z.object({ ticket: z.number().int().positive().max(HIGHEST_NUMBER), card: z.string() });

/** Slack may ask us to slow down while it is looked through; without that look, cards would be posted twice. */
const TRIES = 5;
const PAUSE_MS = 5_000;

/** A desk that works is worth more than one that waits for a Slack that cannot be read: the next start looks again. */
export async function lookBackPatiently(deps: DeskJobs): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      return await lookBack(deps);
    } catch (error) {
      const { code, retryAfterMs = PAUSE_MS } = toFailure(error);
      deps.log.warn({ code, tries }, "Slack could not be looked through for earlier cards");
      if (tries < TRIES) await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

interface Found extends StandingCard {
  mailbox: string;
  providerThreadId: string;
}

/**
 * Once after the database was made or put back: finds the cards that stand in Slack, so that conversations which this database
 * has forgotten get their own card again instead of a second one, and its ticket numbers go on after theirs.
 */
async function lookBack({ db, chat, settings, now, log }: DeskJobs): Promise<void> {
  const { since, lookedAt } = await originOf(db.read);
  if (lookedAt !== null) return;
  const channels = new Set(Object.values(settings.current().settings.queues).map((queue) => queue.channel));
  const newest = new Map<string, Found>();
  let highest = 0;
  for (const channel of channels) {
    for (const { ts, payload } of await chat.marked({ channel, since: since - LOOK_BACK_MS }, CARD_MARKER)) {
      const marker = Marker.safeParse(payload);
      const card = marker.data && parseKey(marker.data.card);
      if (!card) continue;
      highest = Math.max(highest, marker.data.ticket);
      const key = `${card.mailbox}/${card.providerThreadId}`;
      // A card that was moved to another channel left a line behind; the later one is the card.
      if ((newest.get(key)?.generation ?? 0) < card.generation) newest.set(key, { ...card, channel, ts });
    }
  }
  await db.transaction(async (tx) => {
    for (const card of newest.values()) await takeBack(tx, card, now());
    await numberTicketsAfter(tx, highest);
    await markLookedBack(tx, now());
  });
  if (newest.size > 0) log.info({ cards: newest.size, highest }, "found cards of an earlier database in Slack");
}

/** A ticket that is there gets its card back, drawn as the database knows it; one that is not will find it waiting. */
async function takeBack(tx: Tx, card: Found, now: number): Promise<void> {
  const [mailbox] = await findMailboxes(tx, [card.mailbox]);
  const ticket = mailbox && (await findTicketOfThread(tx, mailbox.id, card.providerThreadId));
  if (!ticket) return rememberCard(tx, card);
  if (ticket.cardTs === null || ticket.cardGeneration < card.generation) {
    const { channel: cardChannel, ts: cardTs, generation: cardGeneration } = card;
    await recordCard(tx, ticket.id, { cardChannel, cardTs, cardGeneration });
  }
  await redrawCard(tx, { ...ticket, cardTs: card.ts }, now);
}

/** `cardKey` read backwards. */
function parseKey(key: string): { mailbox: string; providerThreadId: string; generation: number } | undefined {
  const [, mailbox, providerThreadId, generation] = /^(.+)\/([^/]+)\/(\d+)$/.exec(key) ?? [];
  return mailbox && providerThreadId ? { mailbox, providerThreadId, generation: Number(generation) } : undefined;
}
