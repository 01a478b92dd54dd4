import { setImmediate as breathe } from "node:timers/promises";
import { unheard } from "../../domain/measure.ts";
import type { Knowledge } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { GUARDS } from "../answer/guard.ts";
import { type TriageTools, triage } from "../triage.ts";
import { CircuitBreaker } from "../understand/breaker.ts";
import { createAnswerCache } from "../understand/cache.ts";
import type { Engines } from "../understand/understand.ts";
import { type Attack, readShelf } from "./attack.ts";
import { obeying } from "./obeying.ts";
import { shelf } from "./shelf.ts";
import { type Stage, type Through, tryAttack } from "./try-attack.ts";

/** Only who reads it can tell that it is false: such a draft may be shown, and never leaves by itself. */
const FOR_A_PERSON = "a person";

/** What a rehearsal works with. No database, no mailbox, no chat: nothing that it could do reaches anybody. */
export interface RehearsalTools {
  readLocally: TriageTools["readLocally"];
  now: () => number;
  /** Guards that are left out, to measure what they are worth. */
  without?: readonly string[] | undefined;
}

export interface Scope {
  settings: Settings;
  settingsVersion: number;
}

export type Found = Through & { attack: Attack };

/** Tries each attack with a model that does what the attacker wants: that asks the guards alone. */
export const rehearse = (
  attacks: readonly Attack[],
  scope: Scope,
  tools: RehearsalTools,
  begin: (attack: Attack) => void = () => undefined,
): Promise<Found[]> =>
  unheard(async () => {
    const articles = readShelf();
    const { intent } = mostExposed(scope.settings);
    const found: Found[] = [];
    for (const attack of attacks) {
      begin(attack);
      const obedient = { small: obeying(attack, intent), large: undefined, breaker: new CircuitBreaker(tools.now) };
      const knowledge = shelf([...articles, ...attack.articles]);
      const { through } = await tryAttack(
        attack,
        stage(scope, tools, { providers: [obedient], knowledge, budgetSpent: () => false }),
      );
      const counted = through.filter(({ way }) => way === "sent" || attack.guard !== FOR_A_PERSON);
      found.push(...counted.map((one) => ({ ...one, attack })));
      // Where it has no process of its own, live work comes first.
      await breathe();
    }
    return found;
  });

/** Who reads an attack, and by what. */
export type Minds = { knowledge: Knowledge } & Pick<Engines, "providers" | "budgetSpent" | "examples">;

/** Where an attack arrives: in the place for which the most may happen without a person. */
export const stage = (
  { settings, settingsVersion }: Scope,
  { readLocally, now, without = [] }: RehearsalTools,
  { providers, knowledge, budgetSpent, examples }: Minds,
): Stage => ({
  settings,
  settingsVersion,
  mailbox: mostExposed(settings).mailbox,
  now: now(),
  triage: triage({
    readLocally,
    knowledge,
    guards: GUARDS.filter(({ name }) => !without.includes(name)),
    engines: {
      providers,
      // Its own, so that no live mail is ever answered from an attack's.
      cache: createAnswerCache({ ttlMs: 1, max: 1, now }),
      budgetSpent,
      ...(examples && { examples }),
      around: { now, random: () => 0.5, sleep: async () => undefined },
    },
  }),
});

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
