import type { Changes } from "../changes.ts";
import type { Clock, Timer } from "../clock.ts";
import { envelopeId } from "../ids.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";

export interface Envelope extends JsonObject {
  type: "events_api" | "interactive" | "slash_commands";
  payload: JsonObject;
  accepts_response_payload: boolean;
}

export type Ack = { kind: "acked"; payload: JsonObject } | { kind: "unanswered"; reason: "timeout" | "no_connection" };

export interface Delivery {
  /** `onSettled` runs in the same moment, for what must happen before time moves on. */
  deliver(envelope: Envelope, onSettled?: (ack: Ack) => void): Promise<Ack>;
  /** Any text on the next connection, however malformed. */
  inject(frame: unknown): void;
  onFrame(text: string, from: Connection): void;
  waiting(): number;
  /** For faults: envelopes still to be sent twice, or late, and acks kept back. */
  duplicates: number;
  delayed: { count: number; ms: number };
  hold(on: boolean): void;
}

interface Pending {
  from?: Connection;
  settle(ack: Ack): void;
}

export function createDelivery(parts: { clock: Clock; changes: Changes; hub: () => Hub; ackMs: number }): Delivery {
  const { clock, changes, hub, ackMs } = parts;
  const pending = new Map<string, Pending>();
  const held: { text: string; from: Connection }[] = [];
  let holding = false;

  const settle =
    (id: string, timer: Timer, ...listeners: ((ack: Ack) => void)[]): ((ack: Ack) => void) =>
    (ack) => {
      if (!pending.delete(id)) return;
      timer.cancel();
      for (const listener of listeners) listener(ack);
      changes.publish({ kind: "delivery" });
    };

  const send = (id: string, frame: string): void => {
    const waiting = pending.get(id);
    const connection = hub().next();
    if (waiting === undefined || connection === undefined) {
      waiting?.settle({ kind: "unanswered", reason: "no_connection" });
      return;
    }
    waiting.from = connection;
    connection.send(frame);
    if (delivery.duplicates === 0) return;
    delivery.duplicates -= 1;
    hub().next()?.send(frame);
  };

  const delivery: Delivery = {
    duplicates: 0,
    delayed: { count: 0, ms: 0 },
    waiting: () => pending.size,
    deliver(envelope, onSettled = () => undefined) {
      const id = envelopeId();
      const frame = JSON.stringify({ envelope_id: id, ...envelope });
      return new Promise((resolve) => {
        const timer = clock.deadline(ackMs, () => pending.get(id)?.settle({ kind: "unanswered", reason: "timeout" }));
        pending.set(id, { settle: settle(id, timer, onSettled, resolve) });
        const { delayed } = delivery;
        if (delayed.count === 0) {
          send(id, frame);
          return;
        }
        delayed.count -= 1;
        clock.after(delayed.ms, () => late(id, frame));
      });
    },
    inject(frame) {
      hub()
        .next()
        ?.send(typeof frame === "string" ? frame : JSON.stringify(frame));
    },
    onFrame(text, from) {
      if (holding) held.push({ text, from });
      else acknowledge(text, from);
    },
    hold(on) {
      holding = on;
      if (!on) for (const { text, from } of held.splice(0)) acknowledge(text, from);
    },
  };

  /** An envelope can come after its deadline; the app gets it all the same, and nobody waits for the ack. */
  const late = (id: string, frame: string): void => {
    if (pending.has(id)) send(id, frame);
    else delivery.inject(frame);
  };

  const acknowledge = (text: string, from: Connection): void => {
    const answer = parse(text);
    const waiting = pending.get(String(answer?.envelope_id));
    // Acks of unknown envelopes, or on another connection, say nothing.
    if (waiting?.from !== from) return;
    waiting.settle({ kind: "acked", payload: isObject(answer?.payload) ? answer.payload : {} });
  };

  return delivery;
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
