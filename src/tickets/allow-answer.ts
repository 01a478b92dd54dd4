import { appendAudit } from "../db/audit.ts";
import type { Reader } from "../db/database.ts";
import { type DraftRow, liveDraftOf } from "../db/drafts.ts";
import { addPermit, type Permit, usedCovers } from "../db/permits.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import {
  amountWords,
  type Commitment,
  type Cover,
  coversOf,
  coversWords,
  coverWords,
  judgePermit,
  type PermitRequest,
} from "../domain/permit.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { TicketState } from "../domain/ticket.ts";
import { sealOfDraft, shortSeal } from "./approve-answer.ts";
import { type Desk, redrawCard, tellThread } from "./desk.ts";
import { commitmentsOf, namesWhoMay } from "./permit-for.ts";

/** Why somebody may not allow something, and who may. */
export type NotAllowed =
  | { kind: "may-not-allow"; what: string; mayAllow: string[] }
  | { kind: "over-cap"; what: string; cap: string; before: string | undefined; mayAllow: string[] }
  | { kind: "no-amount"; what: string; cap: string; mayAllow: string[] };

type Refused =
  | NotAllowed
  | { kind: "changed" }
  | { kind: "nothing-to-allow" }
  | { kind: "under-way" }
  | { kind: "not-open"; state: TicketState }
  | { kind: "gone" }
  | Forbidden;

export type ReadPermitOutcome = { kind: "request"; request: PermitRequest } | Refused;
export type AllowOutcome = { kind: "allowed"; permitId: number } | Refused;

interface Seen {
  ticketId: number;
  /** What the person saw: this version of the answer, and its seal. */
  draftId: number;
  seal: string;
  by: string;
}

/** What the window opens with in which promises are allowed. */
export const readPermitRequest =
  ({ db, settings }: Desk) =>
  async (seen: Seen): Promise<ReadPermitOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, seen.by, "agent");
    if (may.kind === "forbidden") return may;
    const found = await look(db.read, seen, current);
    if (found.kind !== "found") return found;
    const { commitments, covers } = found;
    const minutes = current.approvals.expiresMinutes;
    const { ticketId, draftId, seal } = seen;
    return { kind: "request", request: { ticketId, draftId, seal, commitments, what: coversWords(covers), minutes } };
  };

/** Allows an answer to say exactly what it says, once. Who may, and how much, is asked here and again by the sender. */
export const allowAnswer =
  ({ db, settings, now }: Desk) =>
  async (seen: Seen): Promise<AllowOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, seen.by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const found = await look(tx, seen, current);
      if (found.kind !== "found") return found;
      const { ticket, draft, commitments, covers } = found;
      const at = now();
      const expiresAt = at + current.approvals.expiresMinutes * 60_000;
      const seal = sealOfDraft(ticket, draft);
      const of = { draftId: draft.id };
      const permitId = await addPermit(tx, {
        ticketId: ticket.id,
        of,
        covers,
        seal,
        by: seen.by,
        now: at,
        expiresAt,
        words: commitments,
      });
      await appendAudit(tx, {
        at,
        actor: seen.by,
        action: "promise.allowed",
        ticketId: ticket.id,
        details: { permitId, draftId: draft.id, seal, covers: coversWords(covers), expiresAt },
      });
      const event = { type: "allowed", by: seen.by, what: coversWords(covers), until: expiresAt } as const;
      await tellThread(tx, ticket, event, at, `permit:${permitId}`);
      await redrawCard(tx, ticket, at);
      return { kind: "allowed", permitId };
    });
  };

type Found = { kind: "found"; ticket: Ticket; draft: DraftRow; commitments: Commitment[]; covers: Cover[] };

async function look(db: Reader, { ticketId, draftId, seal, by }: Seen, settings: Settings): Promise<Found | Refused> {
  const ticket = await getTicket(db, ticketId);
  if (!ticket) return { kind: "gone" };
  if (ticket.state === "sending") return { kind: "under-way" };
  if (ticket.state !== "new" && ticket.state !== "claimed") return { kind: "not-open", state: ticket.state };
  const draft = await liveDraftOf(db, ticketId);
  if (!draft?.draft) return { kind: "nothing-to-allow" };
  if (draft.id !== draftId || shortSeal(sealOfDraft(ticket, draft)) !== seal) return { kind: "changed" };
  const commitments = commitmentsOf(draft.draft.holds);
  if (!commitments) return { kind: "nothing-to-allow" };
  const covers = coversOf(commitments);
  const refused = await notAllowed(db, ticket, covers, by, settings, "answer");
  return refused ?? { kind: "found", ticket, draft, commitments, covers };
}

/** Why this person may not allow it, in what the settings say; undefined when they may. */
export async function notAllowed(
  db: Reader,
  ticket: Ticket,
  covers: Cover[],
  by: string,
  settings: Settings,
  purpose: Permit["purpose"],
): Promise<NotAllowed | undefined> {
  const before = await usedCovers(db, ticket.id, purpose);
  const verdict = judgePermit(settings, { queue: ticket.queue, by, covers, before });
  if (verdict.kind === "may") return undefined;
  const mayAllow = (await namesWhoMay(db, ticket, covers, settings, purpose)).map(({ name }) => name);
  if (verdict.kind === "may-not") return { kind: "may-not-allow", what: coversWords(covers), mayAllow };
  const { cover, cap } = verdict;
  if (verdict.kind === "no-amount") return { kind: "no-amount", what: coverWords(cover), cap, mayAllow };
  const already = verdict.before > 0 ? amountWords({ value: verdict.before, unit: cover.unit! }) : undefined;
  return { kind: "over-cap", what: coverWords(cover), cap, before: already, mayAllow };
}
