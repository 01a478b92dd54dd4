import type { SlackConnection } from "../adapters/slack/connect.ts";
import { rememberOnce } from "../db/slack-events.ts";
import { addArticleFile, lookAtFile } from "../jobs/add-article-file.ts";
import type { DeskJobs } from "../jobs/desk-jobs.ts";
import { proposeArticle } from "../jobs/propose-articles.ts";
import type { KnowledgeVerbs } from "../listeners/open-article.ts";
import { writtenArticle } from "../pipeline/answer/written-article.ts";
import { addArticle, readArticleText, removeArticle } from "../tickets/articles.ts";
import { decideProposal, noteWritten, readProposal, readQuestion } from "../tickets/proposals.ts";
import { readArticleDetails, readKnowledge } from "../tickets/read-knowledge.ts";

const TOOLS = { written: writtenArticle };

/** What can be done with articles, with the desk in hand. */
export function knowledgeVerbs(
  deps: DeskJobs,
  { files, identity }: Pick<SlackConnection, "files" | "identity">,
): Omit<KnowledgeVerbs, "currentSettings" | "timezoneOf" | "now"> {
  const reading = { ...deps, files };
  return {
    mayReadFiles: identity.scopes.includes("files:read"),
    readKnowledge: readKnowledge(deps),
    readArticleDetails: readArticleDetails(deps),
    readArticleText: readArticleText(deps),
    addArticle: addArticle(deps, TOOLS),
    addArticleFile: addArticleFile(reading),
    lookAtFile: lookAtFile(reading),
    removeArticle: removeArticle(deps),
    firstTime: (eventId) => deps.db.transaction((tx) => rememberOnce(tx, eventId, deps.now())),
    readQuestion: readQuestion(deps),
    proposeArticle: proposeArticle(deps),
    readProposal: readProposal(deps),
    decideProposal: decideProposal(deps, TOOLS),
    noteWritten: noteWritten(deps),
  };
}
