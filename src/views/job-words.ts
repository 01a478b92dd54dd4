import type { JobKind } from "../domain/jobs.ts";
import { said } from "./text.ts";

/** What waits in the job list, in words: one of them, and several. */
const NAMES: Readonly<Record<JobKind, readonly [string, string]>> = {
  "poll-mailbox": ["mailbox to read", "mailboxes to read"],
  "process-message": ["mail to work on", "mails to work on"],
  "draw-card": ["card to draw", "cards to draw"],
  "run-effect": ["message or answer to send", "messages and answers to send"],
  "draw-home": ["Home to draw", "Homes to draw"],
  sweep: ["round of deadlines to check", "rounds of deadlines to check"],
  "watch-mailbox": ["mailbox to subscribe to", "mailboxes to subscribe to"],
  "draw-burst": ["list of waiting mail to draw", "lists of waiting mail to draw"],
  "group-mail": ["look for incidents", "looks for incidents"],
  "draw-incident": ["incident to draw", "incidents to draw"],
  "answer-incident": ["incident to answer", "incidents to answer"],
  "refresh-knowledge": ["look at the articles", "looks at the articles"],
  "propose-articles": ["look for new articles", "looks for new articles"],
  prune: ["clearing out", "clearings out"],
  recalibrate: ["fitting of confidence", "fittings of confidence"],
  "check-people": ["look at who may do what", "looks at who may do what"],
  reconcile: ["mailbox to compare with Gmail", "mailboxes to compare with Gmail"],
  "scan-again": ["file to scan", "files to scan"],
  drill: ["rehearsal of attacks", "rehearsals of attacks"],
  "read-again": ["sent answer to read again", "sent answers to read again"],
};

export const jobWords = (kind: string, count = 1): string =>
  (NAMES as Readonly<Record<string, readonly [string, string]>>)[kind]?.[count === 1 ? 0 : 1] ?? said(kind, 40);
