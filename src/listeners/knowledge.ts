import type { App } from "@slack/bolt";
import { KNOWLEDGE, VIEW } from "../views/ids.ts";
import {
  onAddFile,
  onChangeArticle,
  onDecideProposal,
  onEditProposal,
  onNotNow,
  onRemoveArticle,
  onWriteArticle,
} from "./actions/knowledge.ts";
import { onFileShared } from "./events/file-shared.ts";
import type { KnowledgeVerbs } from "./open-article.ts";
import { onArticleSubmitted, onReplaceSubmitted } from "./submissions/article.ts";

/** Everything about articles. */
export function registerKnowledge(app: App, verbs: KnowledgeVerbs): void {
  app.action(KNOWLEDGE.write, onWriteArticle(verbs));
  app.action(KNOWLEDGE.change, onChangeArticle(verbs));
  app.action(KNOWLEDGE.remove, onRemoveArticle(verbs));
  app.action(KNOWLEDGE.addFile, onAddFile(verbs));
  app.action(KNOWLEDGE.notNow, onNotNow());
  app.action(KNOWLEDGE.approve, onDecideProposal(verbs, true));
  app.action(KNOWLEDGE.dismiss, onDecideProposal(verbs, false));
  app.action(KNOWLEDGE.edit, onEditProposal(verbs));
  app.view(VIEW.article, onArticleSubmitted(verbs));
  app.view(VIEW.articleReplace, onReplaceSubmitted(verbs));
  app.event("file_shared", onFileShared(verbs));
}
