import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import type { SaveAnswerOutcome } from "../../tickets/edit-answer.ts";
import { type EditSubmission, editModal, readEditSubmission } from "../../views/edit-modal.ts";
import { refusalNotice } from "../../views/notices.ts";

type Submit = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;
type Save = (
  request: Omit<EditSubmission, "to" | "cc"> & {
    to: { address: string }[];
    cc: { address: string }[];
    confirmed: string[];
    by: string;
  },
) => Promise<SaveAnswerOutcome>;

/** The verb runs before the acknowledgement, so that whatever it refuses is said inside the window and nothing typed is lost. */
export const onEditSubmitted =
  (saveAnswer: Save) =>
  async ({ ack, view, body }: Submit): Promise<void> => {
    const submission = readEditSubmission(view as Parameters<typeof readEditSubmission>[0]);
    if ("errors" in submission) return ack({ response_action: "errors", errors: submission.errors });
    const outcome = await saveAnswer({
      ...submission,
      to: submission.to.map((address) => ({ address })),
      cc: submission.cc.map((address) => ({ address })),
      confirmed: [],
      by: body.user.id,
    });
    if (outcome.kind === "sending" || outcome.kind === "saved") return ack();
    if (outcome.kind === "held") {
      const [first] = outcome.holds;
      const field = first?.guard === "recipients" ? "to" : "body-0";
      return ack({
        response_action: "errors",
        errors: { [field]: outcome.holds.map(({ reason }) => reason).join(" ") },
      });
    }
    const notice =
      outcome.kind === "stale"
        ? outcome.why === "mail"
          ? "The customer wrote again while you were writing. Read it in the thread; what you typed is below. Sending now answers the newest mail."
          : "Somebody else changed the draft while you were writing. What you typed is below; sending now uses your text."
        : refusalNotice(outcome);
    const present = outcome.kind === "stale" ? outcome : submission;
    await ack({
      response_action: "update",
      view: editModal({
        ...submission,
        draftId: present.draftId,
        newestInboundId: present.newestInboundId,
        subject: "",
        holds: [],
        notice,
      }),
    });
  };
