import { z } from "zod";
import { MailroomError } from "../domain/errors.ts";

/**
 * What buttons and windows carry: ids and a version, never content, because cards outlive releases and everybody can read
 * them. Everything else is read again from the database when the button is pressed.
 */
const TicketRef = z.object({ v: z.literal(1), t: z.number().int().positive() });
const AnswerRef = TicketRef.extend({ d: z.number().int().positive(), s: z.string().regex(/^[0-9a-f]{16}$/) });

/** Whose the ticket was when the card was drawn: taking it over is taking it from them. */
const TakeOverRef = TicketRef.extend({ o: z.string().optional() });

export const takeOverRef = (ticketId: number, owner: string | undefined): string =>
  JSON.stringify({ v: 1, t: ticketId, ...(owner && { o: owner }) } satisfies z.infer<typeof TakeOverRef>);

export function decodeTakeOverRef(value: string | undefined): { ticketId: number; from: string | undefined } {
  const { t, o } = decode(TakeOverRef, value);
  return { ticketId: t, from: o };
}

/** The id of a card's row of buttons. Another version is another id, so that Slack forgets what was chosen in the old one. */
export const cardBlockId = (ticketId: number, drawnAt: number): string => `ticket:${ticketId}:${drawnAt}`;

/** The number of the ticket that a card was drawn for; nothing if it is no card with buttons. */
export function numberOnCard(blocks: readonly { block_id?: string }[] = []): number | undefined {
  for (const { block_id } of blocks) {
    const [, number] = /^ticket:(\d{1,15}):\d+$/.exec(block_id ?? "") ?? [];
    if (number) return Number(number);
  }
  return undefined;
}

const MoreRef = TicketRef.extend({ do: z.string() });

export const ticketRef = (ticketId: number): string =>
  JSON.stringify({ v: 1, t: ticketId } satisfies z.infer<typeof TicketRef>);
export const answerRef = (ticketId: number, draftId: number, seal: string): string =>
  JSON.stringify({ v: 1, t: ticketId, d: draftId, s: seal } satisfies z.infer<typeof AnswerRef>);

export const decodeTicketRef = (value: string | undefined): { ticketId: number } => ({
  ticketId: decode(TicketRef, value).t,
});

export function decodeAnswerRef(value: string | undefined): { ticketId: number; draftId: number; seal: string } {
  const { t, d, s } = decode(AnswerRef, value);
  return { ticketId: t, draftId: d, seal: s };
}

export const moreRef = (ticketId: number, choice: string): string =>
  JSON.stringify({ v: 1, t: ticketId, do: choice } satisfies z.infer<typeof MoreRef>);

const ReplayRef = TicketRef.extend({ d: z.number().int().positive() });

export const replayRef = (ticketId: number, decisionId: number): string =>
  JSON.stringify({ v: 1, t: ticketId, d: decisionId } satisfies z.infer<typeof ReplayRef>);

export function decodeReplayRef(value: string | undefined): { ticketId: number; decisionId: number } {
  const { t, d } = decode(ReplayRef, value);
  return { ticketId: t, decisionId: d };
}

export function decodeMoreRef(value: string | undefined): { ticketId: number; choice: string } {
  const { t, do: choice } = decode(MoreRef, value);
  return { ticketId: t, choice };
}

const BurstRef = z.object({ v: z.literal(1), c: z.string(), p: z.number().int().nonnegative() });

export const burstRef = (channel: string, page: number): string =>
  JSON.stringify({ v: 1, c: channel, p: page } satisfies z.infer<typeof BurstRef>);

export function decodeBurstRef(value: string | undefined): { channel: string; page: number } {
  const { c, p } = decode(BurstRef, value);
  return { channel: c, page: p };
}

const ReviewRef = z.object({ v: z.literal(1), a: z.number().int().positive() });
export const reviewRef = (approvalId: number): string =>
  JSON.stringify({ v: 1, a: approvalId } satisfies z.infer<typeof ReviewRef>);
