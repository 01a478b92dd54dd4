import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { type Calibration, calibrated } from "../domain/calibration.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { SettingChange } from "../domain/settings/diff.ts";
import { type Intent, POSTURES } from "../domain/settings/intents.ts";
import { MODAL, VIEW } from "./ids.ts";
import {
  carried,
  choiceOf,
  choicesOf,
  explain,
  modal,
  option,
  sayingModal,
  selectInput,
  textInput,
  textOf,
  userOf,
  type Values,
} from "./modal.ts";
import { clip, label, mrkdwn, said } from "./text.ts";
import { atTime } from "./time.ts";
import { named, person } from "./words.ts";

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };

// ── One intent ──

const OfIntent = z.object({ v: z.literal(1), i: z.string(), n: z.number() });
const THRESHOLDS = ["route", "draft", "send"] as const;
const POSTURE_WORDS = {
  off: "No drafts",
  shadow: "Drafts are made and measured, nobody sees them",
  draft: "A draft on the card, a person sends it",
  auto: "Sent by Mailroom when it is sure enough",
} as const;
const DURATION = /^(?=\d)(\d{1,4}h)?(\d{1,5}m)?$/;

export interface IntentModal {
  name: string;
  intent: Intent;
  version: number;
  queues: readonly string[];
  /** What each threshold would have done over the decisions that people have gone over. */
  evidence: Readonly<Record<(typeof THRESHOLDS)[number], Evidence>>;
  /** Engines whose word for this intent is fitted to what people decided. */
  calibrations: readonly Calibration[];
  notice: string | undefined;
}

export function intentModal({ name, intent, version, queues, evidence, calibrations, notice }: IntentModal): ModalView {
  const percent = (share: number) => String(Math.round(share * 100));
  return modal({
    id: VIEW.intent,
    title: clip(`Intent: ${name}`, 24),
    submit: "Save version",
    carries: { i: name.slice(0, 1000), n: version },
    blocks: [
      ...(notice ? [{ type: "section" as const, text: mrkdwn(`⚠️ ${notice}`) }] : []),
      explain(said(intent.description, 500)),
      selectInput(
        "posture",
        "Posture",
        POSTURES.map((one) => option(one, one, POSTURE_WORDS[one])),
        intent.posture,
      ),
      ...THRESHOLDS.flatMap((one): KnownBlock[] => [
        {
          type: "input",
          block_id: one,
          label: label(`${one[0]!.toUpperCase()}${one.slice(1)} from (% sure)`),
          element: {
            type: "number_input",
            action_id: "value",
            is_decimal_allowed: false,
            min_value: "0",
            max_value: "100",
            initial_value: percent(intent.thresholds[one]),
          },
        },
        explain(evidenceLine(evidence[one])),
      ]),
      ...calibrations.slice(0, 3).map((one) => explain(calibrationLine(one))),
      selectInput(
        "queue",
        "Queue",
        [option("-", "By its own name, else triage"), ...queues.slice(0, 98).map((queue) => option(queue, queue))],
        intent.queue ?? "-",
      ),
      textInput("sla", "Answer within", {
        value: intent.sla ? intent.sla.normal : "",
        optional: true,
        hint: "Working time, for every priority: 45m, 4h or 1h30m. Empty: what the queue promises",
        max: 12,
      }),
      {
        type: "input",
        block_id: "flags",
        optional: true,
        label: label("Also"),
        element: {
          type: "checkboxes",
          action_id: "value",
          options: FLAGS,
          ...(FLAGS.some(({ value }) => intent[value as "acknowledge" | "silent"]) && {
            initial_options: FLAGS.filter(({ value }) => intent[value as "acknowledge" | "silent"]),
          }),
        },
      },
    ],
  });
}

const FLAGS = [
  option("acknowledge", "Acknowledge at once that the mail has come"),
  option("silent", "Settle without a card"),
];

export function evidenceLine({ cases, wrong, errorAtMost, missing }: Evidence): string {
  if (cases === 0) return "No decision at or above this has been gone over by a person yet.";
  const found = `People went over ${cases} such ${cases === 1 ? "decision" : "decisions"}: ${wrong === 0 ? "none" : wrong} wrong.`;
  const promise = missing > 0 ? ` Another ${missing} without a mistake would prove 95 % right.` : "";
  return `${found} That proves at most ${Math.ceil(errorAtMost * 100)} % wrong (with 95 % certainty).${promise}`;
}

/** What the number on a card stands for. */
export function calibrationLine({ engine, cases, right, ...curve }: Calibration): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `${said(engine, 60)} was right in ${right} of ${cases} such decisions: where it says ${percent(0.9)}, cards say ${percent(calibrated(curve, 0.9))}; for ${percent(0.6)}, ${percent(calibrated(curve, 0.6))}.`;
}

