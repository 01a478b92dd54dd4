import type { Standing } from "../../db/incidents.ts";
import type { Part } from "../../domain/incident.ts";

/** What has become of an incident's answer for one member, as the rows stand now. `by` is who would approve it. */
export function partOf(one: Standing, reply: { id: number; final: boolean }, by: string | undefined): Part {
  if (one.replyId !== reply.id) return { kind: "preparing" };
  if (one.draftState === "sent") return { kind: "sent" };
  if (one.state === "sending" || (one.approvedAt !== null && one.passedOnAt === null)) return { kind: "going" };
  const leftOut = (why: Extract<Part, { kind: "left-out" }>["why"]): Part => ({ kind: "left-out", why });
  if (one.state === "done" || one.state === "snoozed") return leftOut(one.state);
  if (one.newestInboundId !== one.messageId) return leftOut("newer-mail");
  if (one.state === "waiting" && !reply.final) return leftOut("answered");
  if (one.leftOut !== null) return leftOut(one.leftOut);
  if (one.state === "claimed" && one.owner !== null && by !== undefined && one.owner !== by) return leftOut("taken");
  if (one.draftState !== "live") return leftOut("edited");
  return { kind: "ready" };
}
