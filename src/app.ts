import { readFileSync } from "node:fs";
import { type ScheduledTask, schedule } from "node-cron";
import { gmailAccess, readServiceAccount } from "./adapters/gmail/access.ts";
import { openaiModel } from "./adapters/openai/model.ts";
import { slackChat } from "./adapters/slack/chat.ts";
import { connectSlack } from "./adapters/slack/connect.ts";
import { type Config, readConfig } from "./config.ts";
import type { Database } from "./db/database.ts";
import { findMailboxes, storedCredential } from "./db/mailboxes.ts";
import { openDatabase } from "./db/open.ts";
import { createVault } from "./db/vault.ts";
import { MailroomError, toFailure } from "./domain/errors.ts";
import { seedSettings } from "./domain/settings/seed.ts";
import type { Settings } from "./domain/settings/settings.ts";
import { releaseDeadWorkers, workerName } from "./jobs/dead-workers.ts";
import { effectHandlers, JOB_LIMITS, jobHandlers, onBuried } from "./jobs/handlers.ts";
import type { ProcessDeps } from "./jobs/process-message.ts";
import { requestPoll } from "./jobs/request-poll.ts";
import { createRunner } from "./jobs/runner.ts";
import { loadKeys } from "./key-file.ts";
import { registerListeners } from "./listeners/index.ts";
import { createLog } from "./log.ts";
import { blankAnswer } from "./pipeline/answer/blank.ts";
import { guard } from "./pipeline/answer/guard.ts";
import { createLocalEngine } from "./pipeline/keyword-reading.ts";
import { Masker } from "./pipeline/masker.ts";
import { triage } from "./pipeline/triage.ts";
import type { Provider } from "./pipeline/understand/ask-model.ts";
import { CircuitBreaker } from "./pipeline/understand/breaker.ts";
import { createAnswerCache } from "./pipeline/understand/cache.ts";
import { approveAnswer } from "./tickets/approve-answer.ts";
import { claimTicket, releaseTicket, takeOverTicket } from "./tickets/claim.ts";
import { type AnswerTools, readAnswer, saveAnswer } from "./tickets/edit-answer.ts";
import { closeTicket, reopenTicket } from "./tickets/finish.ts";
import { readGmailUrl, readTimeline } from "./tickets/read-ticket.ts";
import { noSeed, openSettings, type SettingsStore } from "./tickets/settings-store.ts";

/** Running work gets this long when we are asked to stop; the contract is ten seconds in all. */
const GRACE_MS = 7_000;
const CACHE_TTL_MS = 10 * 60_000;

/** Where everything meets: configuration, database, adapters, jobs, listeners. Returns how to stop. */
export async function start(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ stop: () => Promise<void> }> {
  const config = readConfig(environment);
  const log = createLog(config.LOG_LEVEL);
  const now = () => Date.now();
  // Slack's library can reject outside any promise of ours. Our state is in the database, so the process goes on.
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "an unhandled rejection"));

  const vault = createVault(loadKeys(config.MAILROOM_KEY, config.DATABASE_URL));
  const db = openDatabase(config.DATABASE_URL, vault);
  const settings = await openSettings(db, () => readSeed(config), now);
  const worker = workerName();
  const freed = await releaseDeadWorkers(db, worker);
  if (freed > 0) log.info({ jobs: freed }, "took over work that an earlier process left behind");

  const slack = await connectSlack({
    botToken: config.SLACK_BOT_TOKEN,
    appToken: config.SLACK_APP_TOKEN,
    apiUrl: config.SLACK_API_URL,
    log,
    onState: (state) => log.info({ ...state }, "Slack socket"),
  });

  const deps: ProcessDeps = {
    db,
    settings,
    now,
    log,
    chat: slackChat(slack.app.client, now),
    mail: openMail(config, db, settings, now),
    mask: (ticket, language) => {
      const masker = new Masker(settings.current().settings, language, ticket.placeholders);
      return (text) => masker.mask(text);
    },
    triage: triage({
      readLocally: (input) => localEngine.read(input),
      engines: {
        providers: providersOf(config, settings, now),
        cache: createAnswerCache({ ttlMs: CACHE_TTL_MS, max: 2_000, now }),
        budgetSpent: () => false,
        around: { now, random: Math.random, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      },
    }),
  };
  const localEngine = createLocalEngine();
  const effects = effectHandlers(deps);
  const runner = createRunner({
    db,
    worker,
    now,
    log,
    handlers: jobHandlers(deps, effects),
    limits: JOB_LIMITS,
    random: Math.random,
    onBuried: onBuried(effects, now),
  });

  registerListeners(slack.app, {
    teamId: slack.identity.teamId,
    log,
    claimTicket: claimTicket(deps),
    takeOverTicket: takeOverTicket(deps),
    releaseTicket: releaseTicket(deps),
    reopenTicket: reopenTicket(deps),
    closeTicket: closeTicket(deps),
    approveAnswer: approveAnswer(deps),
    readAnswer: readAnswer(deps, ANSWER_TOOLS),
    saveAnswer: saveAnswer(deps, ANSWER_TOOLS),
    readGmailUrl: readGmailUrl(deps),
    readTimeline: readTimeline(deps),
  });

  await slack.open();
  runner.start();
  const poll = await pollOnSchedule(config, db, settings, now, log);
  log.info(
    { mailboxes: settings.current().settings.mailboxes.length, settingsVersion: settings.current().version },
    "Mailroom is working",
  );

  return {
    async stop() {
      await poll.stop();
      await runner.stop({ graceMs: GRACE_MS });
      await slack.close();
      await db.close();
    },
  };
}

