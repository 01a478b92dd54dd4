import { type ArticleOutcome, refusedFile } from "../../domain/article.ts";
import { authoriseEditor } from "../../domain/roles.ts";
import {
  type ArticleOrigin,
  changesOf,
  readArticleModal,
  readReplaceModal,
  replaceModal,
} from "../../views/article-modal.ts";
import { articleNotice, proposalOver } from "../../views/article-notices.ts";
import { sayingModal, workingModal } from "../../views/modal.ts";
import { mrkdwn, said } from "../../views/text.ts";
import type { KnowledgeVerbs } from "../open-article.ts";
import { replyPrivately } from "../private-reply.ts";
import { refuseField, refuseInWindow, type Submit, submitted } from "../window.ts";

const TITLE = "Article";

/** An article as text is taken at once; a file is fetched first, and the window says so meanwhile. */
export const onArticleSubmitted =
  (verbs: KnowledgeVerbs) =>
  async (submit: Submit): Promise<void> => {
    const by = submit.body.user.id;
    const may = authoriseEditor(verbs.currentSettings().settings, by);
    if (may.kind === "forbidden") return refuseInWindow(submit, may);
    const { origin, file, ...article } = readArticleModal(submitted(submit));
    if (file && article.text !== "")
      return refuseField(submit, "text", "Give the text or a file, not both: take one of them out.");
    if (!file && article.text === "") return refuseField(submit, "text", "Write the text, or add a file.");
    if (!file) {
      const outcome = await verbs.addArticle({ ...article, by, changes: changesOf(origin) });
      if (outcome.kind !== "added") return refuseArticle(submit, outcome, verbs.timezoneOf(by));
      await submit.ack({ response_action: "update", view: saying(articleNotice(outcome, verbs.timezoneOf(by))) });
      return tellOrigin(verbs, submit, origin, outcome);
    }
    const known = { name: file.name ?? "", bytes: file.size ?? 1, hosted: file.is_external !== true };
    const early = refusedFile(known);
    if (early !== undefined) return refuseField(submit, "file", early);
    await submit.ack({ response_action: "update", view: workingModal(TITLE) });
    const { title, language, replace } = article;
    await takeFile(verbs, submit, { fileId: file.id, title, language, replace }, origin);
  };

/** Replace it? Yes. */
export const onReplaceSubmitted =
  (verbs: KnowledgeVerbs) =>
  async (submit: Submit): Promise<void> => {
    const { origin, ...file } = readReplaceModal(submit.view);
    await submit.ack({ response_action: "update", view: workingModal(TITLE) });
    await takeFile(verbs, submit, { ...file, replace: true }, origin);
  };

async function takeFile(
  verbs: KnowledgeVerbs,
  submit: Submit,
  file: Omit<Parameters<KnowledgeVerbs["addArticleFile"]>[0], "by" | "changes">,
  origin: ArticleOrigin,
): Promise<void> {
  const by = submit.body.user.id;
  const outcome = await verbs.addArticleFile({ ...file, by, changes: changesOf(origin) });
  const text = articleNotice(outcome, verbs.timezoneOf(by));
  const view = outcome.kind === "exists" ? replaceModal(text, { ...file, origin }) : saying(text);
  // Whoever has closed the window meanwhile is told all the same.
  await submit.client.views.update({ view_id: submit.view.id, view }).catch(() => replyPrivately(submit, text));
  if (outcome.kind === "added") await tellOrigin(verbs, submit, origin, outcome);
}

const saying = (text: string) => sayingModal(TITLE, [{ type: "section", text: mrkdwn(text) }]);

/** Beside the field that it is about; what was typed stays. */
function refuseArticle(submit: Submit, outcome: Exclude<ArticleOutcome, { kind: "added" }>, timezone: string) {
  if (outcome.kind === "forbidden") return refuseInWindow(submit, outcome);
  const words = articleNotice(outcome, timezone);
  if (outcome.kind === "exists")
    return refuseField(submit, "replace", `${words} Tick this to replace it, or choose another title.`);
  return refuseField(submit, outcome.kind === "refused" ? outcome.part : "text", words);
}

/** What the window was opened from learns how it ended. */
async function tellOrigin(
  { noteWritten }: KnowledgeVerbs,
  submit: Submit,
  { p: proposalId, q: ticketIds = [], c: channel, ts }: ArticleOrigin,
  { title }: { title: string },
): Promise<void> {
  const by = submit.body.user.id;
  if (proposalId !== undefined || ticketIds.length > 0) await noteWritten({ by, proposalId, ticketIds });
  if (proposalId === undefined || !channel || !ts) return;
  const words = `changed and taken into the knowledge base as *${said(title, 150)}*`;
  await submit.client.chat
    .update({ channel, ts, ...proposalOver(ticketIds[0] ?? 0, by, words) })
    .catch(() => undefined);
}
