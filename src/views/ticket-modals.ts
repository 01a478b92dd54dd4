import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import type { Candidate } from "../domain/assignment.ts";
import { atLocalTime, weekdayOf } from "../domain/days.ts";
import { PRIORITIES, Priority } from "../domain/decision.ts";
import { VIEW } from "./ids.ts";
import {
  carried,
  choiceOf,
  explain,
  instantOf,
  modal,
  option,
  radioInput,
  selectInput,
  textInput,
  textOf,
  type Values,
} from "./modal.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTime } from "./time.ts";
import { PRIORITY, person } from "./words.ts";

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };
const OfTicket = z.object({ v: z.literal(1), t: z.number() });

// ── Reassign ──

export function reassignModal(
  { ticketId, owner, candidates }: { ticketId: number; owner: string | undefined; candidates: readonly Candidate[] },
  nameOf: (slack: string) => string,
): ModalView {
  const options = candidates
    .filter((one) => one.person.slack !== owner)
    .slice(0, 100)
    .map((one) => option(one.person.slack, nameOf(one.person.slack), one.reasons.join(", ")));
  const blocks: KnownBlock[] =
    options.length === 0
      ? [{ type: "section", text: mrkdwn("There is nobody else to give it to.") }]
      : [
          explain(
            owner
              ? `Now with ${person(owner)}. Best fit first: at work, with room, speaking the language, knowing the matter.`
              : "Best fit first: at work, with room, speaking the language, knowing the matter.",
          ),
          selectInput("to", "To", options, options[0]?.value),
          textInput("reason", "Why (they will read it)", { optional: true, max: 300 }),
        ];
  return modal({ id: VIEW.reassign, title: "Reassign", submit: "Reassign", blocks, carries: { t: ticketId } });
}

export const readReassign = (view: Submitted) => ({
  ticketId: carried(view, OfTicket).t,
  to: choiceOf(view.state.values, "to") ?? "",
  reason: textOf(view.state.values, "reason"),
});

// ── Snooze ──

const SNOOZES = ["hour", "lunch", "tomorrow", "monday", "reply", "custom"] as const;
type Snooze = (typeof SNOOZES)[number];

interface SnoozeTimes {
  now: number;
  /** The person's own time zone. */
  timezone: string;
}

/** The instants that the choices mean right now; "after lunch" is tomorrow's once today's is over. */
export function snoozeUntil(choice: Snooze, { now, timezone }: SnoozeTimes): number | undefined {
  switch (choice) {
    case "hour":
      return now + 60 * 60_000;
    case "lunch": {
      const today = atLocalTime(now, timezone, 0, "13:00");
      return today > now ? today : atLocalTime(now, timezone, 1, "13:00");
    }
    case "tomorrow":
      return atLocalTime(now, timezone, 1, "09:00");
    case "monday":
      return atLocalTime(now, timezone, 8 - weekdayOf(now, timezone), "09:00");
    default:
      return undefined;
  }
}

export function snoozeModal(
  { ticketId, dueAt }: { ticketId: number; dueAt: number | undefined },
  times: SnoozeTimes,
): ModalView {
  const names: Record<Snooze, string> = {
    hour: "1 hour",
    lunch: `After lunch${lunchIsOver(times) ? " tomorrow" : ""} (13:00)`,
    tomorrow: "Tomorrow 09:00",
    monday: "Next Monday 09:00",
    reply: "Until the customer writes",
    custom: "Until a time I choose",
  };
  const options = SNOOZES.map((choice) =>
    option(choice, names[choice], describe(snoozeUntil(choice, times), choice, dueAt)),
  );
  return modal({
    id: VIEW.snooze,
    title: "Snooze",
    submit: "Snooze",
    carries: { t: ticketId },
    blocks: [
      explain(
        dueAt === undefined
          ? "No answer is promised at the moment."
          : `The answer is promised by ${atTime(dueAt, times.now, times.timezone)}. Snoozing does not change that: the clock goes on, and you are reminded. Only "until the customer writes" stops it.`,
      ),
      radioInput("until", "Until", options, "hour"),
      {
        type: "input",
        block_id: "at",
        optional: true,
        label: label("The time, if you choose one"),
        element: { type: "datetimepicker", action_id: "value" },
      },
    ],
  });
}

const lunchIsOver = ({ now, timezone }: SnoozeTimes): boolean => atLocalTime(now, timezone, 0, "13:00") <= now;

function describe(until: number | undefined, choice: Snooze, dueAt: number | undefined): string | undefined {
  if (choice === "reply") return "The clock stops: it is their turn";
  if (until === undefined || dueAt === undefined) return undefined;
  return until > dueAt ? "⚠️ Too late: the answer is due before that" : "In time for the answer";
}

