import { type AddressInfo, createServer, type Socket } from "node:net";
import { EICAR } from "./eicar.ts";

export { EICAR } from "./eicar.ts";

interface ClamdOptions {
  /** A unix socket; absent: a port of 127.0.0.1. */
  path?: string;
  /** As in clamd.conf: a longer stream is answered with an error, and the connection ends. */
  streamMaxLength?: number;
}

export interface ClamdServer {
  /** As CLAMD_SOCKET names it: a path, or host:port. */
  address: string;
  /** What was scanned so far. */
  scans: Buffer[];
  /** `quiet` takes connections and never answers; `crash` ends each as soon as a stream is complete. */
  mood: "well" | "quiet" | "crash";
  /** Answers that come before the ordinary ones, first in, first out. */
  next(answer: string): void;
  /** Nobody listens until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** With signatures of today, in the form of ctime(3). */
const version = (): string => {
  const [day, date, month, year, time] = new Date().toUTCString().replace(",", "").split(" ");
  return `ClamAV 1.4.2/27612/${day} ${month} ${date} ${time} ${year}`;
};
const STREAM_MAX_LENGTH = 100 * 1024 * 1024;

/** The part of clamd(8) that a client needs: PING, VERSION and INSTREAM, each led by `z` (ends in NUL) or `n` (ends in a line). */
export async function startClamd({
  path,
  streamMaxLength = STREAM_MAX_LENGTH,
}: ClamdOptions = {}): Promise<ClamdServer> {
  const sockets = new Set<Socket>();
  const orders: string[] = [];
  let port = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    let seen: Buffer = Buffer.alloc(0);
    socket.on("data", (data) => {
      seen = Buffer.concat([seen, data]);
      if (clamd.mood === "quiet") return;
      const reply = answerTo(seen);
      if (!reply) return;
      socket.removeAllListeners("data");
      if (reply.breakOff) socket.pause();
      if (clamd.mood === "crash" && reply.stream) return socket.destroy();
      socket.end(reply.text);
    });
  });

  function answerTo(seen: Buffer): { text: string; stream?: boolean; breakOff?: boolean } | undefined {
    const found = /^([zn])([A-Z]+)[\0\n]/.exec(seen.subarray(0, 32).toString("latin1"));
    if (!found) return seen.length > 32 ? { text: "UNKNOWN COMMAND\0" } : undefined;
    const [head, mark, command] = found as unknown as [string, string, string];
    const end = mark === "z" ? "\0" : "\n";
    if (command === "PING") return { text: `PONG${end}` };
    if (command === "VERSION") return { text: `${version()}${end}` };
    if (command !== "INSTREAM") return { text: `UNKNOWN COMMAND${end}` };
    const stream = readStream(seen.subarray(head.length), streamMaxLength);
    if (stream === undefined) return undefined;
    if (stream === "too-long")
      return { text: `INSTREAM size limit exceeded. ERROR${end}`, stream: true, breakOff: true };
    clamd.scans.push(stream);
    const verdict = stream.includes(EICAR) ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
    return { text: `${orders.shift() ?? verdict}${end}`, stream: true };
  }

  const listen = () =>
    new Promise<void>((resolve) => {
      if (path !== undefined) server.listen(path, resolve);
      else server.listen(port, "127.0.0.1", resolve);
    });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });

  const clamd: ClamdServer = {
    address: path ?? "",
    scans: [],
    mood: "well",
    next: (answer) => void orders.push(answer),
    pause: close,
    resume: listen,
    stop: () => (server.listening ? close() : Promise.resolve()),
  };
  await listen();
  if (path === undefined) {
    port = (server.address() as AddressInfo).port;
    clamd.address = `127.0.0.1:${port}`;
  }
  return clamd;
}

/** The chunks put together, once the length of zero has come. */
function readStream(frames: Buffer, most: number): Buffer | "too-long" | undefined {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let at = 0; at + 4 <= frames.length; ) {
    const size = frames.readUInt32BE(at);
    if (size === 0) return Buffer.concat(chunks);
    total += size;
    if (total > most) return "too-long";
    chunks.push(frames.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return undefined;
}
