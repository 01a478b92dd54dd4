import { addCorrection } from "../db/corrections.ts";
import type { Tx } from "../db/database.ts";
import { addDraft, type DraftRow, liveDraftOf } from "../db/drafts.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getMessage } from "../db/messages.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import type { Draft, GuardHold, Recipient } from "../domain/draft.ts";
import type { Email } from "../domain/email.ts";
import { type Commitment, coversOf, coversWords, type PermitRequest } from "../domain/permit.ts";
import { authorise } from "../domain/roles.ts";
import { sendingHold } from "../domain/sending.ts";
import { ourDomains, type Settings } from "../domain/settings/settings.ts";
import { type ApproveOutcome, approvable, sealOfDraft, sendOnItsWay, shortSeal } from "./approve-answer.ts";
import { changeTicket, type Desk, tellThread } from "./desk.ts";
import { commitmentsOf, namesWhoMay } from "./permit-for.ts";

/** What the verb needs of the pipeline; the app hands it in. */
export interface AnswerTools {
  /** The guards, asked about a person's draft. `chosen` are recipients that the person confirmed one by one. */
  check: (
    draft: Draft,
    context: { email: Email; settings: Settings; chosen: readonly string[] },
  ) => { holds: GuardHold[]; warnings: GuardHold[] };
  /** An empty answer to the newest mail: recipients, subject and sender filled in. */
  blank: (email: Email, mailbox: string, settings: Settings) => Draft;
  /** Addresses of the mail that its answer leaves out, with the reason a person reads. */
  dropped: (email: Email, settings: Settings) => { address: string; reason: string }[];
}

export interface EditableAnswer {
  ticketId: number;
  /** 0 when there is none yet. */
  draftId: number;
  newestInboundId: number;
  draft: Draft;
  /** Addresses of the newest mail that the answer leaves out, and why. */
  dropped: { address: string; reason: string }[];
  /** Whether a machine wrote the draft. */
  byMachine: boolean;
  holds: GuardHold[];
}

export type ReadAnswerOutcome =
  | { kind: "answer"; answer: EditableAnswer }
  | Exclude<ApproveOutcome, { kind: "approved" | "changed" | "held" | "no-draft" }>;

/** What the Edit window opens with. */
export const readAnswer =
  ({ db, settings }: Desk, tools: AnswerTools) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<ReadAnswerOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    const refusal = approvable(ticket, by);
    if (refusal) return refusal as ReadAnswerOutcome;
    const newest = ticket.newestInboundId === null ? undefined : await getMessage(db.read, ticket.newestInboundId);
    const mailbox = await getMailbox(db.read, ticket.mailboxId);
    if (!newest?.email || !mailbox) return { kind: "gone" };
    const row = await liveDraftOf(db.read, ticketId);
    const draft = row?.draft ?? tools.blank(newest.email, mailbox.address, current);
    return {
      kind: "answer",
      answer: {
        ticketId,
        draftId: row?.id ?? 0,
        newestInboundId: newest.id,
        draft,
        dropped: tools.dropped(newest.email, current),
        byMachine: row !== undefined && row.source !== "person",
        holds: row?.draft?.holds ?? [],
      },
    };
  };

/** Recipients' domains that are neither ours nor anybody's who was on the customer's mail. */
export function newDomains(draft: Pick<Draft, "to" | "cc">, email: Email, settings: Settings): string[] {
  const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const known = new Set(
    [...(email.from ? [email.from] : []), ...email.replyTo, ...email.to, ...email.cc].map((one) =>
      domainOf(one.address),
    ),
  );
  const domains = [...draft.to, ...draft.cc].map((one) => domainOf(one.address));
  return [...new Set(domains)].filter((domain) => !known.has(domain) && !ourDomains(settings).has(domain));
}

export type SaveAnswerOutcome =
  | { kind: "sending"; approvalId: number }
  | { kind: "saved"; version: number }
  /** Somebody else wrote a draft, or the customer wrote again, since the window was opened. */
  | { kind: "stale"; why: "draft" | "mail"; draftId: number; newestInboundId: number }
  | { kind: "held"; holds: GuardHold[] }
  /** Kept, and not sent: it makes a promise that somebody has to allow. `request`: this very person may. */
  | { kind: "needs-permit"; what: string; mayAllow: string[]; request: PermitRequest | undefined }
  /** Domains that nobody in this conversation has written from, and that nobody ticked. */
  | { kind: "new-domains"; domains: string[] }
  | Exclude<ApproveOutcome, { kind: "approved" | "changed" | "no-draft" }>;

interface SaveAnswerRequest {
  ticketId: number;
  by: string;
  /** What the window was opened on. */
  draftId: number;
  newestInboundId: number;
  body: string;
  to: readonly Recipient[];
  cc: readonly Recipient[];
  /** Domains new to the conversation that the person ticked. */
  domains: readonly string[];
  /** What was wrong with the draft, in words of a closed list. */
  wrong: readonly string[];
  next: "send" | "send-and-close" | "save";
}

