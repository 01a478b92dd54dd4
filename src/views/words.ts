import type { TicketCard } from "../domain/card.ts";
import type { Priority } from "../domain/decision.ts";
import type { Outcome } from "../domain/ticket.ts";
import { said } from "./text.ts";

/** The words and glyphs of states: always both, so that nothing hangs on a colour or a picture alone. */

export const PRIORITY: Readonly<Record<Priority, { glyph: string; word: string }>> = {
  urgent: { glyph: "🚨", word: "Urgent" },
  high: { glyph: "🔺", word: "High" },
  normal: { glyph: "🔹", word: "Normal" },
  low: { glyph: "🔽", word: "Low" },
};

export const person = (slackId: string): string => (/^[UW][A-Z0-9]+$/.test(slackId) ? `<@${slackId}>` : "Mailroom");

/** What was masked, as people call it: the second card of a mail is another than the first. */
export const masked = (text: string): string =>
  text.replace(/\[([A-Z]+(?:_[A-Z]+)*)_(\d{1,3})\]/g, (_, kind: string, number: string) => {
    const words = kind.toLowerCase().replaceAll("_", " ");
    return number === "1" ? `[${words}]` : `[${words} ${number}]`;
  });

/** Which release of the local engine it was is for whoever looks into it. */
export const engineWords = (engine: string): string => said(engine.replace(/^local-\d+/, "local engine"), 40);

/** Words about settings, escaped: ids of people and channels in them as their names. */
export const named = (escaped: string): string =>
  escaped.replace(/\b(?=[A-Z]*\d)(?:[UW]|([CG]))[A-Z0-9]{6,}\b/g, (id, channel) => (channel ? `<#${id}>` : `<@${id}>`));

export function stateWords({ state, owner }: Pick<TicketCard, "state" | "owner">): string {
  const whose = owner ? ` · ${person(owner)}` : "";
  switch (state) {
    case "new":
      return "🆕 New";
    case "claimed":
      return `✋ Claimed${owner ? ` by ${person(owner)}` : ""}`;
    case "sending":
      return `📤 Sending${whose}`;
    case "waiting":
      return `💬 Waiting for the customer${whose}`;
    case "snoozed":
      return `💤 Snoozed${whose}`;
    case "done":
      return "✅ Done";
  }
}

export function outcomeWords(outcome: Outcome | undefined): string {
  switch (outcome) {
    case "answered":
      return "✅ Answered and closed";
    case "answered_elsewhere":
      return "✅ Answered from Gmail";
    case "spam":
      return "🚫 Marked as spam";
    case "silent":
      return "🔕 Settled without a card";
    default:
      return "✅ Closed";
  }
}
