/** What a test may turn while the Gmail runs. The defaults are a new Google project's. */
export interface Knobs {
  unitsPerUserPerMinute: number;
  /** The same throttle comes as 403 or 429 in real life; this says which one now. */
  quotaStatus: 403 | 429;
  concurrentRequestsPerUser: number;
  sendsPerDay: number;
  /** A plain JSON request may be this long; larger mail goes through `/upload/`. */
  jsonBytes: number;
  sendBytes: number;
  importBytes: number;
  historyRetentionMs: number;
  /** How long a mail stays out of `q=` results after it was stored. */
  searchLagMs: number;
  accessTokenSeconds: number;
  /** How long a Pub/Sub pull waits for something to hand over, in real time. */
  pullWaitMs: number;
}

const MIB = 1_048_576;

export const defaultKnobs = (): Knobs => ({
  unitsPerUserPerMinute: 6_000,
  quotaStatus: 403,
  concurrentRequestsPerUser: 10,
  sendsPerDay: 2_000,
  jsonBytes: 5 * MIB,
  sendBytes: 36_700_160,
  importBytes: 150 * MIB,
  historyRetentionMs: 7 * 86_400_000,
  searchLagMs: 0,
  accessTokenSeconds: 3_599,
  pullWaitMs: 5_000,
});
