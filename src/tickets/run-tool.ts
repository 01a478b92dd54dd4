import { randomBytes } from "node:crypto";
import { appendAudit } from "../db/audit.ts";
import type { Reader } from "../db/database.ts";
import { getDecision } from "../db/decisions.ts";
import { findEffectByMarker, planEffect } from "../db/effects.ts";
import { enqueue } from "../db/jobs.ts";
import { addPermit, newestCallOf } from "../db/permits.ts";
import { getTicket, type Ticket } from "../db/tickets.ts";
import { JOB_PRIORITY } from "../domain/jobs.ts";
import { type CallBound, coversWords } from "../domain/permit.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import { sendingHold } from "../domain/sending.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { isLookUp, type Tool } from "../domain/settings/tools.ts";
import type { TicketState } from "../domain/ticket.ts";
import {
  callOf,
  coverOf,
  isShownWhole,
  sealOfToolCall,
  type ToolConfirmation,
  type ToolValues,
  wordsOfCall,
  wrongValues,
} from "../domain/tool-call.ts";
import { type NotAllowed, notAllowed } from "./allow-answer.ts";
import { shortSeal } from "./approve-answer.ts";
import { type Desk, tellThread } from "./desk.ts";

export interface ToolForm {
  ticketId: number;
  tool: string;
  description: string;
  needs: { name: string; format: string; value: string }[];
}

type Refused =
  | NotAllowed
  | { kind: "call-changed" }
  | { kind: "taken"; owner: string }
  | { kind: "not-open"; state: TicketState }
  | { kind: "no-tool" }
  | { kind: "sending-off"; reason: string }
  | { kind: "gone" }
  | Forbidden;

export type ToolFormOutcome = { kind: "form"; form: ToolForm } | Refused;
export type ToolConfirmOutcome =
  | { kind: "confirm"; confirmation: ToolConfirmation }
  | { kind: "wrong"; fields: Record<string, string> }
  | Refused;
export type RunToolOutcome = { kind: "asked" } | Refused;

interface Asked {
  ticketId: number;
  tool: string;
  by: string;
}

interface Found {
  kind: "found";
  ticket: Ticket;
  tool: Tool;
}

/** The tool and its ticket, for somebody who may do this much with it: a colleague's ticket is theirs, a finished one nobody's. */
async function find(db: Reader, { ticketId, tool: name, by }: Asked, settings: Settings, values: ToolValues) {
  const may = authorise(settings, by, "agent");
  if (may.kind === "forbidden") return may;
  const ticket = await getTicket(db, ticketId);
  if (!ticket) return { kind: "gone" } as const;
  if (ticket.state === "done") return { kind: "not-open", state: ticket.state } as const;
  if (ticket.owner !== null && ticket.owner !== by) return { kind: "taken", owner: ticket.owner } as const;
  const tool = Object.hasOwn(settings.tools, name) ? settings.tools[name] : undefined;
  if (!tool || isLookUp(tool)) return { kind: "no-tool" } as const;
  const refused = await notAllowed(db, ticket, coverOf(tool, values), by, settings, "tool");
  return refused ?? ({ kind: "found", ticket, tool } satisfies Found);
}

/** What the window opens with: what the tool needs, and what the mail says of it. */
export const readToolForm =
  ({ db, settings }: Desk) =>
  async (asked: Asked): Promise<ToolFormOutcome> => {
    const found = await find(db.read, asked, settings.current().settings, {});
    if (found.kind !== "found") return found;
    const { ticket, tool } = found;
    const row = ticket.decisionId === null ? undefined : await getDecision(db.read, ticket.decisionId);
    const entities = (row?.decision?.entities ?? {}) as Record<string, unknown>;
    const known = (name: string, format: string) => {
      const value = entities[name];
      return typeof value === "string" && new RegExp(`^(?:${format})$`, "u").test(value) ? value : "";
    };
    const needs = Object.entries(tool.needs).map(([name, format]) => ({ name, format, value: known(name, format) }));
    return {
      kind: "form",
      form: { ticketId: ticket.id, tool: asked.tool, description: tool.description, needs },
    };
  };

