import { type gmail_v1, gmail as gmailApi } from "googleapis/build/src/apis/gmail/index.js";
import pLimit from "p-limit";
import { MailroomError, toFailure } from "../../domain/errors.ts";
import type { FetchedMail, MailChange, MailProvider, OutgoingMail, SentMail, ThreadEntry } from "../../domain/ports.ts";
import { steadily } from "../../domain/steady.ts";
import type { GmailAuth } from "./auth.ts";
import { compose, MARKER_HEADER } from "./compose.ts";
import { gmailFailure, isSignedOut } from "./failure.ts";
import { UNITS, UnitBudget } from "./units.ts";

interface ProviderOptions {
  auth: GmailAuth;
  /** Overrides https://gmail.googleapis.com/. */
  apiUrl: string | undefined;
  /** Gmail's quota units that a mailbox may spend in a minute; undefined where nobody counts. */
  unitsPerMinute: number | undefined;
  now: () => number;
}

/** Gmail counts concurrent requests per mailbox together with its owner's own tabs and phones. */
const IN_FLIGHT = 4;
const TIMEOUT_MS = 20_000;
const PAGE = 500;
/** What Gmail accepts is at most about 50 MB; base64 makes a third more of it. */
const MAX_ANSWER_BYTES = 80 * 1024 * 1024;

/** Labels whose messages are nobody's mail to answer. `SENT` is context, and told apart later. */
const INBOX = "INBOX";

