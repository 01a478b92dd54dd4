import { appendAudit } from "../db/audit.ts";
import { listCalibrations, replaceCalibrations } from "../db/calibrations.ts";
import type { Database } from "../db/database.ts";
import { judgedWords } from "../db/judged.ts";
import { type Calibration, calibrated, fitCurve } from "../domain/calibration.ts";
import { EVIDENCE_MS, type Judged } from "../domain/evidence.ts";
import type { DeskJobs } from "./desk-jobs.ts";

/** How old the known calibrations may be: they change once a day. */
const FRESH_MS = 60_000;

/** What an engine's word for an intent is worth, without asking the database for every mail. */
export async function openCalibration({
  db,
  now,
}: {
  db: Database;
  now: () => number;
}): Promise<(engine: string, intent: string, confidence: number) => number> {
  let known = new Map<string, Calibration>();
  let asOf = 0;
  const look = async () => {
    asOf = now();
    known = new Map((await listCalibrations(db.read)).map((one) => [keyOf(one), one]));
  };
  await look();
  return (engine, intent, confidence) => {
    if (now() - asOf > FRESH_MS) void look().catch(() => undefined);
    const curve = known.get(keyOf({ engine, intent }));
    return curve ? calibrated(curve, confidence) : confidence;
  };
}

/** Fits every engine's word for every intent to what people left standing and what they put right. */
export async function recalibrate({ db, now, log }: Pick<DeskJobs, "db" | "now" | "log">): Promise<void> {
  const histories = new Map<string, { engine: string; intent: string; history: Judged[] }>();
  for await (const { engine, intent, confidence, right } of judgedWords(db.read, now() - EVIDENCE_MS)) {
    const key = keyOf({ engine, intent });
    const entry = histories.get(key) ?? { engine, intent, history: [] };
    entry.history.push({ confidence, right });
    histories.set(key, entry);
  }
  const fitted = [...histories.values()].flatMap(({ engine, intent, history }): Calibration[] => {
    const curve = fitCurve(history);
    return curve
      ? [{ engine, intent, ...curve, cases: history.length, right: history.filter((one) => one.right).length }]
      : [];
  });
  await db.transaction(async (tx) => {
    const before = await listCalibrations(tx);
    await replaceCalibrations(tx, fitted, now());
    if (before.length + fitted.length === 0) return;
    await appendAudit(tx, {
      at: now(),
      actor: "mailroom",
      action: "confidence.refitted",
      details: { calibrations: fitted.length, cases: fitted.reduce((sum, { cases }) => sum + cases, 0) },
    });
  });
  log.info({ calibrations: fitted.length }, "confidence has been fitted to what people decided");
}

const keyOf = ({ engine, intent }: { engine: string; intent: string }): string => `${engine}\n${intent}`;
