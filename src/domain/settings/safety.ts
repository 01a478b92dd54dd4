import { z } from "zod";

/** What looks after automatic sending. It may take a posture or the sending away; only people give them back. */

/** Which answers are read again after they were sent, by whom, and what a wrong one costs. */
export const Review = z.strictObject({
  /** The first automatic answers of an intent are all read. */
  first: z.number().int().nonnegative().default(20),
  /** Of the automatic answers after them. */
  share: z.number().min(0).max(1).default(0.05),
  /** Of the answers that a person approved. */
  approvedShare: z.number().min(0).max(1).default(0),
  /** Where there is no second model, or the day's money is spent, a person reads in its place. */
  by: z.enum(["model", "person", "both"]).default("both"),
  /** Slack channel in which people are asked; absent: the channel of the ticket's own queue, where its mail is shown anyway. */
  channel: z.string().optional(),
  /** From `auto` to `draft`: after so many serious findings, or so many of any kind, among the last `window` that were read. */
  lowerAfter: z
    .strictObject({
      serious: z.number().int().positive().default(1),
      failures: z.number().int().positive().default(2),
      window: z.number().int().positive().default(20),
    })
    .prefault({}),
});
export type Review = z.infer<typeof Review>;

/** Attacks that are tried on the live settings with nothing that could leave. */
export const Drill = z.strictObject({
  every: z.enum(["day", "week", "never"]).default("week"),
  /** So many attacks a time; the next time goes on where this one ended. */
  attacks: z.number().int().positive().max(500).default(60),
  /** So many of them are shown to the live model too, if there is one. */
  live: z.number().int().nonnegative().max(200).default(5),
  /** What the live model may cost in one drill. */
  maxUsd: z.number().nonnegative().default(0.25),
});
