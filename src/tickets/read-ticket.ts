import { auditOfTicket } from "../db/audit.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getTicket } from "../db/tickets.ts";
import { gmailUrl } from "../domain/gmail-url.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

interface TicketRequest {
  ticketId: number;
  by: string;
}

/** Where the conversation stands in Gmail. */
export const readGmailUrl =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: TicketRequest): Promise<{ kind: "url"; url: string } | { kind: "gone" } | Forbidden> => {
    const may = authorise(settings.current().settings, by, "viewer");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    const mailbox = ticket && (await getMailbox(db.read, ticket.mailboxId));
    return ticket && mailbox
      ? { kind: "url", url: gmailUrl(mailbox.address, ticket.providerThreadId) }
      : { kind: "gone" };
  };

export interface TimelineEntry {
  at: number;
  actor: string;
  action: string;
  details: Record<string, string | number | boolean | null>;
}

export type TimelineOutcome =
  | { kind: "timeline"; ticketId: number; entries: TimelineEntry[]; timezone: string }
  | { kind: "gone" }
  | Forbidden;

/** Everything that the audit trail says of a ticket, newest last. */
export const readTimeline =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: TicketRequest): Promise<TimelineOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    if (!(await getTicket(db.read, ticketId))) return { kind: "gone" };
    return {
      kind: "timeline",
      ticketId,
      entries: await auditOfTicket(db.read, ticketId, 40),
      timezone: current.company.timezone,
    };
  };
