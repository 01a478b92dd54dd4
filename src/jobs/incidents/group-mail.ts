import { appendAudit } from "../../db/audit.ts";
import type { Tx } from "../../db/database.ts";
import { getDecision } from "../../db/decisions.ts";
import { changeIncident, getIncident, openIncident } from "../../db/incidents.ts";
import { freeSketches, markCompared, newSketches, type SketchRow, sketchesOf } from "../../db/sketches.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import { isOpen } from "../../domain/ticket.ts";
import { type Compared, incidentAround, incidentOf, rulesAmong } from "../../pipeline/incidents/grouping.ts";
import { commonOf, profileOf, vectorOf, type Weights } from "../../pipeline/incidents/likeness.ts";
import { titleOf } from "../../pipeline/incidents/title.ts";
import { joinIncident } from "../../tickets/incidents/join.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import { channelOf } from "../effects/slack-card.ts";
import { knownIncidents, ordinaryMail } from "./likeness.ts";

const BATCH = 100;
/** With more mail than this in the span, the newest are looked at. */
const MOST = 500;
/** Members that an incident is known by: the newest, because what people write of changes as it goes on. */
const KNOWN_BY = 60;
/** What fewer mails than these have in common is not yet what an incident is about. */
const LEAST = 3;

/** Holds each new mail against the open incidents, then against its neighbours in time. Asked for again it goes on where it was. */
export async function groupMail(deps: DeskJobs): Promise<void> {
  const { db, settings, now } = deps;
  for (;;) {
    const fresh = await newSketches(db.read, BATCH);
    if (fresh.length === 0) return;
    const { settings: current } = settings.current();
    const ordinary = await ordinaryMail(db.read, current, now());
    const rules = rulesAmong(current.incidents, ordinary.mails.length);
    const windowMs = rules.withinMinutes * 60_000;
    const times = fresh.map(({ at }) => at);
    const span = { from: Math.min(...times) - windowMs, to: Math.max(...times) + windowMs };
    const free = rules.detect ? await freeSketches(db.read, span, MOST) : [];
    const grouped = new Set<number>();
    for (const mail of fresh) {
      const nearby = free.filter(
        (one) => one.ticketId !== mail.ticketId && !grouped.has(one.ticketId) && Math.abs(one.at - mail.at) <= windowMs,
      );
      const known = rules.detect
        ? incidentOf(mail.sketch, await knownIncidents(db.read), ordinary.weights, rules)
        : undefined;
      const around =
        known || !rules.detect || grouped.has(mail.ticketId)
          ? undefined
          : incidentAround(mail, onePerTicket(nearby), ordinary.weights, rules, ordinary);
      await db.transaction(async (tx) => {
        await markCompared(tx, [mail.messageId], now());
        const ticket = await getTicket(tx, mail.ticketId);
        if (!ticket || !isOpen(ticket.state)) return;
        if (known) {
          if (await joinIncident(tx, known, ticket, { by: "mailroom", now: now() }))
            await learnProfile(tx, known.id, ordinary.weights);
        } else if (around) await open(deps, tx, around, ordinary.weights);
      });
      for (const { ticketId } of around ?? (known ? [mail] : [])) grouped.add(ticketId);
    }
  }
}

/** Of several mails in one conversation the newest: a customer who writes five times is one. */
const onePerTicket = (rows: readonly SketchRow[]): SketchRow[] => [
  ...new Map([...rows].reverse().map((row) => [row.ticketId, row])).values(),
];

async function open(deps: DeskJobs, tx: Tx, group: readonly Compared[], weights: Weights): Promise<void> {
  const { settings, now } = deps;
  const read = await Promise.all(group.map(({ ticketId }) => getTicket(tx, ticketId)));
  const tickets = read.filter((one): one is Ticket => one !== undefined && isOpen(one.state));
  if (tickets.length < settings.current().settings.incidents.members) return;
  const decisions = await Promise.all(
    tickets.map(({ decisionId }) => (decisionId === null ? undefined : getDecision(tx, decisionId))),
  );
  const products = decisions.flatMap((row) => row?.decision?.entities.products.slice(0, 1) ?? []);
  const product = mostFrequent(products);
  const title = titleOf(
    tickets.map(({ about }, index) => ({
      text: `${about?.subject ?? ""}. ${about?.summary ?? ""}`,
      language: decisions[index]?.decision?.language ?? "unknown",
    })),
    {
      product: products.filter((one) => one === product).length * 2 > tickets.length ? product : undefined,
      company: settings.current().settings.company.name,
      intent: mostFrequent(tickets.map(({ intent }) => intent))!,
    },
  );
  const common = commonOf(group.map(({ sketch }) => vectorOf(sketch, weights)));
  const incident = await openIncident(tx, {
    channel: channelOf(deps, mostFrequent(tickets.map(({ queue }) => queue))!),
    openedBy: "mailroom",
    openedAt: now(),
    content: { title, profile: profileOf(common) },
  });
  const details = { incidentId: incident.id, members: tickets.length };
  await appendAudit(tx, { at: now(), actor: "mailroom", action: "incident.opened", details });
  // In the order in which they came.
  for (const ticket of tickets.sort((a, b) => a.openedAt - b.openedAt || a.id - b.id))
    await joinIncident(tx, incident, ticket, { by: "mailroom", now: now() });
}

/** What its mails have in common, with those that have come and without those that were taken out. */
export async function learnProfile(tx: Tx, incidentId: number, weights: Weights): Promise<void> {
  const rows = onePerTicket(await sketchesOf(tx, incidentId, KNOWN_BY));
  if (rows.length < LEAST) return;
  const incident = await getIncident(tx, incidentId);
  if (!incident?.content) return;
  const common = commonOf(rows.map(({ sketch }) => vectorOf(sketch, weights)));
  await changeIncident(tx, incidentId, { content: { ...incident.content, profile: profileOf(common) } });
}

export function mostFrequent(list: readonly string[]): string | undefined {
  const counted = new Map<string, number>();
  for (const one of list) counted.set(one, (counted.get(one) ?? 0) + 1);
  return [...counted].sort(([, a], [, b]) => b - a)[0]?.[0];
}
