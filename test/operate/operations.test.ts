import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holdCard } from "../../src/db/bursts.ts";
import { enqueue } from "../../src/db/jobs.ts";
import { findMailboxes, markDisconnected, setMailboxPause } from "../../src/db/mailboxes.ts";
import { recordModelCalls } from "../../src/db/model-calls.ts";
import { getTicket, recordCard } from "../../src/db/tickets.ts";
import { MailroomError } from "../../src/domain/errors.ts";
import type { Health, SocketHealth } from "../../src/operate/health.ts";
import { openOperations } from "../../src/operate/operations.ts";
import { aDesk, SUPPORT } from "../fakes/desk.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let socket: SocketHealth;
let pages: Awaited<ReturnType<typeof openOperations>>;
const open = (port = 0, host = "127.0.0.1") =>
  openOperations({ ...desk.deps, host, port, pollSeconds: 20, socket: () => socket });

beforeEach(async () => {
  desk = await aDesk();
  socket = { connected: true };
  pages = await open();
});
afterEach(() => pages.close());

async function health(): Promise<{ code: number; body: Health }> {
  const answer = await fetch(`${pages.url}/healthz`);
  return { code: answer.status, body: (await answer.json()) as Health };
}
/** The page as `name{labels}` to value. */
async function scrape(): Promise<Map<string, number>> {
  const page = await (await fetch(`${pages.url}/metrics`)).text();
  return new Map(
    page
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.lastIndexOf(" ");
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
  );
}
const mail = (id: string) =>
  desk.mailbox.deliver({
    id,
    subject: `Reminders ${id}`,
    text: `The reminders have stopped, see ${id}. Can you look?`,
  });
const theMailbox = async () => (await findMailboxes(desk.db.read, [SUPPORT]))[0]!;

describe("ready or not, and why", () => {
  test("ready: every check with its figure", async () => {
    const { code, body } = await health();
    expect(code).toBe(200);
    expect(body).toEqual({
      status: "ready",
      reasons: [],
      checks: [
        { check: "Slack socket", status: "ok" },
        { check: "database", status: "ok" },
        { check: `mailbox ${SUPPORT}`, status: "ok", value: 0 },
        { check: "oldest due job", status: "ok", value: 0 },
        { check: "dead letters", status: "ok", value: 0 },
      ],
    });
  });

  test.each([
    {
      name: "the socket is gone",
      break: async () => {
        socket = { connected: false, code: "slack_unavailable" };
      },
      reason: /^Slack socket: Slack did not answer properly/,
    },
    {
      name: "a mailbox was not read for five polls",
      break: async () => desk.clock.advance(121_000),
      reason: /^mailbox support@larkspur.example: It was last read 121 s ago/,
    },
    {
      name: "a mailbox lost its sign-in",
      break: async () => {
        const { id } = await theMailbox();
        await desk.db.transaction((tx) => markDisconnected(tx, id, "gmail_disconnected", desk.now()));
      },
      reason: /^mailbox support@larkspur.example: Gmail no longer accepts our sign-in.*gmail:connect/,
    },
    {
      name: "nobody takes the work",
      break: async () => {
        const job = { kind: "sweep", key: "sweep", payload: {} } as const;
        await desk.db.transaction((tx) => enqueue(tx, job, desk.now() - 301_000));
      },
      reason: /^oldest due job: Work has been due for 301 s/,
    },
    {
      name: "the database takes no writes",
      break: async () => desk.db.close(),
      reason: /^database: The database was busy/,
    },
  ])("$name", async ({ break: breakIt, reason }) => {
    await breakIt();
    const { code, body } = await health();
    expect({ code, status: body.status }).toEqual({ code: 503, status: "not ready" });
    expect(body.reasons[0]).toMatch(reason);
    expect(await (await fetch(`${pages.url}/livez`)).json()).toEqual({ status: "alive" });
  });

  test("a pause and a dead letter are for a person to see, and take nothing from service", async () => {
    desk.deps.triage = async () => {
      throw new MailroomError("mail_unreadable");
    };
    mail("bad");
    await desk.work();
    const { id } = await theMailbox();
    await desk.db.transaction((tx) => setMailboxPause(tx, id, "U01ALICE", desk.now()));
    desk.clock.advance(600_000);
    const { code, body } = await health();
    expect(code).toBe(200);
    expect(body.checks.filter(({ status }) => status === "warn")).toEqual([
      { check: `mailbox ${SUPPORT}`, status: "warn", value: 600, reason: "It is paused." },
      { check: "dead letters", status: "warn", value: 1, reason: "App Home shows them, with Replay." },
    ]);
  });
});

