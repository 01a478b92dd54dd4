import type { DisconnectReason } from "./socket/hub.ts";
import type { SocketMode } from "./socket/socket-mode.ts";

/** How a call goes wrong before it does anything. */
export interface Fault {
  /** Answered with `ok: false` and this word. */
  error?: string;
  /** An HTTP status other than 200; with 429, `retryAfter` seconds are named, or nothing when it is null. */
  status?: number;
  retryAfter?: number | null;
  /** A body that is not JSON, for instance a proxy's error page. */
  body?: string;
}

export interface Planned {
  latencyMs: number;
  fault?: Fault;
  /** Do the work, then cut the line instead of answering. */
  lose: boolean;
}

/** Trouble on demand. A method may be "*" for all, "response_url", or "upload". */
export interface Faults {
  latency(method: string, ms: number): void;
  fail(method: string, fault: Fault, times?: number): void;
  loseResponse(method: string, times?: number): void;
  dropSockets(): void;
  refuseConnections(on: boolean): void;
  disconnect(reason: DisconnectReason): void;
  /** Ghosts: connections that stay open and carry nothing. */
  muteSockets(on: boolean): void;
  duplicateEnvelopes(count: number): void;
  delayEnvelopes(ms: number, count?: number): void;
  holdAcks(on: boolean): void;
  clear(): void;
  plan(method: string): Planned;
}

export function createFaults(socket: SocketMode): Faults {
  const latencies = new Map<string, number>();
  const failures = new Map<string, Fault[]>();
  const losses = new Map<string, number>();

  const takeFailure = (method: string): Fault | undefined =>
    failures.get(method)?.shift() ?? failures.get("*")?.shift();

  const takeLoss = (method: string): boolean => {
    const key = [method, "*"].find((name) => (losses.get(name) ?? 0) > 0);
    if (key !== undefined) losses.set(key, (losses.get(key) ?? 0) - 1);
    return key !== undefined;
  };

  return {
    latency: (method, ms) => void latencies.set(method, ms),
    fail(method, fault, times = 1) {
      failures.set(method, [...(failures.get(method) ?? []), ...Array<Fault>(times).fill(fault)]);
    },
    loseResponse: (method, times = 1) => void losses.set(method, (losses.get(method) ?? 0) + times),
    dropSockets() {
      for (const connection of [...socket.hub.connections]) connection.drop();
    },
    refuseConnections(on) {
      socket.hub.refusing = on;
    },
    disconnect: (reason) => socket.hub.disconnect(reason),
    muteSockets(on) {
      socket.hub.muted = on;
    },
    duplicateEnvelopes(count) {
      socket.delivery.duplicates = count;
    },
    delayEnvelopes(ms, count = 1) {
      socket.delivery.delayed = { ms, count };
    },
    holdAcks: (on) => socket.delivery.hold(on),
    clear() {
      latencies.clear();
      failures.clear();
      losses.clear();
      socket.hub.refusing = false;
      socket.hub.muted = false;
      socket.delivery.duplicates = 0;
      socket.delivery.delayed = { ms: 0, count: 0 };
      socket.delivery.hold(false);
    },
    plan(method) {
      const fault = takeFailure(method);
      return {
        latencyMs: latencies.get(method) ?? latencies.get("*") ?? 0,
        ...(fault && { fault }),
        lose: fault === undefined && takeLoss(method),
      };
    },
  };
}
