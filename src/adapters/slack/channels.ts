import type { WebClient } from "@slack/web-api";
import { slackFailure } from "./failure.ts";

/** Says why Mailroom could or may not post to a channel; undefined when it may, or when Slack does not let us look. */
export const slackChannels =
  (client: WebClient) =>
  async (channel: string, allowShared: boolean): Promise<string | undefined> => {
    try {
      const { channel: found } = (await client.conversations.info({ channel })) as {
        channel?: {
          is_archived?: boolean;
          is_member?: boolean;
          is_ext_shared?: boolean;
          is_pending_ext_shared?: boolean;
        };
      };
      if (found?.is_archived) return "it is archived";
      if (found?.is_member === false) return "the app is not a member: invite it there first";
      if (!allowShared && (found?.is_ext_shared || found?.is_pending_ext_shared))
        return "it is shared with another company, whose people would read your mail: take a channel of your own, or set allowShared for the queue";
      return undefined;
    } catch (error) {
      const failure = slackFailure(error, { write: false });
      return failure.code === "slack_channel_unreachable"
        ? "there is no such channel, or it is private and the app is not in it"
        : undefined;
    }
  };
