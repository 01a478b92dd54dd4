import type { TicketLine } from "./home.ts";

/** Tickets of a channel that wait together for their cards, because there are more than Slack lets us post. */
export interface Burst {
  waiting: number;
  /** The most frequent first. */
  byIntent: { intent: string; tickets: number }[];
  oldestAt: number;
  /** The next to fall due. */
  next: TicketLine | undefined;
}

/** A card that would stand later than this waits with the others. */
const PATIENCE_MS = 20_000;

/** How many cards may wait in a channel before the rest wait together: about twenty while Slack limits it. */
export const burstLine = (intervalMs: number): number => Math.max(1, Math.floor(PATIENCE_MS / intervalMs));

export const BURST_PAGE = 8;
