import { spawn } from "node:child_process";
import path from "node:path";
import type { Desk } from "../test/e2e/desk.ts";
import { SUPPORT } from "../test/e2e/desk.ts";
import { benchDesk, deliver, pause, watchCards } from "./desk.ts";
import { type Findings, type Measurement, median } from "./measurement.ts";
import { cpuMsOf } from "./process.ts";

const MODEL_MS = 600;

interface Cost {
  cpuMs: number;
  perSecond: number;
}

/** What all the care costs beside the loop that somebody writes in an evening, in the same minutes on the same machine. */
export const againstPlainLoop: Measurement = {
  name: "against-plain-loop",
  title: "CPU and throughput beside a plain loop written by hand",
  async run({ quick }): Promise<Findings> {
    const rounds = quick ? 1 : 3;
    const plainMails = quick ? 3 : 100;
    const ourMails = quick ? 10 : 300;
    const pairs: { plain: Cost; ours: Cost }[] = [];
    for (let round = 0; round < rounds; round++) {
      const plain = await cost(plainMails, runPlainLoop);
      const ours = await cost(ourMails, runMailroom);
      pairs.push({ plain, ours });
    }
    const of = (value: (pair: { plain: Cost; ours: Cost }) => number) => median(pairs.map(value));
    return {
      data: `${plainMails} mails through the loop and ${ourMails} through Mailroom, ${rounds} times in turn, model ${MODEL_MS} ms; medians`,
      figures: [
        { what: "CPU a mail: the plain loop", value: of(({ plain }) => plain.cpuMs), unit: "ms" },
        { what: "CPU a mail: Mailroom", value: of(({ ours }) => ours.cpuMs), unit: "ms" },
        {
          what: "CPU: ratio",
          value: of(({ plain, ours }) => ours.cpuMs / plain.cpuMs),
          unit: "x",
          bar: { atMost: 1.5 },
        },
        { what: "throughput: the plain loop", value: of(({ plain }) => plain.perSecond), unit: "mails/s" },
        { what: "throughput: Mailroom", value: of(({ ours }) => ours.perSecond), unit: "mails/s" },
        {
          what: "throughput: ratio",
          value: of(({ plain, ours }) => ours.perSecond / plain.perSecond),
          unit: "x",
          bar: { atLeast: 10 },
        },
      ],
    };
  },
};

interface Running {
  pid: number;
  stop(): Promise<unknown>;
}

/** Three channels, because Slack takes about a message a second in one: a desk with so much mail has several. */
const INTENTS = ["support", "billing", "complaint"];

async function cost(mails: number, run: (desk: Desk) => Promise<Running>): Promise<Cost> {
  const desk = await benchDesk({ modelMs: MODEL_MS, intents: INTENTS });
  try {
    const { pid, stop } = await run(desk);
    const cards = watchCards(desk);
    // The first mails load what is loaded on first use, in both.
    for (let number = 1; number <= 3; number++) deliver(desk, 90_000 + number);
    await cards.reach(3, 60_000);
    await pause(1_000);
    const cpuBefore = cpuMsOf(pid);
    const before = performance.now();
    for (let number = 1; number <= mails; number++) deliver(desk, number);
    await cards.reach(mails + 3, 60_000 + mails * 2_000);
    const tookMs = performance.now() - before;
    await quiet(pid);
    const cpuMs = (cpuMsOf(pid) - cpuBefore) / mails;
    await stop();
    return { cpuMs, perSecond: (mails / tookMs) * 1_000 };
  } finally {
    await desk.end();
  }
}

/** Until what follows a card (its thread, labels) is done too: it is part of the cost. */
async function quiet(pid: number): Promise<void> {
  for (let idle = 0; idle < 3; ) {
    const before = cpuMsOf(pid);
    await pause(1_000);
    idle = cpuMsOf(pid) - before < 60 ? idle + 1 : 0;
  }
}

async function runMailroom(desk: Desk): Promise<Running> {
  await desk.start();
  return { pid: desk.pid()!, stop: () => desk.stop() };
}

async function runPlainLoop({ slack, gmail, model }: Desk): Promise<Running> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "plain-loop.ts")], {
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      GOOGLE_CLIENT_ID: gmail.clientId,
      GOOGLE_CLIENT_SECRET: gmail.clientSecret,
      GOOGLE_REFRESH_TOKEN: gmail.refreshToken(SUPPORT),
      GOOGLE_TOKEN_URL: gmail.tokenUrl,
      GMAIL_API_URL: gmail.url,
      OPENAI_API_KEY: model!.apiKey,
      OPENAI_BASE_URL: model!.baseUrl,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await slack.connected();
  return {
    pid: child.pid!,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
