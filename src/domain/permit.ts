import { createHash } from "node:crypto";
import { z } from "zod";
import type { Person } from "./settings/desk.ts";
import type { Settings } from "./settings/settings.ts";

/** What a company may be committed to by mail, who may allow it, and up to how much. */

export const COMMITMENT_KINDS = ["refund", "credit", "discount", "guarantee", "change"] as const;
export const CommitmentKind = z.enum(COMMITMENT_KINDS);
export type CommitmentKind = z.infer<typeof CommitmentKind>;

/** Who may allow what: a role, or being the lead of the ticket's queue. */
export const TIERS = ["agent", "lead", "admin"] as const;
export type Tier = (typeof TIERS)[number];

/** `unit` is `percent`, or a currency in small letters. */
export interface Amount {
  value: number;
  unit: string;
}

/** One sentence that binds the company, and that nothing in it stands on. */
export const Commitment = z.object({
  sentence: z.string(),
  kinds: z.array(CommitmentKind),
  amounts: z.array(z.object({ value: z.number(), unit: z.string() })),
});
export type Commitment = z.infer<typeof Commitment>;

/** How much of one kind in one unit; nulls where the words name no amount. */
export interface Cover {
  kind: CommitmentKind;
  value: number | null;
  unit: string | null;
}

/** Only these are counted in money or shares. */
const COUNTED: ReadonlySet<CommitmentKind> = new Set(["refund", "credit", "discount"]);

/**
 * What the sentences commit to together. Amounts of one kind add up, also within a sentence: two refunds of 40 must not pass
 * under a cap of 50, and a person who means one of two figures can write it so that only one stands there.
 */
export function coversOf(commitments: readonly Pick<Commitment, "kinds" | "amounts">[]): Cover[] {
  const totals = new Map<string, Cover>();
  const add = (kind: CommitmentKind, amount: Amount | undefined) => {
    const key = `${kind} ${amount?.unit ?? ""}`;
    const known = totals.get(key)?.value ?? 0;
    totals.set(key, { kind, value: amount ? round(known + amount.value) : null, unit: amount?.unit ?? null });
  };
  for (const { kinds, amounts } of commitments) {
    for (const kind of kinds) {
      const counted = COUNTED.has(kind) ? amounts : [];
      if (counted.length === 0) add(kind, undefined);
      for (const amount of counted) add(kind, amount);
    }
  }
  return [...totals.values()];
}

/** Money in floating point: sums of cents are cents. */
const round = (value: number): number => Math.round(value * 100) / 100;

export type CapValue = number | string | (number | string)[];
const AMOUNT = /^(\d+(?:\.\d{1,2})?)\s?(%|[A-Z]{3})$/;
export const NO_CAP = "any";

/** Whether a cap is written as one: 50, "50 EUR", "25 %", a list of such, or any. */
export const isCap = (cap: unknown): cap is CapValue => {
  const isAmount = (one: unknown) =>
    (typeof one === "number" && Number.isFinite(one) && one >= 0) || (typeof one === "string" && AMOUNT.test(one));
  return cap === NO_CAP || isAmount(cap) || (Array.isArray(cap) && cap.length > 0 && cap.every(isAmount));
};

function limitsOf(cap: CapValue, currency: string): Amount[] {
  return (Array.isArray(cap) ? cap : [cap]).flatMap((one) => {
    if (typeof one === "number") return [{ value: one, unit: currency.toLowerCase() }];
    const [, value, unit] = AMOUNT.exec(one) ?? [];
    return value === undefined ? [] : [{ value: Number(value), unit: unit === "%" ? "percent" : unit!.toLowerCase() }];
  });
}

export type PermitVerdict =
  | { kind: "may" }
  /** Nothing of this kind at all. */
  | { kind: "may-not"; what: CommitmentKind }
  /** More than this person's cap; `before` was allowed in this conversation already. */
  | { kind: "over-cap"; cover: Cover; cap: string; before: number }
  /** The words name no amount, or one that the cap cannot be compared with. */
  | { kind: "no-amount"; cover: Cover; cap: string };

