import { connect, type NetConnectOpts } from "node:net";
import { Readable } from "node:stream";
import { MailroomError } from "../../domain/errors.ts";
import type { ScanVerdict, VirusScanner } from "../../domain/ports.ts";

/** Where clamd listens: `{ path: "/run/clamav/clamd.ctl" }` or `{ host, port }` (3310 by default). */
export type ClamdAddress = { path: string } | { host: string; port: number };

export interface Clamd extends VirusScanner {
  /** Engine and signatures, as `ClamAV 1.4.2/27612/Thu Nov 19 09:31:00 2026`. */
  version(): Promise<string>;
}

const CHUNK_BYTES = 64 * 1024;
const ANSWER_BYTES = 4_096;
const TIMEOUT_MS = 20_000;
/** Enough for a scanner that lives, however busy. */
const PING_TIMEOUT_MS = 2_000;
/** After a scanner was found to be down: a mail with ten files must not wait ten times, nor every mail once. */
const PAUSE_MS = 15_000;

/**
 * Scans by clamd's INSTREAM command (clamd(8)): `zINSTREAM\0`, then chunks led by their length in four bytes, then a length of
 * zero. The answer is `stream: OK`, `stream: NAME FOUND` or `… ERROR`. A connection serves one file, so that a stuck scan
 * holds up no other. Fails with `scanner_unavailable` when clamd is down, and with `scanner_refused` when it lives and has no
 * verdict on this one file, because trying that again cannot help.
 */
export function clamdScanner(
  address: ClamdAddress,
  { timeoutMs = TIMEOUT_MS, now = Date.now }: { timeoutMs?: number; now?: () => number } = {},
): Clamd {
  let downUntil = 0;
  const down = (detail: string): MailroomError => {
    downUntil = now() + PAUSE_MS;
    return new MailroomError("scanner_unavailable", { detail });
  };
  return {
    async scan(bytes) {
      if (now() < downUntil)
        throw new MailroomError("scanner_unavailable", { detail: "it did not answer a moment ago" });
      const heard = await exchange(address, frames(bytes), timeoutMs);
      if (heard.kind === "answer") return verdict(heard.answer);
      if (heard.kind === "unreachable") throw down(heard.detail);
      // A file may be larger than clamd's StreamMaxLength, which ends the connection, or take too long to unpack.
      const ping = await exchange(address, [command("PING")], PING_TIMEOUT_MS);
      if (ping.kind !== "answer") throw down(heard.detail);
      throw new MailroomError("scanner_refused", { detail: heard.detail });
    },
    async version() {
      const heard = await exchange(address, [command("VERSION")], PING_TIMEOUT_MS);
      if (heard.kind === "answer") return heard.answer;
      throw new MailroomError("scanner_unavailable", { detail: heard.detail });
    },
  };
}

/** `clamd.ctl` paths and `host:port`, as they stand in an environment variable. */
export function parseClamdAddress(value: string): ClamdAddress {
  if (value.startsWith("/") || value.startsWith("unix:")) return { path: value.replace(/^unix:(?:\/\/)?/, "") };
  const [, host = "127.0.0.1", port] = /^(?:tcp:\/\/)?\[?([^\]]*?)\]?(?::(\d{1,5}))?$/.exec(value) ?? [];
  return { host: host || "127.0.0.1", port: Number(port ?? 3310) };
}

function verdict(answer: string): ScanVerdict {
  if (answer === "stream: OK") return { kind: "clean" };
  const name = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  // An option of clamd's: no finding, but the confession that it did not look at everything.
  if (name?.startsWith("Heuristics.Limits.Exceeded"))
    throw new MailroomError("scanner_refused", { detail: "it unpacks to more than the scanner looks through" });
  if (name !== undefined) return { kind: "infected", name: name.slice(0, 100) };
  if (/size limit exceeded/i.test(answer))
    throw new MailroomError("scanner_refused", { detail: "it is larger than the scanner's StreamMaxLength" });
  throw new MailroomError("scanner_refused", { detail: "the scanner gave no verdict" });
}

type Heard = { kind: "answer"; answer: string } | { kind: "unreachable" | "broken-off"; detail: string };

function exchange(address: ClamdAddress, sent: Iterable<Uint8Array>, timeoutMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(address satisfies NetConnectOpts);
    const source = Readable.from(sent);
    let connected = false;
    let answer = "";
    let trouble = "it hung up";
    // The whole exchange, not the silence between two packets: a scanner that trickles must not hold a mail for ever.
    const timer = setTimeout(() => {
      trouble = `no answer in ${timeoutMs / 1_000} s`;
      socket.destroy();
    }, timeoutMs);
    socket.setEncoding("utf8");
    socket.on("connect", () => {
      connected = true;
      source.pipe(socket, { end: false });
    });
    socket.on("data", (data: string) => {
      // clamd answers as soon as it knows, which may be while we still write.
      source.unpipe(socket);
      if (answer.length < ANSWER_BYTES) answer += data;
      if (answer.includes("\0")) socket.destroy();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      trouble = error.code ?? trouble;
    });
    socket.on("close", () => {
      clearTimeout(timer);
      source.destroy();
      const said = answer.replace(/\0[\s\S]*$/, "").trim();
      if (said !== "") resolve({ kind: "answer", answer: said });
      else resolve({ kind: connected ? "broken-off" : "unreachable", detail: trouble });
    });
  });
}

const command = (name: string): Uint8Array => new TextEncoder().encode(`z${name}\0`);

function* frames(bytes: Uint8Array): Generator<Uint8Array> {
  yield command("INSTREAM");
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
