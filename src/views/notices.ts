import type { GuardHold } from "../domain/draft.ts";
import { FAILURES, type FailureCode } from "../domain/errors.ts";
import type { Forbidden } from "../domain/roles.ts";
import type { Outcome, TicketState } from "../domain/ticket.ts";
import { said } from "./text.ts";
import { outcomeWords, person, stateWords } from "./words.ts";

/** Private sentences: what somebody is told who pressed something and it did not simply work. */

export type Refusal =
  | Forbidden
  | { kind: "taken"; owner: string }
  | { kind: "yours-already" }
  | { kind: "not-yours"; owner: string | null }
  | { kind: "not-open"; state: TicketState }
  | { kind: "open-already"; state: TicketState }
  | { kind: "done-already"; outcome: Outcome | null }
  | { kind: "under-way" }
  | { kind: "sending" }
  | { kind: "too-late" }
  | { kind: "changed" }
  | { kind: "call-changed" }
  | { kind: "no-draft" }
  | { kind: "held"; holds: GuardHold[]; mayAllow?: string[] }
  | { kind: "may-not-allow"; what: string; mayAllow: string[] }
  | { kind: "over-cap"; what: string; cap: string; before: string | undefined; mayAllow: string[] }
  | { kind: "no-amount"; what: string; cap: string; mayAllow: string[] }
  | { kind: "nothing-to-allow" }
  | { kind: "no-tool" }
  | { kind: "sending-off"; reason: string }
  | { kind: "gone" };

export function refusalNotice(refusal: Refusal): string {
  switch (refusal.kind) {
    case "forbidden":
      return refusal.why === "stranger"
        ? "You are not on this desk's list of people. Ask one of its admins to add you in the settings."
        : `This needs the role "${refusal.needed}", which you do not have. Ask one of the desk's admins.`;
    case "taken":
      return `${person(refusal.owner)} has this ticket. Press *Take over* if you want it.`;
    case "yours-already":
      return "This ticket is yours already.";
    case "not-yours":
      return refusal.owner
        ? `${person(refusal.owner)} has this ticket, so only they can give it back.`
        : "Nobody has this ticket.";
    case "not-open":
      return `That cannot be done now: the ticket is "${stateWords({ state: refusal.state, owner: undefined })}". Reopen it first.`;
    case "open-already":
      return "This ticket is open already.";
    case "done-already":
      return `This ticket is finished already: ${outcomeWords(refusal.outcome ?? undefined)}.`;
    case "under-way":
    case "sending":
      return "An answer to this ticket is on its way already. Nothing was sent a second time.";
    case "too-late":
      return "There is nothing to call back any more.";
    case "changed":
      return "Something changed since this card was drawn: the draft, its recipients, or the customer wrote again. Nothing was sent. Look at the new card and approve again.";
    case "call-changed":
      return "Something changed since this window was opened: the customer wrote again, a colleague asked for a call on this ticket, or the settings are others. Nothing was done. Look at the ticket's thread and ask again.";
    case "no-draft":
      return "There is no draft to send. Press *Write answer*.";
    case "held":
      return refusal.mayAllow
        ? `Not sent. ${heldWords(refusal.holds)} ${whoMayAllow("this", refusal.mayAllow)}`
        : `Not sent. ${heldWords(refusal.holds)} Press *Edit* to mend it.`;
    case "may-not-allow":
      return `You may not allow this (${said(refusal.what, 200)}). ${whoMayAllow("it", refusal.mayAllow)}`;
    case "over-cap":
      return `That is above your cap: ${said(refusal.what, 200)}${refusal.before ? `, after ${said(refusal.before, 60)} in this conversation already` : ""}; you may allow up to ${said(refusal.cap, 60)}. ${whoMayAllow("it", refusal.mayAllow)}`;
    case "no-amount":
      return `You may allow up to ${said(refusal.cap, 100)}, and this names no amount that can be held against it (${said(refusal.what, 200)}). Write the amount into the answer, or ask somebody else. ${whoMayAllow("it as it stands", refusal.mayAllow)}`;
    case "no-tool":
      return "The settings no longer have this, or not like that. Nothing was done.";
    case "nothing-to-allow":
      return "There is nothing to allow any more.";
    case "sending-off":
      return `Not sent. ${said(refusal.reason)}`;
    case "gone":
      return "This ticket is no longer here.";
  }
}

const heldWords = (holds: readonly GuardHold[]): string => holds.map(({ reason }) => said(reason)).join(" ");

/** Who has the right to allow it: by name, because an agent has to ask one of them. */
export function whoMayAllow(what: string, names: readonly string[]): string {
  return names.length === 0
    ? "Nobody on this desk may allow that much: change the answer."
    : `${eitherOf(names)} may allow ${said(what, 200)}: *Allow* is on the card.`;
}

const MOST_NAMES = 4;
export const eitherOf = (names: readonly string[]): string => {
  const shown = names.slice(0, MOST_NAMES).map((one) => said(one, 60));
  if (names.length > MOST_NAMES) return `${shown.join(", ")} or ${names.length - MOST_NAMES} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
};

/** For whatever nobody foresaw: a sentence and an id that stands in the log too. */
export const failureNotice = (code: FailureCode, id: string): string =>
  `${FAILURES[code].say} Nothing was lost. If it happens again, give your operator this id: ${id}`;
