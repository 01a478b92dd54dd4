import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { type Commitment, coversOf, coversWords, type PermitRequest } from "../domain/permit.ts";
import { VIEW } from "./ids.ts";
import { carried, explain, modal } from "./modal.ts";
import { mrkdwn, quoted, said } from "./text.ts";

const Metadata = z.object({ v: z.literal(1), t: z.number(), d: z.number(), s: z.string() });

/** As many sentences as a window can show and a person can weigh. */
const MOST_SENTENCES = 20;

/** Shows what an answer commits the company to, sentence by sentence, to somebody who may allow it. */
export function allowModal(request: PermitRequest, notice?: string): ModalView {
  const { ticketId, draftId, seal, commitments, what, minutes } = request;
  const say = (text: string): KnownBlock => ({ type: "section", text: mrkdwn(text) });
  const more = commitments.length - MOST_SENTENCES;
  return modal({
    id: VIEW.allow,
    title: "Allow a promise",
    submit: "Allow",
    carries: { t: ticketId, d: draftId, s: seal },
    blocks: [
      ...(notice ? [say(notice)] : []),
      say(`The answer on ticket #${ticketId} commits us to this: *${said(what, 200)}*`),
      ...commitments.slice(0, MOST_SENTENCES).map((one) => say(sentenceWords(one))),
      ...(more > 0 ? [explain(`And ${more} more sentences like these: read the whole answer on the card first.`)] : []),
      explain(
        `Good for this text as it stands, once, within ${minutes} minutes. Any change of it, or a new mail of the customer, ends it. Nothing is sent yet: somebody still has to press *Approve & send*.`,
      ),
    ],
  });
}

const sentenceWords = (commitment: Commitment): string =>
  `${quoted(commitment.sentence, 500)}\n${said(coversWords(coversOf([commitment])), 200)}`;

export function readAllow(view: Pick<View, "private_metadata">): { ticketId: number; draftId: number; seal: string } {
  const { t, d, s } = carried(view, Metadata);
  return { ticketId: t, draftId: d, seal: s };
}
