import { schedule } from "node-cron";
import { clamdScanner, parseClamdAddress } from "./adapters/clamav/clamav.ts";
import { modelProviders } from "./adapters/openai/providers.ts";
import { slackChat } from "./adapters/slack/chat.ts";
import { connectSlack } from "./adapters/slack/connect.ts";
import { slackStanding } from "./adapters/slack/standing.ts";
import { type Config, readConfig } from "./config.ts";
import { enqueue } from "./db/jobs.ts";
import { loadKeys } from "./db/key-file.ts";
import { findMailboxes, listMailboxes } from "./db/mailboxes.ts";
import { openDatabase } from "./db/open.ts";
import { knowledgeIn } from "./db/passage-search.ts";
import { createVault } from "./db/vault.ts";
import { toFailure } from "./domain/errors.ts";
import { JOB_PRIORITY } from "./domain/jobs.ts";
import { openBudget } from "./jobs/budget.ts";
import { openCalibration } from "./jobs/calibration.ts";
import { openExamples } from "./jobs/corrected-examples.ts";
import { dailyWork } from "./jobs/daily.ts";
import { releaseDeadWorkers, workerName } from "./jobs/dead-workers.ts";
import { effectHandlers, HANDS, JOB_LIMITS, jobHandlers, onBuried } from "./jobs/handlers.ts";
import { bannerFor } from "./jobs/incidents/likeness.ts";
import { lookBackPatiently } from "./jobs/look-back.ts";
import type { ProcessDeps } from "./jobs/process-message.ts";
import { pushListener, requestWatches } from "./jobs/push.ts";
import { readKnowledgeFirst } from "./jobs/refresh-knowledge.ts";
import { requestPoll } from "./jobs/request-poll.ts";
import { createRunner } from "./jobs/runner.ts";
import { registerListeners } from "./listeners/index.ts";
import { createLog } from "./log.ts";
import type { SocketHealth } from "./operate/health.ts";
import { openOperations } from "./operate/operations.ts";
import { openTraces } from "./operate/traces.ts";
import { Embedding } from "./pipeline/answer/embedding.ts";
import { phraseArticle } from "./pipeline/answer/phrase-article.ts";
import { secondReader } from "./pipeline/answer/second-reading.ts";
import { createLocalEngine } from "./pipeline/local/engine.ts";
import { Masker } from "./pipeline/masker.ts";
import { triage } from "./pipeline/triage.ts";
import { createAnswerCache } from "./pipeline/understand/cache.ts";
import type { Engines } from "./pipeline/understand/understand.ts";
import { readHome } from "./tickets/read-home.ts";
import { openSettings } from "./tickets/settings-store.ts";
import { checkDesk } from "./wiring/check-desk.ts";
import { listenerDeps } from "./wiring/listener-deps.ts";
import { openEmbedder } from "./wiring/open-embedding.ts";
import { openMail } from "./wiring/open-mail.ts";
import { openPush } from "./wiring/open-push.ts";
import { openTools } from "./wiring/open-tools.ts";
import { readSeed } from "./wiring/read-seed.ts";

/** Running work gets this long when we are asked to stop; the contract is ten seconds in all. */
const GRACE_MS = 7_000;
const CACHE_TTL_MS = 10 * 60_000;
/** What comes once a day is asked for this often, so that a process that is not always on misses none. */
const DAILY_SECONDS = 15 * 60;
/** What the clock brings is looked for this often, whatever the polling does. */
const SWEEP_SECONDS = 15;
/** At a quarter past three, in the company's time zone. */
const NIGHTLY = "0 15 3 * * *";

