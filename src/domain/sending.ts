import { createHash } from "node:crypto";
import { minuteOfDay } from "./days.ts";
import type { Settings } from "./settings/settings.ts";

/** Why no mail may leave at all right now, in a sentence; undefined when it may. The sender asks this last of all. */
export function sendingHold(settings: Settings, { mailboxPaused }: { mailboxPaused: boolean }): string | undefined {
  if (!settings.sending.enabled) return "Sending is switched off for the whole desk.";
  if (settings.mode === "shadow") return "Mailroom is in shadow mode: it shows what it would do, and sends nothing.";
  if (settings.mode === "paused") return "Mailroom is paused.";
  if (mailboxPaused) return "This mailbox is paused.";
  return undefined;
}

export interface AutomaticMail {
  ticketId: number;
  intent: string;
  mailbox: string;
  senderDomain: string | null;
  /** Of the decision: how likely the intent is right. */
  confidence: number;
  /** Automatic mails of the last 24 hours in this conversation, and to this sender. */
  inThread: number;
  toSender: number;
  at: number;
}

/** Why a mail that no person approved may not leave: the switches that hold only what Mailroom does by itself. */
export function automaticHold(settings: Settings, mail: AutomaticMail): string | undefined {
  const { sending } = settings;
  const posture =
    settings.mailboxes.find((one) => one.address === mail.mailbox)?.postures[mail.intent] ??
    settings.intents[mail.intent]?.posture;
  if (posture !== "auto") return `"${mail.intent}" is not sent automatically.`;
  const { send = 1 } = settings.intents[mail.intent]?.thresholds ?? {};
  if (mail.confidence < send)
    return `It is only ${percent(mail.confidence)} sure, and "${mail.intent}" is sent automatically from ${percent(send)}.`;
  const { canary } = sending;
  const minute = minuteOfDay(mail.at, settings.company.timezone);
  if (canary.domains.length > 0 && !canary.domains.includes(mail.senderDomain ?? ""))
    return "This sender's domain is not part of the trial of automatic sending.";
  if (canary.hours && !within(minute, canary.hours)) return "Automatic sending is on trial at other hours.";
  if (shareOf(mail.ticketId) >= canary.percent)
    return `Automatic sending is on trial with ${canary.percent} % of tickets, and this is not one of them.`;
  return machineHold(settings, mail);
}

/** What holds every mail that no person approved, a mere acknowledgement too: the hour, and enough for today. */
export function machineHold(
  { sending, company }: Settings,
  { at, inThread, toSender }: Pick<AutomaticMail, "at" | "inThread" | "toSender">,
): string | undefined {
  if (sending.quietHours && within(minuteOfDay(at, company.timezone), sending.quietHours))
    return "Quiet hours: nothing is sent automatically now.";
  if (inThread >= sending.caps.perThreadPerDay) return "This conversation has had its automatic mails for today.";
  if (toSender >= sending.caps.perSenderPerDay) return "This sender has had their automatic mails for today.";
  return undefined;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A ticket is always in or always out of a trial of a given size, and a larger trial keeps those of a smaller one. */
const shareOf = (ticketId: number): number =>
  (createHash("sha256").update(`canary ${ticketId}`).digest().readUInt32BE(0) / 2 ** 32) * 100;

function within(minute: number, { from, to }: { from: string; to: string }): boolean {
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const [start, end] = [at(from), at(to)];
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}
