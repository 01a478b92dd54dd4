import { PROMISES_GUARD } from "../../../domain/draft.ts";
import { coversOf, coversWords } from "../../../domain/permit.ts";
import { openCommitments } from "../open-commitments.ts";
import type { Guard } from "./guard-context.ts";

/**
 * Money back, a price off, a change to an account: only what an article promises to everybody, in the sentence that cites it.
 * Anything else has to be allowed by somebody who may, for exactly these words.
 */
export const promises: Guard = {
  name: PROMISES_GUARD,
  person: "bars",
  look(draft) {
    const open = openCommitments(draft);
    const [first] = open;
    if (!first) return undefined;
    const shown = first.sentence.length > 100 ? `${first.sentence.slice(0, 99)}…` : first.sentence;
    const more = open.length > 1 ? ` and ${open.length - 1} more` : "";
    return {
      reason: `"${shown}"${more} is a promise (${coversWords(coversOf(open))}): somebody who may has to allow it.`,
      commitments: open,
    };
  },
};
