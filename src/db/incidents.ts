import { ByLanguage, IncidentContent, type LeftOut } from "../domain/incident.ts";
import { openJson, type Reader, sealJson, type Tx } from "./database.ts";
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, min, sql } from "./drizzle.ts";
import { prepared } from "./prepared.ts";
import { drafts } from "./schema-answers.ts";
import { incidentMembers, incidentReplies, incidents } from "./schema-incidents.ts";
import { messages } from "./schema-messages.ts";
import { tickets } from "./schema-tickets.ts";

type Row = typeof incidents.$inferSelect;
export type Incident = Omit<Row, "content"> & {
  /** Undefined once retention has emptied it. */
  content: IncidentContent | undefined;
};
type MemberRow = typeof incidentMembers.$inferSelect;
export type Member = Omit<MemberRow, "leftOut"> & { leftOut: LeftOut | null };
type ReplyRow = typeof incidentReplies.$inferSelect;
export type IncidentReply = Omit<ReplyRow, "content"> & { texts: ByLanguage };

const PURPOSE = "incidents.content";
const TEXTS = "incident_replies.content";

const toIncident = (db: Reader, { content, ...row }: Row): Incident => ({
  ...row,
  content: openJson(db, PURPOSE, content, IncidentContent),
});
const toMember = (row: MemberRow): Member => ({ ...row, leftOut: row.leftOut as LeftOut | null });

export async function openIncident(
  tx: Tx,
  { content, ...row }: Pick<Row, "channel" | "openedBy" | "openedAt"> & { content: IncidentContent },
): Promise<Incident> {
  const [added] = await tx
    .insert(incidents)
    .values({ ...row, content: sealJson(tx, PURPOSE, content) })
    .returning();
  return toIncident(tx, added!);
}

export async function getIncident(db: Reader, id: number): Promise<Incident | undefined> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id));
  return row && toIncident(db, row);
}

/** The newest first. */
export async function openIncidents(db: Reader): Promise<Incident[]> {
  const rows = await open(db).execute();
  return rows.map((row) => toIncident(db, row));
}

const open = prepared((db) =>
  db.select().from(incidents).where(sql`state = 'open'`).orderBy(desc(incidents.openedAt)).prepare(),
);

/** Open ones whose card nothing will draw again. */
export async function incidentsUndrawn(db: Reader): Promise<number[]> {
  const asked = sql`exists (select 1 from jobs where jobs.key = 'incident:' || ${incidents.id} and jobs.state = 'live')`;
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(sql`state = 'open'`, sql`not ${asked}`));
  return rows.map(({ id }) => id);
}

export async function changeIncident(
  tx: Tx,
  id: number,
  { content, ...change }: Partial<Omit<Row, "id" | "content">> & { content?: IncidentContent },
): Promise<void> {
  await tx
    .update(incidents)
    .set({ ...change, ...(content && { content: sealJson(tx, PURPOSE, content) }) })
    .where(eq(incidents.id, id));
}

/** False where the ticket is in an incident already, or was taken out of this one. */
export async function addMember(
  tx: Tx,
  member: Pick<MemberRow, "incidentId" | "ticketId" | "joinedBy" | "joinedAt" | "messageId">,
): Promise<boolean> {
  const added = await tx
    .insert(incidentMembers)
    .values(member)
    .onConflictDoNothing()
    .returning({ id: incidentMembers.id });
  return added.length > 0;
}

export async function changeMember(tx: Tx, id: number, change: Partial<Omit<MemberRow, "id">>): Promise<void> {
  await tx.update(incidentMembers).set(change).where(eq(incidentMembers.id, id));
}

/** The incident that a ticket belongs to now. */
export async function membershipOf(
  db: Reader,
  ticketId: number,
): Promise<{ incident: Incident; member: Member } | undefined> {
  const [row] = await membership(db).execute({ ticketId });
  return row && { incident: toIncident(db, row.incident), member: toMember(row.member) };
}

const membership = prepared((db) =>
  db
    .select({ incident: incidents, member: incidentMembers })
    .from(incidentMembers)
    .innerJoin(incidents, eq(incidents.id, incidentMembers.incidentId))
    .where(and(eq(incidentMembers.ticketId, sql.placeholder("ticketId")), sql`${incidentMembers.state} = 'in'`))
    .prepare(),
);

export async function getMember(db: Reader, id: number): Promise<Member | undefined> {
  const [row] = await db.select().from(incidentMembers).where(eq(incidentMembers.id, id));
  return row && toMember(row);
}

/** Whatever became of it there. */
export async function memberOf(db: Reader, incidentId: number, ticketId: number): Promise<Member | undefined> {
  const [row] = await db
    .select()
    .from(incidentMembers)
    .where(and(eq(incidentMembers.incidentId, incidentId), eq(incidentMembers.ticketId, ticketId)));
  return row && toMember(row);
}

const inIt = (incidentId: number) => and(eq(incidentMembers.incidentId, incidentId), eq(incidentMembers.state, "in"));

export type Standing = Omit<Member, "state"> & {
  /** Of the ticket. */
  state: (typeof tickets.$inferSelect)["state"];
  owner: string | null;
  newestInboundId: number | null;
  draftState: (typeof drafts.$inferSelect)["state"] | null;
};

