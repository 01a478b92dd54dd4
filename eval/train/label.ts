import type { Entities, Priority, RequiredAction, RiskFlag, Sentiment } from "../../src/domain/decision.ts";
import type { MachineKind } from "../../src/domain/email.ts";

/** What a careful person says of a mail; the meaning of every field is in `eval/gold/GUIDE.md`. */
export interface Label {
  intent: string;
  also_ok: string[];
  priority: Priority;
  required_action: RequiredAction;
  sentiment: Sentiment;
  language: string;
  machine: MachineKind;
  risk_flags: RiskFlag[];
  visible_text: string;
  entities: Partial<Entities>;
}
