import type { Tx } from "../db/database.ts";
import { type Approval, settleApproval } from "../db/drafts.ts";
import { endEffect, openEffectsOf } from "../db/effects.ts";
import { voidPermitOf } from "../db/permits.ts";

/** Takes back an approval whose answer has not left yet. False once the attempt is written down: then it is past calling back. */
export async function callBack(tx: Tx, { id, ticketId }: Approval, reason: string, now: number): Promise<boolean> {
  const effects = await openEffectsOf(tx, ticketId, ["gmail.reply"]);
  if (effects.some(({ state }) => state !== "planned")) return false;
  for (const effect of effects) await endEffect(tx, effect.id, "cancelled", reason, now);
  await settleApproval(tx, id, { state: "void", voidReason: reason });
  await voidPermitOf(tx, { approvalId: id }, reason, now);
  return true;
}
