import type { Reader } from "../db/database.ts";
import { getDecision, type StoredDecision } from "../db/decisions.ts";
import { type DraftRow, getDraft, lastApprovalOf, openApprovalOf } from "../db/drafts.ts";
import { getMailbox } from "../db/mailboxes.ts";
import { getMessage } from "../db/messages.ts";
import { countMailsOf, countTicketsAt, countTicketsOf } from "../db/sender-history.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import type { TicketCard } from "../domain/card.ts";
import type { Entities } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";
import { gmailUrl } from "../domain/gmail-url.ts";
import { coversOf, coversWords } from "../domain/permit.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { withinDomains } from "../domain/sender.ts";
import { sendingHold } from "../domain/sending.ts";
import { timezoneOf } from "../domain/settings/calendars.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { isLookUp } from "../domain/settings/tools.ts";
import { halfwayOf } from "../domain/sla.ts";
import { sealOfDraft, shortSeal } from "./approve-answer.ts";
import type { Desk } from "./desk.ts";
import { incidentOnCard } from "./incidents/incident-on-card.ts";
import { commitmentsOf, namesWhoMay, permitFor } from "./permit-for.ts";
import { teachableDomain } from "./taught.ts";

/** Masks personal data for Slack, with the conversation's own placeholders. */
export type Mask = (ticket: Pick<Ticket, "placeholders">, language: string) => (text: string) => string;

/** Reads together what a ticket's card shows. */
export async function cardData(
  db: Reader,
  ticket: Ticket,
  settings: Settings,
  { mask, now }: { mask: Mask; now: () => number },
): Promise<TicketCard> {
  const mailbox = (await getMailbox(db, ticket.mailboxId))!;
  const row = ticket.decisionId === null ? undefined : await getDecision(db, ticket.decisionId);
  const newest = ticket.newestInboundId === null ? undefined : await getMessage(db, ticket.newestInboundId);
  const draft = await shownDraft(db, ticket);
  const decision = row?.decision;
  const box = settings.mailboxes.find((one) => one.address === mailbox.address);
  const about = ticket.about;
  const forged = newest?.email?.authenticity.verdict === "failed";
  return {
    id: ticket.id,
    version: ticket.version,
    state: ticket.state,
    outcome: ticket.outcome ?? undefined,
    intent: ticket.intent,
    priority: ticket.priority,
    queue: ticket.queue,
    dueAt: ticket.dueAt ?? undefined,
    halfAt:
      ticket.clockStartedAt === null || ticket.clockMinutes === null
        ? undefined
        : halfwayOf(settings, ticket.queue, ticket.clockStartedAt, ticket.clockMinutes),
    openedAt: ticket.openedAt,
    answeredAt: ticket.firstAnsweredAt ?? undefined,
    finishedAt: ticket.finishedAt ?? undefined,
    finishedBy: ticket.finishedBy ?? undefined,
    snoozedUntil: ticket.snoozedUntil ?? undefined,
    owner: ticket.owner ?? undefined,
    subject: about ? about.subject || "(no subject)" : "(no longer kept)",
    sender: {
      name: about?.sender.name,
      company: decision?.entities.company_name ?? undefined,
      address: about?.sender.address ?? "no longer kept",
      badges: forged ? ["⚠️ May be forged (DMARC failed)"] : about ? badgesOf(about.sender.address, settings) : [],
    },
    acquaintance: forged || ticket.state === "done" ? undefined : await readAcquaintance(db, ticket),
    summary: about ? about.summary || "(nothing to summarise)" : "What was written here is no longer kept.",
    fields: decision ? fieldsOf(decision.entities) : [],
    attachments: newest?.email ? attachmentsOf(newest.email, mask(ticket, newest.email.language)) : [],
    draft: draft?.draft && {
      id: draft.id,
      seal: shortSeal(sealOfDraft(ticket, draft)),
      body: draft.draft.body,
      recipients: draft.draft.to.length + draft.draft.cc.length,
      holds: draft.draft.holds,
      warnings: draft.draft.warnings,
      ...(await permission(db, ticket, draft, { settings, now: now() })),
    },
    tools: Object.entries(settings.tools).flatMap(([name, tool]) =>
      isLookUp(tool) ? [] : [{ name, description: tool.description }],
    ),
    lookUps: (draft?.draft?.lookUps ?? []).flatMap(({ say }) =>
      say === undefined ? [] : mask(ticket, newest?.email?.language ?? "unknown")(say),
    ),
    undoUntil: await undoableUntil(db, ticket),
    noDraft: row?.noDraft ?? undefined,
    incident: await incidentOnCard(db, ticket),
    sendingOff: sendingHold(settings, { mailboxPaused: mailbox.pausedAt !== null }),
    mailbox: mailbox.address,
    sensitive: box?.sensitive ?? false,
    confidence: row?.confidence ?? 0,
    decidedBy: row?.decidedBy ?? "rule",
    engine: row ? engineOf(row) : "",
    needsReview: row?.needsReview ?? false,
    why: [...(row?.route?.reasons ?? []), ...(decision?.reasons ?? [])],
    sources: draft?.draft?.citations.map((one) => one.title) ?? [],
    gmailUrl: gmailUrl(mailbox.address, ticket.providerThreadId),
  };
}

