import { type Draft, type GuardHold, StoredDraft } from "../domain/draft.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, asc, desc, eq, gte, inArray, isNotNull, or, sql } from "./drizzle.ts";
import { given, prepared, preparedFor, upTo } from "./prepared.ts";
import { approvals, drafts } from "./schema-answers.ts";
import { tickets } from "./schema-tickets.ts";
import { effects } from "./schema-work.ts";

type Row = typeof drafts.$inferSelect;
export type DraftRow = Omit<Row, "content"> & {
  /** Undefined once retention has emptied it. */
  draft: StoredDraft | undefined;
};
export type Approval = typeof approvals.$inferSelect;

const PURPOSE = "drafts.content";

interface NewDraft {
  ticketId: number;
  source: Row["source"];
  promptVersion?: string | undefined;
  author: string | null;
  basedOnMessageId: number;
  draft: Draft & { holds: GuardHold[]; warnings: GuardHold[] };
  createdAt: number;
}

const insertion = preparedFor((db, columns) =>
  db
    .insert(drafts)
    .values({
      ...given(drafts, columns),
      version: sql`(select coalesce(max(version), 0) + 1 from drafts where ticket_id = ${sql.placeholder("ticketId")})`,
    })
    .returning()
    .prepare(),
);

// A literal, because it is the condition of an index (see prepared.ts).
const isLive = sql`${drafts.state} = 'live'`;

const retirement = prepared((db) =>
  db
    .update(drafts)
    .set(given(drafts, ["state"]))
    .where(and(eq(drafts.ticketId, sql.placeholder("ticketId")), isLive))
    .prepare(),
);

/** Puts a new live draft in the place of the one before. */
export async function addDraft(tx: Tx, { draft, ...row }: NewDraft): Promise<DraftRow> {
  await retireDraft(tx, row.ticketId, "replaced");
  const values = {
    ...row,
    state: "live",
    sources: draft.citations.length,
    guard: draft.holds.length === 0 ? "pass" : "hold",
    content: sealJson(tx, PURPOSE, StoredDraft.parse(draft)),
  };
  const [added] = await insertion(tx, values).execute(values);
  return toDraft(tx, added!);
}

export async function retireDraft(tx: Tx, ticketId: number, state: "replaced" | "dead"): Promise<void> {
  await retirement(tx).execute({ ticketId, state });
}

export async function markDraftSent(tx: Tx, id: number): Promise<void> {
  await tx.update(drafts).set({ state: "sent" }).where(eq(drafts.id, id));
}

function toDraft(db: Reader, { content, ...row }: Row): DraftRow {
  return { ...row, draft: openJson(db, PURPOSE, content, StoredDraft) };
}

const byId = prepared((db) =>
  db
    .select()
    .from(drafts)
    .where(eq(drafts.id, sql.placeholder("id")))
    .prepare(),
);

export async function getDraft(db: Reader, id: number): Promise<DraftRow | undefined> {
  const [row] = await byId(db).execute({ id });
  return row && toDraft(db, row);
}

export async function liveDraftOf(db: Reader, ticketId: number): Promise<DraftRow | undefined> {
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.ticketId, ticketId), isLive));
  return row && toDraft(db, row);
}

const firstFor = prepared((db) =>
  db
    .select()
    .from(drafts)
    .where(
      and(eq(drafts.ticketId, sql.placeholder("ticketId")), eq(drafts.basedOnMessageId, sql.placeholder("messageId"))),
    )
    .orderBy(asc(drafts.version))
    .limit(upTo(1))
    .prepare(),
);

/** The first draft that answered a mail: what a machine made of it. */
export async function draftFor(db: Reader, ticketId: number, messageId: number): Promise<DraftRow | undefined> {
  const [row] = await firstFor(db).execute({ ticketId, messageId });
  return row && toDraft(db, row);
}

export async function addApproval(
  tx: Tx,
  approval: Pick<
    Approval,
    "ticketId" | "draftId" | "seal" | "approvedBy" | "byPerson" | "thenClose" | "approvedAt" | "sendAt"
  >,
): Promise<number> {
  const [added] = await tx.insert(approvals).values(approval).returning({ id: approvals.id });
  return added!.id;
}

export async function getApproval(db: Reader, id: number): Promise<Approval | undefined> {
  const [row] = await db.select().from(approvals).where(eq(approvals.id, id));
  return row;
}

const openOne = prepared((db) =>
  db
    .select()
    .from(approvals)
    .where(and(eq(approvals.ticketId, sql.placeholder("ticketId")), sql`${approvals.state} = 'open'`))
    .prepare(),
);

export async function openApprovalOf(db: Reader, ticketId: number): Promise<Approval | undefined> {
  const [row] = await openOne(db).execute({ ticketId });
  return row;
}

export async function settleApproval(
  tx: Tx,
  id: number,
  outcome: { state: "sent" } | { state: "void"; voidReason: string },
): Promise<void> {
  await tx
    .update(approvals)
    .set(outcome)
    .where(and(eq(approvals.id, id), eq(approvals.state, "open")));
}

/** The newest approval of a ticket, whatever became of it: for "who sent this?". */
export async function lastApprovalOf(db: Reader, ticketId: number): Promise<Approval | undefined> {
  const [row] = await db
    .select()
    .from(approvals)
    .where(eq(approvals.ticketId, ticketId))
    .orderBy(desc(approvals.id))
    .limit(1);
  return row;
}

/** Mails that Mailroom has sent by itself since the instant, sends now, or may have sent: in this ticket, and to its sender in any. */
export async function automaticSince(
  db: Reader,
  ticket: { id: number; senderHash: string | null },
  since: number,
): Promise<{ inThread: number; toSender: number }> {
  const rows = await db
    .select({ ticketId: tickets.id })
    .from(effects)
    .innerJoin(tickets, eq(effects.ticketId, tickets.id))
    // By its number and not by comparing keys: this is asked at the last gate, which holds the database.
    .leftJoin(
      approvals,
      eq(approvals.id, sql`cast(substr(${effects.idempotencyKey}, length('reply:') + 1) as integer)`),
    )
    .where(
      and(
        or(eq(effects.kind, "gmail.acknowledge"), and(eq(effects.kind, "gmail.reply"), eq(approvals.byPerson, false))),
        // One that failed counts where nobody knows whether it left: only then it has kept the instant of its attempt.
        or(
          inArray(effects.state, ["attempting", "done"]),
          and(eq(effects.state, "failed"), isNotNull(effects.attemptedAt)),
        ),
        gte(sql`coalesce(${effects.attemptedAt}, ${effects.settledAt})`, since),
        ticket.senderHash === null ? eq(tickets.id, ticket.id) : eq(tickets.senderHash, ticket.senderHash),
      ),
    );
  return { inThread: rows.filter((row) => row.ticketId === ticket.id).length, toSender: rows.length };
}
