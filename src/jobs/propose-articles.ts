import { appendAudit } from "../db/audit.ts";
import type { Reader } from "../db/database.ts";
import { getDecision } from "../db/decisions.ts";
import { getDraft } from "../db/drafts.ts";
import { planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { getMessage, messagesOfTicket } from "../db/messages.ts";
import { recordModelCalls } from "../db/model-calls.ts";
import { addProposal, proposalOf, sentByPerson, ticketsToPropose } from "../db/proposals.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import type { ProposeOutcome } from "../domain/article.ts";
import type { EngineStep } from "../domain/decision.ts";
import type { Draft } from "../domain/draft.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { authorise } from "../domain/roles.ts";
import { articleFromAnswer } from "../pipeline/answer/article-from-answer.ts";
import type { DeskJobs } from "./desk-jobs.ts";

/** A few a day are read; a hundred are not. */
const A_DAY = 5;
/** Answers that say nothing to others cost a look, and no message. */
const LOOKED_AT = 50;
const SINCE_MS = 30 * 24 * 60 * 60_000;
const MESSAGES = 20;

type Deps = Pick<DeskJobs, "db" | "settings" | "now" | "log" | "phrase">;

/** Every day: what people answered themselves, because no article did, is offered as an article. */
export async function proposeArticles(deps: Deps): Promise<void> {
  const { db, settings, now, log } = deps;
  await settings.reload();
  let proposed = 0;
  for (const ticketId of await ticketsToPropose(db.read, now() - SINCE_MS, LOOKED_AT)) {
    if (proposed === A_DAY) break;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket || mayNotBeArticle(deps, ticket)) continue;
    if ((await propose(deps, ticket, null)).kind === "proposed") proposed += 1;
  }
  if (proposed > 0) log.info({ proposed }, "proposed articles from what people answered");
}

/** What is regulated has its passages by name; what is fraud or nobody's question has none. */
const mayNotBeArticle = ({ settings }: Deps, { intent, outcome }: Ticket): boolean =>
  intent in settings.current().settings.knowledge.regulated || outcome === "spam";

/** The same for one ticket, because somebody asked for it. */
export const proposeArticle =
  (deps: Deps) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<ProposeOutcome> => {
    const { db, settings } = deps;
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketId);
    if (!ticket) return { kind: "gone" };
    return mayNotBeArticle(deps, ticket) ? { kind: "not-to-be" } : propose(deps, ticket, by);
  };

async function propose(deps: Deps, ticket: Ticket, askedBy: string | null): Promise<ProposeOutcome> {
  const { db, settings, now, phrase } = deps;
  const before = await proposalOf(db.read, ticket.id);
  // What said nothing to the daily look may still be asked for: people see more in it.
  if (before) return { kind: "proposed-before", state: before.state };
  const { settings: current } = settings.current();
  const answered = await answeredByPerson(db.read, ticket);
  if (!answered) return { kind: "no-answer" };
  const decision = ticket.decisionId === null ? undefined : await getDecision(db.read, ticket.decisionId);
  const article = articleFromAnswer({
    ...answered,
    placeholders: ticket.placeholders,
    entities: decision?.decision?.entities,
    settings: current,
  });
  const steps: EngineStep[] = [];
  const phrased = article && (phrase ? await phrase(article, current, steps) : article);
  const channel = current.knowledge.proposalsChannel ?? current.alertsChannel ?? current.queues["triage"]!.channel;
  return db.transaction(async (tx): Promise<ProposeOutcome> => {
    await recordModelCalls(tx, "draft", ticket.id, steps, now());
    // Erased while a model put it into words: they are the customer's still.
    if (!(await answeredByPerson(tx, ticket))) return { kind: "no-answer" };
    const proposal = { ticketId: ticket.id, askedBy, proposedAt: now() };
    if (!phrased) {
      await addProposal(tx, { ...proposal, state: "nothing" });
      return { kind: "nothing" };
    }
    const proposalId = await addProposal(tx, { ...proposal, state: "open", article: phrased });
    if (proposalId === undefined) return { kind: "proposed-before", state: "open" };
    const request = { channel, notice: { type: "proposal", proposalId } } as const;
    const { id: effectId } = await planEffect(
      tx,
      { kind: "slack.line", idempotencyKey: `proposal:${proposalId}`, ticketId: ticket.id, request },
      now(),
    );
    const run = { kind: "run-effect", key: `effect:${effectId}`, payload: { effectId } } as const;
    await enqueue(tx, { ...run, priority: JOB_PRIORITY.note }, now());
    const action = "article.proposed";
    await appendAudit(tx, { at: now(), actor: askedBy ?? "mailroom", action, ticketId: ticket.id });
    return { kind: "proposed", channel };
  });
}

/** The customer's mail and what a person wrote back: their own draft, or an answer from Gmail itself. */
async function answeredByPerson(db: Reader, ticket: Ticket) {
  const messages = await messagesOfTicket(db, ticket.id, MESSAGES);
  const sent = await sentByPerson(db, ticket.id);
  const draft = sent === undefined ? undefined : await getDraft(db, sent);
  if (draft?.draft) {
    const mail = (await getMessage(db, draft.basedOnMessageId))?.email;
    return mail && { mail, answer: draft.draft.body, records: recordsOf(draft.draft) };
  }
  const reply = messages.find(({ direction, email }) => direction === "out" && email && !email.sentByEffect);
  const mail = messages.find(
    ({ direction, email, receivedAt }) => direction === "in" && email && receivedAt <= (reply?.receivedAt ?? 0),
  )?.email;
  return reply?.email && mail ? { mail, answer: reply.email.visibleText, records: [] } : undefined;
}

/** What other systems of the company had said of this one customer. */
const recordsOf = ({ citations }: Draft): string[] => citations.flatMap(({ record, quote }) => (record ? [quote] : []));