export interface IntentChange {
  name: string;
  base: number;
  posture: string;
  thresholds: Record<(typeof THRESHOLDS)[number], number>;
  queue: string | undefined;
  sla: string | undefined;
  acknowledge: boolean;
  silent: boolean;
}

export function readIntent(view: Submitted): IntentChange | { errors: Record<string, string> } {
  const { i, n } = carried(view, OfIntent);
  const { values } = view.state;
  const errors: Record<string, string> = {};
  const share = (block: string): number => {
    const percent = Number(textOf(values, block));
    if (!Number.isInteger(percent) || percent < 0 || percent > 100)
      errors[block] = "Write a whole number from 0 to 100";
    return percent / 100;
  };
  const thresholds = { route: share("route"), draft: share("draft"), send: share("send") };
  if (Object.keys(errors).length === 0 && thresholds.send < thresholds.draft)
    errors["send"] = "Sending needs at least the certainty that drafting does";
  const sla = textOf(values, "sla");
  if (sla !== "" && !DURATION.test(sla)) errors["sla"] = "Write a span such as 45m, 4h or 1h30m";
  if (Object.keys(errors).length > 0) return { errors };
  const queue = choiceOf(values, "queue");
  const flags = choicesOf(values, "flags");
  return {
    name: i,
    base: n,
    posture: choiceOf(values, "posture") ?? "draft",
    thresholds,
    queue: queue === "-" ? undefined : queue,
    sla: sla === "" ? undefined : sla,
    acknowledge: flags.includes("acknowledge"),
    silent: flags.includes("silent"),
  };
}

// ── History ──

export interface History {
  versions: readonly { version: number; savedBy: string; savedAt: number; note: string }[];
  current: number;
  timezone: string;
}

export const historyModal = ({ versions, current, timezone }: History): ModalView =>
  sayingModal("Settings history", [
    ...versions.slice(0, 40).map(
      (one): KnownBlock => ({
        type: "section",
        block_id: `version:${one.version}`,
        text: mrkdwn(
          `*Version ${one.version}*${one.version === current ? " (in force)" : ""} · ${person(one.savedBy)} · ${atTime(one.savedAt, 0, timezone)}\n${named(said(one.note, 400))}`,
        ),
        ...(one.version !== current && {
          accessory: {
            type: "button" as const,
            action_id: MODAL.rollback,
            text: label("Roll back"),
            value: String(one.version),
            accessibility_label: `Roll back to version ${one.version}`,
            confirm: {
              title: label("Roll back?", 100),
              text: label(
                `Settings become what they were in version ${one.version}. It is saved as a new version.`,
                300,
              ),
              confirm: label("Roll back", 30),
              deny: label("Cancel", 30),
            },
          },
        }),
      }),
    ),
  ]);

export function changesText(changes: readonly SettingChange[], most = 12): string {
  const lines = changes
    .slice(0, most)
    .map(
      ({ key, before, after }) =>
        `• \`${said(key, 80)}\`: ${named(said(before ?? "–", 80))} → *${named(said(after ?? "–", 80))}*`,
    );
  return [...lines, ...(changes.length > most ? [`…and ${changes.length - most} more`] : [])].join("\n");
}

// ── On call, own notices ──

export const onCallModal = (onCall: string | undefined, version: number): ModalView =>
  modal({
    id: VIEW.onCall,
    title: "On call",
    submit: "Save version",
    carries: { n: version },
    blocks: [
      explain("Tickets about outages go to whoever is on call, whatever the hour."),
      {
        type: "input",
        block_id: "who",
        optional: true,
        label: label("On call"),
        element: { type: "users_select", action_id: "value", ...(onCall && { initial_user: onCall }) },
      },
    ],
  });

export const readOnCall = (view: Submitted) => ({
  base: carried(view, z.object({ v: z.literal(1), n: z.number() })).n,
  who: userOf(view.state.values, "who"),
});

export function noticesModal(mailboxes: readonly string[], muted: readonly string[]): ModalView {
  const options = mailboxes.slice(0, 10).map((address) => option(address, address));
  const initial = options.filter((one) => muted.includes(one.value ?? ""));
  return modal({
    id: VIEW.notices,
    title: "My notices",
    submit: "Save",
    carries: {},
    blocks: [
      explain(
        "You get direct messages only for what is yours and soon. Muted mailboxes send you none; what is overdue reaches you all the same.",
      ),
      {
        type: "input",
        block_id: "muted",
        optional: true,
        label: label("Muted mailboxes"),
        element: {
          type: "checkboxes",
          action_id: "value",
          options,
          ...(initial.length > 0 && { initial_options: initial }),
        },
      },
    ],
  });
}

export const readNotices = (view: Submitted): string[] => choicesOf(view.state.values, "muted");
