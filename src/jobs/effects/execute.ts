import type { Database, Tx } from "../../db/database.ts";
import {
  type Effect,
  endEffect,
  getEffect,
  markAttempt,
  markDone,
  markNotHappened,
  saveProgress,
} from "../../db/effects.ts";
import { EFFECTS } from "../../domain/effects.ts";
import { MailroomError, toFailure } from "../../domain/errors.ts";
import { measured, note } from "../../domain/measure.ts";
import type { EffectHandler, EffectHandlers, Receipt } from "./effect.ts";

interface Executor {
  db: Database;
  handlers: EffectHandlers;
  now: () => number;
}

interface Finish {
  finish: (tx: Tx) => Promise<void>;
}

const ERASED = "What it would have said is no longer kept.";

type AnyHandler = EffectHandler<never>;

/**
 * Does an effect exactly once in what a person sees:
 *
 *   planned ── gate, intent on disk ──► attempting ── call answered ──► done (receipt)
 *      ▲                                   │
 *      └──── provider: "not happened" ─────┤ call unanswered, or we died: ask the provider before anything else
 *                                          └──── provider: "happened" ──► done
 *
 * `finish` ends the job in the same transaction as the effect, so that neither outlives the other.
 */
export async function executeEffect(
  { db, handlers, now }: Executor,
  effectId: number,
  { finish }: Finish,
): Promise<Effect | undefined> {
  let effect = await getEffect(db.read, effectId);
  if (!effect || effect.state === "done" || effect.state === "failed") return effect;
  if (effect.state === "cancelled") {
    // Called back after it had been prepared, before it was tried again.
    const { tidy } = handlers[effect.kind] as unknown as AnyHandler;
    if (effect.progress && effect.request !== undefined)
      await tidy?.(effect, EFFECTS[effect.kind].parse(effect.request) as never);
    return effect;
  }
  if (effect.request === undefined) {
    await db.transaction(async (tx) => {
      await endEffect(tx, effectId, "cancelled", ERASED, now());
      await finish(tx);
    });
    return getEffect(db.read, effectId);
  }
  const handler = handlers[effect.kind] as unknown as AnyHandler;
  const request = EFFECTS[effect.kind].parse(effect.request) as never;

  const done = (receipt: Receipt) =>
    db.transaction(async (tx) => {
      if (await markDone(tx, effectId, receipt, now())) await handler.settle(tx, effect!, request, receipt);
      else note("conflict", { what: "effect_done" });
      await finish(tx);
    });
  const cancel = (reason: string) =>
    db.transaction(async (tx) => {
      if (await endEffect(tx, effectId, "cancelled", reason, now()))
        await handler.ended(tx, effect!, request, "cancelled", reason);
      await finish(tx);
    });

  if (effect.state === "attempting") {
    const finding = await handler.ask(effect, request);
    if (finding.kind === "happened") {
      await done(finding.receipt);
      return getEffect(db.read, effectId);
    }
    if (finding.kind === "wait") throw new MailroomError("effect_refused", { retryAfterMs: finding.ms });
    if (finding.kind === "unsure") throw new MailroomError(unknownOf(effect), { retryAfterMs: finding.retryMs });
    await db.transaction((tx) => markNotHappened(tx, effectId));
    effect = { ...effect, state: "planned", attemptedAt: null };
  }

  const prepared = (await handler.prepare?.(effect, request)) ?? { kind: "ready" as const };
  if (prepared.kind === "cancel") {
    await cancel(prepared.reason);
    return getEffect(db.read, effectId);
  }
  if (prepared.kind === "wait") throw new MailroomError("effect_refused", { retryAfterMs: prepared.ms });

  const progress = prepared.kind === "ready" ? prepared.progress : undefined;
  const gate = await db.transaction(
    async (tx) => {
      const present = await getEffect(tx, effectId);
      if (!present) return { kind: "over" as const };
      if (present.state !== "planned" && present.state !== "attempting") {
        effect = { ...present, progress: { ...present.progress, ...progress } };
        return { kind: "over" as const };
      }
      // Erased since it was read above.
      if (present.request === undefined) return { kind: "cancel" as const, reason: ERASED };
      if (progress) await saveProgress(tx, effectId, { ...present.progress, ...progress });
      effect = { ...present, progress: { ...present.progress, ...progress } };
      const verdict = await handler.gate(tx, effect, request);
      if (verdict.kind === "go") await markAttempt(tx, effectId, now());
      return verdict;
    },
    // The intent has to be on the disk before the world is touched.
    { durable: true },
  );
  if (gate.kind === "over") {
    if (effect.state === "cancelled") await handler.tidy?.(effect, request);
    return getEffect(db.read, effectId);
  }
  if (gate.kind === "cancel") {
    await cancel(gate.reason);
    return getEffect(db.read, effectId);
  }
  if (gate.kind === "wait") throw new MailroomError("effect_refused", { retryAfterMs: gate.ms });

  let receipt: Receipt;
  try {
    const { kind, ticketId } = effect;
    receipt = await measured({ step: "effect", kind, ids: { effectId, ...(ticketId !== null && { ticketId }) } }, () =>
      handler.perform(effect!, request),
    );
  } catch (error) {
    const failure = toFailure(error);
    // An error nobody translated may have come after the call went through: it counts as unanswered.
    if (failure.retry !== "ask" && failure.code !== "internal")
      await db.transaction((tx) => markNotHappened(tx, effectId));
    throw failure;
  }
  await done(receipt);
  return getEffect(db.read, effectId);
}

function unknownOf({ kind }: Effect) {
  if (kind === "tool.call") return "tool_outcome_unknown";
  return kind.startsWith("gmail.") ? "gmail_outcome_unknown" : "slack_outcome_unknown";
}

/** An effect whose job has been given up: it did not happen, or nobody can say, and a person has to look. */
export async function failEffect(
  { handlers, now }: Omit<Executor, "db">,
  tx: Tx,
  effectId: number,
  reason: string,
): Promise<void> {
  const effect = await getEffect(tx, effectId);
  if (!effect || (effect.state !== "planned" && effect.state !== "attempting")) return;
  const unknown = effect.state === "attempting";
  await endEffect(tx, effectId, "failed", reason, now());
  if (effect.request === undefined) return;
  const handler = handlers[effect.kind] as unknown as AnyHandler;
  await handler.ended(
    tx,
    effect,
    EFFECTS[effect.kind].parse(effect.request) as never,
    "failed",
    unknown ? `${reason} (it may have happened all the same)` : reason,
  );
}
