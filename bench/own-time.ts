import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountOf, enterMessages } from "../src/db/ledger.ts";
import { findMailboxes } from "../src/db/mailboxes.ts";
import { openDatabase } from "../src/db/open.ts";
import { createVault } from "../src/db/vault.ts";
import type { JobKind } from "../src/domain/jobs.ts";
import type { FetchedMail } from "../src/domain/ports.ts";
import { openBudget } from "../src/jobs/budget.ts";
import { JOB_LIMITS } from "../src/jobs/handlers.ts";
import { enqueueMessage } from "../src/jobs/poll-mailbox.ts";
import { type ProcessDeps, processMessage } from "../src/jobs/process-message.ts";
import { createRunner, type Handlers } from "../src/jobs/runner.ts";
import { createLocalEngine } from "../src/pipeline/local/engine.ts";
import { triage } from "../src/pipeline/triage.ts";
import type { Provider } from "../src/pipeline/understand/ask-model.ts";
import { CircuitBreaker } from "../src/pipeline/understand/breaker.ts";
import { createAnswerCache } from "../src/pipeline/understand/cache.ts";
import type { Model } from "../src/pipeline/understand/model.ts";
import { openSettings } from "../src/tickets/settings-store.ts";
import { asFetched, type Labelled, labelledMail, settingsFor } from "./gold.ts";
import { archiveOf } from "./many-tickets.ts";
import { bestOf, type Figure, type Findings, type Measurement, median, spread } from "./measurement.ts";

const BARS = { p50: { atMost: 5 }, p95: { atMost: 15 } } as const;
const PER_SECOND = { atLeast: 100 } as const;

/** From the bytes to the committed decision: the real job, the real repositories, a database file; the model answers at once. */
export const ownTime: Measurement = {
  name: "own-time",
  title: "our own time per mail, raw bytes to committed decision",
  async run({ quick }): Promise<Findings> {
    const mails = labelledMail("larkspur").slice(0, quick ? 40 : undefined);
    const rounds = quick ? 2 : 9;
    const withModel = await work(mails, rounds, true);
    const locally = await work(mails, rounds, false);
    return {
      data: `${mails.length} labelled mails x ${rounds - 1} rounds after one to warm up, database in a file`,
      figures: [...figures("model at zero latency", withModel), ...figures("without a model", locally)],
    };
  },
};

/** The same on desks with a past: what is looked up for each mail (its conversation, copies, its sender) must not grow with it. */
export const ownTimeBySize: Measurement = {
  name: "own-time-by-size",
  title: "our own time per mail by the mails that are stored already",
  async run({ quick }): Promise<Findings> {
    const mails = labelledMail("larkspur").slice(0, quick ? 20 : undefined);
    const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
    const rounds = quick ? 2 : 5;
    const found: Figure[] = [];
    for (const size of sizes) {
      const desk = await openBench(mails, false, size);
      try {
        const alone: number[][] = [];
        for (let round = 0; round < rounds; round++) {
          const { times } = await desk.round(round, 1);
          if (round > 0) alone.push(times);
        }
        found.push(...spread(`${size.toLocaleString("en")} stored: each mail's best round`, bestOf(alone), "ms"));
      } finally {
        await desk.close();
      }
    }
    return { data: `${mails.length} labelled mails x ${rounds - 1} rounds, without a model`, figures: found };
  },
};

const figures = (how: string, { alone, perSecond, cpuMs }: Times): Figure[] => [
  ...spread(`${how}: one mail at a time`, alone.flat(), "ms", BARS),
  ...spread(`${how}: each mail's best round`, bestOf(alone), "ms"),
  { what: `${how}: CPU a mail, median of the rounds`, value: median(cpuMs), unit: "ms", samples: cpuMs.length },
  { what: `${how}: side by side, one process`, value: perSecond, unit: "mails/s", bar: PER_SECOND },
];

interface Times {
  alone: number[][];
  perSecond: number;
  cpuMs: number[];
}

