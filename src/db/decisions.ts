import { z } from "zod";
import { TriageDecision } from "../domain/decision.ts";
import { Route } from "../domain/route.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { desc, eq, sql } from "./drizzle.ts";
import { given, prepared, preparedFor } from "./prepared.ts";
import { decisions } from "./schema-decisions.ts";

const Content = z.object({ decision: TriageDecision, route: Route });
const PURPOSE = "decisions.content";

type Row = typeof decisions.$inferSelect;
export type StoredDecision = Omit<Row, "content"> & Partial<z.infer<typeof Content>>;

interface NewDecision {
  ticketId: number | null;
  messageId: number;
  supersedes: number | null;
  person: string | null;
  decision: TriageDecision;
  route: Route;
  decidedAt: number;
  noDraft: string | null;
}

const insertion = preparedFor((db, columns) =>
  db.insert(decisions).values(given(decisions, columns)).returning({ id: decisions.id }).prepare(),
);

export async function addDecision(tx: Tx, { decision, route, ...row }: NewDecision): Promise<number> {
  const values = {
    ...row,
    decidedBy: decision.decidedBy,
    engine: decision.engine,
    intent: decision.intent,
    priority: decision.priority,
    confidence: decision.confidence,
    needsReview: decision.needsReview,
    settingsVersion: decision.settingsVersion,
    promptVersion: decision.promptVersion ?? null,
    costUsd: decision.steps.reduce((total, step) => total + step.costUsd, 0),
    content: sealJson(tx, PURPOSE, { decision, route }),
  };
  const [added] = await insertion(tx, values).execute(values);
  return added!.id;
}

const byId = prepared((db) =>
  db
    .select()
    .from(decisions)
    .where(eq(decisions.id, sql.placeholder("id")))
    .prepare(),
);

export async function getDecision(db: Reader, id: number): Promise<StoredDecision | undefined> {
  const [row] = await byId(db).execute({ id });
  if (!row) return undefined;
  const { content, ...rest } = row;
  return { ...rest, ...openJson(db, PURPOSE, content, Content) };
}

/** All decisions on a mail, the newest first. */
export async function decisionsOn(db: Reader, messageId: number): Promise<StoredDecision[]> {
  const rows = await db.select().from(decisions).where(eq(decisions.messageId, messageId)).orderBy(desc(decisions.id));
  return rows.map(({ content, ...rest }) => ({ ...rest, ...openJson(db, PURPOSE, content, Content) }));
}
