import { findMailboxes } from "../../src/db/mailboxes.ts";
import type { TriageDecision } from "../../src/domain/decision.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Chat, FetchedMail, MailProvider, Posting } from "../../src/domain/ports.ts";
import { senderFacts } from "../../src/domain/sender.ts";
import { parseSettings } from "../../src/domain/settings/parse.ts";
import type { Settings, SettingsInput } from "../../src/domain/settings/settings.ts";
import { effectHandlers, HANDS, JOB_LIMITS, jobHandlers, onBuried } from "../../src/jobs/handlers.ts";
import type { ProcessDeps } from "../../src/jobs/process-message.ts";
import { requestPoll } from "../../src/jobs/request-poll.ts";
import { createRunner } from "../../src/jobs/runner.ts";
import { mayAcknowledge, maySendItself } from "../../src/pipeline/answer/by-itself.ts";
import { draftFromTemplate } from "../../src/pipeline/answer/draft.ts";
import { guard } from "../../src/pipeline/answer/guard.ts";
import { Placeholders } from "../../src/pipeline/redact/placeholders.ts";
import { route } from "../../src/pipeline/route.ts";
import { isCourtesy } from "../../src/pipeline/rules/courtesy.ts";
import { openSettings } from "../../src/tickets/settings-store.ts";
import { aClock, aDatabase } from "./database.ts";
import { aDecision } from "./decision.ts";
import { aLog } from "./log.ts";

export const SUPPORT = "support@larkspur.example";
const NIGHT_AND_DAY = ["00:00-24:00"];
const ALWAYS = {
  hours: {
    mon: NIGHT_AND_DAY,
    tue: NIGHT_AND_DAY,
    wed: NIGHT_AND_DAY,
    thu: NIGHT_AND_DAY,
    fri: NIGHT_AND_DAY,
    sat: NIGHT_AND_DAY,
    sun: NIGHT_AND_DAY,
  },
};

export const settingsWith = (more: Partial<SettingsInput> = {}): Settings =>
  parseSettings({
    company: { name: "Larkspur" },
    mailboxes: [{ address: SUPPORT }],
    queues: {
      triage: { channel: "C0TRIAGE" },
      support: { channel: "C0SUPPORT", owners: ["U01ALICE"], lead: "U09LEAD", escalationChannel: "C0ESCALATE" },
    },
    people: [
      { slack: "U01ALICE", name: "Alice", roles: ["admin", "agent"], languages: ["en"] },
      { slack: "U02BOB", name: "Bob", roles: ["agent"], languages: ["en"] },
      { slack: "U03CARA", name: "Cara", roles: ["viewer"] },
      { slack: "U09LEAD", name: "Lee", roles: ["admin"] },
    ],
    calendars: { default: ALWAYS },
    ...more,
  });

export interface Posted extends Posting {
  ts: string;
}

/** Slack as the jobs see it, kept in memory. What the real adapter makes of Slack's answers is tested over the wire. */
function aChat() {
  const posts: Posted[] = [];
  let serial = 0;
  const chat: Chat & {
    posts: Posted[];
    updates: { ts: string; text: string; blocks: unknown[] }[];
    homes: { user: string; view: unknown }[];
    /** What Slack lets us post, as a test sets it. */
    intervalMs: number;
  } = {
    posts,
    intervalMs: 50,
    interval: () => chat.intervalMs,
    updates: [],
    homes: [],
    async post(posting) {
      const ts = `17000000${String(++serial).padStart(2, "0")}.000100`;
      posts.push({ ...posting, ts });
      return { channel: posting.channel, ts };
    },
    async update({ ts }, { text, blocks }) {
      chat.updates.push({ ts, text, blocks });
    },
    async find(where, { key, value }) {
      const found = posts.find((post) => post.channel === where.channel && post.marker.payload[key] === value);
      return found ? { channel: found.channel, ts: found.ts } : "none";
    },
    async marked({ channel }, type) {
      return posts
        .filter((post) => post.channel === channel && post.marker.type === type)
        .map(({ ts, marker }) => ({ ts, payload: marker.payload }));
    },
    async direct(user) {
      return `D${user}`;
    },
    async publishHome(user, view) {
      chat.homes.push({ user, view });
    },
  };
  return chat;
}

