import type { AddressInfo } from "node:net";
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { createEvents, followSlack } from "../../sandbox/demo/events.ts";
import { ANSWERED, listen } from "../../sandbox/demo/server.ts";
import { type Gmail, startGmail } from "../../sandbox/gmail/index.ts";
import { type Slack, startSlack } from "../../sandbox/slack/index.ts";
import { BROWSER, save, WAIT_MS } from "./browser.ts";

/** The page without Mailroom: in front of an app that a test writes. */
export interface BarePage {
  slack: Slack;
  gmail: Gmail;
  client: WebClient;
  as(user: string, at: string, options?: BrowserContextOptions): Promise<Page>;
  picture(page: Page, name: string): Promise<void>;
  complaints: string[];
  close(): Promise<void>;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const STATE = {
  company: { name: "Larkspur", kind: "a test", mailboxes: ["support@larkspur.example"] },
  people: [
    { slack: "U01ALICE", name: "Alice Albrecht", title: "lead", role: "admin" },
    { slack: "U02BOB", name: "Bob Baker", title: "support", role: "agent" },
  ],
  firstChannel: "C0SUPPORT",
  app: {
    commands: [{ command: "/triage", description: "The desk", usageHint: "help | status | search WORDS" }],
    shortcuts: [
      { callbackId: "open_form", name: "Open the form", description: "All fields", type: "global" },
      { callbackId: "about_message", name: "About this", description: "What it says", type: "message" },
    ],
  },
  round: { delivered: 0, total: 0, paused: true, everySeconds: 20, nextAt: null },
  mailroom: { state: "running", code: null, lastWords: [], startedAt: 0 },
};

export async function openPage(register: (app: App) => void): Promise<BarePage> {
  const slack = await startSlack({
    log: () => undefined,
    app: {
      commands: [{ command: "/triage", shouldEscape: true }],
      shortcuts: [
        { callbackId: "open_form", type: "global" },
        { callbackId: "about_message", type: "message" },
      ],
    },
  });
  const gmail = await startGmail({ mailboxes: [{ address: "support@larkspur.example" }] });
  const events = createEvents();
  const ending = new AbortController();
  const following = followSlack(slack.url, (change) => events.tell("slack", change), ending.signal);
  const server = await listen(
    {
      slackUrl: slack.url,
      gmailUrl: gmail.url,
      demo({ path, response }) {
        if (path === "state") return STATE;
        if (path === "customers") return { customers: [] };
        if (path !== "events") return undefined;
        events.stream(response);
        return ANSWERED;
      },
    },
    0,
    false,
  );
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const app = new App({
    token: slack.botToken,
    logger: silent,
    clientOptions,
    receiver: new SocketModeReceiver({
      appToken: slack.appToken,
      logger: silent,
      installerOptions: { clientOptions },
    }),
  });
  register(app);
  await app.start();
  const browser: Browser = await chromium.launch(BROWSER);
  const complaints: string[] = [];
  const { port } = server.address() as AddressInfo;
  return {
    slack,
    gmail,
    client: new WebClient(slack.botToken, { ...clientOptions, logger: silent }),
    complaints,
    async as(user, at, options = {}) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
      page.setDefaultTimeout(WAIT_MS);
      page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
      // Pictures of the examples are nowhere: nothing in a test may leave this machine.
      await page.route(/^https:/, (route) => route.abort());
      await page.goto(`http://localhost:${port}/?as=${user}#/${at}`);
      await page.getByRole("navigation", { name: "Parts of the demo" }).waitFor();
      return page;
    },
    picture: save,
    async close() {
      await browser.close();
      await app.stop();
      ending.abort();
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([slack.stop(), gmail.stop(), following]);
    },
  };
}
