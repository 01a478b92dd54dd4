/** A day or a week of the desk. */
export interface Digest {
  days: 1 | 7;
  from: number;
  to: number;
  opened: number;
  /** Answers that were promised by now, and those that came in time. */
  promised: number;
  inTime: number;
  medianFirstResponseMs: number | undefined;
  /** Answers that a person approved, and those that left as Mailroom wrote them. */
  approved: number;
  unedited: number;
  costUsd: number;
  byIntent: { name: string; tickets: number }[];
  /** Tickets of each day, the earliest first. */
  byDay: { at: number; tickets: number }[];
}
