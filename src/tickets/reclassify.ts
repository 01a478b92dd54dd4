import { addCorrection } from "../db/corrections.ts";
import { addDecision, getDecision } from "../db/decisions.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getMessage } from "../db/messages.ts";
import { countTicketsOf } from "../db/sender-history.ts";
import { getTicket, recentTicketsOf, type Ticket } from "../db/tickets.ts";
import type { Entities, Priority, TriageDecision } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Route } from "../domain/route.ts";
import { senderFacts } from "../domain/sender.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { lessonWords } from "../domain/taught.ts";
import { recalculateClock } from "./clocks.ts";
import { changeTicket, type Desk } from "./desk.ts";
import { readTaught, teachableDomain } from "./taught.ts";

/** The pipeline's routing step; the app hands it in. */
export type RouteAgain = (
  decision: TriageDecision,
  context: {
    email: Email;
    mailbox: string;
    sender: ReturnType<typeof senderFacts>;
    settings: Settings;
    receivedAt: number;
  },
) => Route;

type Refusal = { kind: "sending" } | { kind: "gone" } | Forbidden;

/** Fields that a person may put right in the same window. */
export const CORRECTABLE = [
  "company_name",
  "order_id",
  "invoice_id",
  "plan",
] as const satisfies readonly (keyof Entities)[];
export type Correctable = (typeof CORRECTABLE)[number];

export type ReadClassificationOutcome =
  | {
      kind: "classification";
      ticketId: number;
      version: number;
      intent: string;
      priority: Priority;
      fields: Record<Correctable, string | null>;
      intents: string[];
      sender: string;
      /** Undefined where it says nothing about its users: a free-mail provider's. */
      domain: string | undefined;
      /** What was said before about all mail of this sender or domain; choosing again replaces it. */
      taught: string | undefined;
      /** Recent mails that the same choice for the sender or the domain would also have moved. */
      others: { sender: OtherTicket[]; domain: OtherTicket[] };
    }
  | Refusal;

export interface OtherTicket {
  id: number;
  intent: string;
  subject: string;
}

const MOST_OTHERS = 5;
/** What can be said of all mail of a sender. Their order number cannot. */
const LESSONS: ReadonlySet<string> = new Set(["intent", "priority"]);

export const readClassification =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<ReadClassificationOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    const decision = ticket.decisionId === null ? undefined : (await getDecision(db.read, ticket.decisionId))?.decision;
    const others = async (
      where: { senderHash: string } | { senderDomain: string } | undefined,
    ): Promise<OtherTicket[]> =>
      where ? (await recentTicketsOf(db.read, where, { except: ticketId, limit: MOST_OTHERS })).map(otherTicket) : [];
    const taught = await readTaught(db.read, current, ticket);
    const domain = teachableDomain(ticket.senderDomain);
    return {
      kind: "classification",
      ticketId,
      version: ticket.version,
      intent: ticket.intent,
      priority: ticket.priority,
      fields: Object.fromEntries(CORRECTABLE.map((field) => [field, decision?.entities[field] ?? null])) as Record<
        Correctable,
        string | null
      >,
      intents: Object.keys(current.intents),
      sender: ticket.about?.sender.address ?? "",
      domain,
      taught: taught.intent && lessonWords(taught.intent),
      others: {
        sender: await others(ticket.senderHash === null ? undefined : { senderHash: ticket.senderHash }),
        domain: await others(domain === undefined ? undefined : { senderDomain: domain }),
      },
    };
  };

const otherTicket = (ticket: Ticket): OtherTicket => ({
  id: ticket.id,
  intent: ticket.intent,
  subject: ticket.about?.subject ?? "",
});

export type ReclassifyOutcome =
  | { kind: "reclassified"; queue: string }
  /** This ticket stays as it is; the choice is for what comes. */
  | { kind: "taught" }
  | { kind: "unchanged" }
  | { kind: "stale" }
  | { kind: "no-intent" }
  /** Nobody owns that sender or domain: a free-mail provider's, or a mail without a sender. */
  | { kind: "not-teachable" }
  | Refusal;

interface ReclassifyRequest {
  ticketId: number;
  by: string;
  /** The ticket as it was when the window was opened. */
  version: number;
  intent: string;
  priority: Priority;
  fields: Partial<Record<Correctable, string | null>>;
  scope: "this" | "sender" | "domain";
}

