import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { AppConfig } from "../app.ts";
import type { Changes } from "../changes.ts";
import type { Clock } from "../clock.ts";
import { secret } from "../ids.ts";
import { type Connection, createConnection } from "./connection.ts";

const MOST_CONNECTIONS = 10;
const LIFETIME_SECONDS = 18_060;
const WARNING_MS = 10_000;

export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

export interface Hub {
  connections: readonly Connection[];
  /** A fresh address for one connection. */
  ticketUrl(origin: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The connection that gets the next envelope; each in turn. */
  next(): Connection | undefined;
  disconnect(reason: DisconnectReason, which?: Connection): void;
  refusing: boolean;
  muted: boolean;
  stop(): void;
}

interface Parts {
  app: AppConfig;
  clock: Clock;
  changes: Changes;
  pingEveryMs: number;
  onFrame: (text: string, from: Connection) => void;
}

export function createHub({ app, clock, changes, pingEveryMs, onFrame }: Parts): Hub {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const connections: Connection[] = [];
  const tickets = new Set<string>();
  let turn = 0;

  const disconnectFrame = (reason: DisconnectReason): string =>
    JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-sandbox" } });

  const hello = (): string =>
    JSON.stringify({
      type: "hello",
      num_connections: connections.length,
      debug_info: { host: "applink-sandbox", build_number: 1, approximate_connection_time: LIFETIME_SECONDS },
      connection_info: { app_id: app.id },
    });

  const pinging = setInterval(() => {
    for (const connection of connections) connection.ping();
  }, pingEveryMs).unref();

  const hub: Hub = {
    connections,
    refusing: false,
    muted: false,
    ticketUrl(origin) {
      const ticket = secret();
      tickets.add(ticket);
      return `${origin.replace(/^http/, "ws")}/link/?ticket=${ticket}&app_id=${app.id}`;
    },
    upgrade(request, socket, head) {
      // A peer that is gone before it is answered must not take the server with it.
      socket.on("error", () => undefined);
      const ticket = new URL(request.url ?? "/", "http://sandbox").searchParams.get("ticket") ?? "";
      if (hub.refusing || !tickets.delete(ticket)) {
        socket.end(`HTTP/1.1 ${hub.refusing ? "503 Service Unavailable" : "401 Unauthorized"}\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = createConnection(
          webSocket,
          clock.now(),
          () => hub.muted,
          (text) => onFrame(text, connection),
        );
        if (connections.length >= MOST_CONNECTIONS) {
          connection.send(disconnectFrame("too_many_websockets"));
          connection.close();
          return;
        }
        connections.push(connection);
        webSocket.on("close", () => {
          connections.splice(connections.indexOf(connection), 1);
          changes.publish({ kind: "socket" });
        });
        connection.send(hello());
        changes.publish({ kind: "socket" });
      });
    },
    next() {
      turn += 1;
      return connections[turn % connections.length];
    },
    disconnect(reason, which) {
      for (const connection of which ? [which] : [...connections]) {
        connection.send(disconnectFrame(reason));
        // The warning comes some ten seconds before the line is cut; the others mean now.
        if (reason === "warning") clock.after(WARNING_MS, () => connection.close());
        else connection.close();
      }
    },
    stop() {
      clearInterval(pinging);
      for (const connection of [...connections]) connection.drop();
      server.close();
    },
  };
  return hub;
}
