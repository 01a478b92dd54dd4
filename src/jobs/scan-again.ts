import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { enqueue } from "../db/jobs.ts";
import { getMessage, rawOf, replaceAttachments } from "../db/messages.ts";
import { getTicket } from "../db/tickets.ts";
import type { Attachment, Email } from "../domain/email.ts";
import { MailroomError } from "../domain/errors.ts";
import { normalise } from "../pipeline/normalise.ts";
import { redrawCard, tellThread } from "../tickets/desk.ts";
import type { DeskJobs } from "./desk-jobs.ts";
import { normaliseContext } from "./normalise-context.ts";
import type { JobContext } from "./runner.ts";

/** A scanner that was restarted is back within a minute; one that is broken needs a person, who needs longer. */
const FIRST_MS = 60_000;
const AGAIN_MS = 2 * 60_000;
/** Then the card says that nobody scanned the file, and the clock stops asking. */
const GIVE_UP_MS = 24 * 60 * 60_000;

/** Asks for the files of a stored mail to be scanned once the scanner answers again. The mail itself has gone its way. */
export async function planScan(tx: Tx, messageId: number, email: Email, now: number): Promise<void> {
  if (!email.attachments.some(({ scan }) => scan === "waiting")) return;
  const payload = { messageId, until: now + GIVE_UP_MS };
  await enqueue(tx, { kind: "scan-again", key: `scan:${messageId}`, payload, runAt: now + FIRST_MS }, now);
}

/** Reads the files of a stored mail once more, with the scanner that was not there. What the mail was understood to be stays. */
export async function scanAgain(
  { db, settings, now, scanner }: DeskJobs,
  { messageId, until }: { messageId: number; until: number },
  job: JobContext,
): Promise<void> {
  const message = await getMessage(db.read, messageId);
  const raw = await rawOf(db.read, messageId);
  if (!message?.email || !raw) return;
  const { attachments } = await normalise(raw, normaliseContext(settings.current().settings, scanner));
  const waiting = attachments.some(({ scan }) => scan === "waiting");
  if (waiting && now() < until) throw new MailroomError("scanner_unavailable", { retryAfterMs: AGAIN_MS });
  const settled = attachments.map((one) => (one.scan === "waiting" ? unscanned(one) : one));
  const infected = settled.filter(({ scan }) => scan === "infected");

  await db.transaction(async (tx) => {
    await replaceAttachments(tx, messageId, settled);
    const ticketId = (await getMessage(tx, messageId))?.ticketId;
    const ticket = ticketId == null ? undefined : await getTicket(tx, ticketId);
    if (ticket) {
      await redrawCard(tx, ticket, now());
      if (infected.length > 0) {
        const event = { type: "malware_found", files: infected.length } as const;
        await tellThread(tx, ticket, event, now(), `scan:${messageId}`);
        const details = { messageId, files: infected.length };
        await appendAudit(tx, { at: now(), actor: "mailroom", action: "malware.found", ticketId: ticket.id, details });
      }
    }
    await job.finish(tx);
  });
}

const unscanned = (one: Attachment): Attachment => ({
  ...one,
  scan: "not-scanned",
  scanNote: "the virus scanner did not answer for a day",
});
