import { appendAudit } from "../../db/audit.ts";
import type { Reader, Tx } from "../../db/database.ts";
import type { Effect } from "../../db/effects.ts";
import { getPermit, newestCallOf, type Permit, usedCovers, usePermit, voidPermitOf } from "../../db/permits.ts";
import { getTicket, type Ticket } from "../../db/tickets.ts";
import type { EffectRequest } from "../../domain/effects.ts";
import { MailroomError } from "../../domain/errors.ts";
import type { ToolCall } from "../../domain/look-up.ts";
import { coversWords, judgePermit } from "../../domain/permit.ts";
import { sendingHold } from "../../domain/sending.ts";
import type { Tool } from "../../domain/settings/tools.ts";
import { callOf, sealOfToolCall } from "../../domain/tool-call.ts";
import { tellThread } from "../../tickets/desk.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandler } from "./effect.ts";

/** After we have hung up a slow system may still be at work on the call: its "no" is believed only this long after. */
const SETTLE_MS = 60_000;
const ASK_AGAIN_MS = 30_000;

interface Loaded {
  tool: Tool;
  call: ToolCall;
  ticket: Ticket;
  permit: Permit;
  /** Asked for before this one. */
  newestCallId: number;
}

type Request = EffectRequest<"tool.call">;

/** Changes something at another system, once: what a person confirmed, to the letter, by a permission that this call uses up. */
export function toolCall({ db, settings, tools, now }: DeskJobs): EffectHandler<"tool.call"> {
  async function load(reader: Reader, { ticketId, permitId, tool: name, values, reference }: Request) {
    const all = settings.current().settings.tools;
    const tool = Object.hasOwn(all, name) ? all[name] : undefined;
    const ticket = await getTicket(reader, ticketId);
    const permit = await getPermit(reader, permitId);
    const call = tool && callOf(tool, values, reference);
    const newestCallId = await newestCallOf(reader, ticketId, permitId);
    return tool && call && ticket && permit
      ? ({ tool, call, ticket, permit, newestCallId } satisfies Loaded)
      : undefined;
  }

  /** Why the call may not be made now. */
  async function held(tx: Tx, effect: Effect, request: Request, loaded: Loaded): Promise<string | undefined> {
    const { ticket, permit } = loaded;
    const current = settings.current().settings;
    const off = sendingHold(current, { mailboxPaused: false });
    if (off) return off;
    if (permit.ticketId !== ticket.id || permit.tool !== request.tool) return "Nobody has allowed this call.";
    const again = permit.state === "used" && permit.effectId === effect.id;
    if (permit.state === "used" && !again) return "Its permission was used already.";
    if (permit.state === "void") return "It was not done, and its permission ended with that. Ask for it anew.";
    if (permit.expiresAt <= now()) return "The permission for it has expired.";
    if (!isSealed(loaded, request, ticket.newestInboundId))
      return "Something changed after it was confirmed: the tool, or the customer wrote again.";
    const before = await usedCovers(tx, ticket.id, "tool", permit.id);
    const asked = { queue: ticket.queue, by: permit.grantedBy, covers: permit.covers, before };
    if (judgePermit(current, asked).kind !== "may") return "Whoever confirmed it may not do that any more.";
    return again || (await usePermit(tx, permit.id, { effectId: effect.id }, now()))
      ? undefined
      : "Its permission was used already.";
  }

  /** Whether this is the call that was confirmed, to the system that was named then, after the mail that was the newest. */
  function isSealed(
    { tool, call, ticket, permit, newestCallId }: Loaded,
    request: Request,
    newestInboundId: number | null,
  ): boolean {
    const bound = { ticketId: ticket.id, newestInboundId: newestInboundId ?? 0, newestCallId };
    return permit.seal === sealOfToolCall(tool, request.tool, call, bound);
  }

  return {
    async ask(effect, request) {
      const loaded = await load(db.read, request);
      const settledAt = (effect.attemptedAt ?? 0) + (loaded?.tool.timeoutMs ?? 0) + SETTLE_MS;
      if (now() < settledAt) return { kind: "wait", ms: settledAt - now() };
      // Of a tool that is another one by now nobody knows what it says of a call that was made by the old one.
      const same = loaded && isSealed(loaded, request, request.newestInboundId);
      const happened = same && (await tools?.happened(request.tool, loaded.tool, loaded.call));
      if (!same || happened === undefined) return { kind: "unsure", retryMs: ASK_AGAIN_MS };
      return happened ? { kind: "happened", receipt: { reference: request.reference } } : { kind: "not-happened" };
    },

    async gate(tx, effect, request) {
      const loaded = await load(tx, request);
      if (!loaded) return { kind: "cancel", reason: "The settings no longer have this tool, or not like that." };
      const reason = await held(tx, effect, request, loaded);
      return reason === undefined ? { kind: "go" } : { kind: "cancel", reason };
    },

    async perform(_effect, request) {
      const loaded = await load(db.read, request);
      if (!loaded || !tools) throw new MailroomError("tool_refused", { detail: "there is no such tool here" });
      // Settings and ticket are read anew since the gate.
      if (!isSealed(loaded, request, loaded.ticket.newestInboundId))
        throw new MailroomError("tool_refused", { detail: "it is no longer what was confirmed" });
      await tools.call(request.tool, loaded.tool, loaded.call);
      return { reference: request.reference };
    },

    async settle(tx, effect, request) {
      await tell(tx, effect, request, "tool_done");
    },
    async ended(tx, effect, request, state, reason) {
      if (effect.state !== "attempting") await voidPermitOf(tx, { effectId: effect.id }, reason, now());
      await tell(tx, effect, request, "tool_failed", { state, reason });
    },
  };

  async function tell(
    tx: Tx,
    effect: Effect,
    request: Request,
    type: "tool_done" | "tool_failed",
    { state, reason }: { state?: "cancelled" | "failed"; reason?: string } = {},
  ): Promise<void> {
    const ticket = await getTicket(tx, request.ticketId);
    const permit = await getPermit(tx, request.permitId);
    if (!ticket || !permit) return;
    const { tool, reference } = request;
    const what = coversWords(permit.covers);
    await appendAudit(tx, {
      at: now(),
      actor: permit.grantedBy,
      action: type.replace("_", "."),
      ticketId: ticket.id,
      details: { tool, effectId: effect.id, covers: what, ...(reason && { reason }) },
    });
    const about = { by: permit.grantedBy, tool, what, reference };
    const event = type === "tool_done" ? { type, ...about } : { type, ...about, reason: reason ?? "" };
    // One that was given up and is replayed ends anew.
    await tellThread(tx, ticket, event, now(), `${type}:${effect.id}:${state ?? "done"}:${effect.attempt}`);
  }
}
