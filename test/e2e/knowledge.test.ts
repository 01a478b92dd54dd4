import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const folder = mkdtempSync(path.join(tmpdir(), "kb-"));
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "hours.md"), "# Opening hours\n\nWe are open from nine to five, Monday to Friday.\n");

const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
  - { slack: U03CARA, name: Cara, roles: [viewer] }
knowledge: { folder: "${folder}", editors: [U03CARA] }
intents:
  support: { thresholds: { route: 0, draft: 0, send: 1 } }
`;

const write = (desk: Desk, subject: string, text: string, from = "Orla Keane <orla@quayside.example>") =>
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject, text }));
const as = (desk: Desk, user: string) => desk.slack.as(user);
const privately = (desk: Desk, user = "U01ALICE") =>
  desk.slack.ephemerals(user).map((message) => shownOn(message) + (message.text ?? ""));
const direct = (desk: Desk, user: string) => desk.slack.directMessages(user);
const modal = (desk: Desk, user = "U01ALICE") => {
  const view = desk.slack.modal(user);
  return view ? shownOn(view as never) : "";
};

const KAYAK =
  "# Kayak rental\n\nA kayak costs 23 dollars an hour.\n\n## Life jackets\n\nEvery kayak comes with a life jacket.";

describe("the knowledge base in Slack", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ settings: SETTINGS, environment: { POLL_SECONDS: "1" } });
    await desk.start();
    await until(desk, () => desk.log().includes("read the knowledge base"));
  });
  afterAll(async () => {
    await desk.end();
    rmSync(folder, { recursive: true });
  });

  test("text becomes an article that the next draft cites; a taken title asks; every version is kept", async () => {
    await as(desk, "U01ALICE").command("/triage kb add", "C0SUPPORT");
    await until(desk, () => modal(desk) !== "");
    expect(await as(desk, "U01ALICE").submit({})).toMatchObject({
      errors: { text: expect.stringContaining("Write the text") },
    });
    const words = "Visitors park behind the boat house. The gate opens at seven and the fee is 4 dollars a day.";
    expect(await as(desk, "U01ALICE").submit({ text: words })).toMatchObject({
      errors: { title: expect.stringContaining("title") },
    });
    await as(desk, "U01ALICE").submit({ title: "Parking", text: words });
    await until(desk, () => modal(desk).includes("is in the knowledge base"));
    await as(desk, "U01ALICE").closeModal();

    write(desk, "Parking fee", "Where can visitors park, and what is the parking fee a day?");
    const card = await cardWith(desk, "Parking fee", (shown) => shown.includes("4 dollars a day"));
    expect(shownOn(card)).toContain("Sources: Parking");

    await as(desk, "U01ALICE").command("/triage kb add", "C0SUPPORT");
    await until(desk, () => modal(desk) !== "");
    const next = { title: "Parking", text: "Parking is now 5 dollars a day." };
    const refused = await as(desk, "U01ALICE").submit(next);
    expect(refused).toMatchObject({ errors: { replace: expect.stringContaining("version 1") } });
    expect(await as(desk, "U01ALICE").submit({ title: "Opening hours" })).toMatchObject({
      errors: { title: expect.stringContaining("hours.md") },
    });
    await as(desk, "U01ALICE").submit({ ...next, replace: ["replace"] });
    await until(desk, () => modal(desk).includes("version 2"));
    await as(desk, "U01ALICE").closeModal();

    await as(desk, "U01ALICE").command("/triage kb parking", "C0SUPPORT");
    const shown = await until(desk, () => privately(desk).find((text) => text.includes("slack:parking#text")));
    expect(shown).toMatch(/\*2\* \(in force\) by <@U01ALICE>/);
    expect(shown).toContain("*1* by <@U01ALICE>");
  });

  test("a file in the window, and one in a direct message, become articles; what is no text is refused in words", async () => {
    const bob = as(desk, "U02BOB");
    await bob.command("/triage kb add", "C0SUPPORT");
    await until(desk, () => privately(desk, "U02BOB").some((text) => text.includes("role")));

    const cara = as(desk, "U03CARA");
    await cara.command("/triage kb add", "C0SUPPORT");
    await until(desk, () => modal(desk, "U03CARA") !== "");
    await cara.submit({ file: [{ name: "kayak.md", content: KAYAK }] as never });
    await until(desk, () => modal(desk, "U03CARA").includes("*Kayak rental* is in the knowledge base"));
    await cara.closeModal();
    write(desk, "Kayak", "How much does a kayak cost an hour? Is there a life jacket for the kayak?");
    await cardWith(desk, "Kayak", (text) => text.includes("23 dollars") || text.includes("life jacket"));

    const dm = desk.slack.directChannel("U03CARA");
    cara.upload(dm, { name: "returns.md", content: "# Returning skis\n\nSkis go back to the counter before 18:00." });
    const question = await until(desk, () =>
      direct(desk, "U03CARA").find((one) => shownOn(one).includes("Add *returns.md*")),
    );
    await cara.press(question, "Add");
    await until(desk, () =>
      shownOn(desk.slack.message(dm, question.ts)!).includes("*Returning skis* is in the knowledge base"),
    );
    expect(shownOn(desk.slack.message(dm, question.ts)!)).not.toContain("Not now");

    cara.upload(dm, { name: "photo.md", content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) });
    const second = await until(desk, () =>
      direct(desk, "U03CARA").find((one) => shownOn(one).includes("Add *photo.md*")),
    );
    await cara.press(second, "Add");
    await until(desk, () => shownOn(desk.slack.message(dm, second.ts)!).includes("no plain text in this file"));
    cara.upload(dm, { name: "tool.exe", content: "MZ" });
    await until(desk, () => direct(desk, "U03CARA").some((one) => one.text.includes("no Markdown, plain text or PDF")));
    expect(desk.slack.refused).toEqual([]);
  });
});
