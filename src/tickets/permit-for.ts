import type { Reader } from "../db/database.ts";
import type { DraftRow } from "../db/drafts.ts";
import { type Permit, permitOf, usedCovers } from "../db/permits.ts";
import type { Ticket } from "../db/tickets.ts";
import { type GuardHold, PROMISES_GUARD, sealOf } from "../domain/draft.ts";
import { type Commitment, type Cover, coversOf, judgePermit, whoMayAllow } from "../domain/permit.ts";
import type { Settings } from "../domain/settings/settings.ts";

/** What somebody would have to allow before this answer may leave; undefined where nothing, or more than that, bars it. */
export function commitmentsOf(holds: readonly GuardHold[]): Commitment[] | undefined {
  const all = holds.every(({ guard }) => guard === PROMISES_GUARD);
  const open = holds.flatMap(({ commitments = [] }) => commitments);
  return all && open.length > 0 ? open : undefined;
}

export type PermitCheck = { kind: "valid"; permit: Permit } | { kind: "missing"; reason: string };

interface Asked {
  settings: Settings;
  now: number;
  /** The sending that asks: it may ask again for what it has used. */
  approvalId?: number;
}

/**
 * Whether this exact answer is allowed to make its promises, now: by a permission for this version and seal of it that has
 * neither expired nor been used by another sending, from somebody who may still give it.
 */
export async function permitFor(
  db: Reader,
  ticket: Ticket,
  { id, draft }: DraftRow,
  { settings, now, approvalId }: Asked,
): Promise<PermitCheck> {
  const commitments = draft && commitmentsOf(draft.holds);
  const permit = await permitOf(db, id, approvalId);
  if (!draft || !commitments || !permit || permit.ticketId !== ticket.id)
    return { kind: "missing", reason: "It makes a promise that nobody has allowed." };
  if (permit.seal !== sealOf(draft, { ticketId: ticket.id, newestInboundId: ticket.newestInboundId ?? 0 }))
    return { kind: "missing", reason: "Something changed after its promise was allowed." };
  if (permit.expiresAt <= now) return { kind: "missing", reason: "The permission for its promise has expired." };
  const asked = { queue: ticket.queue, by: permit.grantedBy, covers: coversOf(commitments) };
  const verdict = judgePermit(settings, { ...asked, before: await usedCovers(db, ticket.id, "answer", permit.id) });
  return verdict.kind === "may"
    ? { kind: "valid", permit }
    : { kind: "missing", reason: "Whoever allowed its promise may not allow that any more." };
}

/** Names of those who may allow this on the ticket. */
export async function namesWhoMay(
  db: Reader,
  ticket: Ticket,
  covers: readonly Cover[],
  settings: Settings,
  purpose: Permit["purpose"] = "answer",
): Promise<{ slack: string; name: string }[]> {
  return whoMayAllow(settings, { queue: ticket.queue, covers, before: await usedCovers(db, ticket.id, purpose) });
}
