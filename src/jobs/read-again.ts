import { getDecision } from "../db/decisions.ts";
import { getApproval, getDraft } from "../db/drafts.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getMessage } from "../db/messages.ts";
import { recordModelCalls } from "../db/model-calls.ts";
import { changeReview, getReview } from "../db/reviews.ts";
import { getTicket } from "../db/tickets.ts";
import type { EngineStep } from "../domain/decision.ts";
import { reasonOfGuard, weightiest } from "../domain/review.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { guard } from "../pipeline/answer/guard.ts";
import { readSecondly } from "../pipeline/answer/second-reading.ts";
import { noteFinding } from "../tickets/review-answer.ts";
import type { DeskJobs } from "./desk-jobs.ts";

/**
 * Reads a sent answer again: the guards by today's settings, a second model where there is one, and a person where the settings want
 * one or no model could.
 */
export async function readAgain(deps: DeskJobs, approvalId: number): Promise<void> {
  const { db, settings, now, secondReader } = deps;
  await settings.reload();
  const { settings: current } = settings.current();
  const review = await getReview(db.read, approvalId);
  // Done before, by a process that died with the job in hand; or a person was faster.
  if (!review || review.guards !== null || review.person !== null) return;
  const sent = await sentAnswer(deps, approvalId);
  if (!sent) return;
  const { ticket, email, draft, decision, by } = sent;

  const { holds } = guard(draft, {
    email,
    settings: current,
    stopLine: decision?.stopLine,
    riskFlags: decision?.riskFlags ?? [],
    chosenRecipients: by === "machine" ? [] : draft.to.concat(draft.cc).map(({ address }) => address),
    by,
  });
  const mask = deps.mask(ticket, email.language);
  const asksModel =
    current.sending.review.by !== "person" &&
    secondReader !== undefined &&
    !secondReader.budgetSpent() &&
    secondReader.breaker.allows();
  const steps: EngineStep[] = [];
  const found = asksModel
    ? await readSecondly(
        {
          subject: mask(email.subject),
          question: mask(email.visibleText),
          answer: mask(draft.body),
          sources: draft.citations,
        },
        current,
        secondReader,
        now,
        steps,
      )
    : undefined;

  await db.transaction(async (tx) => {
    const row = await getReview(tx, approvalId);
    if (!row || row.guards !== null) return;
    await recordModelCalls(tx, "check", ticket.id, steps, now());
    await changeReview(tx, approvalId, {
      guards: holds.map((hold) => hold.guard),
      ...(found && {
        model: found.by.model,
        modelVerdict: found.reason ? ("wrong" as const) : ("fine" as const),
      }),
    });
    const wrong = weightiest([
      ...holds.map((hold) => ({ reason: reasonOfGuard(hold.guard), by: "guards" as const })),
      ...(found?.reason ? [{ reason: found.reason, by: found.by }] : []),
    ]);
    if (wrong) await noteFinding(tx, row, wrong, current, now());
    else if (found) await noteFinding(tx, row, found, current, now());
    if (current.sending.review.by !== "model" || (!found && !holds[0])) {
      const channel = channelFor(current, ticket.queue);
      const request = { channel, notice: { type: "review" as const, approvalId } };
      const key = `review:${approvalId}`;
      const { id, planned } = await planEffect(
        tx,
        { kind: "slack.line", idempotencyKey: key, ticketId: ticket.id, request },
        now(),
      );
      if (planned) await enqueue(tx, { kind: "run-effect", key: `effect:${id}`, payload: { effectId: id } }, now());
    }
  });
  await settings.reload();
}

/** Where people see this mail anyway, unless the settings say where such questions go. */
const channelFor = ({ sending, queues }: Settings, queue: string): string =>
  sending.review.channel ?? queues[queue]?.channel ?? queues["triage"]!.channel;

/** All that a reader is shown; undefined once retention has taken it. */
export async function sentAnswer({ db }: Pick<DeskJobs, "db">, approvalId: number) {
  const approval = await getApproval(db.read, approvalId);
  const row = approval && (await getDraft(db.read, approval.draftId));
  const ticket = approval && (await getTicket(db.read, approval.ticketId));
  const message = row && (await getMessage(db.read, row.basedOnMessageId));
  if (!row?.draft || !ticket || !message?.email) return undefined;
  const decision = ticket.decisionId === null ? undefined : (await getDecision(db.read, ticket.decisionId))?.decision;
  const by = approval.byPerson ? ("person" as const) : ("machine" as const);
  return { approval, ticket, draft: row.draft, email: message.email, decision, by, message };
}
