/** An unanswered call may still arrive: only after this long is its absence believed. */
export const SETTLE_MS = 4_000;
/** Slack's clock and ours need not agree. */
export const LOOK_BACK_MS = 10 * 60_000;
