import type { TriageDecision } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import type { Route } from "../domain/route.ts";
import type { SenderFacts } from "../domain/sender.ts";

/** What should happen with a mail, and why. The jobs record it; nothing here touches the world. */
export type Plan =
  /** Not mail for anybody: accounted for with the reason, no ticket. */
  | { kind: "ignore"; reason: string }
  /** A ticket that nobody is shown: recorded, searchable, closed. */
  | { kind: "settle"; reason: string }
  /** A ticket with a card. */
  | { kind: "show"; draft: boolean; noDraft: string | undefined };

/** Machine mail and loops that belong to no conversation are settled by form alone, before any engine is asked. */
export function actOnForm(email: Email, sender: Pick<SenderFacts, "knownThread">): Plan | undefined {
  if (email.loop) return { kind: "ignore", reason: "Our own mail came back: answering could start a loop" };
  if (sender.knownThread) return undefined;
  if (email.machine.kind === "auto_reply")
    return { kind: "ignore", reason: `An automatic reply (${email.machine.rule ?? "by its form"})` };
  if (email.machine.kind === "bounce")
    return { kind: "ignore", reason: `A delivery report (${email.machine.rule ?? "by its form"})` };
  return undefined;
}

export function act(
  decision: TriageDecision,
  route: Route,
  draftThreshold: number,
  email: Pick<Email, "from" | "replyTo">,
): Plan {
  if (route.silent) return { kind: "settle", reason: `${decision.intent}: settled without a card` };
  if (decision.stopLine)
    return {
      kind: "show",
      draft: false,
      noDraft: `No draft: ${STOP_LINES[decision.stopLine] ?? "a person answers this"}.`,
    };
  if (route.posture === "off")
    return { kind: "show", draft: false, noDraft: `No draft: drafts are off for "${decision.intent}".` };
  if (route.posture === "shadow")
    return { kind: "show", draft: false, noDraft: `No draft shown: "${decision.intent}" is in shadow.` };
  if (email.replyTo.length === 0 && TAKES_NO_ANSWERS.test(email.from?.address ?? ""))
    return { kind: "show", draft: false, noDraft: "No draft: nobody reads answers at the sender's address." };
  if (decision.requiredAction === "ignore")
    return { kind: "show", draft: false, noDraft: "No draft: this seems to need no answer." };
  if (decision.confidence < draftThreshold) {
    return {
      kind: "show",
      draft: false,
      noDraft: `No draft: only ${Math.round(decision.confidence * 100)} % sure what this is.`,
    };
  }
  return { kind: "show", draft: true, noDraft: undefined };
}

const TAKES_NO_ANSWERS = /^(?:[^@]*[-_.])?(?:no|do[-_.]?not|dont)[-_.]?reply(?![a-z])[^@]*@/i;

const STOP_LINES: Readonly<Record<string, string>> = {
  legal: "legal matters are answered by a person",
  security: "security matters are answered by a person",
  hostile: "insults and threats are answered by a person",
  prompt_injection: "this mail gives orders to a machine",
  machine: "a machine wrote this, and machines are not answered",
};
