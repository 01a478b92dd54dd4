import { auditOfTicket } from "../db/audit.ts";
import { getDecision } from "../db/decisions.ts";
import { getDraft } from "../db/drafts.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getTicket } from "../db/tickets.ts";
import { gmailUrl } from "../domain/gmail-url.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { timezoneOf } from "../domain/settings/calendars.ts";
import type { Role } from "../domain/settings/desk.ts";
import type { Desk } from "./desk.ts";

interface TicketRequest {
  ticketId: number;
  by: string;
}

export type TicketFactsOutcome =
  | {
      kind: "facts";
      ticketId: number;
      gmailUrl: string;
      dueAt: number | undefined;
      lead: string | undefined;
      channel: string | undefined;
      timezone: string;
    }
  | { kind: "gone" }
  | Forbidden;

/** What small windows and links need to know of a ticket, for whoever may do what they are opened for. */
export const readTicketFacts =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by, needed }: TicketRequest & { needed: Role }): Promise<TicketFactsOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, needed);
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    const mailbox = ticket && (await getMailbox(db.read, ticket.mailboxId));
    if (!ticket || !mailbox) return { kind: "gone" };
    const queue = current.queues[ticket.queue];
    return {
      kind: "facts",
      ticketId,
      gmailUrl: gmailUrl(mailbox.address, ticket.providerThreadId),
      dueAt: ticket.dueAt ?? undefined,
      lead: queue?.lead,
      channel: queue?.escalationChannel,
      timezone: timezoneOf(current, by),
    };
  };

export interface TimelineEntry {
  at: number;
  actor: string;
  action: string;
  details: Record<string, string | number | boolean | null>;
}

/** What the newest mail was read by and the draft was written by. A prompt's version is there where a model was asked. */
export interface Authorship {
  read: { engine: string; promptVersion: string | undefined; settingsVersion: number } | undefined;
  draft: { source: "model" | "template" | "person"; promptVersion: string | undefined } | undefined;
}

export type TimelineOutcome =
  | { kind: "timeline"; ticketId: number; entries: TimelineEntry[]; authorship: Authorship; timezone: string }
  | { kind: "gone" }
  | Forbidden;

/** Everything that the audit trail says of a ticket, newest last. */
export const readTimeline =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: TicketRequest): Promise<TimelineOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    const decision = ticket.decisionId === null ? undefined : await getDecision(db.read, ticket.decisionId);
    const draft = ticket.draftId === null ? undefined : await getDraft(db.read, ticket.draftId);
    return {
      kind: "timeline",
      ticketId,
      authorship: {
        read: decision && {
          engine: decision.engine,
          promptVersion: decision.promptVersion ?? undefined,
          settingsVersion: decision.settingsVersion,
        },
        draft: draft && { source: draft.source, promptVersion: draft.promptVersion ?? undefined },
      },
      entries: await auditOfTicket(db.read, ticketId, 40),
      timezone: current.company.timezone,
    };
  };
