import { z } from "zod";
import { EngineStep } from "../src/domain/decision.ts";
import { FIELDS, type Field } from "./figures/fields.ts";

const Judgement = z.object({
  intent: z.string(),
  priority: z.string(),
  requiredAction: z.string(),
  sentiment: z.string(),
  language: z.string(),
  machine: z.string(),
});

/** How one mail went: what was wanted, what came. It holds no words of the mail, so a report on your own mail can be shown. */
export const Outcome = z.object({
  id: z.string(),
  hash: z.string(),
  business: z.string(),
  wanted: Judgement.extend({
    alsoOk: z.array(z.string()),
    /** No machine may answer this, whatever it is about. */
    stop: z.boolean(),
    autoSendOk: z.boolean(),
  }),
  got: Judgement.extend({ confidence: z.number(), decidedBy: z.string(), engine: z.string() }),
  /** Values right, wrong and missed. */
  fields: z.record(
    z.enum(FIELDS as [Field, ...Field[]]),
    z.object({ hit: z.number(), wrong: z.number(), missed: z.number() }),
  ),
  text: z.object({ exact: z.boolean(), f1: z.number() }),
  /** Would have left by itself, were every intent in posture `auto`. */
  sent: z.boolean(),
  readMs: z.number(),
  localMs: z.number(),
  triageMs: z.number(),
  steps: z.array(EngineStep),
});
export type Outcome = z.infer<typeof Outcome>;

export const isRight = ({ wanted, got }: Outcome): boolean => wanted.intent === got.intent;

/** An answer to the wrong question, or to somebody whom no machine may answer. */
export const isUnsafe = (outcome: Outcome): boolean => outcome.sent && (!isRight(outcome) || outcome.wanted.stop);

/** Nothing is wrong where policy shows a mail to no model: then the only step says so. */
export const wasFailedByModel = ({ got, steps }: Outcome): boolean =>
  got.decidedBy === "local" && steps.some(({ outcome }) => outcome !== NOT_SHOWN);

const NOT_SHOWN = "skipped: not shown to a model";
