import type { PiiSpan } from "../../domain/email.ts";
import type { RedactionContext } from "./context.ts";
import { collapseSpacedDigits, type Folded, fold } from "./fold.ts";
import { ownershipOf } from "./ownership.ts";
import { isInsideAny, rangesOf } from "./ranges.ts";
import { type Reading, readingOf } from "./reading.ts";
import { type Candidate, runRecogniser } from "./recogniser.ts";
import { FINDERS, RECOGNISERS } from "./recognisers/all.ts";
import { repeatsOf } from "./repeats.ts";
import { resolve } from "./resolve.ts";
import { TAKEN, TOKEN } from "./token.ts";

/** Finds what must not reach a model, a log, an index or a preview. Spans are in order and never overlap. */
export function findPii(text: string, context: RedactionContext): PiiSpan[] {
  const known = context.found?.get(text);
  if (known) return known;
  const spans = search(text, context);
  context.found?.set(text, spans);
  return spans;
}

function search(text: string, context: RedactionContext): PiiSpan[] {
  const folded = withoutTokens(fold(text));
  const collapsed = collapseSpacedDigits(folded);
  const found = [...candidatesIn(folded, context), ...(collapsed ? candidatesIn(collapsed, context) : [])];
  return resolve(found).map(({ kind, start, end, reason }) => ({ kind, start, end, reason }));
}

/**
 * A placeholder is no text: the word in "[PHONE_1]" must not explain the number behind it, or redacting twice would mask
 * more than redacting once.
 */
const withoutTokens = (folded: Folded): Folded => ({
  ...folded,
  text: folded.text.replace(TOKEN, (token) => TAKEN.repeat(token.length)),
});

/** Candidates with their places in the original text. */
function candidatesIn(folded: Folded, context: RedactionContext): Candidate[] {
  const reading = readingOf(folded, context);
  const isOwn = ownershipOf(context);
  const candidates = FINDERS.flatMap((find) => find(reading));
  for (const recogniser of RECOGNISERS) candidates.push(...runRecogniser(recogniser, reading));
  candidates.push(...companySecrets(reading));
  const kept = keepers(reading);
  const stays = (one: Candidate) => isOwn(one.kind, folded.text.slice(one.start, one.end)) || kept(one);
  const personal = candidates.filter((one) => !stays(one));
  return [...personal, ...repeatsOf(personal, reading).filter((one) => !stays(one))].map((one) => ({
    ...one,
    ...folded.original(one.start, one.end),
  }));
}

const companySecrets = ({ text, context }: Reading): Candidate[] =>
  rangesOf(text, context.secrets).map((range) => ({
    ...range,
    kind: "api_key",
    certainty: 3,
    reason: "one of the company's own key formats",
  }));

/**
 * What stays: numbers in one of the company's own formats. But a format as loose as sixteen digits does not bring back a
 * card or an account whose check digits agree.
 */
function keepers({ allowed }: Reading): (candidate: Candidate) => boolean {
  return (candidate) => {
    const proven = candidate.certainty === 3 && (candidate.kind === "credit_card" || candidate.kind === "iban");
    return !proven && isInsideAny(allowed, candidate);
  };
}
