import { plainText } from "../article.ts";
import { commitmentIn } from "../commitments.ts";
import { sentencesOf } from "../sentences.ts";
import { sourcesOf } from "../sourced.ts";
import type { Guard } from "./guard-context.ts";

/**
 * Money back, a price off, a change to an account: only what an article promises to everybody, in the sentence that cites it,
 * or what somebody with the right to promise has written.
 */
export const promises: Guard = {
  name: "promises",
  person: "bars",
  look(draft, { by = "machine" }) {
    if (by === "lead") return undefined;
    for (const sentence of sentencesOf(draft.body)) {
      const promise = commitmentIn(sentence);
      if (promise === undefined) continue;
      const { own, cited } = sourcesOf(draft, sentence);
      if (own || cited.some(({ quote }) => commitmentIn(plainText(quote)) !== undefined)) continue;
      return `"${promise.slice(0, 80)}" is a promise: the queue's lead or an admin has to send it.`;
    }
    return undefined;
  },
};
