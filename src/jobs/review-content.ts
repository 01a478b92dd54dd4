import { getMailbox } from "../db/mailboxes.ts";
import { getReview } from "../db/reviews.ts";
import { reviewMessage } from "../views/review.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { sentAnswer } from "./read-again.ts";

/** What a person who reads a sent answer again is shown; nothing once its text is gone or somebody has read it. */
export async function reviewContent(
  deps: DeskJobs,
  approvalId: number,
): Promise<ReturnType<typeof reviewMessage> | undefined> {
  const { db, settings } = deps;
  const review = await getReview(db.read, approvalId);
  const sent = await sentAnswer(deps, approvalId);
  if (!review || review.person !== null || !sent) return undefined;
  const { ticket, email, draft } = sent;
  const mask = deps.mask(ticket, email.language);
  const mailbox = await getMailbox(db.read, ticket.mailboxId);
  return reviewMessage({
    approvalId,
    ticketId: ticket.id,
    intent: review.intent,
    automatic: review.automatic,
    question: mask(email.visibleText || email.text),
    answer: mask(draft.body),
    sources: draft.citations.map(({ title }) => title),
    guards: review.guards ?? [],
    modelVerdict: review.modelVerdict,
    reason: review.reason,
    sensitive:
      settings.current().settings.mailboxes.find((one) => one.address === mailbox?.address)?.sensitive ?? false,
  });
}
