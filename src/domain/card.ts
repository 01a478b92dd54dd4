import type { DecidedBy, Priority } from "./decision.ts";
import type { GuardHold } from "./draft.ts";
import type { Attachment } from "./email.ts";
import type { SenderPast } from "./sender.ts";
import type { Outcome, TicketState } from "./ticket.ts";

/** A ticket as its card shows it. Mail text in it is masked already; views escape and clip. */
export interface TicketCard {
  id: number;
  version: number;
  state: TicketState;
  outcome: Outcome | undefined;
  intent: string;
  priority: Priority;
  queue: string;
  dueAt: number | undefined;
  /** When half of the promised time is gone. */
  halfAt: number | undefined;
  openedAt: number;
  answeredAt: number | undefined;
  finishedAt: number | undefined;
  finishedBy: string | undefined;
  snoozedUntil: number | undefined;
  /** Slack member id. */
  owner: string | undefined;
  subject: string;
  sender: { name: string | undefined; company: string | undefined; address: string; badges: string[] };
  /** What we have had to do with them and their company before; undefined where the sender may be forged. */
  acquaintance:
    | { mailsThisMonth: number; themselves: SenderPast; company: (SenderPast & { domain: string }) | undefined }
    | undefined;
  summary: string;
  fields: { label: string; value: string }[];
  /** What to beware of first. */
  attachments: Pick<Attachment, "name" | "danger" | "scan" | "scanNote">[];
  /** The answer that waits for approval; undefined where there is none to show. */
  draft:
    | {
        id: number;
        seal: string;
        body: string;
        recipients: number;
        /** What bars it; a promise that was allowed does not. */
        holds: GuardHold[];
        warnings: GuardHold[];
        /** Names of those who may allow what bars it; undefined where nobody can by allowing it. */
        mayAllow?: string[] | undefined;
        /** Its promises may be made, once. `by` is a Slack member id. */
        allowed?: { by: string; what: string; until: number } | undefined;
      }
    | undefined;
  /** Until when Mailroom's own sending of it can be undone; undefined when nothing is to be undone. */
  undoUntil: number | undefined;
  /** What can be done at other systems, by the names in the settings. */
  tools?: { name: string; description: string }[];
  /** What a person should know of what was looked up elsewhere. */
  lookUps?: string[];
  /** Why there is no draft, where a person might wonder. */
  noDraft: string | undefined;
  /** Why no mail may leave right now. */
  sendingOff: string | undefined;
  /** Of which it is a part. */
  incident: { id: number; title: string; open: boolean; banner: string | undefined; shared: boolean } | undefined;
  mailbox: string;
  sensitive: boolean;
  confidence: number;
  decidedBy: DecidedBy;
  engine: string;
  needsReview: boolean;
  /** Why this intent, queue and priority; the weightiest first. */
  why: string[];
  sources: string[];
  gmailUrl: string;
}
