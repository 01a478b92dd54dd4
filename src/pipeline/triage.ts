import { PRIORITIES, type Priority, type TriageDecision } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import type { Sketch } from "../domain/incident.ts";
import { NO_TOOLS, type ToolPort } from "../domain/look-up.ts";
import { type Knowledge, NO_KNOWLEDGE, type Passage } from "../domain/passage.ts";
import { type SenderFacts, type SenderHistory, senderFacts } from "../domain/sender.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Taught } from "../domain/taught.ts";
import type { TriageResult } from "../domain/triage-result.ts";
import { act } from "./act.ts";
import { mayAcknowledge, maySendItself } from "./answer/by-itself.ts";
import { guard } from "./answer/guard.ts";
import type { Guard } from "./answer/guards/guard-context.ts";
import { writeDraft } from "./answer/write-draft.ts";
import { sketchOf } from "./incidents/sketch.ts";
import { Masker } from "./masker.ts";
import { route } from "./route.ts";
import { isCourtesy } from "./rules/courtesy.ts";
import { applyRules, type RuleVerdict } from "./rules/rules.ts";
import { type Engines, type LocalReading, type Reading, understand } from "./understand/understand.ts";

export interface TriageInput {
  email: Email;
  /** The address that received it. */
  mailbox: string;
  settings: Settings;
  settingsVersion: number;
  receivedAt: number;
  history: SenderHistory;
  /** The conversation so far, newest first. */
  earlier: readonly { direction: "in" | "out"; text: string }[];
  /** What the conversation's ticket is about already. */
  previous: { intent: string; openedAt: number } | undefined;
  /** What people said about all mail of this sender or domain. */
  taught?: Taught;
  /** The conversation's placeholders, as they were stored. */
  placeholders: unknown;
  /** False for mail that nobody waits for any more: understood and recorded, without a card. */
  waiting: boolean;
}

export interface LocalInput {
  email: Email;
  mailbox: string;
  settings: Settings;
  sender: SenderFacts;
}

export interface TriageTools {
  engines: Engines;
  readLocally: (input: LocalInput) => LocalReading;
  /** What an engine's word for an intent has proved to be worth; absent: what it says. */
  calibrate?: (engine: string, intent: string, confidence: number) => number;
  /** Absent: answers are templates. */
  knowledge?: Knowledge;
  /** Absent: all there are. Others only where nothing can leave: to measure what each of them is worth. */
  guards?: readonly Guard[];
  /** Absent: nothing is looked up. */
  tools?: ToolPort;
  /** What may be said of the incident that a mail is about, in the customer's language where there is a text in it. */
  bannerFor?: (sketch: Sketch, language: string) => Promise<Passage | undefined>;
}

/**
 * One pass over one mail: redact, rules, understanding, route, draft, guard, and what should happen. The same function serves
 * live mail, replay, evaluation and benchmarks; it writes nothing and knows no clock but the one it is given.
 */
export const triage =
  ({
    engines,
    readLocally,
    calibrate = (_engine, _intent, said) => said,
    knowledge = NO_KNOWLEDGE,
    tools = NO_TOOLS,
    bannerFor,
    guards,
  }: TriageTools) =>
  async (input: TriageInput): Promise<TriageResult> => {
    const { email, mailbox, settings, receivedAt } = input;
    const sender = senderFacts(email, settings, input.history);
    const masker = new Masker(settings, email.language, input.placeholders);
    const redacted = masker.email(email, input.earlier);
    const verdict = applyRules(email, sender, settings, input.taught);
    const local = readLocally({ email, mailbox, settings, sender });
    const mail = {
      redacted,
      mailbox,
      senderDomain: email.from?.address.split("@").at(-1),
      sender,
      machine: email.machine.kind,
    };
    const reading = followsOn(input, verdict, local) ?? (await understand(mail, local, verdict, settings, engines));
    const decision = decide(reading, verdict, masker, input, calibrate);
    const routed = route(decision, { email, mailbox, sender, settings, receivedAt });
    const plan = input.waiting
      ? act(decision, routed, settings.intents[decision.intent]?.thresholds.draft ?? 1, email)
      : ({ kind: "settle", reason: "It was here before Mailroom was, and nobody waits for it" } as const);
    const sketch =
      settings.incidents.detect && email.machine.kind === "none" ? sketchOf(redacted, email.language) : undefined;
    const written =
      plan.kind === "show" && plan.draft
        ? await writeDraft(
            {
              email,
              decision,
              mailbox,
              settings,
              mail,
              skipModel: verdict.skipModel,
              mask: (text) => masker.mask(text),
              banner: sketch && (await bannerFor?.(sketch, email.language)),
            },
            { engines, knowledge, tools },
          )
        : undefined;
    const guarded =
      written &&
      guard(written.draft, { email, settings, stopLine: decision.stopLine, riskFlags: decision.riskFlags }, guards);
    return {
      decision,
      route: routed,
      about: {
        subject: masker.mask(email.subject),
        sender: {
          address: email.from?.address ?? "unknown",
          ...(email.from?.name && { name: masker.mask(email.from.name) }),
        },
        summary: decision.summary,
      },
      searchText: [
        masker.mask(email.subject),
        email.from?.name ?? "",
        email.from?.address ?? "",
        masker.mask(email.visibleText),
      ].join("\n"),
      placeholders: masker.state(),
      outcome: plan.kind === "show" ? "show" : "settle",
      courtesy: sender.knownThread && isCourtesy(email),
      reason: plan.kind === "show" ? plan.noDraft : plan.reason,
      draft: written && guarded && { ...written, draft: guarded },
      ...(sketch && { sketch }),
      byItself: {
        send:
          guarded !== undefined && maySendItself({ decision, route: routed, draft: guarded, email, sender, settings }),
        acknowledge: plan.kind === "show" && mayAcknowledge({ decision, email, sender, settings }),
      },
    };
  };

