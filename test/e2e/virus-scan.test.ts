import { afterAll, beforeAll, expect, test } from "vitest";
import { type ClamdServer, EICAR, startClamd } from "../../sandbox/clamd/index.ts";
import { openEffectsOf } from "../../src/db/effects.ts";
import { getMessage } from "../../src/db/messages.ts";
import { type Books, openBooks } from "./books.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent] }
alertsChannel: C0BILLING
intents:
  support: { acknowledge: true, posture: auto }
  billing: { acknowledge: true, posture: auto }
  lead: { acknowledge: true, posture: auto }
  other: { acknowledge: true, posture: auto }
`;

let desk: Desk;
let books: Books;
let clamd: ClamdServer;
beforeAll(async () => {
  clamd = await startClamd({ streamMaxLength: 50_000 });
  desk = await openDesk({ settings: SETTINGS });
  await desk.start({ CLAMD_SOCKET: clamd.address });
  books = openBooks(desk);
});
afterAll(async () => {
  await books?.close();
  await desk?.end();
  await clamd?.stop();
});

const TEXT = "Since this morning nobody at our practice can log in, it says wrong password for all. What can we do?";
function write(subject: string, files: { name: string; content: string | Buffer }[]) {
  const parts = files.map(({ name, content }) =>
    [
      "--b",
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(content).toString("base64"),
    ].join("\n"),
  );
  return desk.gmail.deliver(
    SUPPORT,
    mailFrom({
      from: "Orla Keane <orla@quayside.example>",
      subject,
      headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
      text: ["--b", "Content-Type: text/plain", "", `${TEXT} ${subject}`, ...parts, "--b--"].join("\n"),
    }),
  );
}
const sentByUs = () => desk.gmail.sent;

test("malware is named on the card, flagged, never read, and nothing is answered by itself", async () => {
  const mail = write("Locked out with a list", [
    { name: "order.csv", content: "order;amount\nTW-208811;42" },
    { name: "list.csv", content: `user;note\n${EICAR}` },
  ]);
  const shown = shownOn(await cardWith(desk, "Locked out with a list"));
  expect(shown).toContain("📎 🦠 list.csv (*malware*: Win.Test.EICAR_HDB-1; do not open it), order.csv");
  expect(clamd.scans.map(String)).toContain(`user;note\n${EICAR}`);
  const { decision } = await books.decisionOn(mail.id);
  expect(decision!.riskFlags).toContain("malware");
  expect(decision!.reasons.join()).toContain("Carries malware (Win.Test.EICAR_HDB-1)");
  expect(sentByUs()).toEqual([]);
});

test("a file that the scanner will not take stays shut, and the card says why", async () => {
  write("Locked out with a large list", [{ name: "large.csv", content: "x".repeat(60_000) }]);
  const shown = shownOn(await cardWith(desk, "Locked out with a large list"));
  expect(shown).toContain("❔ large.csv (not scanned: it is larger than the scanner's StreamMaxLength)");
});

test("a clean file is said to be clean, and its mail may be acknowledged", async () => {
  write("Locked out with a clean list", [{ name: "clean.csv", content: "user\norla" }]);
  const shown = shownOn(await cardWith(desk, "Locked out with a clean list"));
  expect(shown).toContain("📎 clean.csv  ·  scanned, no malware found");
  await until(desk, () => (sentByUs().length > 0 ? sentByUs() : undefined));
  expect(sentByUs().map(({ subject }) => subject)).toEqual([expect.stringContaining("clean list")]);
});

test("what can run programs is named with its reason, first, and stays shut although it is clean", async () => {
  const exe = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(58), Buffer.from([64, 0, 0, 0]), Buffer.from("PE\0\0")]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const mail = write("Locked out with a strange file", [
    { name: "notes.csv", content: "user\norla" },
    { name: "statement.pdf", content: exe },
    { name: "logo.svg", content: svg },
  ]);
  const shown = shownOn(await cardWith(desk, "Locked out with a strange file"));
  expect(shown).toContain("📎 ⚠️ statement.pdf (a Windows program), ⚠️ logo.svg (an image that runs scripts), notes.csv");
  const { messageId } = await books.fateOf(mail.id);
  const stored = await getMessage(books.db.read, messageId!);
  expect(stored!.email!.attachments.map(({ text }) => text)).toEqual(["user\norla", undefined, undefined]);
  // Nothing is answered by itself, not even that it has arrived: that would have been planned with the ticket.
  const planned = await openEffectsOf(books.db.read, stored!.ticketId!, ["gmail.acknowledge", "gmail.reply"]);
  expect(planned).toEqual([]);
  expect(sentByUs().some(({ subject }) => subject.includes("strange file"))).toBe(false);
});

test("a scanner that is down holds up nothing, and operators are told once", async () => {
  await clamd.pause();
  for (const number of [1, 2]) {
    write(`Locked out while nobody scans ${number}`, [{ name: "late.csv", content: EICAR }]);
    const shown = shownOn(await cardWith(desk, `nobody scans ${number}`));
    expect(shown).toContain("❔ late.csv (not scanned yet: the virus scanner does not answer)");
  }
  const alerts = () => desk.slack.messages("C0BILLING").filter((one) => shownOn(one).includes("virus scanner"));
  await until(desk, () => (alerts().length > 0 ? alerts() : undefined));
  expect(alerts()).toHaveLength(1);
  expect(shownOn(alerts()[0]!)).toContain("CLAMD_SOCKET");
  expect(desk.log()).not.toContain("late.csv");
  await clamd.resume();
});

test("without a scanner the card says nothing of scanning", async () => {
  expect(await desk.stop()).toBe(0);
  await desk.start();
  write("Locked out and no scanner", [{ name: "any.csv", content: "user\norla" }]);
  const shown = shownOn(await cardWith(desk, "Locked out and no scanner"));
  expect(shown).toContain("📎 any.csv");
  expect(shown).not.toMatch(/scan(?:ned|ner)\b(?! *")/);
});

test("a file's name is masked like the mail's own words", async () => {
  write("Locked out with a telling name", [{ name: "card 4111 1111 1111 1111.csv", content: "user\norla" }]);
  const shown = shownOn(await cardWith(desk, "Locked out with a telling name"));
  expect(shown).toMatch(/📎 card \[CREDIT_CARD_\d\]\.csv/);
  expect(JSON.stringify(desk.slack.messages("C0SUPPORT"))).not.toContain("4111 1111");
});
