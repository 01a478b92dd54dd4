import { createHash } from "node:crypto";
import { z } from "zod";
import { LookUp } from "./look-up.ts";
import { Commitment } from "./permit.ts";

/** A proposed answer, the verdict on it, and the seal that binds an approval to it. */

export const Recipient = z.object({ name: z.string().optional(), address: z.string() });
export type Recipient = z.infer<typeof Recipient>;

const Citation = z.object({
  /** What the sentences name it by, e.g. `P1`. */
  id: z.string(),
  title: z.string(),
  /** The passage as it stood when the answer was written. */
  quote: z.string(),
  /** ISO 639-1 of the passage. */
  language: z.string().default("unknown"),
  passageId: z.number().optional(),
  /** Present where this is no passage but what another system of the company answered. */
  record: z.object({ tool: z.string(), lookedUpAt: z.number() }).optional(),
});

export type Citation = z.infer<typeof Citation>;

export const Draft = z.object({
  from: Recipient,
  to: z.array(Recipient),
  cc: z.array(Recipient),
  subject: z.string(),
  /** Plain text as the customer will read it. */
  body: z.string(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), sha256: z.string() })),
  language: z.string(),
  citations: z.array(Citation),
  /** Sentences of the body that stand on something: on citations by their ids, or on the company's own template. */
  sentences: z.array(z.object({ text: z.string(), sources: z.array(z.string()) })).default([]),
  /** What other systems of the company were asked about the mail. */
  lookUps: z.array(LookUp).optional(),
  /** Quoted by shared words, and little of what the mail asks stands in it: for a person to judge, never to leave unread. */
  loose: z.boolean().optional(),
});
/** The source of a sentence that the company wrote itself. */
export const OWN_WORDS = "template";
export type Draft = z.infer<typeof Draft>;

/** One guard's objection, in a sentence a person reads on the card. */
export const GuardHold = z.object({
  guard: z.string(),
  reason: z.string(),
  /** Of the promises: what somebody would have to allow. */
  commitments: z.array(Commitment).optional(),
});
export type GuardHold = z.infer<typeof GuardHold>;

declare const guarded: unique symbol;
/**
 * A draft that went through the guards, with what they said: `holds` bar it from leaving, `warnings` a person may pass. Only
 * `guard` makes one, so skipping it does not compile.
 */
export type GuardedDraft = Draft & { holds: GuardHold[]; warnings: GuardHold[] } & { readonly [guarded]: true };

/** The guard that objects to what binds the company: the one objection that somebody can be allowed to pass. */
export const PROMISES_GUARD = "promises";

/** As stored: the draft and the guards' objections. */
export const StoredDraft = Draft.extend({ holds: z.array(GuardHold), warnings: z.array(GuardHold).default([]) });
export type StoredDraft = z.infer<typeof StoredDraft>;

/**
 * A hash over everything the approver saw and everything that leaves: body, recipients, subject, attachments, the ticket,
 * and the newest mail of the customer. If one of them changes, the approval no longer fits.
 */
export function sealOf(draft: Draft, bound: { ticketId: number; newestInboundId: number }): string {
  const addresses = (list: Recipient[]) => list.map((one) => one.address.toLowerCase()).sort();
  const sealed = [
    1,
    bound.ticketId,
    bound.newestInboundId,
    draft.from.address.toLowerCase(),
    addresses(draft.to),
    addresses(draft.cc),
    draft.subject,
    draft.body,
    draft.attachments.map((one) => [one.name, one.contentType, one.sha256]),
  ];
  return createHash("sha256").update(JSON.stringify(sealed)).digest("hex");
}