/** Whether its promises were allowed, or who may allow them. */
async function permission(
  db: Reader,
  ticket: Ticket,
  row: DraftRow,
  at: { settings: Settings; now: number },
): Promise<Partial<NonNullable<TicketCard["draft"]>>> {
  const commitments = commitmentsOf(row.draft?.holds ?? []);
  if (!commitments || ticket.state === "sending") return {};
  const covers = coversOf(commitments);
  const check = await permitFor(db, ticket, row, at);
  if (check.kind === "missing") {
    const people = await namesWhoMay(db, ticket, covers, at.settings);
    return { mayAllow: people.map(({ name }) => name) };
  }
  const { grantedBy, expiresAt } = check.permit;
  return { holds: [], allowed: { by: grantedBy, what: coversWords(covers), until: expiresAt } };
}

const attachmentsOf = ({ attachments }: Email, mask: (text: string) => string): TicketCard["attachments"] =>
  attachments
    .filter((one) => !one.inline || one.danger)
    .map(({ name, danger, scan, scanNote }) => ({ name: mask(name), danger, scan, scanNote }))
    .sort((one, other) => alarm(other) - alarm(one));

const alarm = ({ scan, danger }: TicketCard["attachments"][number]): number =>
  scan === "infected" ? 2 : danger === undefined ? 0 : 1;

const MONTH_MS = 30 * 24 * 60 * 60_000;

/** As it is now: a card is redrawn seldom enough for that. */
async function readAcquaintance(
  db: Reader,
  { id, senderHash, senderDomain, openedAt }: Ticket,
): Promise<TicketCard["acquaintance"]> {
  if (senderHash === null) return undefined;
  const domain = teachableDomain(senderDomain);
  return {
    mailsThisMonth: await countMailsOf(db, senderHash, openedAt - MONTH_MS),
    themselves: await countTicketsOf(db, senderHash, id),
    company:
      domain === undefined
        ? undefined
        : { domain, ...(await countTicketsAt(db, domain, { notSender: senderHash, except: id })) },
  };
}

/** Who decided; of the local engine also why it had to, where a model is set up. */
function engineOf({ engine, decidedBy, decision }: StoredDecision): string {
  const [first] = decision?.steps ?? [];
  if (decidedBy !== "local" || !first) return engine;
  return `${engine}: ${first.engine === "model" ? first.outcome.replace("skipped: ", "") : "no model answered"}`;
}

/** What Mailroom sends by itself can be called back until it leaves. */
async function undoableUntil(db: Reader, ticket: Ticket): Promise<number | undefined> {
  if (ticket.state !== "sending") return undefined;
  const approval = await openApprovalOf(db, ticket.id);
  return approval && !approval.byPerson ? (approval.sendAt ?? undefined) : undefined;
}

/** The live draft; while an answer is on its way, the one that is. */
async function shownDraft(db: Reader, ticket: Ticket): Promise<DraftRow | undefined> {
  if (ticket.state === "sending") {
    const approval = await lastApprovalOf(db, ticket.id);
    return approval && getDraft(db, approval.draftId);
  }
  const draft = ticket.draftId === null ? undefined : await getDraft(db, ticket.draftId);
  return draft?.state === "live" ? draft : undefined;
}

function badgesOf(address: string, { vips, customers, suppliers }: Settings): string[] {
  const among = ({ addresses, domains }: Settings["vips"]) =>
    addresses.includes(address) || withinDomains(address, domains);
  if (among(vips)) return ["⭐ VIP"];
  if (among(customers)) return ["Customer"];
  return among(suppliers) ? ["Supplier"] : [];
}

/** At most six, what people act on first. */
function fieldsOf(entities: Entities): TicketCard["fields"] {
  const fields: [string, string | number | null][] = [
    ["Order", entities.order_id],
    ["Invoice", entities.invoice_id],
    ["Product", entities.products.join(", ") || null],
    ["Plan", entities.plan],
    [
      "Budget",
      entities.budget_annual_usd === null ? null : `$${entities.budget_annual_usd.toLocaleString("en-US")} a year`,
    ],
    ["When", TIMELINE[entities.timeline] ?? null],
    ["Region", entities.region],
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [{ label, value: String(value) }])).slice(0, 6);
}

const TIMELINE: Partial<Record<Entities["timeline"], string>> = {
  now: "within a month",
  quarter: "this quarter",
  six_months: "later this year",
};

export type ReadCardOutcome = { kind: "card"; card: TicketCard; timezone: string } | { kind: "gone" } | Forbidden;

/** A ticket as its card shows it, for somebody who asks for it. */
export const readCard =
  ({ db, settings, mask, now }: Desk & { mask: Mask }) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<ReadCardOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    return ticket
      ? {
          kind: "card",
          card: await cardData(db.read, ticket, current, { mask, now }),
          timezone: timezoneOf(current, by),
        }
      : { kind: "gone" };
  };
