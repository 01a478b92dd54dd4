import path from "node:path";
import SQLite from "better-sqlite3";
import type { Desk } from "../e2e/desk.ts";
import { SUPPORT } from "../e2e/desk.ts";
import type { Detour } from "../e2e/detour.ts";
import { fillDisk, freeDisk, jumpClock } from "./machine.ts";

export interface Detours {
  slack: Detour;
  gmail: Detour;
  /** Google's sign-in. */
  tokens: Detour;
}

/** Trouble of one kind, at its providers or in the machine, until `calm`. */
type Trouble = (desk: Desk, detours: Detours) => void;

const MINUTE_MS = 60_000;
const any = (): boolean => true;

const WEATHER: Readonly<Record<string, Trouble>> = {
  "Slack is slow": ({ slack }) => slack.faults.latency("*", 700),
  "Slack limits the channel": ({ slack }) =>
    slack.faults.fail("chat.postMessage", { status: 429, error: "ratelimited", retryAfter: 1 }, 3),
  "Slack limits without saying how long": ({ slack }) =>
    slack.faults.fail("chat.update", { status: 429, error: "ratelimited", retryAfter: null }, 3),
  "Slack is broken": ({ slack }) => slack.faults.fail("*", { status: 503, body: "<h1>Bad gateway</h1>" }, 6),
  "Slack posts and does not say so": ({ slack }) => slack.faults.loseResponse("chat.postMessage", 2),
  "Slack redraws and does not say so": ({ slack }) => slack.faults.loseResponse("chat.update", 2),
  "Slack takes calls and never answers": (_desk, { slack }) => slack.swallow(any, 4),
  "Slack posts nothing and never says so": (_desk, { slack }) =>
    slack.swallow(({ path }) => path.endsWith("/chat.postMessage"), 2),
  "Slack's socket falls silent": ({ slack }) => slack.faults.muteSockets(true),
  "Slack's socket drops": ({ slack }) => slack.faults.dropSockets(),

  "Slack doubles envelopes": ({ slack }) => slack.faults.duplicateEnvelopes(8),
  "Slack's envelopes come late": ({ slack }) => slack.faults.delayEnvelopes(1_200, 4),
  "Slack refreshes the connection": ({ slack }) => slack.faults.disconnect("refresh_requested"),
  "Gmail is slow": ({ gmail }) => gmail.faults.latency("*", 500),
  "Gmail throttles with a time": ({ gmail }) => gmail.faults.throttle({ times: 4, retryAfter: 1 }),
  "Gmail throttles without one": ({ gmail }) => gmail.faults.throttle({ times: 3 }),
  "Gmail is broken": ({ gmail }) => gmail.faults.fail({ status: 500, times: 6 }),
  "Gmail sends and does not say so": ({ gmail }) =>
    gmail.faults.drop({ method: "drafts.send", when: "after", times: 2 }),
  "Gmail drops a sending before it happens": ({ gmail }) =>
    gmail.faults.drop({ method: "drafts.send", when: "before", times: 2 }),
  "Gmail writes a draft and does not say so": ({ gmail }) =>
    gmail.faults.drop({ method: "drafts.create", when: "after", times: 2 }),
  "Gmail has forgotten its history": ({ gmail }) => gmail.expireHistory(SUPPORT),
  "Gmail's tokens die early": ({ gmail }) => gmail.expireAccessTokens(SUPPORT),
  "Gmail takes calls and never answers": (_desk, { gmail }) => gmail.swallow(any, 4),
  "Google's sign-in never answers": ({ gmail }, { tokens }) => {
    tokens.swallow(any, 2);
    gmail.expireAccessTokens(SUPPORT);
  },
  "the model is down": ({ model }) => model!.next({ kind: "error", status: 500 }, 4),
  "the model limits us": ({ model }) => model!.next({ kind: "rate-limit" }, 4),
  "the model talks nonsense": ({ model }) => model!.next("invalid-json", 4),
  "the model cuts its answer short": ({ model }) => model!.next("length", 4),
  "the model hangs up": ({ model }) => model!.next("drop", 4),
  "the model takes calls and never answers": ({ model }) => model!.next({ kind: "answer", latencyMs: 40_000 }, 2),
  "the database is locked": (desk) => lockDatabase(desk, 1_500),
  "the database is locked for long": (desk) => lockDatabase(desk, 9_000),
  "the disk is full": (desk) => fillDisk(desk, 1_500),
  "the clock jumps ahead": (desk) => jumpClock(desk, 180 * MINUTE_MS),
  "the clock is put back": (desk) => jumpClock(desk, -7 * MINUTE_MS),
};

export const WEATHERS: readonly string[] = Object.keys(WEATHER);

/** None, one or two kinds of trouble; by their names. */
export function chooseWeather(random: () => number, only: readonly string[] = []): string[] {
  if (only.length > 0) return [...only];
  const pick = () => WEATHERS[Math.floor(random() * WEATHERS.length)]!;
  const count = Math.floor(random() * 3);
  return [...new Set(Array.from({ length: count }, pick))];
}

export const stir = (desk: Desk, detours: Detours, names: readonly string[]): void => {
  for (const name of names) WEATHER[name]!(desk, detours);
};

export function calm(desk: Desk, { slack, gmail, tokens }: Detours): void {
  desk.slack.faults.clear();
  desk.gmail.faults.clear();
  for (const detour of [slack, gmail, tokens]) detour.clear();
  freeDisk(desk);
}

/** Another program holds the write lock, as a backup may. */
function lockDatabase({ folder }: Desk, ms: number): void {
  const db = new SQLite(path.join(folder, "mailroom.db"), { timeout: 200 });
  try {
    db.exec("BEGIN IMMEDIATE");
  } catch {
    db.close();
    return;
  }
  setTimeout(() => {
    db.exec("ROLLBACK");
    db.close();
  }, ms);
}
