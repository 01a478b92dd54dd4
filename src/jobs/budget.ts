import { spendBetween } from "../db/model-calls.ts";
import { dayOf } from "../domain/days.ts";
import type { Desk } from "../tickets/desk.ts";

/** How old the known spend may be. A model call takes about a second, so little can be spent meanwhile. */
const FRESH_MS = 5_000;

/** Knows whether today's models have cost what they may, without asking the database for every mail. */
export async function openBudget({ db, settings, now }: Desk): Promise<{ spent: () => boolean }> {
  let spentUsd = 0;
  let asOf = 0;
  const look = async () => {
    asOf = now();
    const { from, to } = dayOf(now(), settings.current().settings.company.timezone);
    spentUsd = await spendBetween(db.read, from, to);
  };
  await look();
  return {
    spent() {
      if (now() - asOf > FRESH_MS) void look().catch(() => undefined);
      const { dailyCapUsd } = settings.current().settings.model;
      return spentUsd >= dailyCapUsd;
    },
  };
}
