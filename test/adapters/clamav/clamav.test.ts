import { mkdtempSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { clamdScanner, parseClamdAddress } from "../../../src/adapters/clamav/clamav.ts";

/** The part of clamd that INSTREAM needs: reads the frames, finds the EICAR words, answers and closes. */
function clamd(answerTo: (content: Buffer) => string | undefined): Promise<Server> {
  const server = createServer((socket) => {
    let seen = Buffer.alloc(0);
    socket.on("data", (data) => {
      seen = Buffer.concat([seen, data]);
      const content = readStream(seen);
      if (!content) return;
      const answer = answerTo(content);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
    socket.on("error", () => {});
    sockets.push(socket);
  });
  servers.push(server);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function readStream(seen: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (seen.length < command.length) return undefined;
  expect(seen.subarray(0, command.length).toString()).toBe(command);
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= seen.length; ) {
    const size = seen.readUInt32BE(at);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(seen.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return undefined;
}

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

const addressOf = (server: Server) => ({ host: "127.0.0.1", port: (server.address() as AddressInfo).port });
const looksForEicar = (content: Buffer) =>
  content.includes("EICAR") ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  { name: "a harmless file", content: bytes("hello"), expected: "clean" },
  { name: "an empty file", content: bytes(""), expected: "clean" },
  { name: "malware", content: bytes("…EICAR-STANDARD-ANTIVIRUS-TEST-FILE…"), expected: "infected" },
  { name: "malware at the end of several chunks", content: bytes(`${"x".repeat(200_000)}EICAR`), expected: "infected" },
])("$name is $expected", async ({ content, expected }) => {
  const server = await clamd(looksForEicar);
  expect(await clamdScanner(addressOf(server)).scan(content)).toBe(expected);
});

test("a unix socket works as well", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "clamd-")), "clamd.ctl");
  const server = await clamd(looksForEicar);
  server.close();
  const local = createServer(server.listeners("connection")[0] as (socket: Socket) => void);
  servers.push(local);
  await new Promise<void>((resolve) => local.listen(path, resolve));
  expect(await clamdScanner({ path }).scan(bytes("hello"))).toBe("clean");
});

test.each([
  { name: "an error", answer: "INSTREAM size limit exceeded. ERROR" },
  { name: "nonsense", answer: "stream: maybe" },
])("$name is no verdict", async ({ answer }) => {
  const server = await clamd(() => answer);
  await expect(clamdScanner(addressOf(server)).scan(bytes("hello"))).rejects.toThrow(/clamd answered/);
});

test("a scanner that never answers is given up", async () => {
  const server = await clamd(() => undefined);
  await expect(clamdScanner(addressOf(server), 50).scan(bytes("hello"))).rejects.toThrow(/no answer in 50 ms/);
});

test("a scanner that is not there rejects", async () => {
  const server = await clamd(looksForEicar);
  const address = addressOf(server);
  await new Promise((resolve) => server.close(resolve));
  await expect(clamdScanner(address).scan(bytes("hello"))).rejects.toThrow();
});

test.each([
  { value: "/run/clamav/clamd.ctl", expected: { path: "/run/clamav/clamd.ctl" } },
  { value: "unix:///run/clamd.ctl", expected: { path: "/run/clamd.ctl" } },
  { value: "scanner.internal:3311", expected: { host: "scanner.internal", port: 3311 } },
  { value: "tcp://127.0.0.1", expected: { host: "127.0.0.1", port: 3310 } },
  { value: "[::1]:3310", expected: { host: "::1", port: 3310 } },
])("the address $value is understood", ({ value, expected }) => {
  expect(parseClamdAddress(value)).toEqual(expected);
});
