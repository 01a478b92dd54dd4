import type { Tx } from "../db/database.ts";
import { type Approval, settleApproval } from "../db/drafts.ts";
import { endEffect, openEffectsOf } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { voidPermitOf } from "../db/permits.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";

/** Takes back an approval whose answer has not left yet. False once the attempt is written down: then it is past calling back. */
export async function callBack(tx: Tx, { id, ticketId }: Approval, reason: string, now: number): Promise<boolean> {
  const effects = await openEffectsOf(tx, ticketId, ["gmail.reply"]);
  if (effects.some(({ state }) => state !== "planned")) return false;
  for (const { id: effectId, progress } of effects) {
    await endEffect(tx, effectId, "cancelled", reason, now);
    // What was laid into the conversation for it is taken away, now and not when it would have been tried again.
    const job = { kind: "run-effect", key: `effect:${effectId}`, payload: { effectId } } as const;
    if (progress) await enqueue(tx, { ...job, priority: JOB_PRIORITY.note }, now);
  }
  await settleApproval(tx, id, { state: "void", voidReason: reason });
  await voidPermitOf(tx, { approvalId: id }, reason, now);
  return true;
}
