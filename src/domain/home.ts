import type { Priority } from "./decision.ts";
import type { IncidentLine } from "./incident.ts";
import type { Role } from "./settings/desk.ts";
import type { Posture } from "./settings/intents.ts";
import type { TicketState } from "./ticket.ts";

/** What a person's App Home shows: the desk at a glance, and their own work on top. */
export interface HomeData {
  viewer: { slack: string; roles: readonly Role[]; name: string };
  filter: HomeFilter;
  status: {
    mode: "live" | "shadow" | "paused";
    sending: boolean;
    mailboxes: {
      address: string;
      syncedAt: number | undefined;
      pausedBy: string | undefined;
      disconnected: string | undefined;
    }[];
    received: number;
    accounted: number;
    failed: number;
    spentTodayUsd: number;
    dailyCapUsd: number;
    engine: string;
  };
  /** Open ones, the newest first. */
  incidents: IncidentLine[];
  mine: TicketPage;
  unclaimed: TicketPage;
  counts: { waiting: number; snoozed: number; breachToday: number; overdue: number };
  /** Only for admins. */
  admin: HomeAdmin | undefined;
  /** Names to choose a filter from. */
  mailboxes: string[];
  queues: string[];
  timezone: string;
  /** Root of the workspace, for links to cards. */
  workspaceUrl: string;
}

export interface HomeAdmin {
  intents: {
    name: string;
    posture: Posture;
    route: number;
    draft: number;
    send: number;
    response: string;
    queue: string;
    seen: number;
    corrected: number;
  }[];
  intentPages: number;
  people: { slack: string; roles: readonly Role[]; open: number; working: boolean; barred: string | undefined }[];
  onCall: string | undefined;
  backlog: { kind: string; jobs: number; oldestAt: number | undefined }[];
  deadLetters: { id: number; what: string; why: string; at: number }[];
  deadTotal: number;
  settingsVersion: number;
  savedBy: string;
  savedAt: number;
}

export interface TicketPage {
  tickets: TicketLine[];
  total: number;
  page: number;
}

export interface TicketLine {
  id: number;
  state: TicketState;
  priority: Priority;
  intent: string;
  queue: string;
  subject: string;
  sender: string;
  dueAt: number | undefined;
  owner: string | undefined;
  hasDraft: boolean;
  card: { channel: string; ts: string } | undefined;
}

export interface HomeFilter {
  mailbox: string | undefined;
  queue: string | undefined;
  minePage: number;
  unclaimedPage: number;
  intentPage: number;
}

export const NO_FILTER: HomeFilter = {
  mailbox: undefined,
  queue: undefined,
  minePage: 0,
  unclaimedPage: 0,
  intentPage: 0,
};

export const HOME_PAGE = 8;
export const INTENT_PAGE = 8;