/** Where everything meets: configuration, database, adapters, jobs, listeners. Returns how to stop. */
export async function start(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ stop: () => Promise<void> }> {
  const config = readConfig(environment);
  const log = createLog(config.LOG_LEVEL);
  const now = () => Date.now();
  // Slack's library can reject outside any promise of ours. Our state is in the database, so the process goes on.
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "an unhandled rejection"));

  const db = openDatabase(config.DATABASE_URL, createVault(loadKeys(config.MAILROOM_KEY, config.DATABASE_URL)));
  const settings = await openSettings(db, () => readSeed(config), now);
  const desk = { db, settings, now };
  const worker = workerName();
  const freed = await releaseDeadWorkers(db, worker, now());
  if (freed > 0) log.info({ jobs: freed }, "took over work that an earlier process left behind");

  let socket: SocketHealth = { connected: false };
  // Open before anything outside is asked, so that a start that takes long can be seen to live.
  const operations =
    config.HTTP_PORT === undefined
      ? undefined
      : await openOperations({
          ...desk,
          host: config.HTTP_HOST,
          port: config.HTTP_PORT,
          pollSeconds: config.POLL_SECONDS,
          socket: () => socket,
        });
  if (operations) log.info({ url: operations.url }, "answering /livez, /healthz and /metrics");

  const traces = config.OTEL_EXPORTER_OTLP_ENDPOINT
    ? openTraces({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, headers: config.OTEL_EXPORTER_OTLP_HEADERS, log })
    : undefined;

  const slack = await connectSlack({
    botToken: config.SLACK_BOT_TOKEN,
    appToken: config.SLACK_APP_TOKEN,
    apiUrl: config.SLACK_API_URL,
    log,
    onState(state) {
      socket = state;
      log.info({ ...state }, "Slack socket");
    },
  });

  const providers = modelProviders(config, settings.current().settings.model.reasoningEffort, now);
  const budget = await openBudget(desk);
  const embedder = openEmbedder(config, settings.current().settings);
  const embedding = embedder && new Embedding(embedder, { now, budgetSpent: budget.spent });
  const localEngine = createLocalEngine();
  const announced = openPush(config, db, () => settings.current().settings, now);
  const push = announced && pushListener(announced);
  const examples = openExamples({ ...desk, log });
  const engines: Engines = {
    providers,
    cache: createAnswerCache({ ttlMs: CACHE_TTL_MS, max: 2_000, now }),
    budgetSpent: budget.spent,
    embedding,
    examples,
    around: { now, random: Math.random, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  };
  const tools = openTools(environment, { log, now });
  const stopping = new AbortController();
  const deps: ProcessDeps = {
    ...desk,
    log,
    tools,
    push: push && { topic: config.GMAIL_PUBSUB_TOPIC!, trouble: push.trouble },
    chat: slackChat(slack.app.client, now),
    standing: slackStanding(slack.app.client),
    embedding,
    phrase: (article, current, steps) => phraseArticle(article, current, engines, steps),
    secondReader: secondReader(providers, { budgetSpent: budget.spent }),
    rehearsal: {
      now,
      readLocally: (input) => localEngine.read(input),
      live: { providers, knowledge: knowledgeIn(db.read), budgetSpent: budget.spent, examples },
      signal: stopping.signal,
    },
    scanner: config.CLAMD_SOCKET ? clamdScanner(parseClamdAddress(config.CLAMD_SOCKET)) : undefined,
    mail: openMail(config, db, () => settings.current().settings, now),
    mask: (ticket, language) => {
      const masker = new Masker(settings.current().settings, language, ticket.placeholders);
      return (text) => masker.mask(text);
    },
    triage: triage({
      calibrate: await openCalibration(desk),
      knowledge: knowledgeIn(db.read),
      bannerFor: bannerFor(db.read, () => settings.current().settings, now),
      tools,
      readLocally: (input) => localEngine.read(input),
      engines,
    }),
    workspaceUrl: slack.identity.url,
    readHome: readHome(desk, {
      engine: providers[0]?.small.name ?? "the local engine",
      workspaceUrl: slack.identity.url,
    }),
  };
  const effects = effectHandlers(deps);
  const runner = createRunner({
    db,
    worker,
    now,
    log,
    handlers: jobHandlers(deps, effects),
    limits: JOB_LIMITS,
    hands: HANDS,
    random: Math.random,
    onBuried: onBuried(effects, now),
  });

  const checkUp = () =>
    checkDesk(config, { db, settings: settings.current().settings, mail: deps.mail, providers, tools });
  registerListeners(slack.app, listenerDeps(deps, slack, checkUp));
  await slack.open();
  await lookBackPatiently(deps);
  await readKnowledgeFirst(deps);
  runner.start();
  push?.start(deps);
  const clock = await startClock(config, deps);
  log.info(
    { mailboxes: settings.current().settings.mailboxes.length, settingsVersion: settings.current().version },
    "Mailroom is working",
  );

  return {
    async stop() {
      stopping.abort();
      await Promise.all(clock.map((task) => task.stop()));
      await push?.stop();
      await runner.stop({ graceMs: GRACE_MS });
      await slack.close();
      await operations?.close();
      await traces?.close();
      await db.close();
    },
  };
}

