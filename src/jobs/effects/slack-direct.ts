import { getTicket } from "../../db/tickets.ts";
import { directNotice } from "../../views/direct.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";
import { LOOK_BACK_MS, SETTLE_MS } from "./slack-look.ts";

export const NOTICE_MARKER = "mailroom_notice";
export const noticeKey = (effect: { idempotencyKey: string; plannedAt: number }) =>
  `${effect.idempotencyKey}@${effect.plannedAt}`;

/** A sentence to one person, in their direct messages with the app. */
export function slackDirect({ db, chat, settings, now }: DeskJobs): EffectHandler<"slack.direct"> {
  return {
    async ask(effect, { user }) {
      const sinceAttempt = now() - (effect.attemptedAt ?? 0);
      if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
      const channel = await chat.direct(user);
      const found = await chat.find(
        { channel, since: (effect.attemptedAt ?? 0) - LOOK_BACK_MS },
        { type: NOTICE_MARKER, key: "effect", value: noticeKey(effect) },
      );
      // A second reminder is a smaller harm than none, and direct messages cannot be read back without another scope.
      if (found === "none" || found === "unsure") return { kind: "not-happened" };
      return { kind: "happened", receipt: { ...found } };
    },
    async gate(tx, _effect, { ticketId }) {
      return (await getTicket(tx, ticketId)) ? { kind: "go" } : { kind: "cancel", reason: "the ticket is gone" };
    },
    async perform(effect, { user, ticketId, notice }) {
      const ticket = (await getTicket(db.read, ticketId))!;
      const channel = await chat.direct(user);
      const { timezone } = settings.current().settings.company;
      const said = directNotice(notice, ticket, { now: now(), timezone });
      return {
        ...(await chat.post(
          { channel, ...said, marker: { type: NOTICE_MARKER, payload: { effect: noticeKey(effect) } } },
          { key: effect.idempotencyKey },
        )),
      };
    },
    async settle() {},
    async ended() {},
  };
}
