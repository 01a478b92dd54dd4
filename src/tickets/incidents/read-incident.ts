import type { Reader } from "../../db/database.ts";
import {
  getIncident,
  getReply,
  type Incident,
  languagesOf,
  memberFigures,
  openIncidents,
  type Standing,
  standingOf,
} from "../../db/incidents.ts";
import { linesById } from "../../db/ticket-lists.ts";
import {
  type ByLanguage,
  CARD_MEMBERS,
  type IncidentCard,
  type IncidentLine,
  MEMBERS_PAGE,
  type MemberLine,
  type ReplyFigures,
} from "../../domain/incident.ts";
import { authorise, type Forbidden } from "../../domain/roles.ts";
import { sendingHold } from "../../domain/sending.ts";
import { timezoneOf } from "../../domain/settings/calendars.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { Desk } from "../desk.ts";
import { partOf } from "./part-of.ts";

export async function incidentCardData(
  db: Reader,
  settings: Settings,
  incident: Incident,
  now: number,
): Promise<IncidentCard> {
  const standing = await standingOf(db, incident.id);
  const figures = await memberFigures(db, incident.id, now);
  const reply = await replyFigures(db, incident, standing);
  return {
    id: incident.id,
    state: incident.state,
    title: incident.content?.title ?? "(no longer kept)",
    banner: incident.content?.banner,
    owner: incident.owner ?? undefined,
    openedAt: incident.openedAt,
    openedBy: incident.openedBy,
    resolvedAt: incident.resolvedAt ?? undefined,
    resolvedBy: incident.resolvedBy ?? undefined,
    ...figures,
    firstAt: figures.firstAt ?? incident.openedAt,
    members: await memberLines(db, standing.slice(0, CARD_MEMBERS), reply),
    reply,
    sendingOff: sendingHold(settings, { mailboxPaused: false }),
  };
}

async function replyFigures(
  db: Reader,
  incident: Incident,
  standing: readonly Standing[],
): Promise<ReplyFigures | undefined> {
  const reply = incident.replyId === null ? undefined : await getReply(db, incident.replyId);
  if (!reply) return undefined;
  const { id, by, at, final } = reply;
  const figures: ReplyFigures = { id, by, at, final, preparing: 0, ready: 0, going: 0, sent: 0, leftOut: [] };
  for (const one of standing) {
    const part = partOf(one, reply, undefined);
    if (part.kind === "left-out") figures.leftOut.push({ ticketId: one.ticketId, why: part.why });
    else figures[part.kind]++;
  }
  return figures;
}

async function memberLines(
  db: Reader,
  standing: readonly Standing[],
  reply: ReplyFigures | undefined,
): Promise<MemberLine[]> {
  const lines = await linesById(
    db,
    standing.map(({ ticketId }) => ticketId),
  );
  const byTicket = new Map(standing.map((one) => [one.ticketId, one]));
  return lines.map((line) => ({ ...line, part: reply && partOf(byTicket.get(line.id)!, reply, undefined) }));
}

interface Request {
  by: string;
  incidentId: number;
}

export type ReadMembersOutcome =
  | { kind: "members"; card: IncidentCard; page: number; total: number; members: MemberLine[]; timezone: string }
  | { kind: "no-incident" }
  | Forbidden;

/** The members, page by page, for one person. */
export const readMembers =
  ({ db, settings, now }: Desk) =>
  async ({ by, incidentId, page }: Request & { page: number }): Promise<ReadMembersOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "viewer");
    if (may.kind === "forbidden") return may;
    const incident = await getIncident(db.read, incidentId);
    if (!incident) return { kind: "no-incident" };
    const card = await incidentCardData(db.read, current, incident, now());
    const standing = await standingOf(db.read, incidentId);
    const shown = Math.max(0, Math.min(page, Math.ceil(standing.length / MEMBERS_PAGE) - 1));
    const part = standing.slice(shown * MEMBERS_PAGE, (shown + 1) * MEMBERS_PAGE);
    const members = await memberLines(db.read, part, card.reply);
    return { kind: "members", card, page: shown, total: standing.length, members, timezone: timezoneOf(current, by) };
  };

/** The open incidents, the newest first. */
export async function incidentLines(db: Reader, now: number): Promise<IncidentLine[]> {
  const lines: IncidentLine[] = [];
  for (const { id, content, openedAt, owner, channel, ts } of await openIncidents(db)) {
    const { mails, senders, overdue } = await memberFigures(db, id, now);
    const card = ts === null ? undefined : { channel, ts };
    lines.push({ id, title: content?.title ?? "", mails, senders, openedAt, owner: owner ?? undefined, overdue, card });
  }
  return lines;
}

export const listIncidents =
  ({ db, settings, now }: Desk) =>
  async ({ by }: { by: string }): Promise<{ kind: "incidents"; incidents: IncidentLine[] } | Forbidden> => {
    const may = authorise(settings.current().settings, by, "viewer");
    if (may.kind === "forbidden") return may;
    return { kind: "incidents", incidents: await incidentLines(db.read, now()) };
  };

export type ReadWindowOutcome =
  | {
      kind: "window";
      incidentId: number;
      title: string;
      banner: ByLanguage;
      /** What was last written for all. */
      texts: ByLanguage;
      languages: { language: string; mails: number }[];
      mails: number;
    }
  | { kind: "no-incident" }
  | { kind: "resolved-already" }
  | Forbidden;

/** What the windows of an incident open with. */
export const readIncident =
  ({ db, settings, now }: Desk) =>
  async ({ by, incidentId }: Request): Promise<ReadWindowOutcome> => {
    const may = authorise(settings.current().settings, by, "agent");
    if (may.kind === "forbidden") return may;
    const incident = await getIncident(db.read, incidentId);
    if (!incident?.content) return { kind: "no-incident" };
    if (incident.state === "resolved") return { kind: "resolved-already" };
    const reply = incident.replyId === null ? undefined : await getReply(db.read, incident.replyId);
    return {
      kind: "window",
      incidentId,
      title: incident.content.title,
      banner: incident.content.banner ?? {},
      texts: reply?.texts ?? {},
      languages: await languagesOf(db.read, incidentId),
      mails: (await memberFigures(db.read, incidentId, now())).mails,
    };
  };
