import { correctionCounts } from "../db/decision-counts.ts";
import { spendBetween } from "../db/model-calls.ts";
import { type ReviewFigures, reviewFigures } from "../db/reviews.ts";
import { type DayStats, statsBetween } from "../db/ticket-lists.ts";
import type { Desk } from "./desk.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Volume, punctuality, corrections and cost of the last days. */
export const readStats =
  ({ db, now }: Desk) =>
  async (
    days: number,
  ): Promise<DayStats & { days: number; corrected: number; costUsd: number; review: ReviewFigures }> => {
    const from = now() - days * DAY_MS;
    const corrections = await correctionCounts(db.read, from);
    return {
      days,
      ...(await statsBetween(db.read, from, now())),
      corrected: [...corrections.values()].reduce((sum, one) => sum + one, 0),
      review: await reviewFigures(db.read, from, now()),
      costUsd: await spendBetween(db.read, from, now()),
    };
  };