async function work(mails: Labelled[], rounds: number, withModel: boolean): Promise<Times> {
  const desk = await openBench(mails, withModel);
  try {
    const alone: number[][] = [];
    for (let round = 0; round < rounds; round++) {
      const { times } = await desk.round(round, 1);
      if (round > 0) alone.push(times);
    }
    const rates: number[] = [];
    const cpuMs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      const { tookMs } = await desk.round(rounds + round, 24);
      const { user, system } = process.cpuUsage(before);
      if (round === 0) continue;
      rates.push((mails.length / tookMs) * 1_000);
      cpuMs.push((user + system) / 1_000 / mails.length);
    }
    await desk.verify((rounds + rounds) * mails.length);
    return { alone, perSecond: median(rates), cpuMs };
  } finally {
    await desk.close();
  }
}

/** The processing side of a desk over a mailbox in memory. Cards and answers stay planned: they are measured elsewhere. */
async function openBench(mails: Labelled[], withModel: boolean, storedBefore = 0) {
  const now = () => Date.now();
  const { db, settings, close } =
    storedBefore > 0 ? await archiveOf(storedBefore, () => settingsFor("larkspur")) : await emptyDesk(now);
  const boxes = await findMailboxes(
    db.read,
    settings.current().settings.mailboxes.map(({ address }) => address),
  );
  const boxOf = (address: string) => boxes.find((box) => box.address === address)!.id;
  const stored = new Map<string, FetchedMail>();
  const current: { answer: unknown } = { answer: undefined };
  const localEngine = createLocalEngine();
  const startAt = now() - 48 * 3_600_000;

  const deps = {
    db,
    settings,
    now,
    mail: async () => ({ fetch: async (id: string) => stored.get(id)!, thread: async () => [] }),
    triage: triage({
      readLocally: (input) => localEngine.read(input),
      engines: {
        providers: withModel ? [provider(() => current.answer, now)] : [],
        cache: createAnswerCache({ ttlMs: 0, max: 1, now }),
        budgetSpent: (await openBudget({ db, settings, now })).spent,
        around: { now, random: Math.random, sleep: async () => undefined },
      },
    }),
  } as unknown as ProcessDeps;

  return {
    async round(round: number, hands: number): Promise<{ times: number[]; tookMs: number }> {
      const fetched = asFetched(mails, round, startAt);
      await db.transaction(async (tx) => {
        for (const [index, mail] of fetched.entries()) {
          stored.set(mail.providerId, mail);
          const options = { origin: "live", now: now() } as const;
          const rows = await enterMessages(tx, boxOf(mails[index]!.mailbox), [mail.providerId], options);
          for (const row of rows) await enqueueMessage(tx, row, now());
        }
      });
      const times: number[] = [];
      const runner = createRunner({
        db,
        worker: "bench",
        now,
        random: Math.random,
        log: SILENT,
        onBuried: async () => undefined,
        limits: { ...IDLE, "process-message": hands },
        hands,
        handlers: {
          async "process-message"({ ledgerId }, job) {
            current.answer = mails[(ledgerId - 1) % mails.length]!.answer;
            const before = performance.now();
            await processMessage(deps, ledgerId, job);
            times.push(performance.now() - before);
          },
        } as Handlers,
      });
      const before = performance.now();
      await runner.drain();
      return { times, tookMs: performance.now() - before };
    },
    /** A figure for work that was not done would be a good one. */
    async verify(expected: number) {
      const { accounted, failed } = await accountOf(db.read);
      if (accounted !== expected || failed > 0)
        throw new Error(`${accounted} of ${expected} mails are accounted for, ${failed} failed`);
    },
    close,
  };
}

async function emptyDesk(now: () => number) {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-bench-"));
  const db = openDatabase(`file:${path.join(folder, "mailroom.db")}`, createVault([randomBytes(32)]));
  const settings = await openSettings(db, () => settingsFor("larkspur"), now);
  const close = async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, settings, close };
}

const IDLE = Object.fromEntries(Object.keys(JOB_LIMITS).map((kind) => [kind, 0])) as Record<JobKind, number>;
const ignore = () => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: console.error, child: () => SILENT };

function provider(answer: () => unknown, now: () => number): Provider {
  const small: Model = {
    name: "zero-latency",
    complete: async () => ({ value: answer(), usage: { inputTokens: 900, cachedTokens: 700, outputTokens: 150 } }),
  };
  return { small, large: undefined, breaker: new CircuitBreaker(now) };
}
