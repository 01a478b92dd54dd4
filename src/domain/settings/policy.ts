import { z } from "zod";
import { templateTrouble } from "../template.ts";
import { Drill, Review } from "./safety.ts";
import { QuietHours } from "./sla.ts";

const Language = z.string().regex(/^[a-z]{2,3}$/, "write a language code such as de");

/** What may leave, how much of it, and what the model may cost. */

export const Sending = z.strictObject({
  /** The kill switch: false stops every outgoing mail, approved or not. */
  enabled: z.boolean().default(true),
  quietHours: QuietHours.optional(),
  /** Seconds between "Mailroom will send this" and sending, with Undo on the card. */
  holdSeconds: z.number().int().min(10).max(3600).default(60),
  /** The part of the mail that automatic sending may touch. */
  canary: z
    .strictObject({
      percent: z.number().min(0).max(100).default(100),
      domains: z.array(z.string()).default([]),
      hours: QuietHours.optional(),
    })
    .prefault({}),
  /** Automatic mails, so that no loop can run away whatever the headers say. */
  caps: z
    .strictObject({
      perThreadPerDay: z.number().int().positive().default(3),
      perSenderPerDay: z.number().int().positive().default(5),
    })
    .prefault({}),
  review: Review.prefault({}),
  drill: Drill.prefault({}),
  /** One text for everybody, or language code to text; languages without one get a built-in text. The footer is added. */
  acknowledgement: z.union([z.string().min(1), z.record(Language, z.string().min(1))]).default({}),
});

const Template = z.string().superRefine((text, context) => {
  const trouble = templateTrouble(text);
  if (trouble) context.addIssue({ code: "custom", message: trouble });
});

/** How the company speaks. A model is told all of it; the guard `style` checks what can be checked. */
const Style = z.strictObject({
  /** For example "warm and brief, no exclamation marks". */
  tone: z.string().max(300).optional(),
  /** du or Sie, tu or vous: absent, as the model and the built-in texts have it. */
  address: z.enum(["formal", "informal"]).optional(),
  /** Words and phrases that are not ours. */
  avoid: z.array(z.string().min(2)).default([]),
  /** Language code to how an answer ends, before the signature. */
  closing: z.record(Language, z.string().min(1)).default({}),
});

export const Answering = z.strictObject({
  style: Style.prefault({}),
  /** One for everybody, or language code to text; languages without one get the English one, else the company's name. */
  signature: z.union([z.string(), z.record(Language, z.string())]).default(""),
  /** Language code to text, by intent; `{{customer_name}}` and the like are filled in. */
  templates: z.record(z.string(), z.record(z.string(), Template)).default({}),
  /** A model may put a template that says everything itself into words that suit the mail; the statements stay the same. */
  rephrase: z.boolean().default(false),
  prohibitedPhrases: z.array(z.string()).default([]),
  /** Hosts that a link in an answer may point to; the company's own domains are always allowed. */
  linkAllowList: z.array(z.string()).default([]),
  maxWords: z.number().int().positive().default(120),
});

/** US$ per million tokens at list price. */
const Price = z.strictObject({
  input: z.number().nonnegative(),
  cachedInput: z.number().nonnegative(),
  output: z.number().nonnegative(),
});

export const Model = z.strictObject({
  /** Spend at which the day goes on with the local engine. */
  dailyCapUsd: z.number().nonnegative().default(20),
  timeoutMs: z.number().int().positive().default(20_000),
  /** Finds articles by meaning beside their words; null: by words alone. `LLM_EMBEDDING_MODEL` overrides it. */
  embedding: z.string().min(1).nullable().default("text-embedding-3-small"),
  /** Shows the model masked lines of mails that people put right when it reads others. */
  examplesFromCorrections: z.boolean().default(true),
  prices: z.record(z.string(), Price).default({
    "gpt-5.4-mini": { input: 0.75, cachedInput: 0.075, output: 4.5 },
    "gpt-5.4-nano": { input: 0.2, cachedInput: 0.02, output: 1.25 },
    "gpt-5.6-luna": { input: 1, cachedInput: 0.1, output: 6 },
    "gpt-5.6-terra": { input: 2.5, cachedInput: 0.25, output: 15 },
    "text-embedding-3-small": { input: 0.02, cachedInput: 0.02, output: 0 },
  }),
  /** Model name to `reasoning_effort`; a model without an entry gets none, because some reject the parameter. */
  reasoningEffort: z
    .record(z.string(), z.enum(["none", "minimal", "low", "medium", "high"]))
    .default({ "gpt-5.4-mini": "none" }),
});

export { Retention } from "./retention.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write a time of day as HH:MM");

/** Posted to `channel`; absent: where operators are told of trouble. */
export const Digest = z.strictObject({
  channel: z.string().optional(),
  /** The day before, every day at this time. */
  daily: timeOfDay.optional(),
  /** The week before, every Monday at this time. */
  weekly: timeOfDay.optional(),
});

/** What the company sells and how its numbers look, so that fields can be read without a model. */
export const Catalogue = z.strictObject({
  products: z
    .array(z.union([z.string(), z.strictObject({ name: z.string(), aliases: z.array(z.string()).default([]) })]))
    .default([]),
  plans: z.array(z.string()).default([]),
  /** Field name (order_id, invoice_id) to a regular expression. */
  ids: z.record(z.string(), z.string().refine(isPattern, "write a regular expression such as TW-\\d{6}")).default({}),
});
export type Catalogue = z.infer<typeof Catalogue>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

/** Words that decide before any model, in addition to the built-in lists. */
export const Words = z.strictObject({
  outage: z.array(z.string()).default([]),
  legal: z.array(z.string()).default([]),
  security: z.array(z.string()).default([]),
});
