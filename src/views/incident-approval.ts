import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { type ByLanguage, LEFT_OUT, type LeftOut } from "../domain/incident.ts";
import { VIEW } from "./ids.ts";
import { Carried, LANGUAGES, nameOf } from "./incident-windows.ts";
import { carried, explain, modal } from "./modal.ts";
import { mrkdwn, quoted, said } from "./text.ts";

/** Slack takes 3,000 characters of metadata and of a section. */
const SECTION = 2_900;

export interface Approval {
  incidentId: number;
  replyId: number;
  final: boolean;
  texts: ByLanguage;
  without: readonly { language: string; mails: number }[];
  ready: readonly { draftId: number; ticketId: number; name: string | undefined; address: string }[];
  further: number;
  leftOut: readonly { ticketId: number; why: LeftOut }[];
  preparing: number;
}

/** Exactly what one press sends, and to whom. */
export function approvalWindow(approval: Approval): ModalView {
  const { incidentId, replyId, final, ready, further, leftOut, preparing, texts, without } = approval;
  const people = ready.map(
    ({ ticketId, name, address }) => `#${ticketId} ${name ? `${said(name, 40)} · ` : ""}${said(address, 80)}`,
  );
  const out = leftOut.map(({ ticketId, why }) => `#${ticketId}: ${LEFT_OUT[why]}`);
  const count = `${ready.length} ${ready.length === 1 ? "answer" : "answers"}`;
  return modal({
    id: VIEW.incidentApprove,
    title: "Approve for all",
    submit: ready.length > 0 ? `Send ${count}` : "Close",
    carries: { i: incidentId, r: replyId, d: runsOf(ready.map(({ draftId }) => draftId)) },
    blocks: [
      {
        type: "section",
        text: mrkdwn(
          `*${count}* to incident #${incidentId}, each to one customer, in their own conversation.${final ? " They close their tickets, and the incident ends." : ""} A customer who writes meanwhile gets none.`,
        ),
      },
      ...Object.entries(texts)
        .slice(0, LANGUAGES + 2)
        .map(
          ([language, text]): KnownBlock => ({
            type: "section",
            text: mrkdwn(`*${nameOf(language)}*\n${quoted(text, 1_200)}`),
          }),
        ),
      ...(without.length > 0
        ? [
            explain(
              `⚠️ There is no text in ${without
                .slice(0, 6)
                .map(({ language, mails }) => `${nameOf(language)} (${mails})`)
                .join(", ")}: they get the ${nameOf("en" in texts ? "en" : (Object.keys(texts)[0] ?? "en"))} one.`,
            ),
          ]
        : []),
      ...sections("To", people),
      ...sections("Left out", out),
      ...(further > 0 ? [explain(`${further} more are ready: press *Approve for all* again afterwards.`)] : []),
      ...(preparing > 0 ? [explain(`${preparing} are still being made ready, and are not among these.`)] : []),
    ],
  });
}

/** As many lines to a section as Slack takes. */
function sections(title: string, lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > SECTION)
      texts.push(texts.length === 0 ? `*${title}*\n${line}` : line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.slice(0, 40).map((text) => ({ type: "section", text: mrkdwn(text) }));
}

const ApprovalCarried = Carried.extend({ r: z.number(), d: z.string() });

export function readApprovalSubmitted(view: Pick<View, "private_metadata">): {
  incidentId: number;
  replyId: number;
  shown: number[];
} {
  const { i, r, d } = carried(view, ApprovalCarried);
  return { incidentId: i, replyId: r, shown: idsIn(d) };
}

/** Ids in a row as "first+more", in base 36, so that three hundred fit into what a window carries. */
function runsOf(ids: readonly number[]): string {
  const runs: { from: number; more: number }[] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && id === last.from + last.more + 1) last.more++;
    else runs.push({ from: id, more: 0 });
  }
  return runs.map(({ from, more }) => `${from.toString(36)}${more > 0 ? `+${more.toString(36)}` : ""}`).join(".");
}

const idsIn = (runs: string): number[] =>
  runs
    .split(".")
    .filter(Boolean)
    .flatMap((run) => {
      const [from, more = "0"] = run.split("+");
      return Array.from({ length: Number.parseInt(more, 36) + 1 }, (_, index) => Number.parseInt(from!, 36) + index);
    });
