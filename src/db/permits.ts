import { z } from "zod";
import { Commitment, CommitmentKind, type Cover } from "../domain/permit.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, desc, eq, lt, ne } from "./drizzle.ts";
import { permits } from "./schema-permits.ts";

type Row = typeof permits.$inferSelect;
export type Permit = Omit<Row, "content" | "covers"> & { covers: Cover[] };

const PURPOSE = "permits.content";
const Covers = z.array(z.object({ kind: CommitmentKind, value: z.number().nullable(), unit: z.string().nullable() }));

interface NewPermit {
  ticketId: number;
  /** The one answer, or the one tool. */
  of: { draftId: number } | { tool: string };
  covers: Cover[];
  seal: string;
  by: string;
  now: number;
  expiresAt: number;
  words: Commitment[];
}

/** Kept for one use. Whoever allows the same answer again prolongs it: the permission before ends. */
export async function addPermit(tx: Tx, { of, covers, by, now, words, ...permit }: NewPermit): Promise<number> {
  if ("draftId" in of)
    await tx
      .update(permits)
      .set({ state: "void", settledAt: now, voidReason: "allowed anew" })
      .where(and(eq(permits.draftId, of.draftId), eq(permits.state, "open")));
  const [added] = await tx
    .insert(permits)
    .values({
      ...permit,
      ...of,
      purpose: "draftId" in of ? "answer" : "tool",
      covers,
      grantedBy: by,
      grantedAt: now,
      content: sealJson(tx, PURPOSE, words),
    })
    .returning({ id: permits.id });
  return added!.id;
}

const toPermit = ({ content: _, ...row }: Row): Permit => ({ ...row, covers: Covers.parse(row.covers) });

export async function getPermit(db: Reader, id: number): Promise<Permit | undefined> {
  const [row] = await db.select().from(permits).where(eq(permits.id, id));
  return row && toPermit(row);
}

/** Of this version of an answer: what can still be used, or what this very sending has used already. */
export async function permitOf(db: Reader, draftId: number, approvalId?: number): Promise<Permit | undefined> {
  const rows = await db.select().from(permits).where(eq(permits.draftId, draftId));
  const row = rows.find(
    (one) =>
      one.state === "open" || (one.state === "used" && approvalId !== undefined && one.approvalId === approvalId),
  );
  return row && toPermit(row);
}

/** What was allowed in this conversation and was done, or may have been: promised in answers, or done by tools. */
export async function usedCovers(
  db: Reader,
  ticketId: number,
  purpose: Permit["purpose"],
  /** The permission that asks: what it covers itself does not come on top. */
  except = 0,
): Promise<Cover[]> {
  const rows = await db
    .select({ covers: permits.covers })
    .from(permits)
    .where(
      and(
        eq(permits.ticketId, ticketId),
        eq(permits.purpose, purpose),
        eq(permits.state, "used"),
        ne(permits.id, except),
      ),
    );
  return rows.flatMap(({ covers }) => Covers.parse(covers));
}

/** The newest call that anybody has asked for on the ticket, whatever became of it; of those before a permission, where it is named. */
export async function newestCallOf(db: Reader, ticketId: number, before = Number.MAX_SAFE_INTEGER): Promise<number> {
  const [row] = await db
    .select({ id: permits.id })
    .from(permits)
    .where(and(eq(permits.ticketId, ticketId), eq(permits.purpose, "tool"), lt(permits.id, before)))
    .orderBy(desc(permits.id))
    .limit(1);
  return row?.id ?? 0;
}

/** The words that were allowed; undefined once retention has emptied them. */
export async function wordsOf(db: Reader, id: number): Promise<Commitment[] | undefined> {
  const [row] = await db.select({ content: permits.content }).from(permits).where(eq(permits.id, id));
  return row && openJson(db, PURPOSE, row.content, z.array(Commitment));
}

/** True when it was open: a permission is used once. */
export async function usePermit(
  tx: Tx,
  id: number,
  by: { approvalId: number } | { effectId: number },
  now: number,
): Promise<boolean> {
  const used = await tx
    .update(permits)
    .set({ state: "used", settledAt: now, ...by })
    .where(and(eq(permits.id, id), eq(permits.state, "open")))
    .returning({ id: permits.id });
  return used.length === 1;
}

/** What it was used for was surely not done: it no longer counts against a cap, and nothing else can use it. */
export async function voidPermitOf(
  tx: Tx,
  user: { approvalId: number } | { effectId: number },
  reason: string,
  now: number,
): Promise<void> {
  const theirs = "approvalId" in user ? eq(permits.approvalId, user.approvalId) : eq(permits.effectId, user.effectId);
  await tx
    .update(permits)
    .set({ state: "void", settledAt: now, voidReason: reason, approvalId: null, effectId: null })
    .where(and(theirs, eq(permits.state, "used")));
}
