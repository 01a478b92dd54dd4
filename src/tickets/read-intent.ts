import { listCalibrations } from "../db/calibrations.ts";
import { judgedDecisions } from "../db/judged.ts";
import type { Calibration } from "../domain/calibration.ts";
import { EVIDENCE_MS, type Evidence, evidenceAt } from "../domain/evidence.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Intent } from "../domain/settings/intents.ts";
import type { Desk } from "./desk.ts";

export type ReadIntentOutcome =
  | {
      kind: "intent";
      name: string;
      intent: Intent;
      version: number;
      queues: string[];
      evidence: Record<"route" | "draft" | "send", Evidence>;
      calibrations: Calibration[];
    }
  | { kind: "gone" }
  | Forbidden;

/** Errors that a threshold may let through: one in twenty. */
const TARGET_ERROR = 0.05;

/** One intent's settings with what each threshold would have done over the decisions that people have gone over. */
export const readIntent =
  ({ db, settings, now }: Desk) =>
  async ({ by, intent: name }: { by: string; intent: string }): Promise<ReadIntentOutcome> => {
    const { settings: current, version } = settings.current();
    const may = authorise(current, by, "admin");
    if (may.kind === "forbidden") return may;
    const intent = current.intents[name];
    if (!intent) return { kind: "gone" };
    const history = await judgedDecisions(db.read, name, now() - EVIDENCE_MS);
    const at = (threshold: number) => evidenceAt(history, threshold, TARGET_ERROR);
    const { route, draft, send } = intent.thresholds;
    return {
      kind: "intent",
      name,
      intent,
      version,
      queues: Object.keys(current.queues),
      calibrations: (await listCalibrations(db.read)).filter((one) => one.intent === name),
      evidence: { route: at(route), draft: at(draft), send: at(send) },
    };
  };
