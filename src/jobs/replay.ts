import { addDecision, getDecision } from "../db/decisions.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getMessage, rawOf } from "../db/messages.ts";
import { getTicket } from "../db/tickets.ts";
import type { Replayed } from "../domain/replay.ts";
import { compareReadings } from "../domain/replay.ts";
import { normalise } from "../pipeline/normalise.ts";
import { readTaught } from "../tickets/taught.ts";
import { normaliseContext } from "./normalise-context.ts";
import type { ProcessDeps } from "./process-message.ts";

/** Reads a stored mail again: from its raw bytes where they are still kept, so that a better reader shows too. Sends nothing. */
export const replayMessage =
  (deps: ProcessDeps) =>
  async (messageId: number): Promise<Replayed | undefined> => {
    const { db, settings, now } = deps;
    const message = await getMessage(db.read, messageId);
    const mailbox = message && (await getMailbox(db.read, message.mailboxId));
    if (!message || !mailbox) return undefined;
    const raw = await rawOf(db.read, messageId);
    const { settings: current, version } = settings.current();
    const email = raw ? await normalise(raw, normaliseContext(current, deps.scanner)) : message.email;
    if (!email) return undefined;
    const ticket = message.ticketId === null ? undefined : await getTicket(db.read, message.ticketId);
    const result = await deps.triage({
      email,
      mailbox: mailbox.address,
      settings: current,
      settingsVersion: version,
      receivedAt: message.receivedAt,
      history: { knownThread: false, openTickets: 0, pastTickets: 0 },
      earlier: [],
      taught: await readTaught(db.read, current, message),
      previous: undefined,
      placeholders: ticket?.placeholders,
      waiting: true,
    });
    const before = ticket?.decisionId == null ? undefined : await getDecision(db.read, ticket.decisionId);
    const { decision, route } = result;
    const decisionId = await db.transaction(async (tx) => {
      // Erased while a model read it: what the model says holds its words.
      if (!(await getMessage(tx, messageId))?.email && !(await rawOf(tx, messageId))) return undefined;
      return addDecision(tx, {
        ticketId: message.ticketId,
        messageId,
        supersedes: before?.id ?? null,
        person: null,
        decision,
        route,
        decidedAt: now(),
        noDraft: null,
      });
    });
    if (decisionId === undefined) return undefined;
    const old = before?.decision && before.route ? { decision: before.decision, route: before.route } : undefined;
    return {
      messageId,
      ticketId: message.ticketId ?? undefined,
      decisionId,
      engine: decision.engine,
      changes: compareReadings(old, { decision, route }),
    };
  };