/** Takes a person's own answer: kept as a new draft, and sent if they said so. What they saw must still be so. */
export const saveAnswer =
  ({ db, settings, now }: Desk, tools: AnswerTools) =>
  async (request: SaveAnswerRequest): Promise<SaveAnswerOutcome> => {
    const { settings: current } = settings.current();
    const { ticketId, by } = request;
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      const refusal = approvable(ticket, by);
      if (refusal) return refusal as SaveAnswerOutcome;
      const live = await liveDraftOf(tx, ticketId);
      const stale = staleness(ticket, live, request);
      if (stale) return stale;
      const newest = await getMessage(tx, request.newestInboundId);
      const mailbox = await getMailbox(tx, ticket.mailboxId);
      if (!newest?.email || !mailbox) return { kind: "gone" };

      const before = live?.draft ?? tools.blank(newest.email, mailbox.address, current);
      const draft: Draft = { ...before, body: request.body, to: [...request.to], cc: [...request.cc] };
      const sends = request.next !== "save";
      const strangers = newDomains(draft, newest.email, current).filter((domain) => !request.domains.includes(domain));
      if (sends && strangers.length > 0) return { kind: "new-domains", domains: strangers };
      const chosen = [...draft.to, ...draft.cc].map((one) => one.address);
      const { holds, warnings } = tools.check(draft, { email: newest.email, settings: current, chosen });
      const promised = commitmentsOf(holds);
      if (sends && holds.length > 0 && !promised) return { kind: "held", holds };
      const off = sends ? sendingHold(current, { mailboxPaused: mailbox.pausedAt !== null }) : undefined;
      if (off) return { kind: "sending-off", reason: off };

      const row = await addDraft(tx, {
        ticketId,
        source: "person",
        author: by,
        basedOnMessageId: newest.id,
        draft: { ...draft, holds, warnings },
        createdAt: now(),
      });
      const owner = { owner: by, ownedSince: ticket.owner === by ? ticket.ownedSince : now(), touchedAt: now() };
      const edited = await changeTicket(
        tx,
        ticket,
        { draftId: row.id, state: "claimed", ...owner },
        {
          by,
          action: "answer.edited",
          details: { draftId: row.id, version: row.version },
          event: { type: "edited", by, version: row.version },
          now: now(),
        },
      );
      if (request.wrong.length > 0 && live && live.source !== "person") {
        const why = {
          field: "draft",
          before: live.source,
          after: [...request.wrong].sort().join(","),
          scope: "this" as const,
        };
        await addCorrection(tx, {
          ticketId,
          messageId: newest.id,
          ...why,
          confidence: null,
          engine: null,
          by,
          at: now(),
        });
      }
      const held = promised && (await tellPromise(tx, edited, row, { by, promised, settings: current, now: now() }));
      if (!sends) return { kind: "saved", version: row.version };
      if (held) return held;
      const approvalId = await sendOnItsWay(tx, edited, row, {
        by,
        byPerson: true,
        thenClose: request.next === "send-and-close",
        now: now(),
      });
      return { kind: "sending", approvalId };
    });
  };

/** Says in the thread what has to be allowed, to whom it matters, and to the writer what follows. */
async function tellPromise(
  tx: Tx,
  ticket: Ticket,
  row: DraftRow,
  { by, promised, settings, now }: { by: string; promised: Commitment[]; settings: Settings; now: number },
): Promise<Extract<SaveAnswerOutcome, { kind: "needs-permit" }>> {
  const covers = coversOf(promised);
  const what = coversWords(covers);
  const people = await namesWhoMay(tx, ticket, covers, settings);
  const mayAllow = people.map(({ name }) => name);
  const themselves = people.some(({ slack }) => slack === by);
  const ask = themselves ? undefined : people[0]?.slack;
  await tellThread(tx, ticket, { type: "promise_held", by, what, mayAllow, ...(ask && { ask }) }, now);
  const request: PermitRequest = {
    ticketId: ticket.id,
    draftId: row.id,
    seal: shortSeal(sealOfDraft(ticket, row)),
    commitments: promised,
    what,
    minutes: settings.approvals.expiresMinutes,
  };
  return { kind: "needs-permit", what, mayAllow, request: themselves ? request : undefined };
}

function staleness(
  ticket: Ticket,
  live: DraftRow | undefined,
  seen: SaveAnswerRequest,
): Extract<SaveAnswerOutcome, { kind: "stale" }> | undefined {
  const present = { draftId: live?.id ?? 0, newestInboundId: ticket.newestInboundId ?? 0 };
  if (present.newestInboundId !== seen.newestInboundId) return { kind: "stale", why: "mail", ...present };
  if (present.draftId !== seen.draftId) return { kind: "stale", why: "draft", ...present };
  return undefined;
}
