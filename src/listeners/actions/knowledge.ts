import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { articleNotice, fileAnswer, proposalOver, saying } from "../../views/article-notices.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeArticleRef, decodeFileRef, decodeProposalRef, decodeQuestionRef } from "../../views/references.ts";
import { said } from "../../views/text.ts";
import { person } from "../../views/words.ts";
import { type KnowledgeVerbs, openArticleModal } from "../open-article.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** The message whose button was pressed, with other words in its place. */
async function rewrite({ client, body }: Press, content: { text: string; blocks: KnownBlock[] }): Promise<void> {
  const [channel, ts] = [body.channel?.id, body.message?.ts];
  if (channel && ts) await client.chat.update({ channel, ts, ...content });
}

/** Beside a question that no article answers. */
export const onWriteArticle =
  (verbs: KnowledgeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const ticketIds = decodeQuestionRef(press.action.value);
    const question = await verbs.readQuestion({ by: press.body.user.id, ticketIds });
    if (question.kind !== "question") return replyPrivately(press, refusalNotice(question));
    await openArticleModal(verbs, press, press.body.trigger_id, {
      title: question.title,
      question: question.asked,
      origin: { q: ticketIds },
    });
  };

export const onChangeArticle =
  (verbs: KnowledgeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const article = await verbs.readArticleText({ by: press.body.user.id, path: decodeArticleRef(press.action.value) });
    if (article.kind === "forbidden") return replyPrivately(press, refusalNotice(article));
    if (article.kind === "no-article") return replyPrivately(press, NO_ARTICLE);
    await openArticleModal(verbs, press, press.body.trigger_id, {
      ...article,
      origin: { a: article.path, n: article.version },
    });
  };

const NO_ARTICLE = "This article is not there any more. `/triage kb` lists what is.";

export const onRemoveArticle =
  ({ removeArticle }: KnowledgeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome = await removeArticle({ by: press.body.user.id, path: decodeArticleRef(press.action.value) });
    const words = {
      removed: () =>
        `*${said((outcome as { title: string }).title, 150)}* is out of the knowledge base: no new draft stands on it. Drafts that are on cards keep their words, and none that cites it leaves by itself.`,
      "no-article": () => NO_ARTICLE,
      "a-file": () => "This is a file of the folder: delete it there, and it is gone at the next reading.",
      forbidden: () => refusalNotice(outcome as Parameters<typeof refusalNotice>[0]),
    };
    await replyPrivately(press, words[outcome.kind]());
  };

/** Somebody handed a file over in a direct message, and says that it is meant. */
export const onAddFile =
  (verbs: KnowledgeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const by = press.body.user.id;
    const { fileId, replace } = decodeFileRef(press.action.value);
    const outcome = await verbs.addArticleFile({ by, fileId, title: undefined, language: undefined, replace });
    await rewrite(press, fileAnswer(outcome, fileId, verbs.timezoneOf(by)));
  };

export const onNotNow =
  () =>
  async (press: Press): Promise<void> => {
    await press.ack();
    await rewrite(press, saying("Not added. Upload the file again whenever you want it."));
  };

export const onDecideProposal =
  ({ decideProposal, timezoneOf }: KnowledgeVerbs, approve: boolean) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const by = press.body.user.id;
    const outcome = await decideProposal({ by, proposalId: decodeProposalRef(press.action.value), approve });
    if (outcome.kind === "forbidden" || outcome.kind === "gone") return replyPrivately(press, refusalNotice(outcome));
    if (outcome.kind === "decided-before") return replyPrivately(press, decidedBefore(outcome.by));
    const { article, ticketId } = outcome;
    if (article?.kind === "exists" || article?.kind === "refused")
      return replyPrivately(press, `${articleNotice(article, timezoneOf(by))} Press *Edit* to give it another title.`);
    const words = approve ? `taken into the knowledge base as *${said(titleOf(article), 150)}*` : "dismissed";
    await rewrite(press, proposalOver(ticketId, by, words));
  };

const titleOf = (article: { kind: string } | undefined): string =>
  article && "title" in article ? String(article.title) : "";

const decidedBefore = (by: string | null): string =>
  `This was decided already${by === null ? "" : ` by ${person(by)}`}.`;

export const onEditProposal =
  (verbs: KnowledgeVerbs) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const proposalId = decodeProposalRef(press.action.value);
    const proposal = await verbs.readProposal({ by: press.body.user.id, proposalId });
    if (proposal.kind === "decided-before") return replyPrivately(press, decidedBefore(proposal.by));
    if (proposal.kind !== "proposal") return replyPrivately(press, refusalNotice(proposal));
    const [channel, ts] = [press.body.channel?.id, press.body.message?.ts];
    await openArticleModal(verbs, press, press.body.trigger_id, {
      ...proposal.article,
      origin: { p: proposalId, q: [proposal.ticketId], ...(channel && ts && { c: channel, ts }) },
    });
  };