export const decodeReviewRef = (value: string | undefined): number => decode(ReviewRef, value).a;

/** A choice in a list carries only itself; which answer it is about stands in the row's id. */
export function reviewInBlock(blockId: string | undefined): number {
  const [, number] = /^review:(\d{1,15})$/.exec(blockId ?? "") ?? [];
  if (!number) throw new MailroomError("payload_invalid", { detail: "a reference that does not fit" });
  return Number(number);
}

const BrakeRef = z.object({ v: z.literal(1), b: z.number().int().positive() });
export const brakeRef = (brakeId: number): string =>
  JSON.stringify({ v: 1, b: brakeId } satisfies z.infer<typeof BrakeRef>);
export const decodeBrakeRef = (value: string | undefined): number => decode(BrakeRef, value).b;

const ArticleRef = z.object({ v: z.literal(1), a: z.string().max(300) });
const FileRef = z.object({ v: z.literal(1), f: z.string(), r: z.boolean() });
const ProposalRef = z.object({ v: z.literal(1), p: z.number().int().positive() });
const QuestionRef = z.object({ v: z.literal(1), q: z.array(z.number().int().positive()).min(1) });

/** An article by the name that settings and drafts use. */
export const articleRef = (path: string): string =>
  JSON.stringify({ v: 1, a: path } satisfies z.infer<typeof ArticleRef>);
export const decodeArticleRef = (value: string | undefined): string => decode(ArticleRef, value).a;

/** A file in Slack; `replace` once somebody has seen that there is an article of its title. */
export const fileRef = (fileId: string, replace: boolean): string =>
  JSON.stringify({ v: 1, f: fileId, r: replace } satisfies z.infer<typeof FileRef>);

export function decodeFileRef(value: string | undefined): { fileId: string; replace: boolean } {
  const { f, r } = decode(FileRef, value);
  return { fileId: f, replace: r };
}

export const proposalRef = (proposalId: number): string =>
  JSON.stringify({ v: 1, p: proposalId } satisfies z.infer<typeof ProposalRef>);
export const decodeProposalRef = (value: string | undefined): number => decode(ProposalRef, value).p;

/** Tickets that ask the same. */
export const questionRef = (ticketIds: readonly number[]): string =>
  JSON.stringify({ v: 1, q: [...ticketIds] } satisfies z.infer<typeof QuestionRef>);
export const decodeQuestionRef = (value: string | undefined): number[] => decode(QuestionRef, value).q;

const IncidentRef = z.object({
  v: z.literal(1),
  i: z.number().int().positive(),
  /** A page of its members, and one of them. */
  p: z.number().int().nonnegative().default(0),
  t: z.number().int().nonnegative().default(0),
});

export const incidentRef = (incidentId: number, page = 0, ticketId = 0): string =>
  JSON.stringify({ v: 1, i: incidentId, p: page, t: ticketId } satisfies z.infer<typeof IncidentRef>);

export function decodeIncidentRef(value: string | undefined): { incidentId: number; page: number; ticketId: number } {
  const { i, p, t } = decode(IncidentRef, value);
  return { incidentId: i, page: p, ticketId: t };
}

const IncidentMoreRef = IncidentRef.extend({ do: z.string() });

export const incidentMoreRef = (incidentId: number, choice: string): string =>
  JSON.stringify({ v: 1, i: incidentId, p: 0, t: 0, do: choice } satisfies z.infer<typeof IncidentMoreRef>);

export function decodeIncidentMoreRef(value: string | undefined): { incidentId: number; choice: string } {
  const { i, do: choice } = decode(IncidentMoreRef, value);
  return { incidentId: i, choice };
}

function decode<Schema extends z.ZodType>(schema: Schema, value: string | undefined): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(value ?? ""));
  } catch (cause) {
    throw new MailroomError("payload_invalid", { detail: "a reference that does not fit", cause });
  }
}
