import type { WebClient } from "@slack/web-api";
import type { Standing } from "../../domain/roles.ts";
import { slackFailure } from "./failure.ts";

/** What Slack says of a person; `unknown` when it knows nobody of that id, or does not show them to us. */
export const slackStanding =
  (client: WebClient) =>
  async (user: string): Promise<Standing> => {
    try {
      const { user: found } = await client.users.info({ user });
      if (found?.deleted) return "deactivated";
      // People of other companies are in shared channels, and at this desk as little as guests.
      const { is_stranger: stranger } = (found ?? {}) as { is_stranger?: boolean };
      return found?.is_restricted || found?.is_ultra_restricted || stranger ? "guest" : "member";
    } catch (error) {
      const failure = slackFailure(error, { write: false });
      if (failure.code === "slack_rejected") return "unknown";
      throw failure;
    }
  };