interface Asked {
  queue: string;
  by: string;
  covers: readonly Cover[];
  /** What was allowed and sent in this conversation before. */
  before: readonly Cover[];
}

/** Whether a person may allow this, asked of each kind: the best of what their roles give them counts. */
export function judgePermit(settings: Settings, { queue, by, covers, before }: Asked): PermitVerdict {
  for (const cover of covers) {
    const verdict = judgeOne(settings, tiersOf(settings, queue, by), cover, before);
    if (verdict.kind !== "may") return verdict;
  }
  return { kind: "may" };
}

function judgeOne(settings: Settings, tiers: readonly Tier[], cover: Cover, before: readonly Cover[]): PermitVerdict {
  const { currency } = settings.approvals;
  const caps = tiers.flatMap((tier) => settings.approvals[cover.kind][tier] ?? []);
  if (caps.includes(NO_CAP)) return { kind: "may" };
  const limits = limitsOf(caps, currency).filter(({ value }) => value > 0);
  if (limits.length === 0) return { kind: "may-not", what: cover.kind };
  const cap = limits.map(amountWords).join(" or ");
  const comparable = limits.filter(({ unit }) => unit === cover.unit).map(({ value }) => value);
  if (cover.value === null || comparable.length === 0) return { kind: "no-amount", cover, cap };
  const already = before
    .filter(({ kind, unit }) => kind === cover.kind && unit === cover.unit)
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
  const highest = Math.max(...comparable);
  return round(cover.value + already) <= highest
    ? { kind: "may" }
    : { kind: "over-cap", cover, cap: amountWords({ value: highest, unit: cover.unit! }), before: already };
}

export function tiersOf(settings: Settings, queue: string, slack: string): Tier[] {
  const roles = settings.people.find((person) => person.slack === slack)?.roles ?? [];
  const lead = roles.some((role) => role !== "viewer") && settings.queues[queue]?.lead === slack;
  return [
    // An admin may what an agent may.
    ...(roles.some((role) => role !== "viewer") ? (["agent"] as const) : []),
    ...(lead ? (["lead"] as const) : []),
    ...(roles.includes("admin") ? (["admin"] as const) : []),
  ];
}

/** Everybody who may allow this; the queue's lead first. */
export function whoMayAllow(settings: Settings, asked: Omit<Asked, "by">): Person[] {
  const lead = settings.queues[asked.queue]?.lead;
  return settings.people
    .filter(({ slack }) => judgePermit(settings, { ...asked, by: slack }).kind === "may")
    .sort((one, other) => Number(other.slack === lead) - Number(one.slack === lead));
}

export const amountWords = ({ value, unit }: Amount): string =>
  unit === "percent" ? `${value} %` : `${value} ${unit.toUpperCase()}`;

const KIND_WORDS: Readonly<Record<CommitmentKind, string>> = {
  refund: "refund",
  credit: "credit",
  discount: "discount",
  guarantee: "guarantee or promise",
  change: "change to an order or account",
};

/** "discount of 10 %" */
export const coverWords = ({ kind, value, unit }: Cover): string =>
  value === null || unit === null ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} of ${amountWords({ value, unit })}`;

export const coversWords = (covers: readonly Cover[]): string => covers.map(coverWords).join(", ");

/** What was known when a call was confirmed: the customer's newest mail, and the newest call that was asked for already. */
export interface CallBound {
  ticketId: number;
  newestInboundId: number;
  newestCallId: number;
}

/** Binds a permission for a call to everything that will be sent and asked, and to what was known then. */
export const sealOfCall = (
  call: CallBound & {
    tool: string;
    method: string;
    url: string;
    body: string;
    headers: Readonly<Record<string, string>>;
    asks: string;
  },
): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        1,
        call.ticketId,
        call.newestInboundId,
        call.newestCallId,
        call.tool,
        call.method,
        call.url,
        call.body,
        call.headers,
        call.asks,
      ]),
    )
    .digest("hex");

/** An answer and its promises, as somebody is shown them who may allow them. */
export interface PermitRequest {
  ticketId: number;
  draftId: number;
  seal: string;
  commitments: Commitment[];
  what: string;
  minutes: number;
}
