import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./slack-look.ts";

const DIRECT_MARKER = "mailroom_direct";

/** A sentence to one person, in their direct messages with the app. */
export function slackDirect({ chat, now }: DeskJobs): EffectHandler<"slack.direct"> {
  const markerOf = (effect: { idempotencyKey: string; plannedAt: number }) =>
    `${effect.idempotencyKey}@${effect.plannedAt}`;
  return {
    async ask(effect, { user }) {
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      const channel = await chat.direct(user);
      const found = await chat.find(
        { channel, since: (effect.attemptedAt ?? 0) - LOOK_BACK_MS },
        { type: DIRECT_MARKER, key: "effect", value: markerOf(effect) },
      );
      if (found === "none") return { kind: "not-happened" };
      // A second reminder is a smaller harm than none, and direct messages cannot be read back without another scope.
      if (found === "unsure") return { kind: "not-happened" };
      return { kind: "happened", receipt: { ...found } };
    },
    gate: async () => ({ kind: "go" }),
    async perform(effect, { user, text }) {
      const channel = await chat.direct(user);
      const posted = await chat.post(
        {
          channel,
          text,
          blocks: [{ type: "section", text: { type: "mrkdwn", text, verbatim: true } }],
          marker: { type: DIRECT_MARKER, payload: { effect: markerOf(effect) } },
        },
        { key: effect.idempotencyKey },
      );
      return { ...posted };
    },
    async settle() {},
    async ended() {},
  };
}
