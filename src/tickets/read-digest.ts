import { acceptance, medianFirstResponse, punctuality, ticketsByIntent, ticketsIn } from "../db/digest.ts";
import { spendBetween } from "../db/model-calls.ts";
import { dayOf } from "../domain/days.ts";
import type { Digest } from "../domain/digest.ts";
import type { Desk } from "./desk.ts";

const DAY_MS = 24 * 60 * 60_000;
const INTENTS = 6;

/** The last day or week up to an instant. */
export const readDigest =
  ({ db, settings }: Pick<Desk, "db" | "settings">) =>
  async (days: Digest["days"], to: number): Promise<Digest> => {
    const span = { from: to - days * DAY_MS, to };
    const { timezone } = settings.current().settings.company;
    const { opened, answered, promised, inTime } = await punctuality(db.read, span);
    const byDay: Digest["byDay"] = [];
    for (let at = dayOf(span.from, timezone).to; days > 1 && at <= to; at = dayOf(at, timezone).to)
      byDay.push({ at, tickets: await ticketsIn(db.read, { from: at, to: Math.min(to, dayOf(at, timezone).to) }) });
    return {
      days,
      ...span,
      opened,
      promised,
      inTime,
      medianFirstResponseMs: await medianFirstResponse(db.read, span, answered),
      ...(await acceptance(db.read, span)),
      costUsd: await spendBetween(db.read, span.from, span.to),
      byIntent: await ticketsByIntent(db.read, span, INTENTS),
      byDay,
    };
  };
