import { createRequire } from "node:module";
import type { App, Logger } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { type FailureCode, MailroomError, toFailure } from "../../domain/errors.ts";
import type { Log } from "../../domain/log.ts";
import type { ChatFiles } from "../../domain/ports.ts";
import { withoutSecrets } from "../../domain/secrets.ts";
import { slackFailure } from "./failure.ts";
import { slackFiles } from "./files.ts";

/** From its parts, because Bolt's index also loads Express, for a receiver that a socket does not need: a tenth of a start. */
const require = createRequire(import.meta.url);
const { default: BoltApp, LogLevel } = require("@slack/bolt/dist/App.js") as typeof import("@slack/bolt/dist/App.js");
const { default: SocketModeReceiver } =
  require("@slack/bolt/dist/receivers/SocketModeReceiver.js") as typeof import("@slack/bolt/dist/receivers/SocketModeReceiver.js");

interface ConnectOptions {
  botToken: string;
  appToken: string;
  /** Every Slack call goes through it, the opening of the socket too. */
  apiUrl: string;
  log: Log;
  /** The socket came or went, or Slack no longer accepts our tokens. */
  onState: (state: SocketState) => void;
}

export type SocketState = { connected: true } | { connected: false; code: FailureCode };

export interface SlackConnection {
  app: App;
  /** Who we are: read once, before anything else, so that a wrong token is named at the start. */
  identity: { teamId: string; botUserId: string; url: string; scopes: readonly string[] };
  files: ChatFiles;
  /** Resolves at the first `hello`. Afterwards the connection looks after itself until `close`. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const CALL_TIMEOUT_MS = 10_000;
/** Without a `hello` the client would wait for ever. */
const HELLO_TIMEOUT_MS = 10_000;
const RECONNECT_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];

export async function connectSlack({
  botToken,
  appToken,
  apiUrl,
  log,
  onState,
}: ConnectOptions): Promise<SlackConnection> {
  const logger = quietLogger(log);
  // Retries are the job loop's: the client's own would post twice after a lost answer, and a 429 would hold up every method.
  const calls = {
    slackApiUrl: apiUrl,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // The client's own reconnecting waits 5 s on every routine refresh and fails outside any promise; ours does neither.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...calls } },
  });
  const { botId, ...identity } = await whoAmI(new WebClient(botToken, calls));
  const app = new BoltApp({
    token: botToken,
    // Told both, Bolt asks nobody: without them it calls auth.test before every single event.
    botId,
    botUserId: identity.botUserId,
    receiver,
    clientOptions: { ...calls },
    logger,
    tokenVerificationEnabled: false,
  });
  const socket = receiver.client;
  let closing = false;
  let attempt = 0;

  async function connectOnce(): Promise<void> {
    const hello = socket.start();
    // Its rejection is handled by the race; if the timeout wins it must not become an unhandled one.
    hello.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new MailroomError("slack_unavailable", { detail: "no hello on the socket" })),
        HELLO_TIMEOUT_MS,
      );
    });
    try {
      await Promise.race([hello, late]);
      attempt = 0;
      onState({ connected: true });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends a half-open connection; a socket that never opened gives no sign that it has closed. */
  const hangUp = () =>
    Promise.race([socket.disconnect(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);

  /** Tries until it works, we are closing, or Slack says that the token is no good: then a person has to act. */
  async function connectUntilDone(): Promise<void> {
    while (!closing) {
      try {
        return await connectOnce();
      } catch (error) {
        const failure = slackFailure(error ?? new Error("closed"), { write: false });
        onState({ connected: false, code: failure.code });
        await hangUp();
        if (failure.code === "slack_disconnected" || failure.code === "slack_scope_missing") throw failure;
        const pauseMs = failure.retryAfterMs ?? RECONNECT_MS[Math.min(attempt++, RECONNECT_MS.length - 1)]!;
        log.warn(
          { code: failure.code, detail: failure.detail, pauseMs },
          "the socket to Slack is not open; trying again",
        );
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  let reconnecting = false;
  socket.on("disconnected", () => {
    if (closing || reconnecting) return;
    reconnecting = true;
    onState({ connected: false, code: "slack_unavailable" });
    connectUntilDone()
      .catch((error) =>
        log.error({ code: toFailure(error).code }, "Slack no longer lets us in: check SLACK_APP_TOKEN and restart"),
      )
      .finally(() => {
        reconnecting = false;
      });
  });

  return {
    app,
    identity,
    files: slackFiles(app.client, { botToken, apiUrl }),
    async open() {
      reconnecting = true;
      try {
        await connectUntilDone();
      } finally {
        reconnecting = false;
      }
    },
    async close() {
      closing = true;
      await hangUp();
    },
  };
}

async function whoAmI(client: WebClient): Promise<SlackConnection["identity"] & { botId: string }> {
  try {
    const answer = await client.auth.test();
    return {
      botId: answer.bot_id ?? "",
      teamId: answer.team_id ?? "",
      botUserId: answer.user_id ?? "",
      url: answer.url ?? "",
      scopes: answer.response_metadata?.scopes ?? [],
    };
  } catch (error) {
    const failure = slackFailure(error, { write: false });
    if (failure.code === "slack_disconnected") {
      throw new MailroomError("config_invalid", {
        detail: `SLACK_BOT_TOKEN: Slack says ${failure.detail}; copy it again from OAuth & Permissions`,
        cause: error,
      });
    }
    throw failure;
  }
}

/** The SDK's own debug lines hold whole payloads, mail text and tokens included: only its warnings and errors pass, clipped. */
function quietLogger(log: Log): Logger {
  const line = (parts: unknown[]) => withoutSecrets(parts.map(String).join(" ")).slice(0, 300);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ sdk: "slack" }, line(parts)),
    error: (...parts) => log.error({ sdk: "slack" }, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
