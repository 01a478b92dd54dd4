import { type DocumentVersion, listDocuments, versionsOf } from "../db/documents.ts";
import { embeddedPassages } from "../db/passage-vectors.ts";
import { ticketsWithoutArticle } from "../db/proposals.ts";
import { getTicket } from "../db/tickets.ts";
import type { ArticleLine } from "../domain/article.ts";
import { groupQuestions, type QuestionGroup } from "../domain/questions.ts";
import { authorise, authoriseEditor, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

export interface KnowledgeOverview {
  kind: "knowledge";
  /** Undefined where the settings name none. */
  folder: string | undefined;
  /** May add and change. */
  editor: boolean;
  documents: ArticleLine[];
  embedded: { model: string; passages: number } | undefined;
  /** What was asked of late and no article answers. */
  questions: QuestionGroup[];
}

const SINCE_MS = 30 * 24 * 60 * 60_000;
/** Tickets that are looked at: more would be a list that nobody reads to its end. */
const MOST = 200;

export const readKnowledge =
  ({ db, settings, now }: Desk) =>
  async ({ by }: { by: string }): Promise<KnowledgeOverview | Forbidden> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const ids = await ticketsWithoutArticle(db.read, now() - SINCE_MS, MOST);
    const tickets = await Promise.all(ids.map((id) => getTicket(db.read, id)));
    return {
      kind: "knowledge",
      folder: current.knowledge.folder,
      editor: authoriseEditor(current, by).kind === "allowed",
      documents: await listDocuments(db.read),
      embedded: await embeddedPassages(db.read),
      questions: groupQuestions(
        tickets.flatMap((ticket) =>
          ticket
            ? [
                {
                  ticketId: ticket.id,
                  subject: ticket.about?.subject ?? "(no longer kept)",
                  asked: ticket.about?.summary ?? "",
                  intent: ticket.intent,
                  at: ticket.openedAt,
                },
              ]
            : [],
        ),
      ),
    };
  };

export type ArticleDetails =
  | { kind: "article"; editor: boolean; article: ArticleLine & { versions: DocumentVersion[] } }
  | { kind: "no-article" }
  | Forbidden;

/** One article, by its name, by a part of it, or by its title. */
export const readArticleDetails =
  ({ db, settings }: Desk) =>
  async ({ by, wanted }: { by: string; wanted: string }): Promise<ArticleDetails> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const documents = await listDocuments(db.read);
    const words = wanted.toLowerCase();
    const article =
      documents.find(({ path, title }) => path.toLowerCase() === words || title.toLowerCase() === words) ??
      documents.find(({ path, title }) => path.toLowerCase().includes(words) || title.toLowerCase().includes(words));
    if (!article) return { kind: "no-article" };
    const versions = await versionsOf(db.read, article.path);
    return {
      kind: "article",
      editor: authoriseEditor(current, by).kind === "allowed",
      article: { ...article, versions },
    };
  };