/** A verdict on a conversation holds for a day: "any news?" needs no new one. */
const THREAD_VERDICT_MS = 24 * 60 * 60_000;

function followsOn(
  { previous, receivedAt, settings }: TriageInput,
  verdict: RuleVerdict,
  local: LocalReading,
): Reading | undefined {
  if (!previous || !verdict.thin || verdict.forced || verdict.taught.intent || verdict.stopLine) return undefined;
  if (receivedAt - previous.openedAt > THREAD_VERDICT_MS || !(previous.intent in settings.intents)) return undefined;
  const understanding = {
    ...local,
    intent: previous.intent,
    confidence: 0.9,
    reasons: ["A few words in a conversation that is understood already"],
  };
  return { understanding, decidedBy: "rule", engine: "rule:thread", promptVersion: undefined, steps: [] };
}

/** A mail of a few words cannot be understood with any certainty, whatever an engine says. */
const THIN_CONFIDENCE = 0.4;

function decide(
  { understanding, decidedBy, engine, promptVersion, steps }: Reading,
  verdict: RuleVerdict,
  masker: Masker,
  input: TriageInput,
  calibrate: NonNullable<TriageTools["calibrate"]>,
): TriageDecision {
  // A model was shown placeholders and repeats them; the local engine quotes the mail.
  const origin = decidedBy === "model" ? "ours" : "sender";
  const intent = understanding.intent in input.settings.intents ? understanding.intent : "other";
  const said = understanding.confidence;
  const fitted = decidedBy === "rule" ? said : calibrate(engine, intent, said);
  const thin = verdict.thin && decidedBy !== "rule";
  const confidence = thin ? Math.min(fitted, THIN_CONFIDENCE) : fitted;
  return {
    ...understanding,
    intent,
    confidence,
    priority: atLeast(verdict.taught.priority?.value ?? understanding.priority, verdict.priorityFloor),
    entities: masker.restored(understanding.entities),
    riskFlags: [
      ...new Set([...understanding.riskFlags, ...verdict.flags, ...(masker.foundSecrets ? (["pii"] as const) : [])]),
    ],
    summary: masker.mask(understanding.summary, origin),
    reasons: [...verdict.reasons, ...understanding.reasons.map((one) => masker.mask(one, origin))],
    decidedBy,
    engine,
    ...(verdict.stopLine && { stopLine: verdict.stopLine }),
    outage: verdict.outage,
    needsReview: decidedBy !== "rule" && confidence < (input.settings.intents[intent]?.thresholds.route ?? 1),
    // Of a few words an engine's word is no measure of it.
    ...(decidedBy !== "rule" && !thin && { engineConfidence: said }),
    language: input.email.language,
    ...(promptVersion && { promptVersion }),
    settingsVersion: input.settingsVersion,
    steps,
  };
}

const atLeast = (priority: Priority, floor: Priority | undefined): Priority =>
  floor && PRIORITIES.indexOf(floor) > PRIORITIES.indexOf(priority) ? floor : priority;
