import type { KnownBlock } from "@slack/types";
import { removeButton } from "../../views/article-notices.ts";
import { saying } from "../../views/command-replies.ts";
import { articleReply, knowledgeReply } from "../../views/knowledge-reply.ts";
import { refusalNotice } from "../../views/notices.ts";
import { mrkdwn, said } from "../../views/text.ts";
import type { KnowledgeVerbs } from "../open-article.ts";

type Reply = { text: string; blocks: KnownBlock[] };

export type KnowledgeCommand = { do: "kb"; about: string | undefined; remove?: boolean };

/** `/triage kb …`, but for `add`, which opens a window. */
export async function knowledgeAnswer(
  verbs: KnowledgeVerbs,
  { about, remove = false }: KnowledgeCommand,
  by: string,
): Promise<Reply> {
  const timezone = verbs.timezoneOf(by);
  if (about === undefined) {
    if (remove) return saying("Say which article: `/triage kb remove ARTICLE`. `/triage kb` lists them.");
    const outcome = await verbs.readKnowledge({ by });
    return outcome.kind === "knowledge"
      ? knowledgeReply(outcome, verbs.now(), timezone)
      : saying(refusalNotice(outcome));
  }
  const outcome = await verbs.readArticleDetails({ by, wanted: about });
  if (outcome.kind === "no-article")
    return saying(`There is no article \`${said(about, 80)}\`. \`/triage kb\` lists them.`);
  if (outcome.kind !== "article") return saying(refusalNotice(outcome));
  const { article, editor } = outcome;
  if (!remove) return articleReply(article, editor, verbs.now(), timezone);
  if (!editor) return saying(refusalNotice({ kind: "forbidden", why: "role", needed: "admin" }));
  if (article.source === "folder")
    return saying(
      `*${said(article.title, 150)}* is a file of the folder: delete \`${said(article.path, 100)}\` there.`,
    );
  const text = `Take *${said(article.title, 150)}* (version ${article.version}) out of the knowledge base?`;
  return {
    text: text.replace(/\*/g, ""),
    blocks: [
      { type: "section", text: mrkdwn(text) },
      { type: "actions", elements: [removeButton(article.path, article.title)] },
    ],
  };
}