/** One mailbox through the Gmail API. Retries are the job loop's: the client's own are off. */
export function gmailProvider({ auth, apiUrl, unitsPerMinute, now }: ProviderOptions): MailProvider {
  const api = gmailApi({
    version: "v1",
    auth,
    ...(apiUrl && { rootUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` }),
  });
  const limit = pLimit(IN_FLIGHT);
  const steady = steadily(now);
  const budget = new UnitBudget(unitsPerMinute, steady);
  const options = { retry: false, timeout: TIMEOUT_MS, maxContentLength: MAX_ANSWER_BYTES };
  /** Set when Gmail throttles: the whole mailbox rests, instead of every call finding out for itself. */
  let restUntil = 0;

  /**
   * A token can die before its time (a changed password, a session ended by an admin), and the client only renews by the clock.
   * One more call with a fresh one is harmless: a 401 comes before any effect.
   */
  async function signedIn<T>(work: () => Promise<T>): Promise<T> {
    const { access_token: used } = auth.credentials;
    try {
      return await work();
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      // Another call may have renewed it meanwhile.
      if (auth.credentials.access_token === used)
        auth.setCredentials({ ...auth.credentials, access_token: null, expiry_date: null });
      return work();
    }
  }

  async function call<T>(
    kind: "read" | "write" | "history",
    cost: keyof typeof UNITS,
    work: () => Promise<{ data: T }>,
    patience: { canWait?: boolean } = {},
  ): Promise<T> {
    return limit(async () => {
      const restMs = restUntil - steady();
      if (restMs > 0) throw new MailroomError("gmail_rate_limited", { retryAfterMs: restMs });
      budget.spend(UNITS[cost], patience);
      try {
        return (await signedIn(work)).data;
      } catch (error) {
        const failure = gmailFailure(error, kind, now());
        if (failure.code === "gmail_rate_limited") restUntil = steady() + (failure.retryAfterMs ?? 0);
        throw failure;
      }
    });
  }

  /** A server without `getProfile` still shows the history id on every message. */
  async function cursorFromNewest(): Promise<string> {
    const { messages } = await call("read", "list", () =>
      api.users.messages.list({ userId: "me", maxResults: 1 }, options),
    );
    const id = messages?.[0]?.id;
    if (!id) return "1";
    const { historyId } = await call("read", "get", () =>
      api.users.messages.get({ userId: "me", id, format: "minimal" }, options),
    );
    return historyId ?? "1";
  }

  return {
    async profile() {
      try {
        const { emailAddress, historyId } = await call("read", "profile", () =>
          api.users.getProfile({ userId: "me" }, options),
        );
        return { address: emailAddress?.toLowerCase(), cursor: historyId ?? (await cursorFromNewest()) };
      } catch (error) {
        if (toFailure(error).code !== "gmail_method_missing") throw error;
        return { address: undefined, cursor: await cursorFromNewest() };
      }
    },

    async changesSince(cursor) {
      const changes = new Map<string, MailChange>();
      let next: string | undefined;
      let pageToken: string | undefined;
      do {
        const page = await call("history", "history", () =>
          api.users.history.list(
            {
              userId: "me",
              startHistoryId: cursor,
              // Mail rescued from spam or un-archived shows only as a label that was added.
              historyTypes: ["messageAdded", "labelAdded"],
              maxResults: PAGE,
              ...(pageToken && { pageToken }),
            },
            options,
          ),
        );
        // The first page's: a later one may already count changes that this run has not been shown.
        next ??= page.historyId ?? undefined;
        for (const record of page.history ?? []) collect(changes, record);
        pageToken = page.nextPageToken ?? undefined;
      } while (pageToken);
      return { changes: [...changes.values()], cursor: next ?? cursor };
    },

    async *listSince(since) {
      let pageToken: string | undefined;
      do {
        const page = await call("read", "list", () =>
          api.users.messages.list(
            {
              userId: "me",
              q: `after:${Math.floor(since / 1000)} -in:chats -in:drafts`,
              maxResults: PAGE,
              ...(pageToken && { pageToken }),
            },
            options,
          ),
        );
        yield (page.messages ?? []).flatMap(({ id }) => id ?? []);
        pageToken = page.nextPageToken ?? undefined;
      } while (pageToken);
    },

    async listWaiting(max) {
      const page = await call("read", "list", () =>
        api.users.messages.list({ userId: "me", q: "in:inbox is:unread", maxResults: max }, options),
      );
      return (page.messages ?? []).flatMap(({ id }) => id ?? []).slice(0, max);
    },

    async fetch(providerId): Promise<FetchedMail> {
      const message = await call(
        "read",
        "get",
        () => api.users.messages.get({ userId: "me", id: providerId, format: "raw" }, options),
        { canWait: true },
      );
      return {
        providerId,
        threadId: message.threadId ?? providerId,
        labels: message.labelIds ?? [],
        receivedAt: Number(message.internalDate) || now(),
        raw: Buffer.from(message.raw ?? "", "base64url"),
      };
    },

    async thread(threadId): Promise<ThreadEntry[]> {
      const { messages } = await call("read", "thread", () =>
        api.users.threads.get(
          { userId: "me", id: threadId, format: "metadata", metadataHeaders: [MARKER_HEADER] },
          options,
        ),
      );
      return (messages ?? []).map(entryOf).sort((a, b) => a.receivedAt - b.receivedAt);
    },

    async prepare(threadId, mail) {
      const raw = await compose(mail);
      const { id } = await call("read", "draftChange", () =>
        api.users.drafts.create(
          { userId: "me", requestBody: { message: { ...(threadId && { threadId }), raw } } },
          options,
        ),
      );
      return { draftId: id! };
    },

    async draftOf(providerId) {
      let pageToken: string | undefined;
      do {
        const page = await call("read", "list", () =>
          api.users.drafts.list({ userId: "me", maxResults: PAGE, ...(pageToken && { pageToken }) }, options),
        );
        const found = page.drafts?.find(({ message }) => message?.id === providerId);
        if (found) return found.id ?? undefined;
        pageToken = page.nextPageToken ?? undefined;
      } while (pageToken);
      return undefined;
    },

    async sendPrepared(draftId, threadId, mail): Promise<SentMail> {
      const raw = await compose(mail);
      // With a message Gmail replaces what the draft says and sends that; without one it sends what it finds there.
      const message = { ...(threadId && { threadId }), raw };
      const sent = await call("write", "send", () =>
        api.users.drafts.send({ userId: "me", requestBody: { id: draftId, message } }, options),
      );
      return { providerId: sent.id!, threadId: sent.threadId! };
    },

    async sendAtOnce(threadId: string | undefined, mail: OutgoingMail): Promise<SentMail> {
      const raw = await compose(mail);
      const sent = await call("write", "send", () =>
        api.users.messages.send({ userId: "me", requestBody: { ...(threadId && { threadId }), raw } }, options),
      );
      return { providerId: sent.id!, threadId: sent.threadId ?? threadId ?? sent.id! };
    },

    async watch(topic) {
      const { expiration } = await call("read", "watch", () =>
        api.users.watch({ userId: "me", requestBody: { topicName: topic } }, options),
      );
      return { until: Number(expiration) };
    },

    async isStillDraft(draftId) {
      try {
        const { message } = await call("read", "get", () =>
          api.users.drafts.get({ userId: "me", id: draftId, format: "minimal" }, options),
        );
        // A wrapper may linger on a message that has been sent; its labels tell.
        return !message?.labelIds?.includes("SENT");
      } catch (error) {
        const { code } = toFailure(error);
        if (code === "gmail_not_found") return false;
        if (code === "gmail_method_missing") return undefined;
        throw error;
      }
    },

    async discard(draftId) {
      try {
        await call("read", "draftChange", () => api.users.drafts.delete({ userId: "me", id: draftId }, options));
      } catch (error) {
        if (!["gmail_not_found", "gmail_method_missing"].includes(toFailure(error).code)) throw error;
      }
    },
  };
}

function collect(changes: Map<string, MailChange>, record: gmail_v1.Schema$History): void {
  for (const { message } of record.messagesAdded ?? []) {
    // Every autosave is a new message, and so is every draft of ours: none of them is mail until it is sent.
    if (message?.labelIds?.includes("DRAFT")) continue;
    if (message?.id && !changes.has(message.id)) changes.set(message.id, { providerId: message.id, intoInbox: false });
  }
  for (const { message, labelIds } of record.labelsAdded ?? []) {
    if (message?.id && labelIds?.includes(INBOX)) changes.set(message.id, { providerId: message.id, intoInbox: true });
  }
}

function entryOf(message: gmail_v1.Schema$Message): ThreadEntry {
  const marker = message.payload?.headers?.find((header) => header.name?.toLowerCase() === MARKER_HEADER.toLowerCase());
  return {
    providerId: message.id!,
    labels: message.labelIds ?? [],
    receivedAt: Number(message.internalDate) || 0,
    marker: marker?.value ?? undefined,
  };
}
