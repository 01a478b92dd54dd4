import { changeAlert } from "../../db/alerts.ts";
import { changeBurst } from "../../db/bursts.ts";
import type { Reader } from "../../db/database.ts";
import { changeIncident, getIncident } from "../../db/incidents.ts";
import { lineTicketsOf, noteLineTickets } from "../../db/line-tickets.ts";
import { getProposal } from "../../db/proposals.ts";
import { firedBetween, toldBetween } from "../../db/sla-steps.ts";
import { getTicket } from "../../db/tickets.ts";
import { PRIORITIES } from "../../domain/decision.ts";
import { type LineNotice, NOTHING_TO_SAY } from "../../domain/effects.ts";
import { nameOf } from "../../domain/roles.ts";
import { readBurst } from "../../tickets/read-burst.ts";
import { readDigest } from "../../tickets/read-digest.ts";
import { alertMessage } from "../../views/alert.ts";
import { proposalMessage } from "../../views/article-notices.ts";
import { burstMessage } from "../../views/burst.ts";
import { digestMessage } from "../../views/digest.ts";
import { dueSoonNotice, escalatedLine, overdueLine, straysLine } from "../../views/direct.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import { incidentMessage } from "../incidents/incident-message.ts";
import { readAlerts } from "../read-alerts.ts";
import { reviewContent } from "../review-content.ts";
import type { EffectHandler } from "./effect.ts";
import { NOTICE_MARKER, noticeKey } from "./slack-direct.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./slack-look.ts";

/** There are few of them, and each says more than one card. */
const AHEAD_OF_CARDS = PRIORITIES.length;

/** Tickets that a message names together, none of them its own. */
async function namedIn(db: Reader, notice: LineNotice): Promise<number[]> {
  if (notice.type === "due-soon") return toldBetween(db, notice);
  return notice.type === "overdue" ? (await firedBetween(db, notice)).map(({ ticketId }) => ticketId) : [];
}

/** One line in a channel, or to one person: what everybody there should know, once. */
export function slackLine(deps: DeskJobs): EffectHandler<"slack.line"> {
  const { db, chat, settings, now } = deps;
  const place = (channel: string) => (/^[UW]/.test(channel) ? chat.direct(channel) : Promise.resolve(channel));

  async function content(channel: string, notice: LineNotice, named: ReadonlySet<number>) {
    if (notice.type === "escalated") {
      const ticket = await getTicket(db.read, notice.ticketId);
      return ticket && escalatedLine(notice, ticket, nameOf(settings.current().settings, notice.by));
    }
    if (notice.type === "due-soon") {
      const told = (await toldBetween(db.read, notice)).filter((id) => named.has(id));
      const tickets = await Promise.all(told.map((id) => getTicket(db.read, id)));
      const soon = tickets.flatMap((ticket) =>
        ticket?.dueAt ? [{ ticket, dueAt: ticket.dueAt, yours: ticket.owner === notice.user }] : [],
      );
      const { timezone } = settings.current().settings.company;
      return soon.length > 0 ? dueSoonNotice(soon, { now: now(), timezone }) : undefined;
    }
    if (notice.type === "digest")
      return digestMessage(
        await readDigest(deps)(notice.days, notice.to),
        settings.current().settings.company.timezone,
      );
    if (notice.type === "alert") {
      const alert = (await readAlerts(deps)).find(({ cause }) => cause === notice.cause);
      return alert && alertMessage(alert, settings.current().settings.company.timezone);
    }
    if (notice.type === "burst") {
      const { settings: current } = settings.current();
      const burst = await readBurst(db.read, current, channel);
      return burst && burstMessage(burst, channel, { now: now(), timezone: current.company.timezone });
    }
    if (notice.type === "incident") {
      const incident = await getIncident(db.read, notice.incidentId);
      return incident && incidentMessage(deps, incident);
    }
    if (notice.type === "review") return reviewContent(deps, notice.approvalId);
    if (notice.type === "proposal") {
      const proposal = await getProposal(db.read, notice.proposalId);
      return proposal?.article && proposal.state === "open"
        ? proposalMessage({ id: proposal.id, ticketId: proposal.ticketId, ...proposal.article })
        : undefined;
    }
    if (notice.type === "strays") return straysLine(notice);
    const late = (await firedBetween(db.read, notice)).filter(({ ticketId }) => named.has(ticketId));
    const tickets = await Promise.all(
      late.map(async ({ ticketId, rung }) => ({ ticket: await getTicket(db.read, ticketId), rung })),
    );
    const known = tickets.flatMap(({ ticket, rung }) => (ticket ? [{ ticket, rung }] : []));
    return known.length > 0 ? overdueLine(known, notice.lead) : undefined;
  }

  return {
    async ask(effect, { channel }) {
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      const where = { channel: await place(channel), since: (effect.attemptedAt ?? 0) - LOOK_BACK_MS };
      const found = await chat.find(where, { type: NOTICE_MARKER, key: "effect", value: noticeKey(effect) });
      if (found === "none") return { kind: "not-happened" };
      return found === "unsure" ? { kind: "unsure", retryMs: 30_000 } : { kind: "happened", receipt: { ...found } };
    },
    async gate(tx, effect, { notice }) {
      await noteLineTickets(tx, effect.id, await namedIn(tx, notice));
      return { kind: "go" };
    },
    async perform(effect, { channel, notice }) {
      const said = await content(channel, notice, await lineTicketsOf(db.read, effect.id));
      if (!said) return { channel, ts: NOTHING_TO_SAY };
      const marker = { type: NOTICE_MARKER, payload: { effect: noticeKey(effect) } };
      return {
        ...(await chat.post(
          { channel: await place(channel), ...said, marker },
          { key: effect.idempotencyKey, rank: AHEAD_OF_CARDS },
        )),
      };
    },
    async settle(tx, _effect, { channel, notice }, receipt) {
      if (notice.type === "burst" && receipt["ts"] !== NOTHING_TO_SAY)
        await changeBurst(tx, channel, { ts: receipt["ts"]!, shownAt: now() });
      if (notice.type === "incident" && receipt["ts"] !== NOTHING_TO_SAY)
        await changeIncident(tx, notice.incidentId, { ts: receipt["ts"]!, shownAt: now() });
      if (notice.type === "alert" && receipt["ts"] !== NOTHING_TO_SAY)
        await changeAlert(tx, notice.cause, { channel: receipt["channel"]!, ts: receipt["ts"]! });
    },
    async ended() {},
  };
}
