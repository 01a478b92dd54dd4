import type { EscalateOutcome } from "../../tickets/escalate.ts";
import type { ReassignOutcome } from "../../tickets/reassign.ts";
import type { ReclassifyOutcome } from "../../tickets/reclassify.ts";
import type { SnoozeOutcome } from "../../tickets/snooze.ts";
import { readEscalate, readReassign, readReclassify, readSnooze } from "../../views/ticket-modals.ts";
import { refuseField, refuseInWindow, type Submit, submitted } from "../window.ts";

/** Each window asks its verb before the acknowledgement, so that a refusal is said where the person is and nothing typed is lost. */

export const onReassigned =
  (
    reassignTicket: (request: { ticketId: number; by: string; to: string; reason: string }) => Promise<ReassignOutcome>,
  ) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await reassignTicket({ ...readReassign(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "reassigned") return submit.ack();
    if (outcome.kind === "not-an-agent") return refuseField(submit, "to", "They may not work tickets on this desk.");
    if (outcome.kind === "theirs-already") return refuseField(submit, "to", "They have it already.");
    await refuseInWindow(submit, outcome, "to");
  };

export const onSnoozed =
  (
    snoozeTicket: (request: { ticketId: number; by: string; until: number | undefined }) => Promise<SnoozeOutcome>,
    { now, timezoneOf }: { now: () => number; timezoneOf: (slack: string) => string },
  ) =>
  async (submit: Submit): Promise<void> => {
    const by = submit.body.user.id;
    const read = readSnooze(submitted(submit), { now: now(), timezone: timezoneOf(by) });
    if ("errors" in read) return submit.ack({ response_action: "errors", errors: read.errors });
    const outcome = await snoozeTicket({ ...read, by });
    if (outcome.kind === "snoozed") return submit.ack();
    if (outcome.kind === "past") return refuseField(submit, "at", "That time has passed.");
    await refuseInWindow(submit, outcome, "until");
  };

export const onEscalated =
  (escalateTicket: (request: { ticketId: number; by: string; reason: string }) => Promise<EscalateOutcome>) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await escalateTicket({ ...readEscalate(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "escalated") return submit.ack();
    if (outcome.kind === "done") return refuseField(submit, "reason", "This ticket is finished; reopen it first.");
    if (outcome.kind === "escalated-already")
      return refuseField(submit, "reason", "Somebody escalated this a moment ago; help is on its way.");
    await refuseInWindow(submit, outcome, "reason");
  };

export const onReclassified =
  (reclassifyTicket: (request: ReturnType<typeof readReclassify> & { by: string }) => Promise<ReclassifyOutcome>) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await reclassifyTicket({ ...readReclassify(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "reclassified" || outcome.kind === "taught") return submit.ack();
    if (outcome.kind === "not-teachable")
      return refuseField(submit, "scope", "Anybody can have an address there, so it cannot hold for all of them.");
    if (outcome.kind === "unchanged") return refuseField(submit, "intent", "That is what it says already.");
    if (outcome.kind === "stale")
      return refuseField(
        submit,
        "intent",
        "A colleague has put this right a moment ago. Close the window and look again.",
      );
    if (outcome.kind === "no-intent") return refuseField(submit, "intent", "The settings no longer have this intent.");
    await refuseInWindow(submit, outcome, "intent");
  };
