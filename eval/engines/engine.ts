import { modelProviders } from "../../src/adapters/openai/providers.ts";
import { readConfig } from "../../src/config.ts";
import { NO_ENTITIES } from "../../src/domain/decision.ts";
import type { Email } from "../../src/domain/email.ts";
import { type Knowledge, NO_KNOWLEDGE } from "../../src/domain/passage.ts";
import type { Settings } from "../../src/domain/settings/settings.ts";
import { type LocalInput, type TriageInput, triage } from "../../src/pipeline/triage.ts";
import type { Provider } from "../../src/pipeline/understand/ask-model.ts";
import type { LocalReading } from "../../src/pipeline/understand/understand.ts";
import { Complaint } from "../complaint.ts";
import { seeded } from "../train/random.ts";
import { type Clock, createClock } from "./clock.ts";
import { createLocalEngine } from "./local.ts";
import { recorded, replayed } from "./recording.ts";

/**
 * - `rules`: what rules alone settle; everything else stays unread
 * - `local`: rules and the local engine, as without a model
 * - `model`: the same with one model, the first that the environment names
 * - `chain`: everything the environment names, with larger model and second provider, as `npm start` runs
 */
export const ENGINES = ["rules", "local", "model", "chain"] as const;
export type EngineName = (typeof ENGINES)[number];

export interface EngineOptions {
  environment: Readonly<Record<string, string | undefined>>;
  record: string | undefined;
  replay: string | undefined;
  settings: Settings;
}

export interface Engine {
  clock: Clock;
  triage: (input: TriageInput, knowledge?: Knowledge) => ReturnType<ReturnType<typeof triage>>;
  /** The same without models: what a warm-up may use for nothing. */
  triageUnpaid: Engine["triage"];
  /** Mails at a time: a model is waited for, everything else would only be measured wrongly. */
  atOnce: number;
  /** Times that every mail is read: what else the machine does at the moment is not what is measured. */
  readings: number;
  models: string[];
  unanswered: () => number;
  /** How long the local engine took with a mail. */
  localMs: (email: Email) => number;
}

const MODEL_CALLS_AT_ONCE = 4;
const READINGS = 3;

export function openEngine(name: EngineName, options: EngineOptions): Engine {
  const clock = createClock();
  const { providers, unanswered, live } = providersFor(name, options, clock);
  const local = createLocalEngine();
  const read = name === "rules" ? readNothing : (input: LocalInput) => local.read(input);
  const localTimes = new WeakMap<Email, number>();
  const readLocally = (input: LocalInput): LocalReading => {
    const startedAt = performance.now();
    const reading = read(input);
    localTimes.set(input.email, performance.now() - startedAt);
    return reading;
  };
  const around = {
    now: clock.now,
    random: seeded(1),
    sleep: live
      ? (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
      : async (ms: number) => clock.skip(ms),
  };
  // Every mail is asked about: what a cache saves is luck of the day.
  const engines = { cache: { get: () => undefined, set: () => undefined }, budgetSpent: () => false, around };
  return {
    clock,
    triage: (input, knowledge = NO_KNOWLEDGE) =>
      triage({ readLocally, engines: { ...engines, providers }, knowledge })(input),
    triageUnpaid: (input, knowledge = NO_KNOWLEDGE) =>
      triage({ readLocally, engines: { ...engines, providers: [] }, knowledge })(input),
    atOnce: live ? MODEL_CALLS_AT_ONCE : 1,
    readings: providers.length > 0 ? 1 : READINGS,
    models: providers.flatMap(({ small, large }) => [small.name, ...(large ? [large.name] : [])]),
    unanswered,
    localMs: (email) => localTimes.get(email) ?? Number.NaN,
  };
}

function providersFor(
  name: EngineName,
  { environment, record, replay, settings }: EngineOptions,
  clock: Clock,
): { providers: Provider[]; unanswered: () => number; live: boolean } {
  const none = { providers: [], unanswered: () => 0, live: false };
  if (name === "rules" || name === "local") {
    const option = record ? "--record" : replay ? "--replay" : undefined;
    if (option) throw new Complaint(`${option} keeps what models say: use it with --engine model or --engine chain`);
    return none;
  }
  const asked = (all: Provider[]): Provider[] =>
    name === "chain" ? all : all.slice(0, 1).map((first) => ({ ...first, large: undefined }));
  if (replay) {
    const { providers, unanswered } = replayed(replay, clock);
    return { providers: asked(providers), unanswered, live: false };
  }
  // Slack is not spoken to; the rest of the environment is read and judged as the app does.
  const config = readConfig({ ...environment, SLACK_BOT_TOKEN: "unused", SLACK_APP_TOKEN: "unused" });
  const providers = asked(modelProviders(config, settings.model.reasoningEffort, clock.now));
  if (providers.length === 0)
    throw new Complaint(
      `--engine ${name} needs a model. Set OPENAI_API_KEY (for a server of your own OPENAI_BASE_URL and LLM_MODEL), ` +
        "or give --replay FILE with a recorded run. Without a model: --engine local",
    );
  return { providers: record ? recorded(providers, record, clock) : providers, unanswered: () => 0, live: true };
}

/** What nobody has read. */
const readNothing = (): LocalReading => ({
  intent: "other",
  priority: "normal",
  requiredAction: "route_ops",
  sentiment: "neutral",
  entities: NO_ENTITIES,
  riskFlags: [],
  summary: "",
  confidence: 0,
  reasons: [],
  engine: "nothing",
  probabilities: {},
});
