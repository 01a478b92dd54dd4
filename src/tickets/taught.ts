import { taughtFor } from "../db/corrections.ts";
import type { Reader } from "../db/database.ts";
import { Priority } from "../domain/decision.ts";
import { isFreeMail } from "../domain/free-mail.ts";
import { nameOf } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Taught } from "../domain/taught.ts";

/** Everybody has an address at a free-mail provider: what one of them writes says nothing of the next. */
export const teachableDomain = (domain: string | null | undefined): string | undefined =>
  !domain || isFreeMail(domain) ? undefined : domain;

/** What people said about all mail of a sender or a domain. The newest word counts. */
export async function readTaught(
  db: Reader,
  settings: Settings,
  from: { senderHash: string | null; senderDomain: string | null },
): Promise<Taught> {
  const whose = [from.senderHash, teachableDomain(from.senderDomain)].filter((one) => one != null);
  const { timezone } = settings.company;
  const told = async <Value>(field: "intent" | "priority", read: (value: string) => Value | undefined) => {
    const row = await taughtFor(db, field, whose);
    const value = row?.value == null ? undefined : read(row.value);
    if (!row || value === undefined) return undefined;
    const on = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, day: "numeric", month: "long" }).format(row.at);
    const scope: "sender" | "domain" = row.scope === "domain" ? "domain" : "sender";
    return { value, scope, by: nameOf(settings, row.by), on };
  };
  const intent = await told("intent", (value) => (value in settings.intents ? value : undefined));
  const priority = await told("priority", (value) => Priority.safeParse(value).data);
  return { ...(intent && { intent }), ...(priority && { priority }) };
}
