import { LEFT_OUT, type LeftOut } from "../domain/incident.ts";
import { type Refusal, refusalNotice } from "./notices.ts";
import { said } from "./text.ts";
import { person } from "./words.ts";

/** Private sentences about incidents: what somebody is told who pressed something and it did not simply work. */

export type IncidentRefusal =
  | Extract<Refusal, { kind: "forbidden" | "gone" | "sending-off" }>
  | { kind: "no-incident" }
  | { kind: "resolved-already" }
  | { kind: "taken"; owner: string }
  | { kind: "in-already"; incidentId: number }
  | { kind: "no-reply" }
  | { kind: "empty" }
  | { kind: "rewritten" }
  | { kind: "not-lead"; queues: string[] };

export function incidentNotice(refusal: IncidentRefusal): string {
  switch (refusal.kind) {
    case "no-incident":
      return "This incident is no longer here.";
    case "resolved-already":
      return "This incident is resolved already. If it begins again, add a ticket to a new one.";
    case "taken":
      return `${person(refusal.owner)} has this incident.`;
    case "in-already":
      return `This ticket is part of incident #${refusal.incidentId} already. Ungroup it there first.`;
    case "no-reply":
      return "Nobody has written an answer for all yet. Press *Write one answer*.";
    case "empty":
      return "Write the answer in at least one language.";
    case "rewritten":
      return "Somebody wrote the answer anew since this window was opened. Nothing was sent. Look at the new one and approve again.";
    case "not-lead":
      return `One press mails many customers here, so it needs an admin or the lead of ${refusal.queues.map((one) => `“${said(one, 40)}”`).join(", ")}. You can approve each draft on its own ticket.`;
    default:
      return refusalNotice(refusal);
  }
}

/** Nothing where all went as the press said. */
export function ungroupNotice(
  outcome: IncidentRefusal | { kind: "ungrouped"; leaving: readonly number[] },
): string | undefined {
  if (outcome.kind !== "ungrouped") return incidentNotice(outcome);
  if (outcome.leaving.length === 0) return undefined;
  const which = outcome.leaving.slice(0, 20).map((one) => `#${one}`);
  const more = outcome.leaving.length - which.length;
  return `An answer was leaving already and could not be called back: ${which.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

export function approvedNotice(tickets: number, leftOut: readonly { ticketId: number; why: LeftOut }[]): string {
  const out = leftOut.slice(0, 20).map(({ ticketId, why }) => `#${ticketId} (${LEFT_OUT[why]})`);
  const rest = leftOut.length - out.length;
  const without = out.length > 0 ? ` Left out: ${out.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.` : "";
  return `${tickets} ${tickets === 1 ? "answer is" : "answers are"} on the way, each to its own customer.${without}`;
}
