import type { WebClient } from "@slack/web-api";
import { MailroomError } from "../../domain/errors.ts";
import type { Chat, PostedMessage } from "../../domain/ports.ts";
import { slackFailure } from "./failure.ts";
import { ChannelPace } from "./pace.ts";

/** Pages of history that are looked through for a message of ours; a page is at most 100. */
const FIND_PAGES = 5;
const FIND_PAGE = 100;
/** Slack allows fifty pages a minute; five thousand messages are a busy channel's month. */
const MARKED_PAGES = 25;
const MARKED_PAGE = 200;

/** Slack's Web API as the job side needs it. */
export function slackChat(client: WebClient, now: () => number): Chat {
  const pace = new ChannelPace(now);

  return {
    async post({ channel, threadTs, text, blocks, marker, broadcast }, asker) {
      const waitMs = pace.take(channel, asker?.key ?? `${channel} ${now()}`, asker?.canWait ?? false);
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
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
        if (failure.code === "slack_rate_limited") pace.pause(channel, failure.retryAfterMs ?? 0);
        throw failure;
      }
    },

    async update({ channel, ts }, { text, blocks, marker }) {
      try {
        await client.chat.update({
          channel,
          ts,
          text,
          blocks,
          metadata: { event_type: marker.type, event_payload: marker.payload },
        });
      } catch (error) {
        throw slackFailure(error, { write: false });
      }
    },

    async find({ channel, threadTs, since }, { type, key, value }) {
      let cursor: string | undefined;
      try {
        for (let page = 0; page < FIND_PAGES; page++) {
          const where = {
            channel,
            include_all_metadata: true,
            limit: FIND_PAGE,
            oldest: (since / 1000).toFixed(6),
            ...(cursor && { cursor }),
          };
          const answer = threadTs
            ? await client.conversations.replies({ ...where, ts: threadTs })
            : await client.conversations.history(where);
          for (const message of (answer.messages ?? []) as FoundMessage[]) {
            const { event_type, event_payload } = message.metadata ?? {};
            if (event_type === type && event_payload?.[key] === value) return { channel, ts: message.ts! };
          }
          cursor = answer.response_metadata?.next_cursor;
          if (!cursor) return "none";
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
          const answer = await client.conversations.history({
            channel,
            include_all_metadata: true,
            limit: MARKED_PAGE,
            oldest: (Math.max(0, since) / 1000).toFixed(6),
            ...(cursor && { cursor }),
          });
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

    async publishHome(user, view) {
      try {
        await client.views.publish({ user_id: user, view });
      } catch (error) {
        throw slackFailure(error, { write: false });
      }
    },

    async direct(user): Promise<string> {
      try {
        const { channel } = await client.conversations.open({ users: user });
        if (!channel?.id) throw new MailroomError("slack_rejected", { detail: "conversations.open gave no channel" });
        return channel.id;
      } catch (error) {
        throw slackFailure(error, { write: false });
      }
    },
  };
}

interface FoundMessage extends Partial<PostedMessage> {
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> };
}
