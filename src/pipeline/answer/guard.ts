import type { Draft, GuardedDraft, GuardHold } from "../../domain/draft.ts";
import { claims } from "./guards/claims.ts";
import { empty } from "./guards/empty.ts";
import { figures } from "./guards/figures.ts";
import type { Guard, GuardContext } from "./guards/guard-context.ts";
import { header } from "./guards/header.ts";
import { instructions } from "./guards/instructions.ts";
import { language } from "./guards/language.ts";
import { length } from "./guards/length.ts";
import { letters } from "./guards/letters.ts";
import { links } from "./guards/links.ts";
import { phrases } from "./guards/phrases.ts";
import { promises } from "./guards/promises.ts";
import { recipients } from "./guards/recipients.ts";
import { requests } from "./guards/requests.ts";
import { secrets } from "./guards/secrets.ts";
import { slots } from "./guards/slots.ts";
import { stopLine } from "./guards/stop-line.ts";
import { style } from "./guards/style.ts";
import { unchecked } from "./guards/unchecked.ts";

/** In the order in which a person would want to know. docs/answers.md has the table; a test keeps the two in step. */
export const GUARDS: readonly Guard[] = [
  stopLine,
  recipients,
  empty,
  slots,
  phrases,
  promises,
  secrets,
  links,
  requests,
  instructions,
  claims,
  figures,
  unchecked,
  letters,
  style,
  language,
  length,
  header,
];

/**
 * The last look at a draft. Every guard has a name and, when it objects, one plain sentence; all are asked, so that a person
 * sees everything at once. A draft that any guard holds is not sent as it is.
 */
export function guard(draft: Draft, context: GuardContext, guards: readonly Guard[] = GUARDS): GuardedDraft {
  const holds: GuardHold[] = [];
  const warnings: GuardHold[] = [];
  const byMachine = (context.by ?? "machine") === "machine";
  for (const { name, person, look } of guards) {
    if (!byMachine && person === "passes") continue;
    const found = look(draft, context);
    if (!found) continue;
    const objection = typeof found === "string" ? { reason: found } : found;
    (byMachine || person === "bars" ? holds : warnings).push({ guard: name, ...objection });
  }
  return { ...draft, holds, warnings } as GuardedDraft;
}
