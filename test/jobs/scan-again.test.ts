import { afterEach, beforeEach, expect, test } from "vitest";
import { type ClamdServer, EICAR, startClamd } from "../../sandbox/clamd/index.ts";
import { clamdScanner, parseClamdAddress } from "../../src/adapters/clamav/clamav.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let clamd: ClamdServer;
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  clamd = await startClamd();
  desk = await aDesk({
    settings: settingsWith({ alertsChannel: "C0OPS" }),
    instead: ({ now }) => ({ scanner: clamdScanner(parseClamdAddress(clamd.address), { now }) }),
  });
});
afterEach(() => clamd.stop());

const withFile = (name: string, content: string): Buffer =>
  Buffer.from(
    [
      "From: Orla Keane <orla@quayside.example>",
      "To: support@larkspur.example",
      "Subject: The file you asked for",
      "Message-ID: <file@quayside.example>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Here is the file that you asked for last week.",
      "--b",
      "Content-Type: text/csv",
      `Content-Disposition: attachment; filename="${name}"`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(content).toString("base64"),
      "--b--",
      "",
    ].join("\r\n"),
  );
const deliver = (name: string, content: string) =>
  desk.mailbox.deliver({ id: "file", subject: "", text: "", raw: withFile(name, content) });
const card = () => {
  const posted = desk.chat.posts.find((post) => post.marker.type === "mailroom_card")!;
  const newest = desk.chat.updates.findLast((update) => update.ts === posted.ts) ?? posted;
  return JSON.stringify(newest.blocks);
};
const thread = () => JSON.stringify(desk.chat.posts.filter((post) => post.threadTs));
const alerts = () =>
  desk.chat.posts
    .filter((post) => post.channel === "C0OPS")
    .map(({ ts, text }) => desk.chat.updates.findLast((update) => update.ts === ts)?.text ?? text);
async function pass(ms: number): Promise<void> {
  desk.clock.advance(ms);
  await desk.work();
  await sweep(desk.deps);
  await desk.runner.drain();
}

test("a scanner that is down holds up no mail: the card says so, operators are told once, and the file is scanned later", async () => {
  await clamd.pause();
  deliver("orders.csv", "order;TW-1");
  await desk.work();
  expect(card()).toContain("❔ orders.csv (not scanned yet: the virus scanner does not answer)");
  await pass(0);
  await pass(5 * MINUTE);
  expect(alerts()).toEqual([expect.stringContaining("The virus scanner does not answer")]);

  await clamd.resume();
  await pass(5 * MINUTE);
  expect(card()).toContain("orders.csv  ·  scanned, no malware found");
  expect(clamd.scans).toHaveLength(1);
  expect(alerts()).toEqual([expect.stringContaining("✅ Over after")]);
  await pass(HOUR);
  expect(clamd.scans).toHaveLength(1);
});

test("malware that is found late is named on the card and told in the thread", async () => {
  await clamd.pause();
  deliver("orders.csv", EICAR);
  await desk.work();
  expect(card()).not.toContain("malware");
  await clamd.resume();
  await pass(5 * MINUTE);
  expect(card()).toContain("🦠 orders.csv (*malware*: Win.Test.EICAR_HDB-1; do not open it)");
  expect(thread()).toContain("has found *malware* in a file of this mail");
});

test("after a day nobody asks any more, and the card says that nobody scanned it", async () => {
  await clamd.pause();
  deliver("orders.csv", "order;TW-1");
  await desk.work();
  await pass(25 * HOUR);
  expect(card()).toContain("not scanned: the virus scanner did not answer for a day");
  expect(alerts()).toEqual([]);
});