describe("metrics", () => {
  test("one mail's way in figures: ingested once, decided, timed by step and effect, its card's lag known", async () => {
    mail("m1");
    mail("m2");
    await desk.work();
    const seen = await scrape();
    expect(seen.get(`emails_ingested_total{mailbox="${SUPPORT}"}`)).toBe(2);
    expect(seen.get('extraction_confidence_count{decided_by="local"}')).toBe(2);
    expect(seen.get('extraction_confidence_bucket{le="0.85",decided_by="local"}')).toBe(0);
    expect(seen.get('extraction_confidence_bucket{le="0.9",decided_by="local"}')).toBe(2);
    for (const step of ["fetch", "normalise", "triage", "record"])
      expect([...seen].find(([name]) => name.startsWith(`mailroom_step_seconds_count{step="${step}"`))?.[1]).toBe(2);
    expect(seen.get('mailroom_effect_seconds_count{kind="slack.card",outcome="ok"}')).toBe(2);
    expect(seen.get('mailroom_job_seconds_count{kind="process-message",outcome="ok"}')).toBe(2);
    expect(seen.get("mailroom_history_to_card_seconds_count")).toBe(2);
    expect(seen.get("mailroom_slack_connected")).toBe(1);
    expect(seen.get(`mailroom_mailbox_read_age_seconds{mailbox="${SUPPORT}"}`)).toBe(0);
    expect(seen.get('idempotency_conflicts_total{what="effect_planned"}')).toBe(0);
    expect(seen.has("process_cpu_seconds_total")).toBe(true);
  });

  test("queue depth and age by kind, dead letters, and what failed with its code", async () => {
    const job = { kind: "draw-card", key: "card:1", payload: { ticketId: 1 } } as const;
    await desk.db.transaction((tx) => enqueue(tx, job, desk.now()));
    desk.clock.advance(90_000);
    const waiting = await scrape();
    expect(waiting.get('mailroom_jobs{kind="draw-card",state="due"}')).toBe(1);
    expect(waiting.get('mailroom_oldest_due_job_seconds{kind="draw-card"}')).toBe(90);
    await desk.runner.drain();
    expect((await scrape()).has('mailroom_jobs{kind="draw-card",state="due"}')).toBe(false);

    desk.deps.triage = async () => {
      throw new MailroomError("mail_unreadable");
    };
    mail("bad");
    await desk.work();
    const after = await scrape();
    expect(after.get('mailroom_dead_letters{kind="process-message"}')).toBe(1);
    expect(after.get('mailroom_job_seconds_count{kind="process-message",outcome="mail_unreadable"}')).toBe(1);
    expect(after.get('mailroom_step_seconds_count{step="triage",kind="mail",outcome="mail_unreadable"}')).toBe(1);
  });

  test("tickets of a burst that wait together, by channel", async () => {
    mail("m1");
    await desk.work();
    expect((await scrape()).get('mailroom_burst_waiting{channel="C0SUPPORT"}')).toBe(0);
    await desk.db.transaction(async (tx) => {
      await recordCard(tx, 1, { cardChannel: null, cardTs: null });
      await holdCard(tx, (await getTicket(tx, 1))!, desk.now());
    });
    const channels = [...(await scrape())].filter(([name, value]) => name.includes("burst_waiting") && value === 1);
    expect(channels).toHaveLength(1);
  });

  test("what models cost is the database's sum, however often and however many at once it is asked for", async () => {
    const step = { engine: "gpt-5.4-mini", outcome: "answered", tookMs: 600, inputTokens: 1_500, cachedTokens: 0 };
    const call = () =>
      desk.db.transaction((tx) =>
        recordModelCalls(tx, "triage", null, [{ ...step, outputTokens: 200, costUsd: 0.002 }], desk.now()),
      );
    await call();
    await Promise.all([scrape(), scrape(), scrape()]);
    await call();
    const seen = await scrape();
    expect(seen.get('llm_cost_usd_total{model="gpt-5.4-mini"}')).toBeCloseTo(0.004, 9);
    expect(seen.get('llm_calls_total{model="gpt-5.4-mini",outcome="answered"}')).toBe(2);
  });

  test("no address of a customer, no subject, no text", async () => {
    mail("secret");
    await desk.work();
    const page = await (await fetch(`${pages.url}/metrics`)).text();
    for (const word of ["orla", "quayside", "Reminders", "secret"]) expect(page).not.toContain(word);
  });
});

describe("the listener", () => {
  test("knows its three pages and reads only", async () => {
    expect((await fetch(`${pages.url}/`)).status).toBe(404);
    expect((await fetch(`${pages.url}/metrics`, { method: "POST" })).status).toBe(405);
    const head = await fetch(`${pages.url}/livez`, { method: "HEAD" });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: "" });
  });

  test("a port that is taken and a host that is not ours are named with what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(open(port)).rejects.toThrow(`HTTP_PORT: port ${port} on 127.0.0.1 is taken by another program`);
    await expect(open(0, "192.0.2.1")).rejects.toThrow(/HTTP_HOST: this machine cannot listen on 192\.0\.2\.1/);
    other.close();
  });
});
