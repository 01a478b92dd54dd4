import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type ClamdServer, EICAR, startClamd } from "../../../sandbox/clamd/index.ts";
import { clamdScanner, parseClamdAddress } from "../../../src/adapters/clamav/clamav.ts";

const servers: ClamdServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

async function clamd(options?: Parameters<typeof startClamd>[0]): Promise<ClamdServer> {
  const server = await startClamd(options);
  servers.push(server);
  return server;
}
const scannerOf = (server: ClamdServer, more: Parameters<typeof clamdScanner>[1] = {}) =>
  clamdScanner(parseClamdAddress(server.address), more);
const bytes = (text: string) => new TextEncoder().encode(text);
const failure = (scan: Promise<unknown>) =>
  scan.then(
    () => "no failure",
    ({ code, detail }) => ({ code, detail }),
  );

const INFECTED = { kind: "infected", name: "Win.Test.EICAR_HDB-1" };
test.each([
  { name: "a harmless file", content: "hello", expected: { kind: "clean" } },
  { name: "an empty file", content: "", expected: { kind: "clean" } },
  { name: "the test virus", content: EICAR, expected: INFECTED },
  { name: "the test virus over the edge of chunks", content: `${"x".repeat(65_500)}${EICAR}`, expected: INFECTED },
])("$name is $expected.kind, and clamd has seen every byte", async ({ content, expected }) => {
  const server = await clamd();
  expect(await scannerOf(server).scan(bytes(content))).toEqual(expected);
  expect(server.scans[0]?.toString()).toBe(content);
});

test("a unix socket works as well", async () => {
  const server = await clamd({ path: join(mkdtempSync(join(tmpdir(), "clamd-")), "clamd.ctl") });
  expect(await scannerOf(server).scan(bytes(EICAR))).toEqual(INFECTED);
});

test("a file above StreamMaxLength is refused, and the next one is scanned", async () => {
  const server = await clamd({ streamMaxLength: 100_000 });
  const scanner = scannerOf(server);
  for (const size of [100_001, 20_000_000])
    expect(await failure(scanner.scan(new Uint8Array(size)))).toMatchObject({ code: "scanner_refused" });
  expect(await scanner.scan(bytes("hello"))).toEqual({ kind: "clean" });
});

test.each([
  { name: "an error", answer: "Can't allocate memory ERROR" },
  { name: "nonsense", answer: "stream: maybe" },
  { name: "a scanner that did not look at everything", answer: "stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND" },
])("$name is no verdict", async ({ answer }) => {
  const server = await clamd();
  server.next(answer);
  expect(await failure(scannerOf(server).scan(bytes("hello")))).toMatchObject({ code: "scanner_refused" });
});

test("a scanner that crashes on one file and lives is not down", async () => {
  const server = await clamd();
  server.mood = "crash";
  expect(await failure(scannerOf(server).scan(bytes("hello")))).toMatchObject({ code: "scanner_refused" });
});

test("a scanner that never answers is down, and is left alone for a while", async () => {
  const server = await clamd();
  server.mood = "quiet";
  let now = 0;
  const scanner = scannerOf(server, { timeoutMs: 50, now: () => now });
  expect(await failure(scanner.scan(bytes("hello")))).toEqual({
    code: "scanner_unavailable",
    detail: "no answer in 0.05 s",
  });
  server.mood = "well";
  expect(await failure(scanner.scan(bytes("hello")))).toMatchObject({ code: "scanner_unavailable" });
  expect(server.scans).toEqual([]);
  now += 15_000;
  expect(await scanner.scan(bytes("hello"))).toEqual({ kind: "clean" });
});

test("a scanner that is not there says so", async () => {
  const server = await clamd();
  await server.pause();
  expect(await failure(scannerOf(server).scan(bytes("hello")))).toEqual({
    code: "scanner_unavailable",
    detail: "ECONNREFUSED",
  });
  expect(await failure(scannerOf(server).version())).toMatchObject({ code: "scanner_unavailable" });
  await server.resume();
  expect(await scannerOf(server).version()).toMatch(/^ClamAV 1\./);
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
