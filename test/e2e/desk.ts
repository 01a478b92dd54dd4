import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Gmail, startGmail } from "../../sandbox/gmail/index.ts";
import { type ModelServer, startModel } from "../../sandbox/model/index.ts";
import { type Slack, startSlack } from "../../sandbox/slack/index.ts";

const ROOT = path.join(import.meta.dirname, "../..");

export const SUPPORT = "support@larkspur.example";

export const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT, owners: [U01ALICE] }
  billing: { channel: C0BILLING }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en, de] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
  - { slack: U03CARA, name: Cara, roles: [viewer] }
`;

interface DeskOptions {
  /** YAML of the settings file. */
  settings?: string;
  /** With a model provider; without one the local engine decides. */
  model?: boolean;
  environment?: Record<string, string>;
  mailboxes?: string[];
  /** A folder with another `src`; the app of this repository when absent. */
  root?: string;
}

/** The app as a process of its own, exactly as `npm start` runs it, between the stand-ins. */
export interface Desk {
  slack: Slack;
  gmail: Gmail;
  model: ModelServer | undefined;
  folder: string;
  /** What the app is started with, for other commands on the same desk. */
  environment: Readonly<Record<string, string>>;
  /** Everything the app has written to its log so far. */
  log(): string;
  start(environment?: Record<string, string>): Promise<void>;
  /** SIGKILL: nothing is flushed, nothing is said goodbye to. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  running(): boolean;
  /** Of the app's process, to look at what it costs. */
  pid(): number | undefined;
  end(): Promise<void>;
}

export async function openDesk({
  settings = SETTINGS,
  model: withModel = false,
  environment = {},
  mailboxes = [SUPPORT],
  root = ROOT,
}: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-"));
  const settingsFile = path.join(folder, "settings.yaml");
  writeFileSync(settingsFile, settings);
  const slack = await startSlack();
  const gmail = await startGmail({ mailboxes: mailboxes.map((address) => ({ address })) });
  const model = withModel ? await startModel() : undefined;
  let child: ChildProcess | undefined;
  let written = "";

  const base: Record<string, string> = {
    PATH: process.env["PATH"] ?? "",
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    GOOGLE_CLIENT_ID: gmail.clientId,
    GOOGLE_CLIENT_SECRET: gmail.clientSecret,
    GOOGLE_REFRESH_TOKEN: gmail.refreshToken(mailboxes[0]!),
    GMAIL_API_URL: gmail.url,
    GOOGLE_TOKEN_URL: gmail.tokenUrl,
    DATABASE_URL: `file:${path.join(folder, "mailroom.db")}`,
    SETTINGS_FILE: settingsFile,
    POLL_SECONDS: "1",
    LOG_LEVEL: "debug",
    ...(model && { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.baseUrl }),
    ...environment,
  };

  const ended = (): Promise<number | null> =>
    new Promise((resolve) =>
      child && child.exitCode === null && child.signalCode === null
        ? child.once("exit", resolve)
        : resolve(child?.exitCode ?? null),
    );

  const desk: Desk = {
    slack,
    gmail,
    model,
    folder,
    environment: base,
    log: () => written,
    running: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    pid: () => child?.pid,
    async start(more = {}) {
      const before = slack.connections();
      child = spawn(
        process.execPath,
        ["--max-semi-space-size=4", "--max-old-space-size=1024", "--import", "./bin/require-node.js", "src/app.ts"],
        {
          cwd: root,
          env: { ...base, ...more },
          stdio: ["ignore", "pipe", "pipe"],
        },
      );
      child.stdout?.on("data", (chunk) => (written += chunk));
      child.stderr?.on("data", (chunk) => (written += chunk));
      const died = ended().then((code) => {
        throw new Error(`the app ended with ${code}:\n${written.slice(-3_000)}`);
      });
      // Real processes on a busy machine: the limit only keeps a broken start from hanging the suite.
      await Promise.race([slack.until(() => slack.connections() > before, { timeoutMs: 90_000 }), died]);
      died.catch(() => undefined);
    },
    async kill() {
      child?.kill("SIGKILL");
      await ended();
      await slack.until(() => slack.connections() === 0, { timeoutMs: 90_000 });
    },
    async stop() {
      child?.kill("SIGTERM");
      return ended();
    },
    async end() {
      await desk.kill();
      await Promise.all([slack.stop(), gmail.stop(), model?.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

interface CustomerMail {
  from: string;
  subject: string;
  text: string;
  to?: string;
  headers?: Record<string, string>;
}

let serial = 0;

/** Headers that make a mail an answer to the one with this id in our mailbox. */
export function inReplyTo(desk: Desk, id: string): Record<string, string> {
  const messageId = /^Message-ID: (.+)$/im.exec(desk.gmail.mailbox(SUPPORT).take(id).raw.toString())![1]!.trim();
  return { "In-Reply-To": messageId, References: messageId };
}

/** A mail as a customer's client writes it. */
export function mailFrom({ from, subject, text, to = SUPPORT, headers = {} }: CustomerMail): string {
  const id = `<${++serial}.${Date.now()}@customer.example>`;
  const all = {
    From: from,
    To: to,
    Subject: subject,
    Date: new Date().toUTCString(),
    "Message-ID": id,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n")}\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`;
}

export type Message = ReturnType<Slack["messages"]>[number];

/** Every card in the given channels, drawn or redrawn. */
export const cardsIn = (slack: Slack, ...channels: string[]): Message[] =>
  channels
    .flatMap((channel) => slack.messages(channel))
    .filter((message) => message.metadata?.event_type === "mailroom_card");

const PATIENCE = { timeoutMs: 90_000 };

/** The card of the ticket with these words on it, once it is there and `ready`. */
export async function cardWith(
  desk: Desk,
  words: string,
  ready: (shown: string) => boolean = () => true,
): Promise<Message> {
  const { slack } = desk;
  const look = () =>
    cardsIn(slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING").find((message) => {
      const shown = shownOn(message);
      return shown.includes(words) && ready(shown);
    });
  try {
    return await slack.until(look, PATIENCE);
  } catch (error) {
    const shown = cardsIn(slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING").map(shownOn).join("\n---\n");
    throw new Error(`no card with "${words}"; there are:\n${shown}\nlog:\n${desk.log().slice(-3_000)}`, {
      cause: error,
    });
  }
}

/** What a message says, as its author wrote it: Slack gives entities back. */
export const shownOn = (message: { blocks?: unknown; text?: string }): string =>
  JSON.stringify(message.blocks ?? message.text ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

export const until = <T>(desk: Desk, ask: () => T): Promise<NonNullable<T>> => desk.slack.until(ask, PATIENCE);
