import type { Tx } from "./database.ts";
import { and, eq, sql } from "./drizzle.ts";
import { prepared } from "./prepared.ts";
import { forgottenCards, mailboxes } from "./schema-mailboxes.ts";

export interface StandingCard {
  channel: string;
  ts: string;
  generation: number;
}

export async function rememberCard(
  tx: Tx,
  card: StandingCard & { mailbox: string; providerThreadId: string },
): Promise<void> {
  const { mailbox, providerThreadId, ...standing } = card;
  await tx
    .insert(forgottenCards)
    .values({ mailbox, providerThreadId, ...standing })
    .onConflictDoUpdate({ target: [forgottenCards.mailbox, forgottenCards.providerThreadId], set: standing });
}

const taking = prepared((db) => {
  const address = db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.id, sql.placeholder("mailboxId")));
  const { channel, ts, generation } = forgottenCards;
  return db
    .delete(forgottenCards)
    .where(
      and(
        eq(forgottenCards.mailbox, sql`${address}`),
        eq(forgottenCards.providerThreadId, sql.placeholder("providerThreadId")),
      ),
    )
    .returning({ channel, ts, generation })
    .prepare();
});

/** The card that stands in Slack for a conversation without a ticket; it can be taken over once. */
export async function takeForgottenCard(
  tx: Tx,
  mailboxId: number,
  providerThreadId: string,
): Promise<StandingCard | undefined> {
  const [card] = await taking(tx).execute({ mailboxId, providerThreadId });
  return card;
}

/** Later tickets get higher numbers: buttons of cards from before carry theirs, and must not act on another ticket. */
export async function numberTicketsAfter(tx: Tx, highest: number): Promise<void> {
  await tx.run(sql`insert into sqlite_sequence (name, seq)
    select 'tickets', 0 where not exists (select 1 from sqlite_sequence where name = 'tickets')`);
  await tx.run(sql`update sqlite_sequence set seq = max(seq, ${highest}) where name = 'tickets'`);
}
