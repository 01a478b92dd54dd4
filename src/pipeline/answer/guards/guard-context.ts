import type { RiskFlag } from "../../../domain/decision.ts";
import type { Draft, GuardHold } from "../../../domain/draft.ts";
import type { Email } from "../../../domain/email.ts";
import type { Settings } from "../../../domain/settings/settings.ts";

export interface GuardContext {
  /** The mail that is answered. */
  email: Email;
  settings: Settings;
  stopLine: string | undefined;
  riskFlags?: readonly RiskFlag[];
  /** Recipients that a person chose in the Edit window, beyond those the mail's headers give. */
  chosenRecipients?: readonly string[];
  /** Whose words these are. */
  by?: "machine" | "person";
}

/** Objects in one plain sentence; undefined when content. */
export interface Guard {
  name: string;
  /** What its objection means when a person wrote or edited the answer; it always bars a machine's. */
  person: "bars" | "warns" | "passes";
  look: (draft: Draft, context: GuardContext) => string | Omit<GuardHold, "guard"> | undefined;
}