/** Those in it, with how their tickets and their parts of the answer stand; nothing sealed is opened. */
export async function standingOf(db: Reader, incidentId: number): Promise<Standing[]> {
  const rows = await db
    .select({
      member: incidentMembers,
      state: tickets.state,
      owner: tickets.owner,
      newestInboundId: tickets.newestInboundId,
      draftState: drafts.state,
    })
    .from(incidentMembers)
    .innerJoin(tickets, eq(tickets.id, incidentMembers.ticketId))
    .leftJoin(drafts, eq(drafts.id, incidentMembers.draftId))
    .where(inIt(incidentId))
    .orderBy(asc(incidentMembers.id));
  return rows.map(({ member, ...rest }) => ({ ...toMember(member), ...rest }));
}

/** In which languages its members write, the most frequent first. */
export async function languagesOf(db: Reader, incidentId: number): Promise<{ language: string; mails: number }[]> {
  return db
    .select({ language: messages.language, mails: count() })
    .from(incidentMembers)
    .innerJoin(messages, eq(messages.id, incidentMembers.messageId))
    .where(inIt(incidentId))
    .groupBy(messages.language)
    .orderBy(desc(count()), messages.language);
}

/** The members after one, by id. */
interface Page {
  after: number;
  limit: number;
}

/** Members that the incident's answer was not made ready for yet. */
export async function membersWithout(
  db: Reader,
  incidentId: number,
  replyId: number,
  { after, limit }: Page,
): Promise<Member[]> {
  const rows = await db
    .select()
    .from(incidentMembers)
    .where(
      and(inIt(incidentId), gt(incidentMembers.id, after), sql`coalesce(${incidentMembers.replyId}, 0) <> ${replyId}`),
    )
    .orderBy(asc(incidentMembers.id))
    .limit(limit);
  return rows.map(toMember);
}

/** Members whose part of the answer was approved with the others' and is not on its way yet. */
export async function membersApproved(db: Reader, incidentId: number, { after, limit }: Page): Promise<Member[]> {
  const rows = await db
    .select()
    .from(incidentMembers)
    .where(
      and(
        eq(incidentMembers.incidentId, incidentId),
        gt(incidentMembers.id, after),
        isNotNull(incidentMembers.approvedAt),
        isNull(incidentMembers.passedOnAt),
      ),
    )
    .orderBy(asc(incidentMembers.id))
    .limit(limit);
  return rows.map(toMember);
}

export interface MemberFigures {
  mails: number;
  senders: number;
  /** Joined in the last quarter of an hour, and in the one before. */
  lately: number;
  before: number;
  firstAt: number | undefined;
  overdue: number;
  nextDueAt: number | undefined;
}

const QUARTER_MS = 15 * 60_000;

export async function memberFigures(db: Reader, incidentId: number, now: number): Promise<MemberFigures> {
  const isOpen = sql`${tickets.state} in ('new', 'claimed')`;
  const [row] = await db
    .select({
      mails: count(),
      senders: sql<number>`count(distinct coalesce(${tickets.senderHash}, ${tickets.id}))`,
      lately: sql<number>`count(*) filter (where ${tickets.openedAt} > ${now - QUARTER_MS})`,
      before: sql<number>`count(*) filter (where ${tickets.openedAt} > ${now - 2 * QUARTER_MS} and ${tickets.openedAt} <= ${now - QUARTER_MS})`,
      firstAt: min(tickets.openedAt),
      overdue: sql<number>`count(*) filter (where ${isOpen} and ${tickets.dueAt} < ${now})`,
      nextDueAt: sql<number | null>`min(${tickets.dueAt}) filter (where ${isOpen} and ${tickets.dueAt} >= ${now})`,
    })
    .from(incidentMembers)
    .innerJoin(tickets, eq(tickets.id, incidentMembers.ticketId))
    .where(inIt(incidentId));
  return { ...row!, firstAt: row!.firstAt ?? undefined, nextDueAt: row!.nextDueAt ?? undefined };
}

export async function addReply(
  tx: Tx,
  { texts, ...row }: Pick<ReplyRow, "incidentId" | "final" | "by" | "at"> & { texts: ByLanguage },
): Promise<number> {
  const [added] = await tx
    .insert(incidentReplies)
    .values({ ...row, content: sealJson(tx, TEXTS, texts) })
    .returning({ id: incidentReplies.id });
  return added!.id;
}

export async function getReply(db: Reader, id: number): Promise<IncidentReply | undefined> {
  const [row] = await db.select().from(incidentReplies).where(eq(incidentReplies.id, id));
  if (!row) return undefined;
  const { content, ...rest } = row;
  return { ...rest, texts: openJson(db, TEXTS, content, ByLanguage) ?? {} };
}

/** Takes the words out of incidents that ended before the instant; how many. */
export async function emptyIncidents(tx: Tx, before: number, limit: number): Promise<number> {
  const old = tx
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(lt(incidents.resolvedAt, before), isNotNull(incidents.content)))
    .limit(limit);
  const gone = await tx
    .update(incidents)
    .set({ content: null })
    .where(inArray(incidents.id, old))
    .returning({ id: incidents.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0)
    await tx.update(incidentReplies).set({ content: null }).where(inArray(incidentReplies.incidentId, ids));
  return gone.length;
}
