import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, writeFileSync } from "node:fs";
import path from "node:path";
import type { Gmail } from "../gmail/index.ts";
import type { Slack } from "../slack/index.ts";
import type { Folder } from "./folder.ts";

const ROOT = path.join(import.meta.dirname, "../..");

/** The contract gives it ten seconds to end. */
const PATIENCE_MS = 10_000;
const KEPT_LINES = 300;

/** `starting` until its socket is there; `stopped` when somebody wanted that, `died` when nobody did. */
export type MailroomState = "starting" | "running" | "stopping" | "stopped" | "died";

export interface MailroomStatus {
  state: MailroomState;
  /** What it said last, for a page to show when it died. */
  lastWords: string[];
  code: number | null;
  startedAt: number;
}

/** Mailroom itself, unchanged, as a process of its own: it learns everything from its environment. */
export interface MailroomProcess {
  status(): MailroomStatus;
  log(): string[];
  start(): Promise<void>;
  /** SIGTERM; SIGKILL when it takes too long. */
  stop(): Promise<number | null>;
  /** SIGKILL: what a power cut does. */
  kill(): Promise<void>;
}

interface Parts {
  slack: Slack;
  gmail: Gmail;
  folder: Folder;
  settings: string;
  /** Secrets that the settings name. */
  environment: Record<string, string>;
  onChange: (status: MailroomStatus) => void;
}

export function mailroomProcess({
  slack,
  gmail,
  folder,
  settings,
  environment: more,
  onChange,
}: Parts): MailroomProcess {
  const settingsFile = folder.file("settings.yaml");
  writeFileSync(settingsFile, settings);
  const keyFile = folder.file("service-account.json");
  writeFileSync(keyFile, JSON.stringify(gmail.serviceAccount(), null, 2), { mode: 0o600 });
  const logFile = createWriteStream(folder.file("mailroom.log"), { flags: "a" });
  const environment = {
    ...inherited(process.env),
    ...more,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    GMAIL_API_URL: gmail.url,
    GOOGLE_TOKEN_URL: gmail.tokenUrl,
    GOOGLE_APPLICATION_CREDENTIALS: keyFile,
    DATABASE_URL: `file:${folder.file("mailroom.db")}`,
    SETTINGS_FILE: settingsFile,
    POLL_SECONDS: "1",
  };

  let child: ChildProcess | undefined;
  let state: MailroomState = "stopped";
  let code: number | null = null;
  let startedAt = Date.now();
  const lines: string[] = [];

  const status = (): MailroomStatus => ({
    state,
    code,
    startedAt,
    lastWords: state === "died" ? lines.slice(-12) : [],
  });
  const become = (next: MailroomState): void => {
    state = next;
    onChange(status());
  };
  const heard = (chunk: Buffer): void => {
    logFile.write(chunk);
    lines.push(...chunk.toString().split("\n").filter(Boolean));
    lines.splice(0, lines.length - KEPT_LINES);
  };
  // Whatever ends this process must not leave Mailroom behind, connected to a Slack that is gone.
  const endIt = (): void => void child?.kill("SIGKILL");
  process.once("exit", endIt);

  const ended = (): Promise<void> =>
    new Promise((resolve) => (isRunning(child) ? child?.once("exit", () => resolve()) : resolve()));

  return {
    status,
    log: () => [...lines],
    async start() {
      if (isRunning(child)) return;
      const before = slack.connections();
      startedAt = Date.now();
      const process_ = spawn(
        process.execPath,
        ["--max-semi-space-size=4", "--max-old-space-size=1024", "--import", "./bin/require-node.js", "src/app.ts"],
        {
          cwd: ROOT,
          env: environment,
          stdio: ["ignore", "pipe", "pipe"],
        },
      );
      child = process_;
      process_.stdout?.on("data", heard);
      process_.stderr?.on("data", heard);
      process_.once("exit", (exit, signal) => {
        code = exit;
        if (signal !== null) heard(Buffer.from(`(ended by ${signal})\n`));
        become(state === "stopping" ? "stopped" : "died");
      });
      become("starting");
      await Promise.race([slack.until(() => slack.connections() > before, { timeoutMs: 60_000 }), ended()]).catch(
        () => undefined,
      );
      if (child === process_ && isRunning(process_)) become("running");
    },
    async stop() {
      if (!isRunning(child)) return code;
      become("stopping");
      child?.kill("SIGTERM");
      const timer = setTimeout(() => child?.kill("SIGKILL"), PATIENCE_MS);
      await ended();
      clearTimeout(timer);
      return code;
    },
    async kill() {
      child?.kill("SIGKILL");
      await ended();
    },
  };
}

const isRunning = (child: ChildProcess | undefined): boolean =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

/** What any program needs from its surroundings, and a visitor's own model; never the keys of a real Slack or Gmail. */
const PASSED_ON =
  /^(?:PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY|(?:HTTPS?|ALL|NO)_PROXY|(?:OPENAI|LLM)_\w+|LOG_LEVEL)$/i;

const inherited = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => PASSED_ON.test(name)));
