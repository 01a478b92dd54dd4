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

function decode<Schema extends z.ZodType>(schema: Schema, value: string | undefined): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(value ?? ""));
  } catch (cause) {
    throw new MailroomError("payload_invalid", { detail: "a reference that does not fit", cause });
  }
}
