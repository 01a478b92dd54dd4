import type { EngineStep, TriageDecision } from "./decision.ts";
import type { GuardedDraft } from "./draft.ts";
import type { Sketch } from "./incident.ts";
import type { Route } from "./route.ts";
import type { TicketSummary } from "./ticket.ts";

/** One mail understood and routed: what the recording transaction writes down. */
export interface TriageResult {
  decision: TriageDecision;
  route: Route;
  /** Masked: it is what Slack shows. */
  about: TicketSummary;
  /** Masked subject, sender and text: what search finds it by. */
  searchText: string;
  /** The conversation's placeholders after this mail, to be kept sealed. */
  placeholders: unknown;
  /** `settle`: recorded and closed without a card. */
  outcome: "show" | "settle";
  /** A thank-you in a known conversation: it neither reopens anything nor starts a clock. */
  courtesy: boolean;
  /** Why it is settled, or why there is no draft on the card. */
  reason: string | undefined;
  draft:
    | {
        source: "model" | "template";
        draft: GuardedDraft;
        /** Calls to models that the draft cost. */
        steps?: EngineStep[];
      }
    | undefined;
  /** What it is compared with others by; absent where nobody looks for incidents, or a machine wrote it. */
  sketch?: Sketch;
  /** What may be done without a person: send the draft after the hold window, acknowledge the mail at once. Nothing, where absent. */
  byItself?: { send: boolean; acknowledge: boolean };
}