/** A person knows better: a decision that supersedes the machine's, kept beside it, and the ticket goes where it belongs. */
export const reclassifyTicket =
  ({ db, settings, now }: Desk, routeAgain: RouteAgain) =>
  async (request: ReclassifyRequest): Promise<ReclassifyOutcome> => {
    const { settings: current, version: settingsVersion } = settings.current();
    const { ticketId, by, intent, priority, scope } = request;
    const may = authorise(current, by, "agent");
    if (may.kind === "forbidden") return may;
    if (!(intent in current.intents)) return { kind: "no-intent" };
    return db.transaction(async (tx) => {
      const ticket = await getTicket(tx, ticketId);
      if (!ticket) return { kind: "gone" };
      if (ticket.state === "sending") return { kind: "sending" };
      const appliesTo =
        scope === "this" ? undefined : scope === "sender" ? ticket.senderHash : teachableDomain(ticket.senderDomain);
      if (scope !== "this" && !appliesTo) return { kind: "not-teachable" };
      const row = ticket.decisionId === null ? undefined : await getDecision(tx, ticket.decisionId);
      const message = ticket.newestInboundId === null ? undefined : await getMessage(tx, ticket.newestInboundId);
      const mailbox = await getMailbox(tx, ticket.mailboxId);
      if (!row?.decision || !message?.email || !mailbox) return { kind: "gone" };
      // Somebody else may have put it right meanwhile; two corrections of the same thing should be a choice, not an accident.
      if (
        ticket.version !== request.version &&
        ticket.intent !== intent &&
        ticket.decisionId !== null &&
        row.decidedBy === "person" &&
        row.person !== by
      ) {
        return { kind: "stale" };
      }
      const before = row.decision;
      const fields = Object.fromEntries(
        Object.entries(request.fields).map(([name, value]) => [name, value === "" ? null : value]),
      );
      const changes = [
        { field: "intent", from: ticket.intent, to: intent },
        { field: "priority", from: ticket.priority, to: priority },
        ...Object.entries(fields).map(([field, to]) => ({
          field,
          from: before.entities[field as Correctable],
          to: to ?? null,
        })),
      ].filter(({ from, to }) => from !== to);
      // Nothing to put right here, and still something to teach: that the next mail is read the same way.
      const lesson = (await readTaught(tx, current, ticket)).intent;
      const teaches = appliesTo && (lesson?.value !== intent || lesson.scope !== scope);
      if (teaches && ticket.intent === intent)
        await addCorrection(tx, {
          ticketId,
          messageId: message.id,
          field: "intent",
          before: intent,
          after: intent,
          scope,
          appliesTo,
          confidence: row.confidence,
          engine: row.engine,
          by,
          at: now(),
        });
      if (changes.length === 0) return teaches ? { kind: "taught" } : { kind: "unchanged" };

      const decision: TriageDecision = {
        ...before,
        intent,
        priority,
        entities: { ...before.entities, ...fields },
        confidence: 1,
        decidedBy: "person",
        engine: "person",
        promptVersion: undefined,
        stopLine: undefined,
        needsReview: false,
        settingsVersion,
        reasons: ["A person decided"],
        steps: [],
      };
      const known = await countTicketsOf(tx, ticket.senderHash, ticketId);
      const history = { knownThread: false, openTickets: known.open, pastTickets: known.past };
      const sender = senderFacts(message.email, current, history);
      const routed = routeAgain(decision, {
        email: message.email,
        mailbox: mailbox.address,
        sender,
        settings: current,
        receivedAt: message.receivedAt,
      });
      const route: Route = { ...routed, priority, silent: false };
      const decisionId = await addDecision(tx, {
        ticketId,
        messageId: message.id,
        supersedes: row.id,
        person: by,
        decision,
        route,
        decidedAt: now(),
        noDraft: row.noDraft,
      });
      for (const { field, from, to } of changes) {
        await addCorrection(tx, {
          ticketId,
          messageId: message.id,
          field,
          before: from === null ? null : String(from),
          after: to === null ? null : String(to),
          ...(LESSONS.has(field) && appliesTo ? { scope, appliesTo } : { scope: "this" as const }),
          confidence: row.confidence,
          engine: row.engine,
          by,
          at: now(),
        });
      }
      const next = { ...ticket, intent, priority, queue: route.queue };
      await changeTicket(
        tx,
        ticket,
        {
          intent,
          priority,
          queue: route.queue,
          decisionId,
          ...(await recalculateClock(tx, current, ticket, next)),
          touchedAt: now(),
        },
        {
          by,
          action: "ticket.reclassified",
          details: { from: ticket.intent, to: intent, scope, queue: route.queue },
          event: { type: "reclassified", by, from: ticket.intent, to: intent, queue: route.queue },
          now: now(),
        },
      );
      return { kind: "reclassified", queue: route.queue };
    });
  };
