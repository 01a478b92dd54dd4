import type { TriageDecision } from "../../domain/decision.ts";
import { type GuardedDraft, OWN_WORDS } from "../../domain/draft.ts";
import type { Email } from "../../domain/email.ts";
import type { Route } from "../../domain/route.ts";
import type { SenderFacts } from "../../domain/sender.ts";
import { ourAddresses, type Settings } from "../../domain/settings/settings.ts";
import { commitmentIn } from "./commitments.ts";
import { isCourtesy, isQuestion } from "./courtesy-sentences.ts";
import { saysTheSame } from "./grounding.ts";
import { withoutSignature } from "./guards/own-text.ts";
import { recipientsOf } from "./recipients.ts";
import { sentencesOf } from "./sentences.ts";
import { sourcesOf } from "./sourced.ts";
import { speaksForUs } from "./subject.ts";

interface Mail {
  decision: TriageDecision;
  email: Email;
  sender: SenderFacts;
  settings: Settings;
}

/** Only a person who wrote to us, as far as anybody can tell: an answer to a forged sender hits somebody else. */
const fromPerson = ({ email, sender, decision }: Mail): boolean =>
  email.machine.kind === "none" &&
  !email.loop &&
  !sender.colleague &&
  !sender.blocked &&
  email.authenticity.verdict !== "failed" &&
  decision.stopLine === undefined &&
  // Neither malware nor what a scanner that is set up has not called clean, nor a kind of file that does harm to who opens it.
  email.attachments.every(
    ({ danger, scan, scanNote }) => danger === undefined && (scan === "clean" || (scan === "not-scanned" && !scanNote)),
  );

/**
 * Whether a draft is good enough to leave without a person, as far as the mail and the draft say. The switches (posture, threshold,
 * hours, trial, caps) are asked when it is planned and again when it leaves. Any risk at all, and any doubt, is a person's.
 */
export function maySendItself(mail: Mail & { route: Route; draft: GuardedDraft }): boolean {
  const { decision, route, draft, settings } = mail;
  const grounded =
    draft.citations.length > 0 ||
    (settings.answering.templates[decision.intent] !== undefined &&
      draft.sentences.some(({ sources }) => sources.includes(OWN_WORDS)));
  return (
    fromPerson(mail) &&
    route.posture === "auto" &&
    !decision.needsReview &&
    decision.riskFlags.length === 0 &&
    decision.requiredAction === "answer_question" &&
    // A look-up that went wrong, or that does not name its owner, is a person's to weigh.
    (draft.lookUps ?? []).every(({ outcome, own, say }) => outcome === "found" && own && say === undefined) &&
    draft.holds.length === 0 &&
    draft.cc.length === 0 &&
    commitmentIn(draft.body) === undefined &&
    grounded &&
    !draft.loose &&
    !speaksForUs(mail.email.subject, settings) &&
    sentencesOf(withoutSignature(draft.body, settings)).every((sentence) => isGrounded(sentence, draft))
  );
}

/** What nobody reads before it leaves says no more than one sentence of an article does, or the company's own template. */
function isGrounded(sentence: string, draft: GuardedDraft): boolean {
  if (!/\p{L}/u.test(sentence) || isCourtesy(sentence, { hearsay: false }) || isQuestion(sentence)) return true;
  const { own, cited } = sourcesOf(draft, sentence);
  return own || saysTheSame(sentence, cited, draft.language);
}

/** Whether "we have your mail" may be said at once. */
export function mayAcknowledge(mail: Mail): boolean {
  const { decision, email, settings } = mail;
  const { to, doubt } = recipientsOf(email, ourAddresses(settings));
  const hostile = decision.riskFlags.some((flag) =>
    ["hostile", "legal", "prompt_injection", "phishing"].includes(flag),
  );
  return (
    (settings.intents[decision.intent]?.acknowledge ?? false) &&
    fromPerson(mail) &&
    !hostile &&
    to.length === 1 &&
    !speaksForUs(email.subject, settings) &&
    doubt === undefined
  );
}