/** Holds what was typed against formats and caps, and says what would be done. */
export const confirmTool =
  ({ db, settings }: Desk) =>
  async (asked: Asked & { values: ToolValues }): Promise<ToolConfirmOutcome> => {
    const { settings: current } = settings.current();
    const tool = Object.hasOwn(current.tools, asked.tool) ? current.tools[asked.tool] : undefined;
    const wrong = tool ? wrongValues(tool, asked.values) : {};
    const found = await find(db.read, asked, current, Object.keys(wrong).length > 0 ? {} : asked.values);
    if (found.kind !== "found") return found;
    if (Object.keys(wrong).length > 0) return { kind: "wrong", fields: wrong };
    const { ticket } = found;
    const reference = `mailroom-${ticket.id}-${randomBytes(9).toString("hex")}`;
    const call = callOf(found.tool, asked.values, reference);
    if (!call) return { kind: "no-tool" };
    if (!isShownWhole(found.tool, call))
      return {
        kind: "wrong",
        fields: { [Object.keys(asked.values)[0]!]: "Write less: the call has to fit the window" },
      };
    const seal = sealOfToolCall(found.tool, asked.tool, call, await boundTo(db.read, ticket));
    return {
      kind: "confirm",
      confirmation: {
        ticketId: ticket.id,
        tool: asked.tool,
        description: found.tool.description,
        values: asked.values,
        reference,
        seal: shortSeal(seal),
        method: found.tool.method,
        url: call.url,
        body: call.body,
        what: coversWords(coverOf(found.tool, asked.values)),
      },
    };
  };

/**
 * Has it done: the permission of whoever confirmed it, the effect and its job in one transaction. Only what they were shown is
 * done, and a second press of the same window is no second call.
 */
export const runTool =
  ({ db, settings, now }: Desk) =>
  async (asked: Asked & { values: ToolValues; reference: string; seal: string }): Promise<RunToolOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, asked.by, "agent");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx): Promise<RunToolOutcome> => {
      // A second press of the same window.
      if (await findEffectByMarker(tx, asked.reference)) return { kind: "asked" };
      const found = await find(tx, asked, current, asked.values);
      if (found.kind !== "found") return found;
      const { ticket, tool } = found;
      const off = sendingHold(current, { mailboxPaused: false });
      if (off) return { kind: "sending-off", reason: off };
      const call = callOf(tool, asked.values, asked.reference);
      const seal = call && sealOfToolCall(tool, asked.tool, call, await boundTo(tx, ticket));
      if (
        !call ||
        !isShownWhole(tool, call) ||
        !seal ||
        shortSeal(seal) !== asked.seal ||
        Object.keys(wrongValues(tool, asked.values)).length > 0
      )
        return { kind: "call-changed" };
      const at = now();
      const covers = coverOf(tool, asked.values);
      const key = `tool:${asked.reference}`;
      const permitId = await addPermit(tx, {
        ticketId: ticket.id,
        of: { tool: asked.tool },
        covers,
        seal,
        by: asked.by,
        now: at,
        expiresAt: at + current.approvals.expiresMinutes * 60_000,
        words: wordsOfCall(tool, call, covers),
      });
      const { id } = await planEffect(
        tx,
        {
          kind: "tool.call",
          idempotencyKey: key,
          ticketId: ticket.id,
          marker: asked.reference,
          request: {
            ticketId: ticket.id,
            permitId,
            tool: asked.tool,
            values: asked.values,
            reference: asked.reference,
            newestInboundId: ticket.newestInboundId,
          },
        },
        at,
      );
      const lane = `tool:${ticket.id}`;
      await enqueue(
        tx,
        { kind: "run-effect", key: `effect:${id}`, lane, payload: { effectId: id }, priority: JOB_PRIORITY.send },
        at,
      );
      const what = coversWords(covers);
      await appendAudit(tx, {
        at,
        actor: asked.by,
        action: "tool.asked",
        ticketId: ticket.id,
        details: { tool: asked.tool, permitId, effectId: id, covers: what },
      });
      const event = { type: "tool_asked", by: asked.by, tool: asked.tool, what } as const;
      await tellThread(tx, ticket, event, at, `tool:${id}`);
      return { kind: "asked" };
    });
  };

/** Of two who confirm at once the second is told of the first: their window was opened without that call. */
const boundTo = async (db: Reader, { id, newestInboundId }: Ticket): Promise<CallBound> => ({
  ticketId: id,
  newestInboundId: newestInboundId ?? 0,
  newestCallId: await newestCallOf(db, id),
});
