import type { Clock } from "../clock.ts";
import { secret } from "../ids.ts";
import { Refusal, withReason } from "../refusal.ts";

const TRIGGER_LIFE_MS = 3_000;

interface Trigger {
  user: string;
  issuedAt: number;
  /** Where the person was: decides `default_to_current_conversation`. */
  channel?: string;
  /** The view the person acted in: what views.push pushes onto. */
  viewId?: string;
  used: boolean;
}

export interface Triggers {
  issue(from: Pick<Trigger, "user" | "channel" | "viewId">): string;
  /** Looks without using it up, so that a refused view leaves the trigger to try again. */
  check(id: unknown): Trigger;
}

export function createTriggers(clock: Clock): Triggers {
  const triggers = new Map<string, Trigger>();
  let count = 0;
  return {
    issue(from) {
      count += 1;
      const id = `${9_000_000_000 + count}.${333_649_436_676}.${secret()}`;
      triggers.set(id, { ...from, issuedAt: clock.now(), used: false });
      return id;
    },
    check(id) {
      const trigger = triggers.get(String(id));
      if (trigger === undefined) throw withReason("invalid_trigger_id", "invalid `trigger_id`");
      if (trigger.used) throw new Refusal("exchanged_trigger_id");
      if (clock.now() - trigger.issuedAt > TRIGGER_LIFE_MS) throw new Refusal("expired_trigger_id");
      return trigger;
    },
  };
}
