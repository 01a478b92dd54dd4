import { FEATURE, type Sketch } from "../../domain/incident.ts";
import type { Incidents } from "../../domain/settings/incidents.ts";
import { commonOf, kindOf, likeness, type Vector, vectorOf, type Weights } from "./likeness.ts";

export interface Compared {
  ticketId: number;
  sender: string;
  at: number;
  sketch: Sketch;
}

/** Two mails that may be about one thing: little is asked of a pair, because people say it in few and other words. */
const PAIR = 0.14;
/** How alike each of those that open an incident must be to what the rest of them have in common. */
const COHESION = 0.35;
/** Features that each of them shares with this part of the others: one word that all use is a topic, not an incident. */
const SHARED = 4;
const SHARE = 0.3;
/** What weighs less in a mail does not count as shared. */
const WEIGHTY = 0.08;
/** Enough to see what they have in common; all the alike mails of a large burst would be compared with one another. */
const MOST = 60;
/** So many times as many as usual. */
const UNUSUAL = 3;

interface Before {
  /** Mails of the weeks before the window. */
  mails: readonly Compared[];
  spanMs: number;
}

/** Until a desk has seen so many mails, its topics look like news: more is asked of a mail then, this much at first. */
const ACQUAINTED = 100;
const UNACQUAINTED = 0.1;

export const rulesAmong = (rules: Incidents, ordinaryMails: number): Incidents => ({
  ...rules,
  detect: rules.detect && ordinaryMails >= rules.acquainted,
  likeness: rules.likeness + UNACQUAINTED * Math.max(0, 1 - ordinaryMails / ACQUAINTED),
});

export interface Known {
  id: number;
  common: Vector;
}

/** The incident that a mail belongs to: the one it is most like. */
export function incidentOf<Of extends Known>(
  sketch: Sketch,
  incidents: readonly Of[],
  weights: Weights,
  { likeness: least }: Incidents,
): Of | undefined {
  if (incidents.length === 0) return undefined;
  const vector = vectorOf(sketch, weights);
  let closest: { one: Of; score: number } | undefined;
  for (const one of incidents) {
    const score = likeness(vector, one.common);
    if (score >= least && score > (closest?.score ?? 0)) closest = { one, score };
  }
  return closest?.one;
}

/**
 * The mails that make an incident together with this one, itself among them; undefined where there is none. `others` came
 * within the span, and belong to no incident.
 */
export function incidentAround(
  mail: Compared,
  others: readonly Compared[],
  weights: Weights,
  rules: Incidents,
  before: Before,
): Compared[] | undefined {
  const vector = (one: Compared): Vector => vectorOf(one.sketch, weights);
  const like = (common: Vector, list: readonly Compared[], least: number): Compared[] =>
    list
      .map((one) => ({ one, score: likeness(vector(one), common) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ one }) => one);
  const commonTo = (list: readonly Compared[]) => commonOf(list.map(vector));

  const near = like(vector(mail), others, PAIR);
  if (!enough([mail, ...near], rules)) return undefined;
  const candidates = like(commonTo([mail, ...near]), [mail, ...others], rules.likeness);
  const shared = sharedIn(candidates, vector);
  const core = candidates.filter((one) => {
    const rest = commonTo(candidates.filter((other) => other !== one));
    return likeness(vector(one), rest) >= COHESION && shared(one) >= SHARED;
  });
  if (!enough(core, rules)) return undefined;
  const common = commonTo(core);
  const group = like(common, [mail, ...others], rules.likeness);
  if (!enough(group, rules) || !group.includes(mail)) return undefined;
  const usual = before.mails.filter((one) => likeness(vector(one), common) >= rules.likeness).length;
  const windowMs = rules.withinMinutes * 60_000;
  const expected = before.spanMs > windowMs ? usual * (windowMs / before.spanMs) : 0;
  return group.length >= UNUSUAL * expected ? group : undefined;
}

const enough = (group: readonly Compared[], { members, senders }: Incidents): boolean =>
  group.length >= members && new Set(group.map(({ sender }) => sender)).size >= senders && haveVoices(group, members);

/** Of all features of two mails, the part that both have. People who meet with one thing share about a fifth. */
const SAME_WORDS = 0.6;

/** Mails in the same words are one voice: a form, a campaign, a script that writes. Each of those needs its own card. */
function haveVoices(group: readonly Compared[], least: number): boolean {
  const voices: Set<number>[] = [];
  for (const { sketch } of group) {
    if (!voices.some((voice) => overlap(voice, sketch) >= SAME_WORDS)) voices.push(new Set(sketch));
    if (voices.length >= least) return true;
  }
  return false;
}

function overlap(one: ReadonlySet<number>, other: Sketch): number {
  let both = 0;
  for (const feature of other) if (one.has(feature)) both++;
  return both / Math.max(1, one.size + other.length - both);
}

/** How many features each of them shares with enough of the others. */
function sharedIn(group: readonly Compared[], vector: (one: Compared) => Vector): (one: Compared) => number {
  const held = new Map<number, number>();
  for (const { sketch } of group) for (const feature of sketch) held.set(feature, (held.get(feature) ?? 0) + 1);
  return (one) =>
    one.sketch.filter(
      (feature) =>
        kindOf(feature) !== FEATURE.pair &&
        vector(one).get(feature)! > WEIGHTY &&
        held.get(feature)! - 1 >= SHARE * (group.length - 1),
    ).length;
}
