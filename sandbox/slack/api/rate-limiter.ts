import { limits } from "../limits.ts";

export interface RateSettings {
  /** Multiplies every allowance; 1 is Slack's own. */
  scale: number;
  /** Posted messages a second in one channel, and how many may come at once before that. */
  channelPerSecond: number;
  channelBurst: number;
}

export const slackRates: RateSettings = { scale: 1, channelPerSecond: 1, channelBurst: 5 };

export interface RateLimiter {
  /** Undefined: nothing is limited. */
  settings: RateSettings | undefined;
  /** Counts one call; seconds to wait when it is one too many. */
  call(method: string): number | undefined;
  /** Counts one posted message in a channel, however it was sent. */
  post(channel: string): number | undefined;
}

const MINUTE_MS = 60_000;

export function createRateLimiter(now: () => number, settings: RateSettings | undefined): RateLimiter {
  const calls = new Map<string, number[]>();
  const buckets = new Map<string, { tokens: number; at: number }>();
  const limiter: RateLimiter = {
    settings,
    call(method) {
      const perMinute = tierOf(method);
      if (limiter.settings === undefined || perMinute === undefined) return undefined;
      const most = Math.max(1, Math.floor(perMinute * limiter.settings.scale));
      const recent = (calls.get(method) ?? []).filter((at) => at > now() - MINUTE_MS);
      calls.set(method, recent);
      const oldest = recent[recent.length - most];
      if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + MINUTE_MS - now()) / 1000));
      recent.push(now());
      return undefined;
    },
    post(channel) {
      if (limiter.settings === undefined) return undefined;
      const { scale, channelPerSecond, channelBurst } = limiter.settings;
      const bucket = buckets.get(channel) ?? { tokens: channelBurst, at: now() };
      const perMs = (channelPerSecond * scale) / 1000;
      bucket.tokens = Math.min(channelBurst, bucket.tokens + (now() - bucket.at) * perMs);
      bucket.at = now();
      buckets.set(channel, bucket);
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
      bucket.tokens -= 1;
      return undefined;
    },
  };
  return limiter;
}

/** Calls a minute by the method's tier; the special tier has rules of its own. */
function tierOf(method: string): number | undefined {
  const tier = limits.methods[method]?.tier;
  const rate = Number(/^(\d+)\+/.exec(limits.rate_tiers[tier ?? ""] ?? "")?.[1]);
  return Number.isNaN(rate) ? undefined : rate;
}
