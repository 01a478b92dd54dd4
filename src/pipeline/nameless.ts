import type { Entities } from "../domain/decision.ts";
import type { Email } from "../domain/email.ts";

/** Numbers of orders, invoices, tickets, accounts. */
export const ID =
  /\b(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z-])[A-Z0-9]+(?:-[A-Z0-9]+)+\b|\b[A-Z]{1,4}\d{4,}\b|#\d{3,}\b|\b\d{6,}\b/;

/** What the sender and their company are called, word by word, and their numbers. */
export function namesOf(
  { from }: Pick<Email, "from">,
  entities: Pick<Entities, "person_name" | "company_name" | "order_id" | "invoice_id"> | undefined,
): string[] {
  const own = [from?.name, entities?.person_name, entities?.company_name, entities?.order_id, entities?.invoice_id];
  const words = own.flatMap((name) => (name ?? "").split(/[\s,]+/)).filter((word) => word.length >= 3);
  return [...new Set(words)];
}

export const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const anyOf = (words: readonly string[]): RegExp | undefined =>
  words.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "iu");

/** Masked text without what masking leaves of one customer: names and numbers. */
export const nameless = (text: string, names: readonly string[]): string => {
  const found = anyOf(names);
  const unnumbered = text.replace(new RegExp(ID.source, "g"), "…");
  return found ? unnumbered.replace(new RegExp(found.source, "giu"), "…") : unnumbered;
};
