import { getDraft, lastApprovalOf, liveDraftOf } from "../db/drafts.ts";
import { getTicket } from "../db/tickets.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";

export type SourcesOutcome =
  | { kind: "sources"; sources: { title: string; quote: string; lookedUpAt?: number | undefined }[] }
  | { kind: "gone" }
  | Forbidden;

/** The passages that the answer on the card stands on, or that the answer which left last stood on. */
export const readSources =
  ({ db, settings }: Desk) =>
  async ({ ticketId, by }: { ticketId: number; by: string }): Promise<SourcesOutcome> => {
    const may = authorise(settings.current().settings, by, "viewer");
    if (may.kind === "forbidden") return may;
    if (!(await getTicket(db.read, ticketId))) return { kind: "gone" };
    const live = await liveDraftOf(db.read, ticketId);
    const approval = live ? undefined : await lastApprovalOf(db.read, ticketId);
    const draft = live ?? (approval && (await getDraft(db.read, approval.draftId)));
    const citations = draft?.draft?.citations ?? [];
    return {
      kind: "sources",
      sources: citations.map(({ title, quote, record }) => ({ title, quote, lookedUpAt: record?.lookedUpAt })),
    };
  };
