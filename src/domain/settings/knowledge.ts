import { z } from "zod";

/** The company's own articles, which answers stand on. */
export const KnowledgeBase = z.strictObject({
  /** Folder of Markdown files, read at start and every night; absent: no knowledge base. */
  folder: z.string().min(1).optional(),
  /** Slack member ids of people who may add and change articles in Slack; admins always may. */
  editors: z.array(z.string()).default([]),
  /** Where articles that a colleague's answer would make are proposed; absent: where operators are told of trouble. */
  proposalsChannel: z.string().optional(),
  /**
   * Where words may cost money or rights, nothing is searched for: an intent or a risk flag (refund, churn, legal …) to the
   * passages that its answers may stand on, by the names that `/triage kb ARTICLE` shows.
   */
  regulated: z.record(z.string(), z.array(z.string()).min(1, "name at least one passage")).default({}),
});
