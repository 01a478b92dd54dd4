import { toFailure } from "../../domain/errors.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";

const ERASED = "This was erased.";

/** Doing it twice does no harm, so nobody has to be asked whether it happened. */
export function slackBlank({ chat }: DeskJobs): EffectHandler<"slack.blank"> {
  return {
    ask: async () => ({ kind: "not-happened" }),
    gate: async () => ({ kind: "go" }),
    async perform(_effect, at) {
      try {
        await chat.update(at, { text: ERASED, blocks: [], marker: { type: "mailroom_erased", payload: {} } });
      } catch (error) {
        if (toFailure(error).code !== "slack_message_gone") throw error;
      }
      return at;
    },
    async settle() {},
    async ended() {},
  };
}
