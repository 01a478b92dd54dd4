import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { note } from "../domain/measure.ts";

/** Presses that a flaky connection delivers twice come within seconds of each other. */
const REMEMBERED = 5_000;

/** Slack gives every press its own trigger id: one that was seen already is acknowledged and left at that. */
export function onlyOnce() {
  const seen = new Set<string>();
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { trigger_id: trigger, type } = args.body as { trigger_id?: string; type?: string };
    if (trigger && type !== "block_suggestion") {
      if (seen.has(trigger)) {
        note("conflict", { what: "press_repeated" });
        await (args as { ack?: () => Promise<void> }).ack?.();
        return;
      }
      seen.add(trigger);
      if (seen.size > REMEMBERED) seen.delete(seen.values().next().value!);
    }
    await args.next();
  };
}
