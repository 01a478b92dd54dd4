import type { WebSocket } from "ws";

export interface Connection {
  readonly openedAt: number;
  send(frame: string): void;
  close(): void;
  /** Cuts the line without a close frame. */
  drop(): void;
  ping(): void;
}

/** One Socket Mode connection of the app. `isMuted` makes it a ghost: open, and deaf both ways. */
export function createConnection(
  socket: WebSocket,
  openedAt: number,
  isMuted: () => boolean,
  onFrame: (text: string) => void,
): Connection {
  socket.on("message", (data, isBinary) => {
    if (!isBinary && !isMuted()) onFrame(data.toString());
  });
  socket.on("ping", (data) => {
    if (!isMuted()) socket.pong(data);
  });
  // A peer that vanishes is an everyday event here; "close" follows and does the rest.
  socket.on("error", () => undefined);
  return {
    openedAt,
    send: (frame) => {
      if (!isMuted()) socket.send(frame);
    },
    close: () => socket.close(1000),
    drop: () => socket.terminate(),
    ping: () => {
      if (!isMuted()) socket.ping();
    },
  };
}
