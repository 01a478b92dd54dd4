import type { WebClient } from "@slack/web-api";
import pLimit from "p-limit";
import { MailroomError, toFailure } from "../../domain/errors.ts";
import type { Chat, PostedMessage, Posting } from "../../domain/ports.ts";
import { steadily } from "../../domain/steady.ts";
import { slackFailure } from "./failure.ts";
import { CallPace } from "./pace.ts";

/** Pages of history that are looked through for a message of ours; a page is at most 100. */
const FIND_PAGES = 5;
const FIND_PAGE = 100;
/** Slack allows fifty pages a minute; five thousand messages are a busy channel's month. */
const MARKED_PAGES = 25;
const MARKED_PAGE = 200;

/** Calls a minute by Slack's tiers, a little under what is documented. */
const TIER_3 = { intervalMs: 1_250, burst: 1 };
const TIER_4 = { intervalMs: 625, burst: 1 };
/** Posts of a channel that are under way together: one 429 is an answer, a dozen at once are a storm. */
const IN_FLIGHT = 2;

/** Slack's Web API as the job side needs it. */
export function slackChat(client: WebClient, now: () => number): Chat {
  const channels = new CallPace(steadily(now));
  const methods = new CallPace(steadily(now));
  const lanes = new Map<string, ReturnType<typeof pLimit>>();
  let serial = 0;

  /** A 429 is said once: whoever comes after it waits without asking for one of their own. */
  async function call<T>(method: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = slackFailure(error, { write: false });
      if (failure.code === "slack_rate_limited") methods.pause(method, failure.retryAfterMs ?? 0);
      throw failure;
    }
  }

  async function tiered<T>(method: string, key: string, tier: typeof TIER_3, work: () => Promise<T>): Promise<T> {
    await sleep(methods.take(method, { key }, tier));
    return call(method, work);
  }

  /** A page of many waits here for its turn: the job would come back to the first page. */
  async function listed<T>(method: string, work: () => Promise<T>): Promise<T> {
    const key = `page ${++serial}`;
    for (let turn: number | undefined; turn === undefined; ) {
      try {
        turn = methods.take(method, { key }, TIER_3);
        await sleep(turn);
      } catch (error) {
        await sleep(toFailure(error).retryAfterMs ?? 0);
      }
    }
    return call(method, work);
  }

  async function post(
    { channel, threadTs, text, blocks, marker, broadcast }: Posting,
    asker: Parameters<Chat["post"]>[1],
  ): Promise<PostedMessage> {
    await sleep(channels.take(channel, asker ?? { key: `post ${++serial}` }));
    try {
      const posted = await client.chat.postMessage({
        channel,
        text,
        blocks,
        metadata: { event_type: marker.type, event_payload: marker.payload },
        // Otherwise Slack fetches customers' links, one-click ones too.
        unfurl_links: false,
        unfurl_media: false,
        ...(threadTs ? { thread_ts: threadTs, ...(broadcast && { reply_broadcast: true }) } : {}),
      } as Parameters<WebClient["chat"]["postMessage"]>[0]);
      return { channel: posted.channel!, ts: posted.ts! };
    } catch (error) {
      const failure = slackFailure(error, { write: true });
      if (failure.code === "slack_rate_limited") channels.pause(channel, failure.retryAfterMs ?? 0);
      throw failure;
    }
  }

  return {
    async post(posting, asker) {
      const lane = lanes.get(posting.channel) ?? pLimit(IN_FLIGHT);
      lanes.set(posting.channel, lane);
      return lane(() => post(posting, asker));
    },

    interval: (channel) => channels.interval(channel),

    update: ({ channel, ts }, { text, blocks, marker }) =>
      tiered("chat.update", `${channel} ${ts}`, TIER_3, async () => {
        await client.chat.update({
          channel,
          ts,
          text,
          blocks,
          metadata: { event_type: marker.type, event_payload: marker.payload },
        });
      }),

    async find({ channel, threadTs, since }, { type, key, value }) {
      let cursor: string | undefined;
      let oldest: string | undefined;
      try {
        for (let page = 0; page < FIND_PAGES; page++) {
          const where = {
            channel,
            include_all_metadata: true,
            limit: FIND_PAGE,
            ...(oldest && { oldest }),
            ...(cursor && { cursor }),
          };
          const answer = threadTs
            ? await listed("conversations.replies", () => client.conversations.replies({ ...where, ts: threadTs }))
            : await listed("conversations.history", () => client.conversations.history(where));
          const messages = (answer.messages ?? []) as FoundMessage[];
          for (const message of messages) {
            const { event_type, event_payload } = message.metadata ?? {};
            if (event_type === type && event_payload?.[key] === value) return { channel, ts: message.ts! };
          }
          cursor = answer.response_metadata?.next_cursor;
          // Not asked for by its time at first: while our clock is ahead, that would show nothing. A channel comes newest first.
          const pastIt = !threadTs && messages.some(({ ts }) => Number(ts) * 1_000 < since);
          if (!cursor || pastIt) return "none";
          // A thread comes oldest first, and this one is long.
          if (threadTs && oldest === undefined) {
            oldest = (since / 1000).toFixed(6);
            cursor = undefined;
          }
        }
        return "unsure";
      } catch (error) {
        const failure = slackFailure(error, { write: false });
        if (failure.code === "slack_scope_missing" || failure.code === "slack_channel_unreachable") return "unsure";
        if (failure.code === "slack_message_gone") return "none";
        throw failure;
      }
    },

    async marked({ channel, since }, type) {
      const found: { ts: string; payload: Readonly<Record<string, unknown>> }[] = [];
      let cursor: string | undefined;
      try {
        for (let page = 0; page < MARKED_PAGES; page++) {
          const answer = await listed("conversations.history", () =>
            client.conversations.history({
              channel,
              include_all_metadata: true,
              limit: MARKED_PAGE,
              oldest: (Math.max(0, since) / 1000).toFixed(6),
              ...(cursor && { cursor }),
            }),
          );
          for (const { ts, metadata } of (answer.messages ?? []) as FoundMessage[])
            if (ts && metadata?.event_type === type) found.push({ ts, payload: metadata.event_payload ?? {} });
          cursor = answer.response_metadata?.next_cursor;
          if (!cursor) break;
        }
        return found;
      } catch (error) {
        const failure = slackFailure(error, { write: false });
        if (failure.code === "slack_scope_missing" || failure.code === "slack_channel_unreachable") return found;
        throw failure;
      }
    },

    publishHome: (user, view) =>
      tiered("views.publish", user, TIER_4, async () => {
        await client.views.publish({ user_id: user, view });
      }),

    async direct(user): Promise<string> {
      const { channel } = await tiered("conversations.open", user, TIER_3, () =>
        client.conversations.open({ users: user }),
      );
      if (!channel?.id) throw new MailroomError("slack_rejected", { detail: "conversations.open gave no channel" });
      return channel.id;
    },
  };
}

const sleep = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

interface FoundMessage extends Partial<PostedMessage> {
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> };
}
