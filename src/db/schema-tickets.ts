import type { Outcome, TicketState } from "../domain/ticket.ts";
import { id, instant, oneOf, sealed } from "./columns.ts";
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { mailboxes } from "./schema-mailboxes.ts";

/** What people work on. Conventions as in columns.ts. */

export const tickets = sqliteTable(
  "tickets",
  {
    /** Also its number, as people say it. */
    id: id(),
    /** Goes up with every change: compare-and-set, and "has this card the newest state?". */
    version: integer().notNull().default(1),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerThreadId: text().notNull(),
    queue: text().notNull(),
    state: text().$type<TicketState>().notNull().default("new"),
    outcome: text().$type<Outcome>(),
    intent: text().notNull(),
    priority: text({ enum: ["low", "normal", "high", "urgent"] }).notNull(),
    senderHash: text(),
    senderDomain: text(),
    /** Slack member id. */
    owner: text(),
    ownedSince: instant(),
    /** Which answer is awaited; null while it is the customer's turn. */
    clock: text({ enum: ["first", "next"] }),
    clockStartedAt: instant(),
    /** Promised working minutes of the running clock. */
    clockMinutes: integer(),
    /** When they end. */
    dueAt: instant(),
    /** When the whole matter is promised to be settled; null while that clock stands. */
    resolveDueAt: instant(),
    /** Working minutes left of it, while it stands. */
    resolveMinutesLeft: integer(),
    snoozedUntil: instant(),
    /** Snoozed until the customer writes, whenever that is. */
    snoozedUntilReply: integer({ mode: "boolean" }).notNull().default(false),
    /** When its owner last did something with it: a claim that nothing follows goes back to the pool. */
    touchedAt: instant(),
    escalatedAt: instant(),
    openedAt: instant().notNull(),
    /** When the first answer was due: kept, for the record of punctuality. */
    promisedAt: instant(),
    firstAnsweredAt: instant(),
    finishedAt: instant(),
    finishedBy: text(),
    newestInboundId: integer(),
    decisionId: integer(),
    draftId: integer(),
    /** Where the card stands. Null until posted, and again when it was deleted in Slack. */
    cardChannel: text(),
    cardTs: text(),
    /** How often a card had to be posted: part of the posting effect's key. */
    cardGeneration: integer().notNull().default(1),
    /** Its card waits in the channel's burst card instead, since then; null once it is to be posted. */
    cardHeldAt: instant(),
    /** Which placeholder stands for which value in this conversation: the same one in every mail of it. */
    placeholders: sealed(),
    /** JSON of what a person sees in lists: subject, sender, summary. Emptied by retention. */
    content: sealed(),
  },
  (t) => [
    index("tickets_open").on(t.state, t.dueAt),
    index("tickets_queue").on(t.queue, t.state, t.dueAt),
    index("tickets_owner").on(t.owner, t.state, t.dueAt),
    // Who has how much in hand is asked for every ticket that is given out.
    index("tickets_load").on(t.state, t.owner).where(sql`state in ('claimed', 'sending')`),
    index("tickets_domain").on(t.senderDomain, t.openedAt),
    index("tickets_opened").on(t.openedAt),
    index("tickets_card").on(t.cardTs, t.cardChannel),
    // Whose cards are still to come: few, and asked for with every new card.
    index("tickets_without_card").on(t.queue, t.cardHeldAt).where(sql`card_ts is null and state <> 'done'`),
    index("tickets_sender").on(t.senderHash, t.openedAt),
    check("tickets_state_known", oneOf("state", ["new", "claimed", "sending", "waiting", "snoozed", "done"])),
    check("tickets_outcome", sql`(state = 'done') = (outcome is not null)`),
    check("tickets_owner_known", sql`state <> 'claimed' or owner is not null`),
  ],
);

/** The SLA ladder as rows: each rung fires once, whatever restarts in between. */
export const slaSteps = sqliteTable(
  "sla_steps",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    /** The clock it belongs to: a later one has rungs of its own. */
    clockStartedAt: instant().notNull(),
    rung: integer().notNull(),
    fireAt: instant().notNull(),
    firedAt: instant(),
    /** Slack member id of who is reminded: everything of the same two minutes is one message to them. */
    told: text(),
  },
  (t) => [
    uniqueIndex("sla_steps_rung").on(t.ticketId, t.clockStartedAt, t.rung),
    index("sla_steps_due").on(t.fireAt).where(sql`fired_at is null`),
    index("sla_steps_told").on(t.told, t.firedAt).where(sql`told is not null`),
  ],
);

/** Tickets of a channel that wait together in one message, because there are more than Slack lets us post. */
export const bursts = sqliteTable("bursts", {
  /** Slack channel. */
  channel: text().primaryKey(),
  /** How often a message was posted for it: part of the posting effect's key. */
  generation: integer().notNull().default(1),
  /** Where the message stands; null until it is posted. */
  ts: text(),
  /** Null while tickets wait; afterwards the message says that it is over. */
  endedAt: instant(),
  /** How many there were in all. */
  total: integer().notNull().default(0),
  /** Hash of what the message shows, and since when. */
  shown: text(),
  shownAt: instant(),
});
