import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { onTestFinished } from "vitest";
import { type Slack, type SlackOptions, startSlack } from "../../../sandbox/slack/index.ts";

/** A quiet Slack that ends with the test. */
export async function aSlack(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack({ log: () => undefined, ...options });
  onTestFinished(() => slack.stop());
  return slack;
}

const once = { retries: 0 };

export const clientOf = (slack: Slack, token = slack.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: once,
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: silent,
  });

export const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export interface Connected {
  app: App;
  receiver: SocketModeReceiver;
  client: WebClient;
}

/** The real Bolt, connected to the sandbox; `listen` registers before the socket opens. */
export async function anApp(slack: Slack, listen: (app: App) => void = () => undefined): Promise<Connected> {
  const receiver = aReceiver(slack);
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: once, rejectRateLimitedCalls: true },
  });
  listen(app);
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  return { app, receiver, client: clientOf(slack) };
}

export const aReceiver = (slack: Slack): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 500,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: once } },
  });

/** The data of a refused call. */
export async function refusalOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (reason: { data?: Record<string, unknown> }) => reason,
  );
  if (error?.data === undefined)
    throw new Error(`expected a refusal, got ${error === undefined ? "an answer" : error}`);
  return error.data;
}

export const button = (text: string, more: Record<string, unknown> = {}) => ({
  type: "button" as const,
  text: { type: "plain_text" as const, text },
  ...more,
});

export const actions = (...elements: Record<string, unknown>[]) => ({ type: "actions", elements }) as never;
