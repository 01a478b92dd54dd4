import { isOpenAt } from "../domain/calendar.ts";
import { PRIORITIES, type Priority, type TriageDecision } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import type { Route } from "../domain/route.ts";
import { type SenderFacts, withinDomains } from "../domain/sender.ts";
import { calendarOf } from "../domain/settings/calendars.ts";
import type { RoutingRule } from "../domain/settings/desk.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { minutesOf } from "../domain/settings/sla.ts";
import { responseMinutes } from "../domain/sla.ts";

export interface RoutingContext {
  email: Email;
  mailbox: string;
  sender: SenderFacts;
  settings: Settings;
  /** When the clock starts: the moment the mail was accepted. */
  receivedAt: number;
}

/**
 * Chooses queue, priority, promised time and posture. Precedence: stop lines, then review of what is uncertain, then VIPs,
 * then the company's rules (first match wins), then the intent's own queue; whatever has none goes to `triage`.
 */
export function route(decision: TriageDecision, context: RoutingContext): Route {
  const { settings, mailbox, sender } = context;
  const intent = settings.intents[decision.intent];
  const box = settings.mailboxes.find((one) => one.address === mailbox);
  const rule = settings.routing.find((one) => matches(one, decision, context));
  const reasons: string[] = [];

  let priority = decision.priority;
  const raise = (to: Priority, why: string) => {
    if (PRIORITIES.indexOf(to) > PRIORITIES.indexOf(priority)) {
      priority = to;
      reasons.push(why);
    }
  };

  let queue: string;
  if (decision.stopLine) {
    queue = queueOf(settings, decision.intent, intent?.queue);
    reasons.push(`${STOP_LINES[decision.stopLine] ?? "Stopped by a rule"}: a person answers, and soon`);
    if (decision.intent !== "spam") raise("high", "raised to high by that");
  } else if (decision.needsReview) {
    queue = "triage";
    reasons.push(
      `Needs review: ${percent(decision.confidence)} sure, below the ${percent(intent?.thresholds.route ?? 1)} that "${decision.intent}" asks for`,
    );
  } else if (rule?.route.queue) {
    queue = rule.route.queue;
    reasons.push(`Rule "${rule.name}"`);
  } else if (box?.queue) {
    queue = box.queue;
    reasons.push(`Everything sent to ${mailbox} goes to ${queue}`);
  } else {
    queue = queueOf(settings, decision.intent, intent?.queue);
    reasons.push(
      queue === "triage" ? `No queue is named for "${decision.intent}"` : `"${decision.intent}" goes to ${queue}`,
    );
  }

  if (sender.vip) raise("high", "raised to high: a VIP");
  if (rule?.route.priority) {
    priority = rule.route.priority;
    reasons.push(`priority ${priority} by rule "${rule.name}"`);
  }

  const owner = rule?.route.owner ?? (decision.outage ? settings.onCall : undefined);
  if (decision.outage && owner === settings.onCall && owner) reasons.push("an outage goes to whoever is on call");
  const place = { queue, intent: decision.intent, priority };
  const promised = rule?.route.due
    ? minutesOf(rule.route.due)
    : responseMinutes(settings, place, sender.knownThread ? "next" : "first");
  const silent =
    Boolean(intent?.silent) && !decision.needsReview && !decision.stopLine && !sender.knownThread && !sender.customer;
  return {
    queue,
    priority,
    ...(owner && { owner }),
    responseMinutes: promised,
    posture: decision.stopLine
      ? "off"
      : (rule?.route.posture ?? box?.postures[decision.intent] ?? intent?.posture ?? "off"),
    silent,
    reasons,
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function queueOf(settings: Settings, intent: string, named: string | undefined): string {
  const queue = named ?? intent;
  return queue in settings.queues ? queue : "triage";
}

function matches(
  { when }: RoutingRule,
  decision: TriageDecision,
  { email, mailbox, sender, settings, receivedAt }: RoutingContext,
): boolean {
  const among = (wanted: readonly string[] | undefined, ...values: (string | null | undefined)[]) =>
    wanted === undefined ||
    values.some((value) => value != null && wanted.some((one) => one.toLowerCase() === value.toLowerCase()));
  const is = (wanted: boolean | undefined, value: boolean) => wanted === undefined || wanted === value;
  const open = () => isOpenAt(receivedAt, calendarOf(settings, "triage"));
  return (
    among(when.mailbox, mailbox) &&
    among(when.intent, decision.intent) &&
    among(when.priority, decision.priority) &&
    among(when.language, decision.language) &&
    (when.domain === undefined || withinDomains(email.from?.address ?? "", when.domain)) &&
    (when.words === undefined || when.words.some((word) => mentions(email, word))) &&
    among(when.plan, decision.entities.plan) &&
    among(when.product, ...decision.entities.products) &&
    among(when.region, decision.entities.region) &&
    among(when.risk, ...decision.riskFlags) &&
    is(when.customer, sender.customer) &&
    is(when.vip, sender.vip) &&
    is(when.openTicket, sender.openTickets > 0) &&
    (when.hours === undefined || (when.hours === "open") === open())
  );
}

/** A word or phrase of the newest text or the subject, whole and in any case. */
function mentions(email: Email, phrase: string): boolean {
  const escaped = phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu").test(
    `${email.subject}\n${email.visibleText}`,
  );
}

const STOP_LINES: Readonly<Record<string, string>> = {
  legal: "A legal matter",
  security: "A matter of security",
  hostile: "Insults or threats",
  prompt_injection: "Orders to a machine",
  machine: "Written by a machine",
};
