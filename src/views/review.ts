import type { KnownBlock } from "@slack/types";
import { REVIEW_REASON_CODES, REVIEW_REASONS, reasonWords } from "../domain/review.ts";
import { ACTION } from "./ids.ts";
import { reviewRef, ticketRef } from "./references.ts";
import { label, mrkdwn, quoted, said } from "./text.ts";
import { person } from "./words.ts";

interface Content {
  text: string;
  blocks: KnownBlock[];
}

/** A sent answer, as whoever reads it again sees it; masked already. */
export interface SentAnswerView {
  approvalId: number;
  ticketId: number;
  intent: string;
  automatic: boolean;
  question: string;
  answer: string;
  sources: readonly string[];
  /** What machines have said of it. */
  guards: readonly string[];
  modelVerdict: "fine" | "wrong" | null;
  reason: string | null;
  /** Mail text is left out. */
  sensitive: boolean;
}

const QUESTION = 1_000;
const ANSWER = 1_700;
const MOST_SOURCES = 5;

/** Asks a person whether what was sent is fine: the question, the answer, what it stands on, two buttons. */
export function reviewMessage(sent: SentAnswerView): Content {
  const title = `🔎 *Was this answer fine?* #${sent.ticketId} · ${said(sent.intent, 60)} · ${sent.automatic ? "sent by Mailroom itself" : "approved by a person"}`;
  const machines = machinesSay(sent);
  return {
    text: `Was the answer on ticket ${sent.ticketId} fine?`,
    blocks: [
      { type: "section", text: mrkdwn(title) },
      ...(sent.sensitive
        ? [
            {
              type: "context" as const,
              elements: [mrkdwn("This mailbox is marked sensitive: open the ticket to read both.")],
            },
          ]
        : [
            { type: "section" as const, text: mrkdwn(`*They wrote*\n${quoted(sent.question, QUESTION)}`) },
            { type: "section" as const, text: mrkdwn(`*We answered*\n${quoted(sent.answer, ANSWER)}`) },
          ]),
      {
        type: "context",
        elements: [
          mrkdwn(
            sent.sources.length === 0
              ? "📚 It stands on no article."
              : `📚 ${sent.sources
                  .slice(0, MOST_SOURCES)
                  .map((one) => said(one, 100))
                  .join(" · ")}`,
          ),
          ...(machines ? [mrkdwn(machines)] : []),
        ],
      },
      {
        type: "actions",
        block_id: `review:${sent.approvalId}`,
        elements: [
          {
            type: "button",
            action_id: ACTION.reviewFine,
            text: label("Fine"),
            value: reviewRef(sent.approvalId),
            accessibility_label: label(`The answer on ticket ${sent.ticketId} was fine`).text,
          },
          {
            type: "static_select",
            action_id: ACTION.reviewWrong,
            placeholder: label("Wrong, because…"),
            options: REVIEW_REASON_CODES.map((code) => ({
              text: label(`${REVIEW_REASONS[code].serious ? "❗ " : ""}${REVIEW_REASONS[code].say}`),
              value: code,
            })),
          },
          {
            type: "button",
            action_id: ACTION.show,
            text: label("Open"),
            value: ticketRef(sent.ticketId),
            accessibility_label: label(`Open ticket ${sent.ticketId}`).text,
          },
        ],
      },
    ],
  };
}

function machinesSay({ guards, modelVerdict, reason }: SentAnswerView): string | undefined {
  if (guards.length > 0)
    return `🛡️ By today's settings ${guards.map((one) => `\`${said(one, 30)}\``).join(", ")} would have held it.`;
  if (modelVerdict === "wrong") return `🤖 A second model says: ${reasonWords(reason)}.`;
  return modelVerdict === "fine" ? "🤖 A second model finds it fine." : undefined;
}

/** What stays of the question when it is answered: no mail text. */
export function reviewedMessage({
  ticketId,
  by,
  reason,
  lowered,
}: {
  ticketId: number;
  by: string;
  reason: string | undefined;
  lowered: boolean;
}): Content {
  const line = reason
    ? `❌ The answer on ticket #${ticketId} was wrong: ${reasonWords(reason)} (${person(by)}).${lowered ? " Such mail waits for a person from now on." : ""}`
    : `✅ The answer on ticket #${ticketId} was fine (${person(by)}).`;
  return { text: line, blocks: [{ type: "context", elements: [mrkdwn(line)] }] };
}
