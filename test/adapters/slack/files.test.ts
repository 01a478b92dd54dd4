import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slackFiles } from "../../../src/adapters/slack/files.ts";

let server: Server;
let apiUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { "content-length": 1_000 });
    // Ten bytes of a thousand, and then nothing more: the connection is gone.
    if (request.url === "/cut") response.write("0123456789", () => setTimeout(() => response.destroy(), 20));
    else response.end(Buffer.alloc(1_000));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((done) => server.close(done)));

const fetchFile = (path: string, mostBytes: number) =>
  slackFiles(new WebClient("xoxb-1", { slackApiUrl: apiUrl }), { botToken: "xoxb-1", apiUrl }).fetch(
    { id: "F1", name: "a.md", bytes: 1_000, hosted: true, url: `${apiUrl}${path}` },
    mostBytes,
  );

test("a file that stops coming half-way is Slack out of reach, which is said and tried again", async () => {
  await expect(fetchFile("cut", 2_000)).rejects.toMatchObject({ code: "slack_unavailable" });
});

test("a whole file is had, and a larger one than was said is refused", async () => {
  expect(await fetchFile("whole", 1_000)).toHaveLength(1_000);
  await expect(fetchFile("whole", 999)).rejects.toMatchObject({ code: "slack_rejected" });
});
