import { PRIORITIES, REQUIRED_ACTIONS, type RiskFlag, Sentiment } from "../../../domain/decision.ts";
import { DEFAULT_INTENTS } from "../../../domain/settings/intents.ts";
import { hash } from "../features/hash.ts";
import type { Features, Lengths } from "../features/vector.ts";

/** What is trained, and on which features. The names are the columns of the weight files. */

/** The order of the columns in training; the engine goes by the names in the file. */
export const TRAINED_INTENTS = Object.keys(DEFAULT_INTENTS);

export const INTENT_LENGTHS: Lengths = {
  words: 0.7,
  pieces: 0.5,
  concepts: 1.2,
  places: 1.2,
  together: 0.6,
  signals: 2,
  pairs: 0.7,
  relations: 1.5,
};
/** The smaller heads do without the words: concepts and signals say as much, and the file stays small. */
export const REST_LENGTHS: Lengths = {
  concepts: 1.2,
  places: 1.2,
  together: 0.5,
  signals: 1.5,
  pairs: 0.5,
  relations: 1,
};

/** Nobody labels `urgent`: rules raise to it. */
export const TRAINED_PRIORITIES = PRIORITIES.filter((one) => one !== "urgent");
export const TRAINED_SENTIMENTS = Sentiment.options;
/**
 * Orders to machines, threats and security are for the rules to find, secrets for the redaction. Trained, the flag for
 * security was right one time in six and found one mail in fifteen: there is too little such mail to learn from.
 */
export const TRAINED_FLAGS = ["refund", "pricing", "legal", "phishing", "churn"] as const satisfies RiskFlag[];

/** The choices of the smaller heads, each with its columns; a flag is a column of its own. */
export const REST_HEADS = {
  priority: TRAINED_PRIORITIES,
  action: REQUIRED_ACTIONS,
  sentiment: TRAINED_SENTIMENTS,
} as const;
export const REST_COLUMNS = [
  ...Object.entries(REST_HEADS).flatMap(([head, choices]) => choices.map((choice) => `${head} ${choice}`)),
  ...TRAINED_FLAGS.map((flag) => `flag ${flag}`),
];

/** The intent model's last column: how seldom a feature is, for intents that were never trained. */
export const RARITY = "rarity";

/** How much the intents count beside the other features of the smaller heads. */
const INTENT_WEIGHT = 1.5;

/** What a mail is about says most of what to do with it. */
export function withIntents(
  { keys, values }: Features,
  intents: readonly string[],
  chances: ArrayLike<number>,
): Features {
  const all = {
    keys: new Uint32Array(keys.length + intents.length),
    values: new Float32Array(keys.length + intents.length),
  };
  all.keys.set(keys);
  all.values.set(values);
  intents.forEach((intent, at) => {
    all.keys[keys.length + at] = hash(`intent ${intent}`);
    all.values[keys.length + at] = chances[at]! * INTENT_WEIGHT;
  });
  return all;
}
