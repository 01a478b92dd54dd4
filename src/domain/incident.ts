import { z } from "zod";
import type { TicketLine } from "./home.ts";

/**
 * What a mail is compared by: one number for each of its words, notions, codes and pairs of notions. The lowest two bits are
 * the kind, the rest a hash: the words cannot be read from it.
 */
export type Sketch = readonly number[];
export const FEATURE = { word: 0, notion: 1, code: 2, pair: 3 } as const;

/** What the mails of an incident have in common: features and their weights, together of length one. */
export const Profile = z.array(z.tuple([z.number(), z.number()]));
export type Profile = z.infer<typeof Profile>;

/** A text by language code. */
export const ByLanguage = z.record(z.string(), z.string());
export type ByLanguage = z.infer<typeof ByLanguage>;

export const IncidentContent = z.object({
  title: z.string(),
  /** What drafts to mail about it may say while it lasts. */
  banner: ByLanguage.optional(),
  profile: Profile,
});
export type IncidentContent = z.infer<typeof IncidentContent>;

/** Why a member does not get the shared answer together with the others. */
export const LEFT_OUT = {
  "stop-line": "a stop line holds: a person answers this one",
  forged: "the sender may be forged",
  vip: "a VIP gets an answer of their own",
  guard: "a guard objects",
  recipients: "others than the customer who opened the ticket would read it",
  "newer-mail": "the customer wrote something newer",
  answered: "it has an answer already",
  "under-way": "an answer is on its way",
  taken: "a colleague has it in hand",
  snoozed: "somebody snoozed it",
  done: "it is finished",
  edited: "somebody wrote another draft for it",
  gone: "its mail is no longer kept",
  failed: "something went wrong with this one",
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

/** The text for a reader of a language: their own, else English, else whichever there is. */
export function inLanguageOf(texts: ByLanguage, language: string): { language: string; text: string } | undefined {
  const known = [language, "en", ...Object.keys(texts)].find((one) => texts[one] !== undefined);
  return known === undefined ? undefined : { language: known, text: texts[known]! };
}

/** Members named on the card, and on one page of the list behind it. */
export const CARD_MEMBERS = 8;
export const MEMBERS_PAGE = 8;

/** What has become of the shared answer for one member. */
export type Part =
  | { kind: "preparing" }
  | { kind: "ready" }
  | { kind: "going" }
  | { kind: "sent" }
  | { kind: "left-out"; why: LeftOut };

export interface MemberLine extends TicketLine {
  part: Part | undefined;
}

/** An incident as its card shows it. Mail text in it is masked already; views escape and clip. */
export interface IncidentCard {
  id: number;
  state: "open" | "resolved";
  title: string;
  banner: ByLanguage | undefined;
  owner: string | undefined;
  openedAt: number;
  openedBy: string;
  resolvedAt: number | undefined;
  resolvedBy: string | undefined;
  mails: number;
  senders: number;
  firstAt: number;
  /** Came in the last quarter of an hour, and in the one before. */
  lately: number;
  before: number;
  overdue: number;
  nextDueAt: number | undefined;
  /** The first of them. */
  members: MemberLine[];
  reply: ReplyFigures | undefined;
  /** Why no mail may leave right now. */
  sendingOff: string | undefined;
}

export interface ReplyFigures {
  id: number;
  by: string;
  at: number;
  final: boolean;
  preparing: number;
  ready: number;
  going: number;
  sent: number;
  leftOut: { ticketId: number; why: LeftOut }[];
}

/** An incident in a list. */
export interface IncidentLine {
  id: number;
  title: string;
  mails: number;
  senders: number;
  openedAt: number;
  owner: string | undefined;
  overdue: number;
  card: { channel: string; ts: string } | undefined;
}
