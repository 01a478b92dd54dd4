import { id, instant, oneOf, sealed } from "./columns.ts";
import { check, index, integer, real, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";
import { tickets } from "./schema-tickets.ts";

/** Work that outlives a process, and what it did outside. Conventions as in columns.ts. */

export const jobs = sqliteTable(
  "jobs",
  {
    id: id(),
    kind: text().notNull(),
    key: text().notNull(),
    lane: text(),
    payload: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ["live", "dead"] })
      .notNull()
      .default("live"),
    priority: integer().notNull().default(0),
    runAt: instant().notNull(),
    attempt: integer().notNull().default(0),
    /** Processes that died with this in hand. */
    crashes: integer().notNull().default(0),
    leasedBy: text(),
    leasedUntil: instant(),
    /** Asked for again while running: run once more. */
    again: integer({ mode: "boolean" }).notNull().default(false),
    /** Failure code and detail; no mail content. */
    lastError: text(),
    createdAt: instant().notNull(),
    diedAt: instant(),
  },
  (t) => [
    uniqueIndex("jobs_one_live").on(t.key).where(sql`state = 'live'`),
    // In the order in which jobs are taken, so that a long backlog is never sorted.
    index("jobs_due").on(sql`priority desc`, t.runAt).where(sql`state = 'live'`),
    index("jobs_suspect").on(t.crashes, t.runAt).where(sql`state = 'live' and crashes >= 2`),
    index("jobs_lane").on(t.lane).where(sql`state = 'live' and leased_by is not null`),
  ],
);

const EFFECT_STATES = ["planned", "attempting", "done", "cancelled", "failed"] as const;
export type EffectState = (typeof EFFECT_STATES)[number];

/** Something done to the outside world: the intent before the call, the receipt after it. */
export const effects = sqliteTable(
  "effects",
  {
    id: id(),
    kind: text().notNull(),
    /** Says what this is once and for all: a second effect with the key cannot be written. */
    idempotencyKey: text().notNull().unique(),
    ticketId: integer().references(() => tickets.id),
    /** Goes out with the effect where the provider keeps it, so that it is recognised when it is seen again. */
    marker: text().unique(),
    /** Keyed hash of the request as planned: a retry that would ask for something else is a bug, and refused. */
    requestHash: text().notNull(),
    state: text().$type<EffectState>().notNull().default("planned"),
    attempt: integer().notNull().default(0),
    plannedAt: instant().notNull(),
    /** Set before the call, in a commit that reached the disk; empty again once it is known that nothing happened. */
    attemptedAt: instant(),
    settledAt: instant(),
    /** What a half-done effect already knows, e.g. the Gmail draft it made. */
    progress: text({ mode: "json" }).$type<Record<string, string>>(),
    receipt: text({ mode: "json" }).$type<Record<string, string>>(),
    /** Why cancelled or failed: a code or a sentence, no mail content. */
    reason: text(),
    /** The request as JSON, where it holds content; ids live in the key and the payload. */
    content: sealed(),
  },
  (t) => [
    index("effects_ticket").on(t.ticketId),
    index("effects_open").on(t.state, t.kind).where(sql`state in ('planned', 'attempting')`),
    check("effects_state_known", oneOf("state", EFFECT_STATES)),
    check("effects_receipt", sql`(state = 'done') = (receipt is not null)`),
  ],
);

/** Slack delivers an event again when our answer was late or lost. */
export const slackEvents = sqliteTable("slack_events", {
  eventId: text().primaryKey(),
  seenAt: instant().notNull(),
});

/** What operators are told of: one message a cause, which is edited as the cause changes and ends. */
export const alerts = sqliteTable("alerts", {
  /** `dead-letters`, `mailbox:3`, … */
  cause: text().primaryKey(),
  /** How often a message was posted for it: part of the posting effect's key. */
  generation: integer().notNull().default(1),
  channel: text(),
  ts: text(),
  /** When the present message was asked for: another may not follow within the hour. */
  openedAt: instant().notNull(),
  clearedAt: instant(),
  /** Hash of what the message shows, so that nothing is edited that would look the same. */
  shown: text(),
});

export const modelCalls = sqliteTable(
  "model_calls",
  {
    id: id(),
    ticketId: integer(),
    purpose: text({ enum: ["triage", "draft", "embed", "check"] }).notNull(),
    model: text().notNull(),
    promptVersion: text(),
    outcome: text().notNull(),
    tookMs: integer().notNull(),
    inputTokens: integer().notNull(),
    cachedTokens: integer().notNull(),
    outputTokens: integer().notNull(),
    costUsd: real().notNull(),
    calledAt: instant().notNull(),
  },
  (t) => [index("model_calls_day").on(t.calledAt)],
);
