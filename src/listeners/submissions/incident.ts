import { readApprovalSubmitted } from "../../views/incident-approval.ts";
import { approvedNotice, incidentNotice, ungroupNotice } from "../../views/incident-notices.ts";
import { readAdd, readDescribe, readReply, readResolve, readUngroupAll } from "../../views/incident-windows.ts";
import type { IncidentVerbs } from "../actions/incident.ts";
import { replyPrivately } from "../private-reply.ts";
import { firstInput, refuseField, type Submit, submitted } from "../window.ts";

/** Each window asks its verb before the acknowledgement, so that a refusal is said where the person is and nothing typed is lost. */

export const onReplyWritten =
  ({ writeReply }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await writeReply({ ...readReply(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "written") return submit.ack();
    await refuseField(submit, firstInput(submit.view) ?? "final", incidentNotice(outcome));
  };

export const onDescribed =
  ({ describeIncident }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await describeIncident({ ...readDescribe(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "described") return submit.ack();
    await refuseField(submit, "title", incidentNotice(outcome));
  };

export const onResolved =
  ({ writeReply, resolveIncident }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const { incidentId, texts, withAnswer } = readResolve(submitted(submit));
    const by = submit.body.user.id;
    const outcome = withAnswer
      ? await writeReply({ by, incidentId, texts, final: true })
      : await resolveIncident({ by, incidentId });
    if (outcome.kind !== "written" && outcome.kind !== "resolved")
      return refuseField(submit, "how", incidentNotice(outcome));
    await submit.ack();
    if (outcome.kind === "written")
      await replyPrivately(
        submit,
        `The last answer of incident #${incidentId} is being made ready. Approve it on the card; that ends the incident.`,
      );
  };

export const onUngroupedAll =
  ({ ungroup }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await ungroup({ ...readUngroupAll(submitted(submit)), by: submit.body.user.id, ticketId: "all" });
    await submit.ack();
    const notice = ungroupNotice(outcome);
    if (notice) await replyPrivately(submit, notice);
  };

export const onApprovedForAll =
  ({ approveForAll }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const request = readApprovalSubmitted(submitted(submit));
    await submit.ack();
    if (request.shown.length === 0) return;
    const outcome = await approveForAll({ ...request, by: submit.body.user.id });
    await replyPrivately(
      submit,
      outcome.kind === "approved" ? approvedNotice(outcome.tickets, outcome.leftOut) : incidentNotice(outcome),
    );
  };

export const onAdded =
  ({ addToIncident }: IncidentVerbs) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await addToIncident({ ...readAdd(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "added") return submit.ack();
    await refuseField(submit, "incident", incidentNotice(outcome));
  };
