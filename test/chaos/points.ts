import type { Passing } from "../e2e/detour.ts";

/** Where to kill: some time after the start, or at a step around a call to the outside. */
export type KillPoint = { afterMs: number } | { service: "slack" | "gmail"; step: string; stage: Stage };

/** `arrived`: before the provider does anything. `answered`: it has done it, and we never hear so. `later`: a moment after we heard. */
const STAGES = ["arrived", "answered", "later"] as const;
export type Stage = (typeof STAGES)[number];

const CALLS = {
  slack: {
    "chat.postMessage": /\/chat\.postMessage$/,
    "chat.update": /\/chat\.update$/,
    "chat.postEphemeral": /\/chat\.postEphemeral$/,
    "conversations.history": /\/conversations\.history$/,
  },
  gmail: {
    "history.list": /^GET .*\/history$/,
    "messages.get": /^GET .*\/messages\/[^/]+$/,
    "threads.get": /^GET .*\/threads\/[^/]+$/,
    "drafts.create": /^POST .*\/drafts$/,
    "drafts.send": /^POST .*\/drafts\/send$/,
  },
} as const;

/** Each named step in each of its stages: what a run of enough kills visits one by one. */
const STEPS: Exclude<KillPoint, { afterMs: number }>[] = Object.entries(CALLS).flatMap(([service, calls]) =>
  Object.keys(calls).flatMap((step) =>
    STAGES.map((stage) => ({ service: service as keyof typeof CALLS, step, stage })),
  ),
);

/** Every second kill is at a step, in their order; the others at any time at all. */
export function killPoint(number: number, random: () => number): KillPoint {
  if (number % 2 === 0) return STEPS[(number / 2 - 1) % STEPS.length]!;
  return { afterMs: 50 + Math.floor(random() * 2_500) };
}

export const isStep = (service: "slack" | "gmail", step: string, { verb, path }: Passing): boolean =>
  (CALLS[service] as Record<string, RegExp>)[step]!.test(`${verb} ${path}`);

export const describePoint = (point: KillPoint): string =>
  "afterMs" in point ? `${point.afterMs} ms` : `${point.step} ${point.stage}`;
