import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { heldByQueue } from "../db/bursts.ts";
import type { Database } from "../db/database.ts";
import { firstSeenOf, ingestedByMailbox, jobFigures, modelFiguresAfter } from "../db/desk-figures.ts";
import { findMailboxes } from "../db/mailboxes.ts";
import { toFailure } from "../domain/errors.ts";
import { onNote, type Step, steps } from "../domain/measure.ts";
import type { SettingsStore } from "../tickets/settings-store.ts";
import type { HttpAnswer } from "./http-server.ts";

interface MetricsDeps {
  db: Database;
  settings: SettingsStore;
  now: () => number;
  connected: () => boolean;
}

export interface Metrics {
  page(): Promise<HttpAnswer>;
  close(): void;
}

/** From a redraw of a few milliseconds to a model that takes its whole time limit. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Polling comes on top: a mail may wait a poll's interval before the history shows it, and that is not counted here. */
const LAG_SECONDS = [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30, 60, 300, 1_800];
const CONFIDENCE = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** What the database knows is read when somebody looks; what only the moment knows is counted as it happens. */
export function openMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const read = readFromDatabase(registry, deps);
  const stop = countAsItHappens(registry, deps);
  let last: Promise<unknown> = Promise.resolve();
  return {
    async page() {
      // One after the other: two readers at once would count the same model calls twice.
      last = last.then(read, read);
      await last;
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    },
    close() {
      stop();
      registry.clear();
    },
  };
}

function readFromDatabase(registry: Registry, { db, settings, now, connected }: MetricsDeps): () => Promise<void> {
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[]) => new Gauge({ name, help, labelNames, registers });

  const ingested = counter("emails_ingested_total", "Messages that a mailbox has shown, each counted once.", [
    "mailbox",
  ]);
  const calls = counter("llm_calls_total", "Calls to models by how they ended.", ["model", "outcome"]);
  const cost = counter("llm_cost_usd_total", "What model calls cost at list price, in US dollars.", ["model"]);
  const jobs = gauge("mailroom_jobs", "Jobs by kind: due, waiting for a later time, running.", ["kind", "state"]);
  const dead = gauge("mailroom_dead_letters", "Work that was given up and waits for a person.", ["kind"]);
  const dueAge = gauge("mailroom_oldest_due_job_seconds", "How long the oldest due job has waited for a worker.", [
    "kind",
  ]);
  const readAge = gauge(
    "mailroom_mailbox_read_age_seconds",
    "How long ago the mailbox was last read; paused ones are left out.",
    ["mailbox"],
  );
  const disconnected = gauge("mailroom_mailbox_disconnected", "1 while Gmail does not let us into the mailbox.", [
    "mailbox",
  ]);
  const held = gauge("mailroom_burst_waiting", "Tickets of a burst that wait together for their cards.", ["channel"]);
  const slack = gauge("mailroom_slack_connected", "1 while the socket to Slack is open.", []);
  let lastCall = 0;

  return async () => {
    slack.set(connected() ? 1 : 0);

    const totals = await ingestedByMailbox(db.read);
    ingested.reset();
    for (const { mailbox, total } of totals) ingested.inc({ mailbox }, total);

    for (const one of await modelFiguresAfter(db.read, lastCall)) {
      calls.inc({ model: one.model, outcome: one.outcome }, one.calls);
      cost.inc({ model: one.model }, one.costUsd);
      lastCall = Math.max(lastCall, one.lastId);
    }

    const figures = await jobFigures(db.read, now());
    for (const one of [jobs, dead, dueAge]) one.reset();
    for (const { kind, due, waiting, running, dead: buried, oldestDueAt } of figures) {
      jobs.set({ kind, state: "due" }, due);
      jobs.set({ kind, state: "waiting" }, waiting);
      jobs.set({ kind, state: "running" }, running);
      dead.set({ kind }, buried);
      dueAge.set({ kind }, oldestDueAt === null ? 0 : Math.max(0, now() - oldestDueAt) / 1_000);
    }

    const { mode, mailboxes, queues } = settings.current().settings;
    // At nought while nothing waits, so that the begin of a burst shows.
    for (const { channel } of Object.values(queues)) held.set({ channel }, 0);
    for (const { queue, waiting } of await heldByQueue(db.read))
      held.inc({ channel: (queues[queue] ?? queues["triage"]!).channel }, waiting);
    const rows = await findMailboxes(
      db.read,
      mailboxes.map(({ address }) => address),
    );
    for (const one of [readAge, disconnected]) one.reset();
    for (const { address: mailbox, syncedAt, pausedAt, disconnectedAt } of rows) {
      disconnected.set({ mailbox }, disconnectedAt === null ? 0 : 1);
      if (mode !== "paused" && pausedAt === null && syncedAt !== null)
        readAge.set({ mailbox }, Math.max(0, now() - syncedAt) / 1_000);
    }
  };
}

