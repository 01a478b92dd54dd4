import { type DocumentLine, listDocuments } from "../db/documents.ts";
import { unansweredTickets } from "../db/unanswered.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

export interface KnowledgeOverview {
  kind: "knowledge";
  /** Undefined where the settings name none. */
  folder: string | undefined;
  documents: DocumentLine[];
  /** Tickets of late whose draft stood on no article. */
  unanswered: { ticketId: number; subject: string; intent: string }[];
}

const SINCE_MS = 30 * 24 * 60 * 60_000;
const MOST = 15;

export const readKnowledge =
  ({ db, settings, now }: Desk) =>
  async ({ by }: { by: string }): Promise<KnowledgeOverview | Forbidden> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const tickets = await unansweredTickets(db.read, now() - SINCE_MS, MOST);
    return {
      kind: "knowledge",
      folder: current.knowledge.folder,
      documents: await listDocuments(db.read),
      unanswered: tickets.map(({ id, about, intent }) => ({
        ticketId: id,
        subject: about?.subject ?? "(no longer kept)",
        intent,
      })),
    };
  };
