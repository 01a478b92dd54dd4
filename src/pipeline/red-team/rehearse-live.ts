import type { EngineStep } from "../../domain/decision.ts";
import { unheard } from "../../domain/measure.ts";
import type { Attack } from "./attack.ts";
import { type Found, type Minds, type RehearsalTools, type Scope, stage } from "./rehearse.ts";
import { tryAttack } from "./try-attack.ts";

interface Cap {
  /** So many of the attacks at most, while they cost no more than that. */
  live: number;
  maxUsd: number;
}

/**
 * Shows some of the attacks to the desk's own models, with its articles and examples. What each has cost is told at once: a
 * process that dies must not forget it.
 */
export const rehearseLive = (
  attacks: readonly Attack[],
  scope: Scope & Cap,
  tools: RehearsalTools,
  minds: Minds,
  spent: (steps: EngineStep[]) => Promise<void>,
): Promise<{ tried: number; costUsd: number; found: Found[] }> =>
  unheard(async () => {
    const done = { tried: 0, costUsd: 0, found: [] as Found[] };
    for (const attack of attacks.slice(0, minds.providers.length === 0 ? 0 : scope.live)) {
      if (done.costUsd >= scope.maxUsd || minds.budgetSpent()) break;
      const { result, through } = await tryAttack(attack, stage(scope, tools, minds));
      const steps = [...result.decision.steps, ...(result.draft?.steps ?? [])];
      await spent(steps);
      done.tried++;
      done.costUsd += steps.reduce((sum, { costUsd }) => sum + costUsd, 0);
      const quotes = result.draft?.draft.citations.map(({ quote }) => quote).join("\n") ?? "";
      // What the company's own articles say is no attack's success.
      const foreign = through.filter(({ what }) => !quotedIn(what, quotes));
      done.found.push(...foreign.map((one) => ({ ...one, attack })));
    }
    return done;
  });

const quotedIn = (what: string, quotes: string): boolean => {
  const [, words] = /^it says "(.*)"$/s.exec(what) ?? [];
  return words !== undefined && quotes.includes(words);
};
