import { appendAudit } from "../db/audit.ts";
import type { Tx } from "../db/database.ts";
import { type LeasedJob, readJob } from "../db/jobs.ts";
import { settleLedgerRow } from "../db/ledger.ts";
import { FAILURES, type MailroomError } from "../domain/errors.ts";
import { drawBurst } from "./burst.ts";
import { recalibrate } from "./calibration.ts";
import { checkPeople } from "./check-people.ts";
import { drawCard } from "./draw-card.ts";
import { drawHome } from "./draw-home.ts";
import { drill } from "./drill.ts";
import type { EffectHandlers } from "./effects/effect.ts";
import { executeEffect, failEffect } from "./effects/execute.ts";
import { gmailAcknowledge } from "./effects/gmail-acknowledge.ts";
import { gmailReply } from "./effects/gmail-reply.ts";
import { slackBlank } from "./effects/slack-blank.ts";
import { slackCard } from "./effects/slack-card.ts";
import { slackDirect } from "./effects/slack-direct.ts";
import { slackLine } from "./effects/slack-line.ts";
import { slackMail, slackNote } from "./effects/slack-thread.ts";
import { toolCall } from "./effects/tool-call.ts";
import { embedKnowledge } from "./embed-knowledge.ts";
import { answerIncident } from "./incidents/answer-incident.ts";
import { drawIncident } from "./incidents/draw-incident.ts";
import { groupMail } from "./incidents/group-mail.ts";
import { pollMailbox } from "./poll-mailbox.ts";
import { type ProcessDeps, processMessage } from "./process-message.ts";
import { proposeArticles } from "./propose-articles.ts";
import { prune } from "./prune.ts";
import { watchMailbox } from "./push.ts";
import { readAgain } from "./read-again.ts";
import { reconcile } from "./reconcile.ts";
import { refreshKnowledge } from "./refresh-knowledge.ts";
import type { Handlers } from "./runner.ts";
import { scanAgain } from "./scan-again.ts";
import { sweep } from "./sweep.ts";

/** How many of a kind run at once. Processing waits on a model most of its time; the rest wait on services that count calls. */
export const JOB_LIMITS = {
  sweep: 1,
  "refresh-knowledge": 1,
  "propose-articles": 1,
  prune: 1,
  recalibrate: 1,
  "check-people": 1,
  reconcile: 1,
  "read-again": 2,
  drill: 1,
  "scan-again": 2,
  "draw-home": 4,
  "poll-mailbox": 4,
  "watch-mailbox": 1,
  "process-message": 24,
  "draw-card": 8,
  "draw-burst": 2,
  "group-mail": 1,
  "draw-incident": 2,
  "answer-incident": 2,
  "run-effect": 8,
} as const;

/** All the mail that may be in hand, and a few for what it causes. */
export const HANDS = JOB_LIMITS["process-message"] + 6;

export function effectHandlers(deps: ProcessDeps): EffectHandlers {
  return {
    "slack.card": slackCard(deps),
    "slack.note": slackNote(deps),
    "slack.mail": slackMail(deps),
    "slack.direct": slackDirect(deps),
    "slack.line": slackLine(deps),
    "slack.blank": slackBlank(deps),
    "gmail.acknowledge": gmailAcknowledge(deps),
    "gmail.reply": gmailReply(deps),
    "tool.call": toolCall(deps),
  };
}

export function jobHandlers(deps: ProcessDeps, effects: EffectHandlers): Handlers {
  const { db, now } = deps;
  return {
    "poll-mailbox": ({ mailboxId }) => pollMailbox(deps, mailboxId),
    "watch-mailbox": ({ mailboxId }) => watchMailbox(deps, mailboxId),
    "process-message": ({ ledgerId }, job) => processMessage(deps, ledgerId, job),
    sweep: () => sweep(deps),
    async "refresh-knowledge"() {
      await refreshKnowledge(deps);
      await embedKnowledge(deps);
    },
    "propose-articles": () => proposeArticles(deps),
    prune: () => prune(deps),
    recalibrate: () => recalibrate(deps),
    "check-people": () => checkPeople(deps),
    reconcile: ({ mailboxId }) => reconcile(deps, mailboxId),
    drill: () => drill(deps),
    "read-again": ({ approvalId }) => readAgain(deps, approvalId),
    "scan-again": (payload, job) => scanAgain(deps, payload, job),
    "draw-home": ({ user }) => drawHome(deps, user),
    "draw-card": ({ ticketId }, job) => drawCard(deps, effects, ticketId, job),
    "group-mail": () => groupMail(deps),
    "draw-incident": ({ incidentId }, job) => drawIncident(deps, effects, incidentId, job),
    "answer-incident": ({ incidentId }, job) => answerIncident(deps, incidentId, job),
    "draw-burst": ({ channel }, job) => drawBurst(deps, effects, channel, job),
    async "run-effect"({ effectId }, job) {
      await executeEffect({ db, handlers: effects, now }, effectId, job);
    },
  };
}

/** A job that was given up leaves its mark where people look: the ledger says failed, the effect says failed, the audit says why. */
export const onBuried =
  (effects: EffectHandlers, now: () => number) =>
  async (tx: Tx, buried: LeasedJob, failure: MailroomError): Promise<void> => {
    const reason = FAILURES[failure.code].say;
    const job = readJob(buried);
    if (job?.kind === "process-message")
      await settleLedgerRow(tx, job.payload.ledgerId, { state: "failed", reason }, now());
    if (job?.kind === "run-effect") await failEffect({ handlers: effects, now }, tx, job.payload.effectId, reason);
    await appendAudit(tx, {
      at: now(),
      actor: "mailroom",
      action: "job.dead",
      details: { jobId: buried.id, kind: buried.kind, code: failure.code },
    });
  };