/** The clock only asks for work; what there is to do, and what was done, is in the database. */
async function startClock(
  config: Config,
  { db, settings, now, log, push }: ProcessDeps,
): Promise<{ stop(): unknown }[]> {
  const askForPolls = async () => {
    const mailboxes = await findMailboxes(
      db.read,
      settings.current().settings.mailboxes.map((mailbox) => mailbox.address),
    );
    await db.transaction(async (tx) => {
      for (const mailbox of mailboxes) if (mailbox.pausedAt === null) await requestPoll(tx, mailbox.id, now());
    });
  };
  const askForSweep = () =>
    db.transaction((tx) =>
      enqueue(tx, { kind: "sweep", key: "sweep", payload: {}, priority: JOB_PRIORITY.card }, now()),
    );
  const daily = dailyWork();
  const askForDaily = async () => {
    const mailboxes = await listMailboxes(db.read);
    await db.transaction((tx) => daily(tx, mailboxes, now()));
  };
  const askForKnowledge = () =>
    db.transaction((tx) =>
      enqueue(
        tx,
        { kind: "refresh-knowledge", key: "refresh-knowledge", payload: {}, priority: JOB_PRIORITY.send },
        now(),
      ),
    );
  const askForWatches = async (all: boolean) => {
    const addresses = settings.current().settings.mailboxes.map(({ address }) => address);
    if (push) await db.transaction((tx) => requestWatches(tx, addresses, { all, now: now() }));
  };
  await askForWatches(true);
  await askForKnowledge();
  await askForPolls();
  await askForSweep();
  await askForDaily();
  const asked = (ask: () => Promise<void>) => () =>
    ask().catch((error) => log.warn({ code: toFailure(error).code }, "work could not be asked for"));
  const at = (expression: string, ask: () => Promise<void>) => {
    // Its own warnings about late ticks are no news: whatever is late is asked for again.
    return schedule(expression, asked(ask), {
      noOverlap: true,
      logger: SILENT,
      timezone: settings.current().settings.company.timezone,
    });
  };
  // By timers, which a wall clock that is set back by minutes does not hold up for as long.
  const every = (seconds: number, ask: () => Promise<void>) => {
    const timer = setInterval(asked(ask), seconds * 1_000);
    return { stop: () => clearInterval(timer) };
  };
  return [
    every(config.POLL_SECONDS, askForPolls),
    every(SWEEP_SECONDS, askForSweep),
    every(DAILY_SECONDS, askForDaily),
    every(DAILY_SECONDS, () => askForWatches(false)),
    at(NIGHTLY, askForKnowledge),
  ];
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/** Run as a program: clear words when it cannot start, a clean end when it is told to stop. */
async function main(): Promise<void> {
  try {
    const app = await start(process.env);
    const end = () => {
      app.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
  } catch (error) {
    const failure = toFailure(error);
    process.stderr.write(
      `Mailroom did not start. ${failure.code === "internal" ? (failure.cause as Error)?.stack : failure.message}\n`,
    );
    process.exit(1);
  }
}

if (process.argv[1] === import.meta.filename) await main();
