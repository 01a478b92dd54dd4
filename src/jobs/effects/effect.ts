import type { Tx } from "../../db/database.ts";
import type { Effect } from "../../db/effects.ts";
import type { EffectKind, EffectRequest } from "../../domain/effects.ts";

export type Receipt = Record<string, string>;

/** What the last gate says, in the transaction that marks the attempt. */
export type Gate =
  | { kind: "go" }
  /** Not to be done any more: by policy, or because a person was faster. */
  | { kind: "cancel"; reason: string }
  /** Not yet. */
  | { kind: "wait"; ms: number };

/** What the provider says about an attempt whose outcome we do not know. */
export type Finding =
  | { kind: "happened"; receipt: Receipt }
  | { kind: "not-happened" }
  /** Too early to say: the call may still be on its way. Costs no try. */
  | { kind: "wait"; ms: number }
  /** The provider cannot say. After four times a person is asked. */
  | { kind: "unsure"; retryMs: number };

/** One kind of effect. The executor does the bookkeeping; a handler knows the provider. */
export interface EffectHandler<Kind extends EffectKind> {
  /** Did an earlier attempt happen? Asked before any repeat. */
  ask(effect: Effect, request: EffectRequest<Kind>): Promise<Finding>;
  /** Harmless groundwork before the gate, such as writing a Gmail draft. What it learns is kept as progress. */
  prepare?(
    effect: Effect,
    request: EffectRequest<Kind>,
  ): Promise<Gate | { kind: "ready"; progress?: Record<string, string> }>;
  gate(tx: Tx, effect: Effect, request: EffectRequest<Kind>): Promise<Gate>;
  /** The one call that touches the world. Throws `…_outcome_unknown` when it went unanswered. */
  perform(effect: Effect, request: EffectRequest<Kind>): Promise<Receipt>;
  /** What follows from it, in the transaction that writes the receipt. */
  settle(tx: Tx, effect: Effect, request: EffectRequest<Kind>, receipt: Receipt): Promise<void>;
  /** Clears away what was prepared for one that was called back meanwhile. */
  tidy?(effect: Effect, request: EffectRequest<Kind>): Promise<void>;
  /** What follows when it will not happen. Where the effect is still `attempting` it may have happened all the same. */
  ended(
    tx: Tx,
    effect: Effect,
    request: EffectRequest<Kind>,
    state: "cancelled" | "failed",
    reason: string,
  ): Promise<void>;
}

export type EffectHandlers = { readonly [Kind in EffectKind]: EffectHandler<Kind> };