function countAsItHappens(registry: Registry, deps: MetricsDeps): () => void {
  const registers = [registry];
  const confidence = new Histogram({
    name: "extraction_confidence",
    help: "Confidence of decisions on new mail, by who decided.",
    labelNames: ["decided_by"],
    buckets: CONFIDENCE,
    registers,
  });
  const conflicts = new Counter({
    name: "idempotency_conflicts_total",
    help: "Things that came or were about to be done a second time, and were recognised.",
    labelNames: ["what"],
    registers,
  });
  const lookUps = new Counter({
    name: "mailroom_look_ups_total",
    help: "What other systems of the company were asked about mail, by what came of it.",
    labelNames: ["tool", "outcome"],
    registers,
  });
  // The series is there from the first scrape, so that its first increase is seen.
  for (const what of ["effect_planned", "effect_done", "lease_lost", "event_repeated", "press_repeated"] as const)
    conflicts.inc({ what }, 0);
  const took = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers });
  const jobs = took("mailroom_job_seconds", "Jobs by kind and outcome.", ["kind", "outcome"]);
  const effects = took("mailroom_effect_seconds", "Calls that change something outside.", ["kind", "outcome"]);
  const parts = took("mailroom_step_seconds", "Steps of one mail's way.", ["step", "kind", "outcome"]);
  const lag = new Histogram({
    name: "mailroom_history_to_card_seconds",
    help: "From the moment a mailbox shows a mail to the moment its card stands in Slack.",
    buckets: LAG_SECONDS,
    registers,
  });

  const startedAt = new WeakMap<object, number>();
  const onStart = (step: object) => startedAt.set(step, performance.now());
  const onEnd = (message: unknown) => {
    const step = message as Step & { error?: unknown };
    const started = startedAt.get(step);
    if (started === undefined) return;
    const seconds = (performance.now() - started) / 1_000;
    const outcome = step.error === undefined ? "ok" : toFailure(step.error).code;
    const { kind } = step;
    if (step.step === "job") jobs.observe({ kind, outcome }, seconds);
    else if (step.step === "effect") effects.observe({ kind, outcome }, seconds);
    else parts.observe({ step: step.step, kind, outcome }, seconds);
    if (step.kind === "slack.card" && outcome === "ok") void noteLag(deps, step, lag);
  };
  steps.start.subscribe(onStart as (message: unknown) => void);
  steps.asyncEnd.subscribe(onEnd);
  const stopNotes = [
    onNote("looked_up", (one) => lookUps.inc(one)),
    onNote("conflict", ({ what }) => conflicts.inc({ what })),
    onNote("decision", (one) => confidence.observe({ decided_by: one.decidedBy }, one.confidence)),
  ];
  return () => {
    steps.start.unsubscribe(onStart as (message: unknown) => void);
    steps.asyncEnd.unsubscribe(onEnd);
    for (const stop of stopNotes) stop();
  };
}

async function noteLag({ db, now }: MetricsDeps, { ids: { ticketId } }: Step, lag: Histogram): Promise<void> {
  const seenAt = await firstSeenOf(db.read, Number(ticketId)).catch(() => undefined);
  if (seenAt !== undefined) lag.observe(Math.max(0, now() - seenAt) / 1_000);
}
