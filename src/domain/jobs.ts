import { z } from "zod";
import type { Priority } from "./decision.ts";

/** Durable work: what kinds there are and what each needs to know. Payloads carry ids only, never content. */
export const JOBS = {
  "poll-mailbox": z.object({ mailboxId: z.number() }),
  /** Asks Gmail to announce what changes there. */
  "watch-mailbox": z.object({ mailboxId: z.number() }),
  "process-message": z.object({ ledgerId: z.number() }),
  "draw-card": z.object({ ticketId: z.number() }),
  /** The one message for all that wait in a channel for their cards. */
  "draw-burst": z.object({ channel: z.string() }),
  /** Holds new mails against one another and against the open incidents. */
  "group-mail": z.object({}),
  "draw-incident": z.object({ incidentId: z.number() }),
  /** Makes an incident's answer ready for its members, and passes on what was approved for all. */
  "answer-incident": z.object({ incidentId: z.number() }),
  /** What the clock brings: rungs of the ladder, snoozes that end, claims that nothing follows. */
  sweep: z.object({}),
  /** Looks whether articles of the knowledge base have changed. */
  "refresh-knowledge": z.object({}),
  /** Offers what people answered themselves as articles. */
  "propose-articles": z.object({}),
  /** Takes out what has been kept long enough. */
  prune: z.object({}),
  /** Fits confidence to what people left standing and what they put right. */
  recalibrate: z.object({}),
  /** Asks Slack who of the settings' people is a guest or has left. */
  "check-people": z.object({}),
  /** Holds a mailbox against the ledger. */
  reconcile: z.object({ mailboxId: z.number() }),
  /** Files that no scanner has looked at yet, because it did not answer. */
  "scan-again": z.object({ messageId: z.number(), until: z.number() }),
  "draw-home": z.object({ user: z.string() }),
  /** A sent answer, by the guards, a second model, a person. */
  /** Attacks tried on the settings in force. */
  drill: z.object({}),
  "read-again": z.object({ approvalId: z.number() }),
  "run-effect": z.object({ effectId: z.number() }),
} as const;

export type JobKind = keyof typeof JOBS;
export type JobPayload<Kind extends JobKind> = z.infer<(typeof JOBS)[Kind]>;

export type NewJob = {
  [Kind in JobKind]: {
    kind: Kind;
    /** At most one live job has a given key; asking again while it runs makes it run once more. */
    key: string;
    /** Jobs of one lane never run at the same time: one ticket's work is serial. */
    lane?: string;
    payload: JobPayload<Kind>;
    runAt?: number;
    /** Higher first; 0 is ordinary. */
    priority?: number;
  };
}[JobKind];

/** First try and three more. */
export const MAX_ATTEMPTS = 4;

/**
 * A process that dies makes suspects of all it had in hand, most of them innocent. From the second time on a job is tried
 * with nothing else beside it, so that the next death has one culprit.
 */
export const SUSPECT_AFTER_CRASHES = 2;
/**
 * How long a job rests after each process that died with it. A row of deaths whose cause lies elsewhere is over by then; what
 * still kills after the last rest is parked.
 */
export const CRASH_RESTS_MS = [0, 2_000, 8_000, 32_000, 128_000, 300_000, 300_000] as const;
export const MAX_CRASHES = CRASH_RESTS_MS.length + 1;

/** Who goes first when there is more to do than hands: what a person waits for, then what leaves, then what is shown. */
export const JOB_PRIORITY = {
  poll: 30,
  redraw: 20,
  send: 15,
  card: 10,
  mail: 9,
  heap: 8,
  note: 5,
  idle: 0,
  backlog: -1,
} as const;

/**
 * New mail goes before the first cards of ordinary tickets: until it has been understood, nobody knows that it is urgent. The
 * steps between the urgent and the rest are kept in a channel's own queue too.
 */
export const FIRST_CARD_PRIORITY: Readonly<Record<Priority, number>> = { low: 6, normal: 7, high: 12, urgent: 13 };
