import type { Settings } from "../../domain/settings/settings.ts";
import { detectLanguage } from "../language/language.ts";
import { featuresOf, meaningsOf } from "./features/features.ts";
import type { Features, Lengths, Vector } from "./features/vector.ts";
import type { Calibration } from "./model/calibration.ts";
import { logistic } from "./model/calibration.ts";
import { RARITY } from "./model/heads.ts";
import type { LocalModel } from "./model/model.ts";
import type { Weights } from "./model/weights.ts";

/**
 * The chances of the intents that the settings have, from those of the trained ones. An intent that a company dropped leaves
 * its share to the company's own intents, as far as the mail is like their words, and else to `other`: mail that nobody
 * wants named must not become the next best thing.
 */
export function fitToSettings(
  trained: Readonly<Record<string, number>>,
  likeness: Readonly<Record<string, number>>,
  settings: Settings,
  { custom }: Calibration,
): Record<string, number> {
  const odds = Object.entries(likeness).map(([intent, alike]): [string, number] => {
    const chance = logistic(custom.slope * alike + custom.offset);
    return [intent, chance / (1 - chance)];
  });
  const allOdds = odds.reduce((sum, [, one]) => sum + one, 0);
  const dropped = Object.entries(trained).reduce(
    (sum, [name, chance]) => sum + (name in settings.intents ? 0 : chance),
    0,
  );
  const keptShare = 1 / (1 + allOdds);
  const takenShare = allOdds / (OTHERS_ODDS + allOdds);

  const chances: Record<string, number> = {};
  for (const [intent, chance] of Object.entries(trained)) {
    if (intent in settings.intents) chances[intent] = chance * keptShare;
  }
  chances.other = (chances.other ?? 0) + dropped * (1 - takenShare);
  for (const [intent, one] of odds) {
    const share = allOdds > 0 ? one / allOdds : 0;
    chances[intent] = share * ((1 - dropped) * (1 - keptShare) + dropped * takenShare);
  }
  return chances;
}

/** Against these odds a company's own intents win what a dropped intent leaves. */
const OTHERS_ODDS = 0.1;

/** How alike a mail is to the words of every intent that was never trained: 0 to 1. */
export function likenessOf(vector: Vector, settings: Settings, { intent }: LocalModel): Record<string, number> {
  const profiles = profilesOf(settings, intent);
  return Object.fromEntries(profiles.map((profile) => [profile.name, likenessIn(profile, vector, intent)]));
}

export function likenessIn({ samples }: Profile, vector: Vector, weights: Weights): number {
  const mail = vector.entries(LIKENESS_LENGTHS);
  return Math.max(...samples.map((sample) => alike(sample, mail, weights)));
}

const LIKENESS_LENGTHS: Lengths = { words: 1, pieces: 0.5, concepts: 1, together: 0.5 };

interface Profile {
  name: string;
  /** Its description with all examples, and every example by itself. */
  samples: Map<number, number>[];
}

const cache = new WeakMap<Settings, Profile[]>();

function profilesOf(settings: Settings, weights: Weights): Profile[] {
  const known = cache.get(settings);
  if (known) return known;
  const profiles = Object.entries(settings.intents)
    .filter(([name]) => !weights.columns.includes(name))
    .map(([name, intent]) => profileOf(name, [intent.description, ...intent.examples], settings, weights));
  cache.set(settings, profiles);
  return profiles;
}

export function profileOf(name: string, texts: readonly string[], settings: Settings, weights: Weights): Profile {
  const all = [name.replaceAll("_", " "), ...texts].join(".\n");
  const samples = [all, ...texts.slice(1)].map((text) => {
    const body = meaningsOf(text, detectLanguage(text));
    return normalised(
      featuresOf({ subject: [], body, files: [], signals: [] }, settings).entries(LIKENESS_LENGTHS),
      weights,
    );
  });
  return { name, samples };
}

/** Every feature weighed by how seldom it is: "the" makes no two texts alike. */
function normalised({ keys, values }: Features, weights: Weights): Map<number, number> {
  const out = new Map<number, number>();
  let squares = 0;
  for (let i = 0; i < keys.length; i++) {
    const value = values[i]! * rarity(keys[i]!, weights);
    out.set(keys[i]!, value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [key, value] of out) out.set(key, value / length);
  return out;
}

function alike(sample: Map<number, number>, { keys, values }: Features, weights: Weights): number {
  let product = 0;
  let squares = 0;
  for (let i = 0; i < keys.length; i++) {
    const value = values[i]! * rarity(keys[i]!, weights);
    squares += value * value;
    product += value * (sample.get(keys[i]!) ?? 0);
  }
  return squares > 0 ? product / Math.sqrt(squares) : 0;
}

/** 0 for what stands in every mail, to 1; the rarest features are not in the file. */
export function rarity(key: number, { columns, rows, cells }: Weights): number {
  const row = rows.find(key);
  return row < 0 ? 1 : cells[row * columns.length + columns.indexOf(RARITY)]! / 127;
}
