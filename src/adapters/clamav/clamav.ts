import { connect, type NetConnectOpts } from "node:net";
import type { VirusScanner } from "../../pipeline/attachments/attachments.ts";

/** Where clamd listens: `{ path: "/run/clamav/clamd.ctl" }` or `{ host, port }` (3310 by default). */
export type ClamdAddress = { path: string } | { host: string; port: number };

/** clamd refuses streams above its StreamMaxLength, 100 MB by default; Gmail's attachments are at most 25. */
const CHUNK_BYTES = 64 * 1024;
const ANSWER_BYTES = 4_096;
const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * Scans by clamd's INSTREAM command (clamd(8)): `zINSTREAM\0`, then chunks led by their length in four bytes, then a length of
 * zero. The answer is `stream: OK`, `stream: NAME FOUND` or `… ERROR`. A connection serves one file, so that a stuck scan
 * holds up no other. Rejects when clamd cannot be reached or does not answer: the file is then `not-scanned`.
 */
export function clamdScanner(address: ClamdAddress, timeoutMs = DEFAULT_TIMEOUT_MS): VirusScanner {
  return { scan: (bytes) => scan(address, bytes, timeoutMs) };
}

/** `clamd.ctl` paths and `host:port`, as they stand in an environment variable. */
export function parseClamdAddress(value: string): ClamdAddress {
  if (value.startsWith("/") || value.startsWith("unix:")) return { path: value.replace(/^unix:(?:\/\/)?/, "") };
  const [, host = "127.0.0.1", port] = /^(?:tcp:\/\/)?\[?([^\]]*?)\]?(?::(\d{1,5}))?$/.exec(value) ?? [];
  return { host: host || "127.0.0.1", port: Number(port ?? 3310) };
}

function scan(address: ClamdAddress, bytes: Uint8Array, timeoutMs: number): Promise<"clean" | "infected"> {
  return new Promise((resolve, reject) => {
    const socket = connect(address satisfies NetConnectOpts);
    // The whole scan, not the silence between two packets: a scanner that trickles must not hold a mail for ever.
    const timer = setTimeout(() => socket.destroy(new Error(`clamd gave no answer in ${timeoutMs} ms`)), timeoutMs);
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("connect", () => {
      for (const frame of frames(bytes)) socket.write(frame);
    });
    socket.on("data", (data: string) => {
      if (answer.length < ANSWER_BYTES) answer += data;
      if (answer.includes("\0")) socket.end();
    });
    socket.on("error", (error) => {
      // clamd closes as soon as it knows, and may do so while we still write; its answer then stands all the same.
      if (verdict(answer) === undefined) reject(error);
    });
    socket.on("close", () => {
      clearTimeout(timer);
      const found = verdict(answer);
      if (found) resolve(found);
      else reject(new Error(`clamd answered ${JSON.stringify(answer.slice(0, 80))}`));
    });
  });
}

function* frames(bytes: Uint8Array): Generator<Uint8Array> {
  yield new TextEncoder().encode("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    yield length(chunk.length);
    yield chunk;
  }
  yield length(0);
}

function length(count: number): Uint8Array {
  const frame = new Uint8Array(4);
  new DataView(frame.buffer).setUint32(0, count);
  return frame;
}

function verdict(answer: string): "clean" | "infected" | undefined {
  const line = answer.replace(/\0[\s\S]*$/, "").trim();
  if (/^stream: .+ FOUND$/.test(line)) return "infected";
  return line === "stream: OK" ? "clean" : undefined;
}
