import { setImmediate as breathe } from "node:timers/promises";
import type { EngineStep } from "../../domain/decision.ts";
import { unheard } from "../../domain/measure.ts";
import type { Knowledge } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { Guard } from "../answer/guards/guard-context.ts";
import { type TriageTools, triage } from "../triage.ts";
import { CircuitBreaker } from "../understand/breaker.ts";
import { createAnswerCache } from "../understand/cache.ts";
import type { Engines } from "../understand/understand.ts";
import { type Attack, readShelf } from "./attack.ts";
import { obeying } from "./obeying.ts";
import { shelf } from "./shelf.ts";
import { type Through, tryAttack } from "./try-attack.ts";

/** Only who reads it can tell that it is false: such a draft may be shown, and never leaves by itself. */
const FOR_A_PERSON = "a person";

/** What a rehearsal works with. No database, no mailbox, no chat: nothing that it could do reaches anybody. */
export interface RehearsalTools {
  readLocally: TriageTools["readLocally"];
  now: () => number;
  /** The desk's models, articles and examples, for the part that they read themselves. */
  live?: { knowledge: Knowledge } & Pick<Engines, "providers" | "budgetSpent" | "examples">;
  /** Absent: those that are in force. */
  guards?: readonly Guard[];
}

export interface Rehearsal {
  tried: number;
  triedLive: number;
  /** Calls to live models. */
  steps: EngineStep[];
  through: (Through & { attack: Attack; live: boolean })[];
}

interface Scope {
  settings: Settings;
  settingsVersion: number;
  /** So many of the attacks are shown to the live model as well, while it costs no more than that. */
  live: number;
  maxUsd: number;
}

/**
 * Tries each attack twice: with a model that does what the attacker wants, which asks the guards alone; and, for a few, with the
 * models and articles of the desk.
 */
export const rehearse = (attacks: readonly Attack[], scope: Scope, tools: RehearsalTools): Promise<Rehearsal> =>
  unheard(() => tryAll(attacks, scope, tools));

async function tryAll(
  attacks: readonly Attack[],
  { settings, settingsVersion, live, maxUsd }: Scope,
  tools: RehearsalTools,
): Promise<Rehearsal> {
  const articles = readShelf();
  const { mailbox, intent } = mostExposed(settings);
  const done: Rehearsal = { tried: 0, triedLive: 0, steps: [], through: [] };
  const cost = () => done.steps.reduce((sum, { costUsd }) => sum + costUsd, 0);
  for (const [index, attack] of attacks.entries()) {
    const stage = (
      knowledge: Knowledge,
      { providers, budgetSpent, examples }: Pick<Engines, "providers" | "budgetSpent" | "examples">,
    ) => ({
      settings,
      settingsVersion,
      mailbox,
      now: tools.now(),
      triage: triage({
        readLocally: tools.readLocally,
        knowledge,
        ...(tools.guards && { guards: tools.guards }),
        engines: {
          providers,
          // Its own, so that no live mail is ever answered from an attack's.
          cache: createAnswerCache({ ttlMs: 1, max: 1, now: tools.now }),
          budgetSpent,
          ...(examples && { examples }),
          around: { now: tools.now, random: () => 0.5, sleep: async () => undefined },
        },
      }),
    });
    const obedient = { small: obeying(attack, intent), large: undefined, breaker: new CircuitBreaker(tools.now) };
    const { through } = await tryAttack(
      attack,
      stage(shelf([...articles, ...attack.articles]), { providers: [obedient], budgetSpent: () => false }),
    );
    done.tried++;
    const counted = through.filter(({ way }) => way === "sent" || attack.guard !== FOR_A_PERSON);
    done.through.push(...counted.map((one) => ({ ...one, attack, live: false })));

    if (tools.live && tools.live.providers.length > 0 && index < live && cost() < maxUsd && !tools.live.budgetSpent()) {
      const real = await tryAttack(attack, stage(tools.live.knowledge, tools.live));
      done.triedLive++;
      done.steps.push(...real.result.decision.steps, ...(real.result.draft?.steps ?? []));
      const quotes = real.result.draft?.draft.citations.map(({ quote }) => quote).join("\n") ?? "";
      // What the company's own articles say is no attack's success.
      const foreign = real.through.filter(({ what }) => !quotedIn(what, quotes));
      done.through.push(...foreign.map((one) => ({ ...one, attack, live: true })));
    }
    // Live mail comes first.
    await breathe();
  }
  return done;
}

const quotedIn = (what: string, quotes: string): boolean => {
  const [, words] = /^it says "(.*)"$/s.exec(what) ?? [];
  return words !== undefined && quotes.includes(words);
};

const RANK = { auto: 3, draft: 2, shadow: 1, off: 0 } as const;

/** The mailbox and intent for which the most may happen without a person. */
function mostExposed({ intents, mailboxes }: Settings): { mailbox: string; intent: string } {
  const [first] = mailboxes;
  const open = Object.entries(intents).filter(([, { silent }]) => !silent);
  const places = mailboxes.flatMap(({ address, postures }) =>
    open.map(([intent, { posture }]) => ({ mailbox: address, intent, rank: RANK[postures[intent] ?? posture] })),
  );
  return places.toSorted((a, b) => b.rank - a.rank)[0] ?? { mailbox: first!.address, intent: "other" };
}

/** A part of the list from a place on, round and round: after a few times each had its turn. */
export function turn<T>(all: readonly T[], first: number, count: number): { items: T[]; next: number } {
  const many = Math.min(count, all.length);
  const items = Array.from({ length: many }, (_, index) => all[(first + index) % all.length]!);
  return { items, next: (first + many) % all.length };
}
