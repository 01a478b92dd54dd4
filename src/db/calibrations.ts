import type { Calibration } from "../domain/calibration.ts";
import type { Reader, Tx } from "./database.ts";
import { calibrations } from "./schema-decisions.ts";

export async function listCalibrations(db: Reader): Promise<Calibration[]> {
  const { engine, intent, slope, offset, cases, right } = calibrations;
  return db.select({ engine, intent, slope, offset, cases, right }).from(calibrations);
}

/** The new ones in place of all: what has too little to go on any more is as it was shipped. */
export async function replaceCalibrations(tx: Tx, fitted: readonly Calibration[], now: number): Promise<void> {
  await tx.delete(calibrations);
  if (fitted.length > 0) await tx.insert(calibrations).values(fitted.map((one) => ({ ...one, fittedAt: now })));
}