/** A mailbox kept in memory. */
function aMailbox(now: () => number) {
  const inbox: FetchedMail[] = [];
  const sent: {
    threadId: string | undefined;
    subject: string;
    body: string;
    to: string[];
    marker: string;
    automatic: boolean;
  }[] = [];
  let read = 0;
  const drafts = new Map<string, () => void>();
  const provider: MailProvider = {
    profile: async () => ({ address: SUPPORT, cursor: "0" }),
    async changesSince() {
      const changes = inbox.slice(read).map((mail) => ({ providerId: mail.providerId, intoInbox: false }));
      read = inbox.length;
      return { changes, cursor: String(read) };
    },
    async *listSince() {
      yield [];
    },
    listWaiting: async () => [],
    async fetch(providerId) {
      return inbox.find((mail) => mail.providerId === providerId)!;
    },
    thread: async (threadId) =>
      inbox.filter((mail) => mail.threadId === threadId).map((mail) => ({ ...mail, marker: undefined })),
    async prepare(threadId, mail) {
      const draftId = `r${drafts.size + 1}`;
      drafts.set(draftId, () =>
        sent.push({
          threadId,
          subject: mail.subject,
          body: mail.body,
          to: mail.to.map((one) => one.address),
          marker: mail.marker,
          automatic: mail.automatic,
        }),
      );
      return { draftId };
    },
    async sendPrepared(draftId) {
      drafts.get(draftId)!();
      drafts.delete(draftId);
      return { providerId: `sent-${sent.length}`, threadId: "t" };
    },
    async sendAtOnce() {
      throw new Error("drafts are there");
    },
    isStillDraft: async (draftId) => drafts.has(draftId),
    discard: async (draftId) => void drafts.delete(draftId),
    draftOf: async () => undefined,
    watch: async () => ({ until: now() + 7 * 24 * 60 * 60_000 }),
  };
  const deliver = ({
    id,
    thread = id,
    from = "Orla Keane <orla@quayside.example>",
    subject,
    text,
    labels = ["INBOX", "UNREAD"],
    headers = "",
    raw,
  }: {
    id: string;
    thread?: string;
    from?: string;
    subject: string;
    text: string;
    labels?: string[];
    /** Further header lines, each with its line end. */
    headers?: string;
    /** The whole mail, in place of what the rest would make. */
    raw?: Buffer;
  }) =>
    inbox.push({
      providerId: id,
      threadId: thread,
      labels,
      receivedAt: now(),
      raw:
        raw ??
        Buffer.from(
          `From: ${from}\r\nTo: ${SUPPORT}\r\nSubject: ${subject}\r\nMessage-ID: <${id}@quayside.example>\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
        ),
    });
  return { provider, deliver, sent };
}

/** The job side of a desk with the clock in hand: real database, real jobs, real verbs; Slack and Gmail in memory. */
export async function aDesk({
  settings = settingsWith(),
  decide,
  instead,
}: {
  settings?: Settings;
  /** The real thing in place of a stand-in, where that is what a test is about. */
  instead?: (deps: ProcessDeps) => Partial<ProcessDeps>;
  decide?: (email: Email) => Partial<TriageDecision>;
} = {}) {
  const clock = aClock();
  const db = aDatabase(clock.now);
  const store = await openSettings(db, () => settings, clock.now);
  const chat = aChat();
  const mailbox = aMailbox(clock.now);
  const log = aLog();
  const deps: ProcessDeps = {
    db,
    settings: store,
    now: clock.now,
    log,
    chat,
    mail: async () => mailbox.provider,
    mask: () => (text) => text,
    readHome: async () => undefined,
    async triage({ email, settings: current, settingsVersion, receivedAt, history, mailbox: address }) {
      const sender = senderFacts(email, current, history);
      const decision = aDecision({
        summary: email.visibleText.slice(0, 100),
        engine: "local-test",
        settingsVersion,
        ...decide?.(email),
      });
      const routed = route(decision, { email, mailbox: address, sender, settings: current, receivedAt });
      const draft = guard(draftFromTemplate({ email, decision, mailbox: address, settings: current }), {
        email,
        settings: current,
        stopLine: undefined,
      });
      return {
        decision,
        route: routed,
        about: { subject: email.subject, sender: { address: email.from?.address ?? "" }, summary: decision.summary },
        searchText: `${email.subject}\n${email.visibleText}`,
        placeholders: new Placeholders().toJSON(),
        outcome: routed.silent ? "settle" : "show",
        courtesy: history.knownThread && isCourtesy(email),
        reason: undefined,
        draft: { source: "template", draft },
        byItself: {
          send: maySendItself({ decision, route: routed, draft, email, sender, settings: current }),
          acknowledge: mayAcknowledge({ decision, email, sender, settings: current }),
        },
      };
    },
  };
  Object.assign(deps, instead?.(deps));
  const effects = effectHandlers(deps);
  const runner = createRunner({
    db,
    worker: "here:1:test",
    now: clock.now,
    log,
    handlers: jobHandlers(deps, effects),
    limits: JOB_LIMITS,
    hands: HANDS,
    random: () => 0.5,
    onBuried: onBuried(effects, clock.now),
  });
  const [box] = await findMailboxes(db.read, [SUPPORT]);
  // The first reading of a mailbox takes its place in the history; what comes afterwards is live mail.
  await db.transaction((tx) => requestPoll(tx, box!.id, clock.now()));
  await runner.drain();
  return {
    ...deps,
    deps,
    clock,
    chat,
    mailbox,
    log,
    runner,
    /** Reads what has been delivered and works until nothing is due. */
    async work() {
      await db.transaction((tx) => requestPoll(tx, box!.id, clock.now()));
      await runner.drain();
    },
  };
}