export function readSnooze(
  view: Submitted,
  times: SnoozeTimes,
): { ticketId: number; until: number | undefined } | { errors: Record<string, string> } {
  const { t } = carried(view, OfTicket);
  const choice = (choiceOf(view.state.values, "until") ?? "hour") as Snooze;
  if (choice === "reply") return { ticketId: t, until: undefined };
  const until = choice === "custom" ? instantOf(view.state.values, "at") : snoozeUntil(choice, times);
  if (until === undefined) return { errors: { at: "Choose the time" } };
  return until <= times.now ? { errors: { at: "That time has passed" } } : { ticketId: t, until };
}

// ── Escalate ──

export const escalateModal = ({
  ticketId,
  lead,
  channel,
}: {
  ticketId: number;
  lead: string | undefined;
  channel: string | undefined;
}): ModalView =>
  modal({
    id: VIEW.escalate,
    title: "Escalate",
    submit: "Escalate",
    carries: { t: ticketId },
    blocks: [
      explain(
        lead || channel
          ? `The priority rises, and ${[lead && person(lead), channel && `<#${channel}>`].filter(Boolean).join(" and ")} will be told why.`
          : "The priority rises and the thread says why. This queue names no lead and no escalation channel.",
      ),
      textInput("reason", "Why", { multiline: true, max: 500 }),
    ],
  });

export const readEscalate = (view: Submitted) => ({
  ticketId: carried(view, OfTicket).t,
  reason: textOf(view.state.values, "reason"),
});

// ── Re-classify ──

const OfVersion = OfTicket.extend({ n: z.number() });

interface Classification {
  ticketId: number;
  version: number;
  intent: string;
  priority: Priority;
  fields: Record<string, string | null>;
  intents: readonly string[];
  sender: string;
  domain: string | undefined;
  taught: string | undefined;
  others: { sender: readonly OtherLine[]; domain: readonly OtherLine[] };
}

interface OtherLine {
  id: number;
  intent: string;
  subject: string;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  company_name: "Company",
  order_id: "Order",
  invoice_id: "Invoice",
  plan: "Plan",
};

export function reclassifyModal(now: Classification): ModalView {
  const scopes = [
    option("this", "Only this one"),
    option("sender", "Everything from this sender", now.sender),
    ...(now.domain ? [option("domain", "Everything from this domain", now.domain)] : []),
  ];
  const list = (title: string, others: readonly OtherLine[]): string[] =>
    others.length === 0
      ? []
      : [
          `*${title}*`,
          ...others.slice(0, 5).map((one) => `• #${one.id} ${said(one.subject, 80)} (${said(one.intent, 40)})`),
        ];
  const others = [
    ...list("Recent mail from the same sender", now.others.sender),
    ...list("Recent mail from the same domain", now.others.domain),
  ];
  return modal({
    id: VIEW.reclassify,
    title: "Re-classify",
    submit: "Save",
    carries: { t: now.ticketId, n: now.version },
    blocks: [
      explain(
        `Now: *${said(now.intent, 60)}*, ${PRIORITY[now.priority].word.toLowerCase()} priority. What you choose is kept as a correction, and teaches.`,
      ),
      ...(now.taught
        ? [explain(`${said(now.taught, 200)}. Choosing again for the sender or the domain replaces it.`)]
        : []),
      selectInput(
        "intent",
        "It is",
        now.intents.map((name) => option(name, name)),
        now.intent,
      ),
      selectInput(
        "priority",
        "Priority",
        PRIORITIES.map((name) => option(name, PRIORITY[name].word)),
        now.priority,
      ),
      ...Object.entries(now.fields).map(([name, value]) =>
        textInput(`field-${name}`, FIELD_NAMES[name] ?? name, { value: value ?? "", optional: true, max: 200 }),
      ),
      radioInput("scope", "This holds for", scopes, "this"),
      ...(others.length > 0
        ? [explain(`${others.join("\n")}\nThese stay where they are; the choice is for what comes.`)]
        : []),
    ],
  });
}

export function readReclassify(view: Submitted) {
  const { t, n } = carried(view, OfVersion);
  const { values } = view.state;
  const fields = Object.fromEntries(
    Object.keys(values).flatMap((block) =>
      block.startsWith("field-") ? [[block.slice("field-".length), textOf(values, block)]] : [],
    ),
  );
  const scope = z.enum(["this", "sender", "domain"]).catch("this").parse(choiceOf(values, "scope"));
  return {
    ticketId: t,
    version: n,
    intent: choiceOf(values, "intent") ?? "",
    priority: Priority.catch("normal").parse(choiceOf(values, "priority")),
    fields,
    scope,
  };
}
