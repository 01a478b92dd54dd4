import type { World } from "../world.ts";

/** Too many at once: HTTP 429, with the seconds to wait when Slack names them. */
export class RateLimited extends Error {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super("ratelimited");
    this.retryAfter = retryAfter;
  }
}

export function limitCall(world: World, method: string): void {
  refuse(world.limiter.call(method));
}

/** Every posted message counts, by whatever door it came. */
export function limitPost(world: World, channel: string): void {
  refuse(world.limiter.post(channel));
}

function refuse(retryAfter: number | undefined): void {
  if (retryAfter !== undefined) throw new RateLimited(retryAfter);
}
