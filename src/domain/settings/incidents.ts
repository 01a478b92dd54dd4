import { z } from "zod";

/** When many customers write of one thing at once. */
export const Incidents = z.strictObject({
  /** False: mails are grouped by people alone. */
  detect: z.boolean().default(true),
  /**
   * Mails from before the span that a desk must know: until then nobody can tell what is ordinary here, and mails that only share a
   * form's subject would look like news.
   */
  acquainted: z.number().int().min(0).default(20),
  /** How close together the mails come. */
  withinMinutes: z
    .number()
    .int()
    .min(5)
    .max(24 * 60)
    .default(30),
  /** Mails that make an incident, and how many different people wrote them. */
  members: z.number().int().min(2).default(5),
  senders: z.number().int().min(2).default(4),
  /** How alike a mail must be to what the others have in common, from 0 to 1. */
  likeness: z.number().min(0.1).max(0.95).default(0.33),
  /** Who may approve one answer for all: a queue's lead and admins, or every agent. */
  approver: z.enum(["lead", "agent"]).default("lead"),
});
export type Incidents = z.infer<typeof Incidents>;
