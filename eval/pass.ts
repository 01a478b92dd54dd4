import pLimit from "p-limit";
import type { RiskFlag } from "../src/domain/decision.ts";
import type { Email } from "../src/domain/email.ts";
import type { Knowledge } from "../src/domain/passage.ts";
import { NO_HISTORY } from "../src/domain/sender.ts";
import type { Settings } from "../src/domain/settings/settings.ts";
import type { TriageResult } from "../src/domain/triage-result.ts";
import { normalise } from "../src/pipeline/normalise.ts";
import type { TriageInput } from "../src/pipeline/triage.ts";
import type { FolderCase } from "./dataset/folder.ts";
import type { Engine } from "./engines/engine.ts";
import { count, FIELDS, type Field, newTally, valuesOf } from "./figures/fields.ts";
import { fold, tokenF1 } from "./figures/text.ts";
import type { Outcome } from "./outcome.ts";

/** As many as make the runtime compile what runs often; they cost nothing, because no model is asked. */
const WARM_UP_MAILS = 60;

/** Every mail through the pipeline as live mail goes, each by itself: without the conversation and the sender's past. */
export async function runPass(
  cases: readonly FolderCase[],
  engine: Engine,
  knowledgeOf: (business: string) => Knowledge,
  onMail: (done: number) => void,
): Promise<Outcome[]> {
  const settings = new Map<Settings, Settings>();
  const inputOf = ({ mailbox, settings: own }: FolderCase, email: Email): TriageInput => {
    if (!settings.has(own)) settings.set(own, inPostureAuto(own));
    return {
      email,
      mailbox,
      settings: settings.get(own)!,
      settingsVersion: 1,
      receivedAt: email.dateAt ?? 0,
      history: NO_HISTORY,
      earlier: [],
      previous: undefined,
      placeholders: undefined,
      waiting: true,
    };
  };
  for (const one of cases.slice(0, WARM_UP_MAILS))
    await engine.triageUnpaid(inputOf(one, one.email), knowledgeOf(one.business));

  const readOnce = async (one: FolderCase): Promise<Reading> => {
    const startedAt = engine.clock.now();
    const email = await normalise(one.raw, one.context);
    const readAt = engine.clock.now();
    const result = await engine.triage(inputOf(one, email), knowledgeOf(one.business));
    const triageMs = engine.clock.now() - readAt;
    return { email, result, readMs: readAt - startedAt, localMs: engine.localMs(email), triageMs };
  };
  let done = 0;
  const limit = pLimit(engine.atOnce);
  return Promise.all(
    cases.map((one) =>
      limit(async () => {
        const readings: Reading[] = [];
        for (let n = 0; n < engine.readings; n++) readings.push(await readOnce(one));
        onMail(++done);
        return outcomeOf(one, readings);
      }),
    ),
  );
}

interface Reading {
  email: Email;
  result: TriageResult;
  readMs: number;
  localMs: number;
  triageMs: number;
}

/** Nothing but the guards and the thresholds as they are by default stands between a decision and the customer. */
function inPostureAuto(settings: Settings): Settings {
  const intents = Object.entries(settings.intents).map(([name, intent]) => [name, { ...intent, posture: "auto" }]);
  return { ...settings, intents: Object.fromEntries(intents) as Settings["intents"] };
}

const STOP_FLAGS: readonly RiskFlag[] = ["legal", "security", "hostile", "prompt_injection", "phishing"];

/** The readings of one mail are the same but for their times, of which the shortest is the work itself. */
function outcomeOf(one: FolderCase, readings: readonly Reading[]): Outcome {
  const { email, result } = readings[0]!;
  const { decision } = result;
  const shortest = (time: "readMs" | "localMs" | "triageMs") => Math.min(...readings.map((reading) => reading[time]));
  const { label } = one;
  const threshold = one.settings.intents[decision.intent]?.thresholds.send ?? 1;
  const [visible, wantedText] = [fold(email.visibleText), fold(label.visible_text)];
  const fields = FIELDS.map((field) => {
    const tally = newTally();
    count(field, tally, valuesOf(field, label.entities), valuesOf(field, decision.entities));
    return [field, { hit: tally.hit, wrong: tally.wrong, missed: tally.missed }];
  });
  return {
    id: one.id,
    hash: one.hash,
    business: one.business,
    wanted: {
      intent: label.intent,
      priority: asLabelled(label.priority),
      requiredAction: label.required_action,
      sentiment: label.sentiment,
      language: label.language,
      machine: label.machine,
      alsoOk: label.also_ok,
      stop: label.risk_flags.some((flag) => STOP_FLAGS.includes(flag)),
      autoSendOk: label.auto_send_ok,
    },
    got: {
      intent: decision.intent,
      priority: asLabelled(decision.priority),
      requiredAction: decision.requiredAction,
      sentiment: decision.sentiment,
      language: decision.language,
      machine: email.machine.kind,
      confidence: decision.confidence,
      decidedBy: decision.decidedBy,
      engine: decision.engine,
    },
    fields: Object.fromEntries(fields) as Record<Field, Outcome["fields"][Field]>,
    text: { exact: visible === wantedText, f1: tokenF1(visible, wantedText) },
    sent: result.byItself?.send === true && decision.confidence >= threshold,
    readMs: shortest("readMs"),
    localMs: shortest("localMs"),
    triageMs: shortest("triageMs"),
    steps: decision.steps,
  };
}

/** Labels know three priorities: `urgent` is what rules make of a `high` in an outage. */
const asLabelled = (priority: string): string => (priority === "urgent" ? "high" : priority);
