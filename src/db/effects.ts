import type { EffectKind } from "../domain/effects.ts";
import { note } from "../domain/measure.ts";
import type { Reader, Tx } from "./database.ts";
import { and, asc, eq, inArray, ne, sql } from "./drizzle.ts";
import { given, prepared, preparedFor } from "./prepared.ts";
import { effects } from "./schema-work.ts";

type Row = typeof effects.$inferSelect;
export type Effect = Omit<Row, "content" | "kind"> & { kind: EffectKind; request: unknown };

export interface NewEffect {
  kind: EffectKind;
  /** Says what this is once and for all, e.g. `card:42:1`. */
  idempotencyKey: string;
  ticketId?: number;
  marker?: string;
  request: unknown;
}

const PURPOSE = "effects.content";

const PLANNED = [
  "kind",
  "idempotencyKey",
  "ticketId",
  "marker",
  "requestHash",
  "plannedAt",
  "content",
] as const satisfies (keyof Row)[];

const insertion = prepared((db) =>
  db
    .insert(effects)
    .values(given(effects, PLANNED))
    .onConflictDoNothing({ target: effects.idempotencyKey })
    .returning({ id: effects.id })
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(effects)
    .where(eq(effects.id, sql.placeholder("id")))
    .prepare(),
);

/** Writes the intent. An effect that is already there is left as it is: `planned` is then false. */
export async function planEffect(tx: Tx, effect: NewEffect, now: number): Promise<{ id: number; planned: boolean }> {
  const request = JSON.stringify(effect.request);
  const requestHash = tx.vault.hash(request, "request");
  const [row] = await insertion(tx).execute({
    kind: effect.kind,
    idempotencyKey: effect.idempotencyKey,
    ticketId: effect.ticketId ?? null,
    marker: effect.marker ?? null,
    requestHash,
    plannedAt: now,
    content: tx.vault.seal(request, PURPOSE),
  });
  if (row) return { id: row.id, planned: true };
  note("conflict", { what: "effect_planned" });
  const [existing] = await tx
    .select({ id: effects.id })
    .from(effects)
    .where(eq(effects.idempotencyKey, effect.idempotencyKey));
  return { id: existing!.id, planned: false };
}

export async function getEffect(db: Reader, id: number): Promise<Effect | undefined> {
  const [row] = await byId(db).execute({ id });
  return row && toEffect(db, row);
}

/** The effect that sent a message carrying this marker. */
export async function findEffectByMarker(db: Reader, marker: string): Promise<Effect | undefined> {
  const [row] = await db.select().from(effects).where(eq(effects.marker, marker));
  return row && toEffect(db, row);
}

function toEffect(db: Reader, { content, kind, ...row }: Row): Effect {
  const request: unknown = content === null ? undefined : JSON.parse(db.vault.open(content, PURPOSE).toString("utf8"));
  return { ...row, kind: kind as EffectKind, request };
}

// Literals, because they are the condition of an index (see prepared.ts).
const isOpen = sql`${effects.state} in ('planned', 'attempting')`;

const attempting = prepared((db) =>
  db
    .update(effects)
    .set({ state: "attempting", ...given(effects, ["attemptedAt"]), attempt: sql`${effects.attempt} + 1` })
    .where(and(eq(effects.id, sql.placeholder("id")), isOpen))
    .prepare(),
);

/** The last commit before the outside world is touched. */
export async function markAttempt(tx: Tx, id: number, now: number): Promise<void> {
  await attempting(tx).execute({ id, attemptedAt: now });
}

/** It may have been done by a database that has forgotten it, at the earliest at the instant: the provider is asked first. */
export async function doubtEffect(tx: Tx, id: number, since: number): Promise<void> {
  await tx
    .update(effects)
    .set({ state: "attempting", attemptedAt: since })
    .where(and(eq(effects.id, id), eq(effects.state, "planned")));
}

export async function doubtAllPlanned(tx: Tx): Promise<number> {
  const rows = await tx
    .update(effects)
    .set({ state: "attempting", attemptedAt: effects.plannedAt })
    .where(eq(effects.state, "planned"))
    .returning({ id: effects.id });
  return rows.length;
}

/** The provider clearly said that nothing happened: the effect may be tried again, and there was no attempt. */
export async function markNotHappened(tx: Tx, id: number): Promise<void> {
  await tx
    .update(effects)
    .set({ state: "planned", attemptedAt: null })
    .where(and(eq(effects.id, id), eq(effects.state, "attempting")));
}

const progressing = prepared((db) =>
  db
    .update(effects)
    .set(given(effects, ["progress"]))
    .where(eq(effects.id, sql.placeholder("id")))
    .prepare(),
);

export async function saveProgress(tx: Tx, id: number, progress: Record<string, string>): Promise<void> {
  await progressing(tx).execute({ id, progress });
}

const finishing = prepared((db) =>
  db
    .update(effects)
    .set({ state: "done", ...given(effects, ["receipt", "settledAt"]), reason: null })
    .where(and(eq(effects.id, sql.placeholder("id")), ne(effects.state, "done")))
    .returning({ id: effects.id })
    .prepare(),
);

/** Writes the receipt. False when one was there already: then what follows from it has been done too. */
export async function markDone(tx: Tx, id: number, receipt: Record<string, string>, now: number): Promise<boolean> {
  const rows = await finishing(tx).execute({ id, receipt, settledAt: now });
  return rows.length > 0;
}

/**
 * Ends an effect that did not happen and will not: `cancelled` by policy or a person, `failed` because it could not be done.
 * False when it had ended before: then what follows from that has been done too.
 */
export async function endEffect(
  tx: Tx,
  id: number,
  state: "cancelled" | "failed",
  reason: string,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(effects)
    .set({ state, reason, settledAt: now })
    .where(and(eq(effects.id, id), inArray(effects.state, ["planned", "attempting"])))
    .returning({ id: effects.id });
  return rows.length > 0;
}

/** A failed effect that an operator wants tried again. */
export async function reopenEffect(tx: Tx, id: number): Promise<void> {
  await tx
    .update(effects)
    .set({
      state: sql`case when ${effects.attemptedAt} is null then 'planned' else 'attempting' end`,
      reason: null,
      settledAt: null,
    })
    .where(and(eq(effects.id, id), eq(effects.state, "failed")));
}

const openOf = preparedFor((db, kinds) =>
  db
    .select()
    .from(effects)
    .where(and(eq(effects.ticketId, sql.placeholder("ticketId")), isOpen, inArray(effects.kind, [...kinds])))
    .orderBy(asc(effects.id))
    .prepare(),
);

export async function openEffectsOf(db: Reader, ticketId: number, kinds: readonly EffectKind[]): Promise<Effect[]> {
  const rows = await openOf(db, Object.fromEntries(kinds.map((kind) => [kind, true]))).execute({ ticketId });
  return rows.map((row) => toEffect(db, row));
}
