import { z } from "zod";
import type { Settings } from "./settings.ts";

const DAY_MS = 24 * 60 * 60_000;
const days = z.number("write a number of days").int("write whole days").positive("write at least 1 day");

/** How long content is kept. What happened, when and by whom, is kept as long as the database. */
export const Retention = z.strictObject({
  /** Mail as Gmail gave it, from when it was read. */
  rawDays: days.default(30),
  /** Everything else that was written, from when the ticket was over. */
  contentDays: days.default(180),
});

/** What one mailbox wants otherwise. */
export const MailboxRetention = z.strictObject({ rawDays: days.optional(), contentDays: days.optional() });

export function retentionOf({ mailboxes, retention }: Settings, address: string): { rawMs: number; contentMs: number } {
  const own = mailboxes.find((mailbox) => mailbox.address === address)?.retention;
  return {
    rawMs: (own?.rawDays ?? retention.rawDays) * DAY_MS,
    contentMs: (own?.contentDays ?? retention.contentDays) * DAY_MS,
  };
}