const ANSWER_TOOLS: AnswerTools = {
  check: (draft, { email, settings, chosen }) =>
    guard(draft, { email, settings, stopLine: undefined, chosenRecipients: chosen }).holds,
  blank: blankAnswer,
};

function readSeed(config: Config): Settings {
  if (!config.SETTINGS_FILE) return noSeed();
  let text: string;
  try {
    text = readFileSync(config.SETTINGS_FILE, "utf8");
  } catch (cause) {
    throw new MailroomError("config_invalid", {
      detail: `SETTINGS_FILE: ${config.SETTINGS_FILE} cannot be read`,
      cause,
    });
  }
  return seedSettings(text);
}

function openMail(config: Config, db: Database, settings: SettingsStore, now: () => number) {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_TOKEN_URL: tokenUrl } = config;
  return gmailAccess({
    client: clientId && clientSecret ? { clientId, clientSecret, tokenUrl } : undefined,
    refreshToken: config.GOOGLE_REFRESH_TOKEN,
    serviceAccount: config.GOOGLE_APPLICATION_CREDENTIALS
      ? readServiceAccount(config.GOOGLE_APPLICATION_CREDENTIALS)
      : undefined,
    apiUrl: config.GMAIL_API_URL,
    tokenUrl,
    storedToken: (address) => storedCredential(db.read, address),
    mainMailbox: () => settings.current().settings.mailboxes[0]?.address,
    now,
  });
}

function providersOf(config: Config, settings: SettingsStore, now: () => number): Provider[] {
  const model = (name: string, apiKey: string | undefined, baseUrl: string | undefined) =>
    openaiModel({ name, apiKey, baseUrl, reasoningEffort: settings.current().settings.model.reasoningEffort[name] });
  const providers: Provider[] = [];
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, LLM_MODEL_LARGE: large } = config;
  if (key || url) {
    providers.push({
      small: model(config.LLM_MODEL, key, url),
      large: large ? model(large, key, url) : undefined,
      breaker: new CircuitBreaker(now),
    });
  }
  const { LLM_FALLBACK_MODEL: second, LLM_FALLBACK_API_KEY: secondKey, LLM_FALLBACK_BASE_URL: secondUrl } = config;
  if (second && (secondKey || secondUrl))
    providers.push({ small: model(second, secondKey, secondUrl), large: undefined, breaker: new CircuitBreaker(now) });
  return providers;
}

/** The clock only asks for polls; what they read and where they stand is in the database. */
async function pollOnSchedule(
  config: Config,
  db: Database,
  settings: SettingsStore,
  now: () => number,
  log: ReturnType<typeof createLog>,
): Promise<ScheduledTask> {
  const ask = async () => {
    const mailboxes = await findMailboxes(
      db.read,
      settings.current().settings.mailboxes.map((mailbox) => mailbox.address),
    );
    await db.transaction(async (tx) => {
      for (const mailbox of mailboxes) if (mailbox.pausedAt === null) await requestPoll(tx, mailbox.id, now());
    });
  };
  await ask();
  const seconds = config.POLL_SECONDS;
  const expression = seconds < 60 ? `*/${seconds} * * * * *` : `0 */${Math.round(seconds / 60)} * * * *`;
  return schedule(
    expression,
    () => ask().catch((error) => log.warn({ code: toFailure(error).code }, "a poll could not be asked for")),
    { noOverlap: true },
  );
}

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
