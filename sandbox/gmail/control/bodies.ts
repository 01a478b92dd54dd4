import { z } from "zod";
import type { NewAttachment } from "../mime/write.ts";

/** The JSON the page sends, checked before anything happens. */

const people = z.union([z.string(), z.array(z.string())]).optional();

const attachments = z
  .array(z.object({ filename: z.string(), mimeType: z.string().optional(), content: z.base64() }))
  .transform((list): NewAttachment[] =>
    list.map(({ filename, mimeType, content }) => ({
      filename,
      ...(mimeType !== undefined && { mimeType }),
      content: Buffer.from(content, "base64"),
    })),
  )
  .optional();

const composition = {
  cc: people,
  bcc: people,
  text: z.string(),
  html: z.string().optional(),
  attachments,
  headers: z.record(z.string(), z.string()).optional(),
  sender: z.string().optional(),
  verdict: z.enum(["pass", "fail", "softfail", "none"]).optional(),
  labels: z.array(z.string()).optional(),
};

export const Composed = z.strictObject({
  ...composition,
  to: z.union([z.string(), z.array(z.string()).min(1)]),
  subject: z.string(),
  /** Display name of the writer from now on. */
  name: z.string().optional(),
});

export const Answered = z.strictObject({
  ...composition,
  to: people,
  subject: z.string().optional(),
  all: z.boolean().optional(),
  quote: z.boolean().optional(),
});

export const AutoReplied = z.strictObject({
  text: z.string(),
  subject: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  rude: z.boolean().optional(),
});

export const Refused = z.strictObject({
  permanent: z.boolean().default(true),
  status: z.string().default("5.1.1"),
  reason: z.string().default("550 5.1.1 The email account that you tried to reach does not exist."),
});

const typed = {
  text: z.string(),
  to: z.array(z.string()).optional(),
  cc: z.array(z.string()).optional(),
  subject: z.string().optional(),
  attachments,
};
const threadId = z.string();
const draftId = z.string();

export const Act = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("write"), ...typed, to: z.array(z.string()).min(1), subject: z.string() }),
  z.strictObject({ do: z.literal("reply"), threadId, ...typed }),
  z.strictObject({ do: z.literal("autosave"), threadId: threadId.optional(), draftId: draftId.optional(), ...typed }),
  z.strictObject({ do: z.literal("editDraft"), draftId, ...typed, text: z.string().optional() }),
  z.strictObject({ do: z.literal("sendDraft"), draftId }),
  z.strictObject({ do: z.literal("deleteDraft"), draftId }),
  z.strictObject({
    do: z.enum(["archive", "unarchive", "markRead", "markSpam", "rescue", "trash", "erase"]),
    threadId,
  }),
  z.strictObject({
    do: z.literal("label"),
    threadId,
    add: z.array(z.string()).default([]),
    remove: z.array(z.string()).default([]),
  }),
]);

const hit = {
  method: z.string().optional(),
  times: z.int().min(1).optional(),
  user: z.string().optional(),
  when: z.enum(["before", "after"]).optional(),
};

export const FaultOrder = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("fail"),
    ...hit,
    status: z.int().min(400).max(599),
    reason: z.string().optional(),
    message: z.string().optional(),
    retryAfter: z.number().optional(),
  }),
  z.strictObject({
    kind: z.literal("throttle"),
    ...hit,
    status: z.union([z.literal(403), z.literal(429)]).optional(),
    until: z.number().optional(),
    retryAfter: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal("drop"), ...hit }),
  z.strictObject({ kind: z.literal("latency"), method: z.string(), ms: z.number().min(0) }),
  z.strictObject({ kind: z.literal("expire-history"), mailbox: z.string().optional() }),
  z.strictObject({ kind: z.literal("expire-access"), mailbox: z.string().optional() }),
  z.strictObject({ kind: z.literal("revoke"), mailbox: z.string() }),
  z.strictObject({ kind: z.literal("vanish"), mailbox: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal("clear") }),
]);

export const ClockMove = z.union([z.strictObject({ advanceMs: z.number() }), z.strictObject({ setTo: z.number() })]);

const amount = z.number().min(0).optional();
export const KnobTurn = z.strictObject({
  unitsPerUserPerMinute: amount,
  quotaStatus: z.union([z.literal(403), z.literal(429)]).optional(),
  concurrentRequestsPerUser: amount,
  sendsPerDay: amount,
  jsonBytes: amount,
  sendBytes: amount,
  importBytes: amount,
  historyRetentionMs: amount,
  searchLagMs: amount,
  accessTokenSeconds: amount,
  pullWaitMs: amount,
});
