import { verifyAudit } from "../../src/db/audit.ts";
import { count, sql } from "../../src/db/drizzle.ts";
import { countJobs } from "../../src/db/jobs.ts";
import { loadKeys } from "../../src/db/key-file.ts";
import { accountOf } from "../../src/db/ledger.ts";
import { openDatabase } from "../../src/db/open.ts";
import { effects } from "../../src/db/schema-work.ts";
import { createVault } from "../../src/db/vault.ts";
import { CHANNELS, subjectOf, verdictOn } from "../e2e/chaos.ts";
import { cardsIn, type Desk, shownOn } from "../e2e/desk.ts";
import { editedWords, type People } from "./people.ts";

/** What went wrong, as seen from the providers and then in the books. Nothing, if all is well. */
export async function violationsOf(desk: Desk, people: People): Promise<string[]> {
  return [...verdictOn(desk, people.cases).violations, ...unsealed(desk, people), ...(await inTheBooks(desk))];
}

/** What no waiting mends, so that a storm that looks for it can end there. */
export const beyondMending = (desk: Desk, people: People): string[] => [
  ...moreThanOnce(
    "answers",
    desk.gmail.sent.map(({ subject }) => subject),
  ),
  ...moreThanOnce("cards", cardsIn(desk.slack, ...CHANNELS).map(shownOn)),
  ...unsealed(desk, people),
];

function moreThanOnce(what: string, texts: string[]): string[] {
  const times = new Map<number, number>();
  for (const text of texts) {
    const number = caseOf(text);
    times.set(number, (times.get(number) ?? 0) + 1);
  }
  return [...times].flatMap(([number, count]) => (count > 1 ? [`${subjectOf(number)}: ${count} ${what}`] : []));
}

const caseOf = (text: string): number => Number(/Case (\d+) about/.exec(text)?.[1]);

/** Answers whose words nobody approved: they were not on the card when somebody pressed. */
function unsealed({ gmail }: Desk, people: People): string[] {
  return gmail.sent.flatMap(({ subject, text }) => {
    const number = caseOf(subject);
    const words = editedWords(text);
    const seen = people.approved.get(number) ?? [];
    if (seen.length === 0) return [`${subject}: sent, and nobody had approved it`];
    const approved = words ? seen.some((shown) => shown.includes(words)) : seen.some((shown) => !editedWords(shown));
    return approved ? [] : [`${subject}: other words were sent than were approved`];
  });
}

function openBooks({ folder }: Desk) {
  const url = `file:${folder}/mailroom.db`;
  return openDatabase(url, createVault(loadKeys(undefined, url)));
}

/** Whether every message has its end. */
export async function isBalanced(desk: Desk): Promise<boolean> {
  const db = openBooks(desk);
  try {
    const { received, accounted } = await accountOf(db.read);
    return received === accounted;
  } finally {
    await db.close();
  }
}

async function inTheBooks(desk: Desk): Promise<string[]> {
  const db = openBooks(desk);
  try {
    const violations: string[] = [];
    const { received, accounted, failed } = await accountOf(db.read);
    if (received !== accounted || failed > 0)
      violations.push(`the ledger: ${received} received, ${accounted} accounted for, ${failed} failed`);
    const { brokenAt } = await verifyAudit(db.read);
    if (brokenAt !== undefined) violations.push(`the audit chain is broken at row ${brokenAt}`);
    for (const { kind, state, jobs } of await countJobs(db.read))
      if (state === "dead") violations.push(`${jobs} dead letters of ${kind}`);
    const endless = await db.read
      .select({ kind: effects.kind, count: count() })
      .from(effects)
      .where(sql`state in ('planned', 'attempting') and not exists (
        select 1 from jobs where jobs.state = 'live' and jobs.key = 'effect:' || effects.id)`)
      .groupBy(effects.kind);
    for (const one of endless) violations.push(`${one.count} effects of ${one.kind} that nobody will end`);
    return violations;
  } finally {
    await db.close();
  }
}

/** Whether everything has come to rest: a card for each case, and each answered. */
export const isAtRest = (desk: Desk, people: People): boolean => restless(desk, people).length === 0;

/** Looked for in one pass: this process is also Slack and Gmail, and must answer while it looks. */
export function restless({ slack }: Desk, { cases }: People): string[] {
  const first = new Map<number, string>();
  for (const card of cardsIn(slack, ...CHANNELS)) {
    const shown = shownOn(card);
    const number = caseOf(shown);
    if (!first.has(number)) first.set(number, shown);
  }
  return Array.from({ length: cases }, (_, index) => index + 1).flatMap((number) =>
    first.get(number)?.includes("Waiting for the customer") ? [] : [subjectOf(number)],
  );
}
