import { appendAudit } from "../db/audit.ts";
import { answerQuestions, getProposal, type ProposedArticle, settleProposal } from "../db/proposals.ts";
import { getTicket } from "../db/tickets.ts";
import type { ArticleOutcome } from "../domain/article.ts";
import { authoriseEditor, type Forbidden } from "../domain/roles.ts";
import { type ArticleTools, putArticle } from "./articles.ts";
import type { Desk } from "./desk.ts";

export type SettledProposal =
  | { kind: "settled"; ticketId: number; article: ArticleOutcome | undefined }
  | { kind: "decided-before"; ticketId: number; by: string | null }
  | { kind: "gone" }
  | Forbidden;

/** Somebody decides about a proposed article: never anybody else does. */
export const decideProposal =
  ({ db, settings, now }: Desk, { written }: ArticleTools) =>
  async ({
    by,
    proposalId,
    approve,
  }: {
    by: string;
    proposalId: number;
    approve: boolean;
  }): Promise<SettledProposal> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const proposal = await getProposal(tx, proposalId);
      if (!proposal) return { kind: "gone" };
      const { ticketId, state, settledBy, article } = proposal;
      if (state !== "open") return { kind: "decided-before", ticketId, by: settledBy };
      if (approve && !article) return { kind: "gone" };
      const stored = approve ? written(article!) : undefined;
      const outcome =
        stored?.kind === "article" ? await putArticle(tx, { ...stored, by, replace: false }, now()) : stored;
      // A taken title leaves it open: Edit chooses another.
      if (outcome && outcome.kind !== "added" && outcome.kind !== "same")
        return { kind: "settled", ticketId, article: outcome };
      await settleProposal(tx, proposalId, { state: approve ? "approved" : "dismissed", by }, now());
      const action = approve ? "article.approved" : "article.dismissed";
      await appendAudit(tx, { at: now(), actor: by, action, ticketId });
      return { kind: "settled", ticketId, article: outcome };
    });
  };

export type ReadProposalOutcome =
  | { kind: "proposal"; ticketId: number; article: ProposedArticle }
  | { kind: "decided-before"; ticketId: number; by: string | null }
  | { kind: "gone" }
  | Forbidden;

/** A proposal, to be changed before it is approved. */
export const readProposal =
  ({ db, settings }: Desk) =>
  async ({ by, proposalId }: { by: string; proposalId: number }): Promise<ReadProposalOutcome> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const proposal = await getProposal(db.read, proposalId);
    if (proposal && proposal.state !== "open")
      return { kind: "decided-before", ticketId: proposal.ticketId, by: proposal.settledBy };
    return proposal?.article
      ? { kind: "proposal", ticketId: proposal.ticketId, article: proposal.article }
      : { kind: "gone" };
  };

/** After an article was written for it: the proposal is decided, and the tickets that asked count as answered. */
export const noteWritten =
  ({ db, now }: Desk) =>
  async ({
    by,
    proposalId,
    ticketIds,
  }: {
    by: string;
    proposalId?: number | undefined;
    ticketIds: readonly number[];
  }) =>
    db.transaction(async (tx) => {
      if (proposalId !== undefined) await settleProposal(tx, proposalId, { state: "approved", by }, now());
      await answerQuestions(tx, ticketIds, by, now());
    });

export type ReadQuestionOutcome =
  | { kind: "question"; title: string; asked: string; language: string | undefined }
  | { kind: "gone" }
  | Forbidden;

/** What tickets asked, as the window shows it to whoever writes the article. */
export const readQuestion =
  ({ db, settings }: Desk) =>
  async ({ by, ticketIds }: { by: string; ticketIds: readonly number[] }): Promise<ReadQuestionOutcome> => {
    const may = authoriseEditor(settings.current().settings, by);
    if (may.kind === "forbidden") return may;
    const ticket = await getTicket(db.read, ticketIds[0]!);
    if (!ticket?.about) return { kind: "gone" };
    const { subject, summary } = ticket.about;
    return {
      kind: "question",
      title: subject.replace(/^(?:\s*(?:re|fwd?|aw|wg):)+\s*/i, ""),
      asked: summary,
      language: undefined,
    };
  };
