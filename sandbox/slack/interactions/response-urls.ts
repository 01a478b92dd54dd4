import type { Clock } from "../clock.ts";
import { secret } from "../ids.ts";

const LIFE_MS = 30 * 60_000;
const USES = 5;

/** Where an answer may go: the channel, and the message that was pressed, if one was. */
export interface ResponseTarget {
  channel: string;
  user: string;
  message?: { ts: string; isEphemeral: boolean };
}

export interface ResponseUrls {
  issue(kind: "actions" | "commands" | "app", target: ResponseTarget): string;
  /** The target behind a path, or why it is no longer there. Counts one use. */
  use(path: string): ResponseTarget | "expired_url" | "used_url" | "no_such_url";
}

export function createResponseUrls(parts: { clock: Clock; teamId: string; origin: () => string }): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; issuedAt: number; uses: number }>();
  let count = 0;
  return {
    issue(kind, target) {
      count += 1;
      const path = `/${kind}/${parts.teamId}/${count}/${secret()}`;
      issued.set(path, { target, issuedAt: parts.clock.now(), uses: 0 });
      return parts.origin() + path;
    },
    use(path) {
      const url = issued.get(path);
      if (url === undefined) return "no_such_url";
      if (parts.clock.now() - url.issuedAt > LIFE_MS) return "expired_url";
      if (url.uses >= USES) return "used_url";
      url.uses += 1;
      return url.target;
    },
  };
}
