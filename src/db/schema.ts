import type { BounceReport, MachineKind } from "../domain/email.ts";
import type { Outcome, TicketState } from "../domain/ticket.ts";
import { blob, check, index, integer, primaryKey, real, sql, sqliteTable, text, uniqueIndex } from "./drizzle.ts";

/**
 * Every instant is epoch milliseconds. Columns named `content` are sealed by the vault (AES-256-GCM); what is searched or
 * joined on beside them is a keyed hash (`…Hash`) or a plain field chosen for it. The schema keeps its own promises: unique
 * keys and CHECKs hold even where code is wrong.
 */
const id = () => integer().primaryKey({ autoIncrement: true });
const instant = () => integer();
const sealed = () => blob({ mode: "buffer" });
const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`);

export const mailboxes = sqliteTable("mailboxes", {
  id: id(),
  address: text().notNull().unique(),
  /** Gmail history id read so far; text, because it is an unsigned 64-bit number. */
  cursor: text(),
  /** Everything Gmail accepted before this instant is in the ledger: where a lost cursor starts looking again. */
  completeUntil: instant(),
  syncedAt: instant(),
  pausedBy: text(),
  pausedAt: instant(),
  disconnectedAt: instant(),
  /** Failure code. */
  disconnectedReason: text(),
  /** When the mailbox was last held against the ledger. */
  reconciledAt: instant(),
  /** When Gmail was last asked to tell of changes, and until when it then will. */
  watchedAt: instant(),
  watchedUntil: instant(),
  /** A refresh token that `gmail:connect` stored. */
  credential: sealed(),
});

/** One row: where this database comes from. */
export const origin = sqliteTable(
  "origin",
  {
    id: integer().primaryKey(),
    /** When it was made, or put back from a backup: of what was done before, it may have forgotten something. */
    since: instant().notNull(),
    /** When Slack was looked through for cards that it has forgotten. */
    lookedAt: instant(),
    /** The key of all lookup hashes. It outlives the keys that seal it, because joins would break if it changed. */
    hashKey: sealed().notNull(),
  },
  () => [check("origin_one_row", sql`id = 1`)],
);

/** Cards that stand in Slack and whose conversation has no ticket here: their ticket will take them over. */
export const forgottenCards = sqliteTable(
  "forgotten_cards",
  {
    mailbox: text().notNull(),
    providerThreadId: text().notNull(),
    channel: text().notNull(),
    ts: text().notNull(),
    generation: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailbox, t.providerThreadId] })],
);

const LEDGER_STATES = ["pending", "ticket", "ignored", "duplicate", "failed"] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** The account of every message: a row the moment a mailbox shows it, exactly one final state in the end. */
export const ledger = sqliteTable(
  "ledger",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerId: text().notNull(),
    state: text().$type<LedgerState>().notNull().default("pending"),
    /** Why ignored or failed, in words for a person; no mail content. */
    reason: text(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer().references(() => messages.id),
    duplicateOf: integer().references(() => messages.id),
    /** `backlog`: it was in the mailbox before Mailroom was. */
    origin: text({ enum: ["live", "backlog"] })
      .notNull()
      .default("live"),
    seenAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex("ledger_message").on(t.mailboxId, t.providerId),
    index("ledger_state").on(t.state, t.mailboxId),
    check("ledger_state_known", oneOf("state", LEDGER_STATES)),
    check("ledger_settled", sql`(state = 'pending') = (settled_at is null)`),
    check("ledger_ticket", sql`state <> 'ticket' or ticket_id is not null`),
    check("ledger_duplicate", sql`state <> 'duplicate' or duplicate_of is not null`),
    check("ledger_reason", sql`state not in ('ignored', 'failed') or reason is not null`),
  ],
);

export const messages = sqliteTable(
  "messages",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerId: text().notNull(),
    providerThreadId: text().notNull(),
    ticketId: integer().references(() => tickets.id),
    direction: text({ enum: ["in", "out"] }).notNull(),
    /** When the provider accepted it. */
    receivedAt: instant().notNull(),
    /** Keyed hash of the Message-ID: the one key that is equal across mailboxes. */
    rfcIdHash: text(),
    /** Keyed hash of sender, subject and text: finds copies whose Message-ID is missing. */
    contentHash: text().notNull(),
    senderHash: text(),
    senderDomain: text(),
    machine: text().$type<MachineKind>().notNull(),
    language: text().notNull(),
    bounce: text({ mode: "json" }).$type<Omit<BounceReport, "failedRecipients">>(),
    /** `Email` as JSON. Emptied by retention. */
    content: sealed(),
  },
  (t) => [
    uniqueIndex("messages_provider").on(t.mailboxId, t.providerId),
    index("messages_ticket").on(t.ticketId, t.receivedAt),
    index("messages_rfc_id").on(t.rfcIdHash),
    index("messages_content").on(t.contentHash, t.receivedAt),
    index("messages_sender").on(t.senderHash, t.receivedAt),
    index("messages_kept").on(t.mailboxId, t.receivedAt).where(sql`content is not null`),
  ],
);

/** Raw MIME as Gmail gave it, apart from the message because it is large and kept for a shorter time. */
export const rawMessages = sqliteTable(
  "raw_messages",
  {
    messageId: integer()
      .primaryKey()
      .references(() => messages.id),
    content: sealed().notNull(),
    storedAt: instant().notNull(),
  },
  // Behind large content a plain column is slow to read.
  (t) => [index("raw_messages_stored").on(t.storedAt)],
);

/** Which ticket a Gmail conversation belongs to. A ticket may have several: Gmail splits when the subject changes. */
export const threads = sqliteTable(
  "threads",
  {
    id: id(),
    mailboxId: integer()
      .notNull()
      .references(() => mailboxes.id),
    providerThreadId: text().notNull(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
  },
  (t) => [uniqueIndex("threads_provider").on(t.mailboxId, t.providerThreadId), index("threads_ticket").on(t.ticketId)],
);

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

/** A person's decision that supersedes a machine's; evaluation and thresholds feed on it. */
export const corrections = sqliteTable(
  "corrections",
  {
    id: id(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer().references(() => messages.id),
    /** `intent`, `priority`, `queue`, or an entity's name. */
    field: text().notNull(),
    /** Values of a closed list; what stands in mails is sealed below. */
    before: text(),
    after: text(),
    /** `this` mail only, or what was meant for the whole sender or domain. */
    scope: text({ enum: ["this", "sender", "domain"] }).notNull(),
    /** Whose later mail it is for: the sender's keyed hash, or the domain. Null for this mail only. */
    appliesTo: text(),
    confidence: real(),
    engine: text(),
    by: text().notNull(),
    at: instant().notNull(),
    content: sealed(),
  },
  (t) => [
    index("corrections_ticket").on(t.ticketId),
    index("corrections_field").on(t.field, t.at),
    index("corrections_applies_to").on(t.appliesTo, t.field, t.at).where(sql`applies_to is not null`),
    check("corrections_applies_to_known", sql`(scope = 'this') = (applies_to is null)`),
  ],
);

/** How far an engine's own word is to be trusted for an intent, fitted to what people left standing and what they put right. */
export const calibrations = sqliteTable(
  "calibrations",
  {
    engine: text().notNull(),
    intent: text().notNull(),
    slope: real().notNull(),
    offset: real().notNull(),
    /** Decisions it was fitted to, and how many of them were right. */
    cases: integer().notNull(),
    right: integer().notNull(),
    fittedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.engine, t.intent] })],
);

/** What Mailroom remembers of a person beyond the settings. */
export const people = sqliteTable("people", {
  slack: text().primaryKey(),
  /** Last time Mailroom gave them a ticket: turns go round. */
  lastAssignedAt: instant(),
  /** Mailbox addresses they want no direct messages about; breaches come all the same. */
  muted: text({ mode: "json" }).$type<string[]>(),
  /** While somebody looks at their Home it is kept true. */
  homeSeenAt: instant(),
  homeView: text({ mode: "json" }).$type<Record<string, string | number>>(),
  /** Slack says they are a guest or gone: they may press nothing, whatever the settings say. */
  barred: text({ enum: ["guest", "deactivated"] }),
});

/** Sums that would otherwise be counted over every message ever received. */
export const ledgerTotals = sqliteTable(
  "ledger_totals",
  { mailboxId: integer().notNull(), state: text().$type<LedgerState>().notNull(), total: integer().notNull() },
  (t) => [primaryKey({ columns: [t.mailboxId, t.state] })],
);

/** Append-only: one row a triage pass; a person's correction is a row that supersedes another. */
export const decisions = sqliteTable(
  "decisions",
  {
    id: id(),
    ticketId: integer().references(() => tickets.id),
    messageId: integer()
      .notNull()
      .references(() => messages.id),
    supersedes: integer(),
    decidedBy: text({ enum: ["rule", "model", "local", "person"] }).notNull(),
    engine: text().notNull(),
    /** Slack member id when a person decided. */
    person: text(),
    intent: text().notNull(),
    priority: text().notNull(),
    confidence: real().notNull(),
    needsReview: integer({ mode: "boolean" }).notNull(),
    settingsVersion: integer().notNull(),
    promptVersion: text(),
    costUsd: real().notNull().default(0),
    decidedAt: instant().notNull(),
    /** Why the card offers no draft; our own words. */
    noDraft: text(),
    /** `TriageDecision` and the route with its reason, as JSON. */
    content: sealed(),
  },
  (t) => [
    index("decisions_ticket").on(t.ticketId),
    index("decisions_message").on(t.messageId),
    index("decisions_day").on(t.decidedAt, t.intent),
  ],
);

export const drafts = sqliteTable(
  "drafts",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    version: integer().notNull(),
    /** `live` may be approved; `replaced` by a later version; `dead` because a person answered or new mail came; `sent`. */
    state: text({ enum: ["live", "replaced", "dead", "sent"] }).notNull(),
    source: text({ enum: ["model", "template", "person"] }).notNull(),
    /** Of the prompt that wrote it, where a model did. */
    promptVersion: text(),
    author: text(),
    basedOnMessageId: integer()
      .notNull()
      .references(() => messages.id),
    /** `pass`, or `hold` with reasons in the content. */
    guard: text({ enum: ["pass", "hold"] }).notNull(),
    /** How many passages of the knowledge base it stands on: questions that have none are listed. */
    sources: integer().notNull().default(0),
    createdAt: instant().notNull(),
    /** `Draft` as JSON. */
    content: sealed(),
  },
  (t) => [
    uniqueIndex("drafts_version").on(t.ticketId, t.version),
    uniqueIndex("drafts_one_live").on(t.ticketId).where(sql`state = 'live'`),
  ],
);

export const approvals = sqliteTable(
  "approvals",
  {
    id: id(),
    ticketId: integer()
      .notNull()
      .references(() => tickets.id),
    draftId: integer()
      .notNull()
      .references(() => drafts.id),
    /** Hash over exactly what was approved; recomputed by the sender. */
    seal: text().notNull(),
    /** Slack member id, or the policy that allowed it. */
    approvedBy: text().notNull(),
    byPerson: integer({ mode: "boolean" }).notNull(),
    /** Close the ticket once sent, instead of waiting for the customer. */
    thenClose: integer({ mode: "boolean" }).notNull(),
    approvedAt: instant().notNull(),
    /** When it leaves unless somebody undoes it; absent: at once. */
    sendAt: instant(),
    state: text({ enum: ["open", "sent", "void"] })
      .notNull()
      .default("open"),
    voidReason: text(),
  },
  (t) => [
    // Whatever else goes wrong, a ticket has one answer under way and a draft leaves once.
    uniqueIndex("approvals_one_open").on(t.ticketId).where(sql`state = 'open'`),
    uniqueIndex("approvals_one_per_draft").on(t.draftId).where(sql`state <> 'void'`),
    index("approvals_day").on(t.approvedAt),
  ],
);

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

export const settingsVersions = sqliteTable("settings_versions", {
  version: integer().primaryKey(),
  document: text({ mode: "json" }).$type<unknown>().notNull(),
  savedBy: text().notNull(),
  savedAt: instant().notNull(),
  /** What changed, in words. */
  note: text().notNull(),
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

/** Slack delivers an event again when our answer was late or lost. */
export const slackEvents = sqliteTable("slack_events", {
  eventId: text().primaryKey(),
  seenAt: instant().notNull(),
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

/** Append-only; each row carries the hash of the one before, so that a missing or changed row shows. */
export const audit = sqliteTable(
  "audit",
  {
    seq: id(),
    at: instant().notNull(),
    /** Slack member id, or `mailroom`. */
    actor: text().notNull(),
    action: text().notNull(),
    ticketId: integer(),
    /** Ids, versions and codes; never mail content. */
    details: text({ mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
  },
  (t) => [index("audit_ticket").on(t.ticketId)],
);
