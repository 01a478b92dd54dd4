import type { SaveAnswerOutcome } from "../../tickets/edit-answer.ts";
import type { NoteOutcome } from "../../tickets/note.ts";
import { allowModal } from "../../views/allow-modal.ts";
import { type EditModal, type EditSubmission, editErrors, editModal, readEdit } from "../../views/edit-modal.ts";
import { refusalNotice, whoMayAllow } from "../../views/notices.ts";
import { refuseField, refuseInWindow, type Submit, sayInWindow, submitted } from "../window.ts";

type Save = (
  request: Omit<EditSubmission, "to" | "cc" | "next"> & {
    to: { address: string }[];
    cc: { address: string }[];
    next: "send" | "send-and-close" | "save";
    by: string;
  },
) => Promise<SaveAnswerOutcome>;
type Note = (request: { ticketId: number; by: string; note: string }) => Promise<NoteOutcome>;

/** The verb runs before the acknowledgement, so that whatever it refuses is said inside the window and nothing typed is lost. */
export const onEditSubmitted =
  (saveAnswer: Save, addNote: Note) =>
  async (submit: Submit): Promise<void> => {
    const edit = readEdit(submitted(submit));
    const errors = editErrors(edit);
    if (Object.keys(errors).length > 0) return submit.ack({ response_action: "errors", errors });
    const by = submit.body.user.id;
    const { next } = edit;
    if (next === "note") {
      const noted = await addNote({ ticketId: edit.ticketId, by, note: edit.body });
      return noted.kind === "noted" ? submit.ack() : refuseInWindow(submit, noted, "body-0");
    }
    const outcome = await saveAnswer({
      ...edit,
      next,
      to: edit.to.map((address) => ({ address })),
      cc: edit.cc.map((address) => ({ address })),
      by,
    });
    if (outcome.kind === "sending" || outcome.kind === "saved") return submit.ack();
    if (outcome.kind === "needs-permit") {
      const kept = "Your answer is kept, and *not sent*: it makes a promise that has to be allowed first.";
      return outcome.request
        ? submit.ack({ response_action: "update", view: allowModal(outcome.request, kept) })
        : sayInWindow(submit, "Answer", `${kept} ${whoMayAllow(outcome.what, outcome.mayAllow)}`);
    }
    if (outcome.kind === "held") {
      const [first] = outcome.holds;
      return refuseField(
        submit,
        first?.guard === "recipients" ? "to" : "body-0",
        outcome.holds.map(({ reason }) => reason).join(" "),
      );
    }
    await submit.ack({ response_action: "update", view: editModal(again(edit, outcome)) });
  };

type Stopped = Exclude<SaveAnswerOutcome, { kind: "sending" | "saved" | "held" | "needs-permit" }>;

/** The same window with what was typed, what stopped it, and the present state to go on from. */
function again(edit: EditSubmission, outcome: Stopped): EditModal {
  const present =
    outcome.kind === "stale" ? { draftId: outcome.draftId, newestInboundId: outcome.newestInboundId } : {};
  return {
    ...edit,
    ...present,
    subject: "",
    dropped: [],
    holds: [],
    askWrong: false,
    newDomains: outcome.kind === "new-domains" ? outcome.domains : edit.domains,
    notice: noticeOf(outcome),
  };
}

function noticeOf(outcome: Stopped): string {
  if (outcome.kind === "new-domains")
    return "Nobody in this conversation has written from there. Tick what you mean, and send again.";
  if (outcome.kind !== "stale") return refusalNotice(outcome);
  return outcome.why === "mail"
    ? "The customer wrote again while you were writing. Read it in the thread; what you typed is below. Sending now answers the newest mail."
    : "Somebody else changed the draft while you were writing. What you typed is below; sending now uses your text.";
}
