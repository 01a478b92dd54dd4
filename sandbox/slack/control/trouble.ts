import { Impossible } from "../actor/outcome.ts";
import type { Fault } from "../faults.ts";
import { type JsonObject, stringOr } from "../json.ts";
import type { DisconnectReason } from "../socket/hub.ts";
import type { World } from "../world.ts";

/** The fault knobs for a page: `{ "knob": "latency", "method": "*", "ms": 500 }`. */
export function troubleFor({ faults }: World, body: JsonObject): JsonObject {
  const method = stringOr(body.method, "*");
  const count = Number(body.count ?? 1);
  const on = body.on !== false;
  const knobs: Record<string, () => void> = {
    latency: () => faults.latency(method, Number(body.ms ?? 0)),
    fail: () => faults.fail(method, body.fault as Fault, count),
    loseResponse: () => faults.loseResponse(method, count),
    dropSockets: () => faults.dropSockets(),
    refuseConnections: () => faults.refuseConnections(on),
    disconnect: () => faults.disconnect(stringOr(body.reason, "refresh_requested") as DisconnectReason),
    muteSockets: () => faults.muteSockets(on),
    duplicateEnvelopes: () => faults.duplicateEnvelopes(count),
    delayEnvelopes: () => faults.delayEnvelopes(Number(body.ms ?? 0), count),
    holdAcks: () => faults.holdAcks(on),
    clear: () => faults.clear(),
  };
  const name = stringOr(body.knob, "");
  const turn = Object.hasOwn(knobs, name) ? knobs[name] : undefined;
  if (turn === undefined) throw new Impossible(`no such knob; there is: ${Object.keys(knobs).join(", ")}`);
  turn();
  return { ok: true };
}
