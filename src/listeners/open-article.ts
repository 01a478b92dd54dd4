import type { AllMiddlewareArgs } from "@slack/bolt";
import type { ArticleOutcome, ArticleRefusal, ProposeOutcome } from "../domain/article.ts";
import type { Forbidden } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { AddArticle, ReadArticleOutcome, RemoveOutcome } from "../tickets/articles.ts";
import type { ReadProposalOutcome, ReadQuestionOutcome, SettledProposal } from "../tickets/proposals.ts";
import type { ArticleDetails, KnowledgeOverview } from "../tickets/read-knowledge.ts";
import { articleModal } from "../views/article-modal.ts";

/** Everything about articles that a person can do. */
export interface KnowledgeVerbs {
  currentSettings: () => { version: number; settings: Settings };
  timezoneOf: (slack: string) => string;
  now: () => number;
  /** Whether the app may read files that people hand over. */
  mayReadFiles: boolean;
  readKnowledge: (request: { by: string }) => Promise<KnowledgeOverview | Forbidden>;
  readArticleDetails: (request: { by: string; wanted: string }) => Promise<ArticleDetails>;
  readArticleText: (request: { by: string; path: string }) => Promise<ReadArticleOutcome>;
  addArticle: (request: AddArticle) => Promise<ArticleOutcome>;
  addArticleFile: (request: Omit<AddArticle, "text" | "fileName"> & { fileId: string }) => Promise<ArticleOutcome>;
  lookAtFile: (request: {
    by: string;
    fileId: string;
  }) => Promise<{ kind: "file"; name: string } | ArticleRefusal | Forbidden>;
  removeArticle: (request: { by: string; path: string }) => Promise<RemoveOutcome>;
  /** False when Slack delivered the event before. */
  firstTime: (eventId: string) => Promise<boolean>;
  readQuestion: (request: { by: string; ticketIds: readonly number[] }) => Promise<ReadQuestionOutcome>;
  proposeArticle: (request: { by: string; ticketId: number }) => Promise<ProposeOutcome>;
  readProposal: (request: { by: string; proposalId: number }) => Promise<ReadProposalOutcome>;
  decideProposal: (request: { by: string; proposalId: number; approve: boolean }) => Promise<SettledProposal>;
  noteWritten: (request: {
    by: string;
    proposalId?: number | undefined;
    ticketIds: readonly number[];
  }) => Promise<void>;
}

/** Opens the window for an article, empty or with what is there. */
export async function openArticleModal(
  { mayReadFiles }: Pick<KnowledgeVerbs, "mayReadFiles">,
  { client }: Pick<AllMiddlewareArgs, "client">,
  triggerId: string,
  opening: Omit<Parameters<typeof articleModal>[0], "files"> = {},
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view: articleModal({ ...opening, files: mayReadFiles }) });
}
