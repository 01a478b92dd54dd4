import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Books, openBooks } from "./books.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";

let desk: Desk;
let books: Books;
beforeAll(async () => {
  desk = await openDesk();
  await desk.start();
  books = openBooks(desk);
});
afterAll(async () => {
  await books?.close();
  await desk?.end();
});

const TEXT = "Our receptionist starts on Monday. Which role do I give her so that she sees the diary only?";
const FROM = "Orla Keane <orla@quayside.example>";
const deliver = (raw: string | Buffer) => desk.gmail.deliver(SUPPORT, raw);
const write = (subject: string, text = TEXT, headers: Record<string, string> = {}) =>
  mailFrom({ from: FROM, subject, text, headers });

test("garbage, endless quotes and attachments of any size hold nobody up, and each is accounted for", async () => {
  const garbage = deliver(Buffer.alloc(20_000, 0xfe));
  const neverThere = { "Content-Type": 'multipart/mixed; boundary="never there"' };
  deliver(Buffer.concat([Buffer.from(write("Half of it is noise", TEXT, neverThere)), randomBytes(20_000)]));
  const large = deliver(withAttachment("Ten megabytes of plans", 10 * 1024 * 1024));
  const huge = deliver(withAttachment("Beyond every limit", 40 * 1024 * 1024));
  const said = Array.from({ length: 10_000 }, (_, line) => `${">".repeat(1 + (line % 40))} said before, line ${line}`);
  const long = deliver(
    write("Ten thousand quoted lines", `${TEXT}\n\nOn Monday, Ann <ann@brook.example> wrote:\n${said.join("\n")}`),
  );
  deliver(write("An ordinary mail behind them"));

  for (const subject of [
    "An ordinary mail behind them",
    "Ten thousand quoted lines",
    "Half of it is noise",
    "Ten megabytes of plans",
  ])
    await cardWith(desk, subject);
  for (const mail of [long, large]) expect(await books.fateOf(mail.id)).toMatchObject({ state: "ticket" });
  expect(await books.fateOf(garbage.id)).toMatchObject({
    state: "failed",
    reason: "The mail could not be read as mail.",
  });
  expect(await books.fateOf(huge.id)).toMatchObject({
    state: "failed",
    reason: "The mail is larger than Mailroom reads.",
  });
  expect(await books.balanced()).toEqual({ received: 6, accounted: 6, failed: 2 });

  const card = await cardWith(desk, "Ten thousand quoted lines");
  const thread = await desk.slack.until(() => {
    const replies = desk.slack.thread(card);
    return replies.length > 0 ? JSON.stringify(replies) : undefined;
  });
  expect(thread).toContain("Which role do I give her");
  expect(thread).not.toContain("said before, line");
});

/** A mail whose attachment has this many bytes. */
function withAttachment(subject: string, bytes: number): Buffer {
  const head = write(
    subject,
    [
      "--part",
      "Content-Type: text/plain",
      "",
      TEXT,
      "--part",
      "Content-Type: application/octet-stream",
      "Content-Disposition: attachment; filename=plans.bin",
      "Content-Transfer-Encoding: base64",
      "",
    ].join("\n"),
    { "Content-Type": 'multipart/mixed; boundary="part"' },
  );
  const lines = randomBytes(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from(`${head}${lines}\r\n--part--\r\n`);
}
