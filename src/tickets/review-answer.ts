import { appendAudit } from "../db/audit.ts";
import { lastLowered } from "../db/brakes.ts";
import type { Tx } from "../db/database.ts";
import { getApproval } from "../db/drafts.ts";
import { enqueue } from "../db/jobs.ts";
import {
  addReview,
  changeReview,
  countSentByItself,
  getReview,
  type ReviewRow,
  recentFindings,
  spendFindings,
} from "../db/reviews.ts";
import type { Ticket } from "../db/tickets.ts";
import { chosenForReview, lowersPosture, REVIEW_REASONS, type ReviewReason } from "../domain/review.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { pullBrake } from "./brakes.ts";
import type { Desk } from "./desk.ts";

/** Reading again what was sent: which answers are chosen, and what follows from what a reader says. */

interface Sent {
  approval: { id: number; seal: string; byPerson: boolean };
  ticket: Ticket;
  settings: Settings;
  now: number;
}

/** In the transaction that writes down the sending, so that none is forgotten and none is drawn twice. */
export async function chooseForReview(tx: Tx, { approval, ticket, settings, now }: Sent): Promise<void> {
  const { review } = settings.sending;
  const automatic = !approval.byPerson;
  const since = await lastLowered(tx, ticket.intent);
  // This one counts among them.
  const sent = automatic ? await countSentByItself(tx, ticket.intent, since, review.first + 1) : 0;
  const chosen = chosenForReview({ automatic, seal: approval.seal, before: Math.max(0, sent - 1) }, review);
  if (!chosen) return;
  const row = { approvalId: approval.id, ticketId: ticket.id, intent: ticket.intent, automatic, chosen, sentAt: now };
  if (!(await addReview(tx, row))) return;
  await enqueue(
    tx,
    { kind: "read-again", key: `read-again:${approval.id}`, payload: { approvalId: approval.id }, priority: -1 },
    now,
  );
}

export interface Finding {
  /** A code of the closed list; undefined: it is fine. */
  reason: ReviewReason | undefined;
  by: { person: string } | { model: string } | "guards";
}

/** Writes a reader's word down and draws what follows from it. What a person says stands; a machine's word never undoes another's. */
export async function noteFinding(
  tx: Tx,
  review: ReviewRow,
  { reason, by }: Finding,
  settings: Settings,
  now: number,
): Promise<void> {
  const person = typeof by === "object" && "person" in by ? by.person : undefined;
  if (person === undefined && (review.person !== null || (review.verdict === "wrong" && !reason))) return;
  const verdict = reason ? "wrong" : "fine";
  const serious = reason !== undefined && REVIEW_REASONS[reason].serious;
  await changeReview(tx, review.approvalId, {
    verdict,
    serious,
    reason: reason ?? null,
    decidedAt: now,
    ...(person !== undefined && { person }),
  });
  await appendAudit(tx, {
    at: now,
    actor: person ?? "mailroom",
    action: reason ? "answer.found_wrong" : "answer.found_fine",
    ticketId: review.ticketId,
    details: { approvalId: review.approvalId, ...(reason && { reason, serious }), by: reader(by) },
  });
  if (!reason || !review.automatic || review.spentAt !== null) return;
  const { lowerAfter } = settings.sending.review;
  const why = lowersPosture(await recentFindings(tx, review.intent, lowerAfter.window), lowerAfter);
  if (!why) return;
  // Where a person has lowered it before, they are paid all the same: raised again, it begins anew.
  await pullBrake(tx, { kind: "posture", subject: review.intent, reason: why }, now);
  await spendFindings(tx, review.intent, now);
}

const reader = (by: Finding["by"]): string => (by === "guards" ? "guards" : "model" in by ? by.model : "person");

export type ReviewOutcome =
  | { kind: "noted"; ticketId: number; reason: ReviewReason | undefined; lowered: boolean }
  | { kind: "said-already"; by: string }
  | { kind: "your-own" }
  | { kind: "gone" }
  | Forbidden;

/** A person has read it. Nobody judges what they approved themselves. */
export const judgeAnswer =
  ({ db, settings, now }: Desk) =>
  async ({
    approvalId,
    reason,
    by,
  }: {
    approvalId: number;
    reason: ReviewReason | undefined;
    by: string;
  }): Promise<ReviewOutcome> => {
    const { settings: current, version } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    const outcome = await db.transaction(async (tx): Promise<ReviewOutcome> => {
      const review = await getReview(tx, approvalId);
      const approval = review && (await getApproval(tx, approvalId));
      if (!review || !approval) return { kind: "gone" };
      if (review.person !== null) return { kind: "said-already", by: review.person };
      if (approval.byPerson && approval.approvedBy === by) return { kind: "your-own" };
      await noteFinding(tx, review, { reason, by: { person: by } }, current, now());
      return { kind: "noted", ticketId: review.ticketId, reason, lowered: false };
    });
    await settings.reload();
    return outcome.kind === "noted" ? { ...outcome, lowered: settings.current().version !== version } : outcome;
  };
