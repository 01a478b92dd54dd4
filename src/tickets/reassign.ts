import { getDecision } from "../db/decisions.ts";
import { loads } from "../db/people.ts";
import { getTicket } from "../db/tickets.ts";
import { type Candidate, rankPeople } from "../domain/assignment.ts";
import { authorise, type Forbidden, personOf } from "../domain/roles.ts";
import type { TicketState } from "../domain/ticket.ts";
import { giveTicket } from "./assign.ts";
import type { Desk } from "./desk.ts";

type Refusal = { kind: "sending" } | { kind: "not-open"; state: TicketState } | { kind: "gone" } | Forbidden;

export type CandidatesOutcome =
  | { kind: "candidates"; ticketId: number; version: number; owner: string | undefined; candidates: Candidate[] }
  | Refusal;

/** Who could take a ticket, the best fit first: what the Reassign window shows. */
export const readCandidates =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<CandidatesOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    if (ticket.state === "sending") return { kind: "sending" };
    if (ticket.state === "done") return { kind: "not-open", state: ticket.state };
    const decision = ticket.decisionId === null ? undefined : await getDecision(db.read, ticket.decisionId);
    const wanted = {
      queue: ticket.queue,
      intent: ticket.intent,
      language: decision?.decision?.language ?? "unknown",
      at: now(),
    };
    const candidates = rankPeople(current, wanted, await loads(db.read));
    return { kind: "candidates", ticketId, version: ticket.version, owner: ticket.owner ?? undefined, candidates };
  };

export type ReassignOutcome =
  | { kind: "reassigned"; to: string }
  | { kind: "theirs-already"; owner: string }
  | { kind: "not-an-agent" }
  | Refusal;

interface ReassignRequest {
  ticketId: number;
  by: string;
  to: string;
  reason: string;
}

/** Gives a ticket to somebody, whoever has it now. They are told, with the reason. */
export const reassignTicket =
  ({ db, settings, now }: Desk) =>
  async ({ ticketId, by, to, reason }: ReassignRequest): Promise<ReassignOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    if (!personOf(current, to)?.roles.some((role) => role !== "viewer")) return { kind: "not-an-agent" };
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state === "sending") return { kind: "sending" };
      if (ticket.state === "done") return { kind: "not-open", state: ticket.state };
      if (ticket.owner === to) return { kind: "theirs-already", owner: to };
      await giveTicket(tx, ticket, { to, by, reason, now: now() });
      return { kind: "reassigned", to };
    });
  };
