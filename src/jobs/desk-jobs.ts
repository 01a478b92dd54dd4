import type { Ticket } from "../db/tickets.ts";
import type { Log } from "../domain/log.ts";
import type { Chat, MailProvider, VirusScanner } from "../domain/ports.ts";
import type { Desk } from "../tickets/desk.ts";

/** What the jobs need of the world around them. */
export interface DeskJobs extends Desk {
  chat: Chat;
  /** The mailbox's provider; fails with `gmail_disconnected` when nobody has connected it. */
  mail: (address: string) => Promise<MailProvider>;
  /** Masks personal data for Slack, with the conversation's own placeholders. */
  mask: (ticket: Pick<Ticket, "placeholders">, language: string) => (text: string) => string;
  /** Absent: files are judged by their bytes, and nobody scans them. */
  scanner?: VirusScanner | undefined;
  log: Log;
}
