import { AsyncLocalStorage } from "node:async_hooks";
import { channel, tracingChannel } from "node:diagnostics_channel";
import type { DecidedBy } from "./decision.ts";
import type { LookUp } from "./look-up.ts";

/**
 * What the running desk tells about itself, over Node's own diagnostics channels: whoever measures or traces subscribes,
 * and while nobody does, work is simply done. Ids, kinds and codes only; never mail content.
 */
export interface Step {
  /** `job` and `effect` name their kind; the other steps are parts of a job. */
  step: "job" | "effect" | "fetch" | "look-up" | "normalise" | "triage" | "model" | "record";
  kind: string;
  ids: Readonly<Record<string, number | string>>;
}

export const steps = tracingChannel<unknown, Step>("mailroom:step");

const rehearsing = new AsyncLocalStorage<true>();

/** What happens inside is a rehearsal and no work of the desk's: nobody hears of it. */
export const unheard = <T>(work: () => Promise<T>): Promise<T> => rehearsing.run(true, work);

export function measured<T>(step: Step, work: () => Promise<T>): Promise<T> {
  return steps.hasSubscribers && !rehearsing.getStore() ? steps.tracePromise(work, step) : work();
}

interface Notes {
  /** Something was about to be done, or came, a second time, and was recognised. */
  conflict: { what: "effect_planned" | "effect_done" | "lease_lost" | "event_repeated" | "press_repeated" };
  looked_up: { tool: string; outcome: LookUp["outcome"] };
  decision: { confidence: number; decidedBy: DecidedBy };
}

export function note<Name extends keyof Notes>(name: Name, what: Notes[Name]): void {
  if (!rehearsing.getStore()) channel(`mailroom:${name}`).publish(what);
}

/** Returns how to stop listening. */
export function onNote<Name extends keyof Notes>(name: Name, listener: (what: Notes[Name]) => void): () => void {
  const hear = (what: unknown) => listener(what as Notes[Name]);
  channel(`mailroom:${name}`).subscribe(hear);
  return () => channel(`mailroom:${name}`).unsubscribe(hear);
}
