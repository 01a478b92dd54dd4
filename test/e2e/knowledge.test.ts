import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { NO_ENTITIES } from "../../src/domain/decision.ts";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const folder = mkdtempSync(path.join(tmpdir(), "kb-"));
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "hours.md"), "# Opening hours\n\nWe are open from nine to five, Monday to Friday.\n");

afterAll(() => rmSync(folder, { recursive: true }));

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
# One kind of mail alone: what these tests are about is what comes after.
intents:
  support: { thresholds: { route: 0, draft: 0, send: 1 } }
  other: { thresholds: { route: 0, draft: 0, send: 1 } }
  lead: null
  billing: null
  vendor: null
  career: null
  legal: null
  newsletter: null
  spam: null
  personal: null
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
    await vi.waitUntil(() => desk.log().includes("Mailroom is working"), { timeout: 90_000 });
  });
  afterAll(() => desk.end());

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

    write(
      desk,
      "Parking fee",
      "Help please, I cannot find the visitors parking. Where do visitors park, and what is the fee a day?",
    );
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
    write(
      desk,
      "Kayak",
      "Help please, I cannot find what a kayak costs an hour. Is there a life jacket for the kayak?",
    );
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

describe("what a person answered, because no article did", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ settings: SETTINGS.replace("people:", "alertsChannel: C0BILLING\npeople:") });
    await desk.start();
    await vi.waitUntil(() => desk.log().includes("Mailroom is working"), { timeout: 90_000 });
  });
  afterAll(() => desk.end());

  const proposals = () => desk.slack.messages("C0BILLING").filter((one) => shownOn(one).includes("An article from"));
  const RULE = "Dogs are welcome in all training rooms on the ground floor, as long as they stay on a lead.";

  test("is proposed once, without what is the customer's, approved by an editor, and cited by the next draft", async () => {
    write(desk, "Bringing a dog", "May I bring my dog to the training rooms? My number is +1 503 555 0142.");
    let card = await cardWith(desk, "Bringing a dog");
    await as(desk, "U02BOB").press(card, "Claim");
    card = await cardWith(desk, "Bringing a dog", (shown) => shown.includes("Release"));
    await as(desk, "U02BOB").choose(card, { actionId: "ticket.more" }, "Timeline");
    await as(desk, "U02BOB").press(card, { actionId: "ticket.edit" });
    await until(desk, () => modal(desk, "U02BOB").includes("body-0"));
    const answer = `Hi Orla,\n\nthanks for asking. ${RULE} Your number 503 555 0142 is on our list.\n\nKind regards,\nBob Stone`;
    await as(desk, "U02BOB").submit({ "body-0": answer });
    card = await cardWith(desk, "Bringing a dog", (shown) => shown.includes("Waiting for the customer"));

    await as(desk, "U02BOB").choose(card, { actionId: "ticket.more" }, "Make an article");
    const proposal = await until(desk, () => proposals()[0]);
    expect(shownOn(proposal)).toContain("Dogs are welcome");
    for (const theirs of ["Orla", "555 0142", "Bob Stone", "thanks for asking"])
      expect(shownOn(proposal)).not.toContain(theirs);
    await until(desk, () => privately(desk, "U02BOB").some((text) => text.includes("Proposed in <#C0BILLING>")));
    card = await cardWith(desk, "Bringing a dog", (shown) => shown.includes("Waiting for the customer"));
    await as(desk, "U02BOB").choose(card, { actionId: "ticket.more" }, "Make an article");
    await until(desk, () =>
      privately(desk, "U02BOB").some((text) => text.includes("proposed from this answer already")),
    );

    await as(desk, "U02BOB").press(proposal, "Approve");
    await until(desk, () => privately(desk, "U02BOB").some((text) => text.includes("role")));
    expect(proposals()).toHaveLength(1);
    await as(desk, "U03CARA").press(proposal, "Approve");
    await until(desk, () =>
      desk.slack.messages("C0BILLING").some((one) => shownOn(one).includes("taken into the knowledge base")),
    );
    write(desk, "Dog training", "Are dogs welcome in the training rooms?", "Tom Ash <tom@ashdental.example>");
    const next = await cardWith(desk, "Dog training", (shown) => shown.includes("on a lead"));
    expect(shownOn(next)).toContain("Sources: Bringing a dog");
    expect(proposals()).toHaveLength(0);
  });

  test("a question that nobody has written about is listed with a button for it, and gone once somebody has", async () => {
    for (const from of ["Ida <ida@ida.example>", "Ulf <ulf@ulf.example>"])
      write(desk, "Solar panels for tents", "Do you also sell solar panels for tents and camper vans?", from);
    await until(
      desk,
      () =>
        desk.slack
          .messages("C0SUPPORT")
          .concat(desk.slack.messages("C0TRIAGE"))
          .filter((one) => shownOn(one).includes("Solar panels")).length === 2,
    );
    await as(desk, "U01ALICE").command("/triage kb", "C0SUPPORT");
    const list = await until(desk, () =>
      desk.slack.ephemerals("U01ALICE").find((one) => shownOn(one).includes("Solar panels")),
    );
    expect(shownOn(list)).toMatch(/Solar panels for tents[^}]*2 times/);
    const button = desk.slack.ephemerals("U01ALICE").find((one) => one.ts === list.ts)!;
    const at = shownOn(button).split("Write an article").length - 1;
    expect(at).toBeGreaterThan(0);
    const blocks = (button.blocks as { text?: { text: string }; block_id: string }[]).filter((one) =>
      one.text?.text.includes("Solar panels"),
    );
    await as(desk, "U01ALICE").press(button, { actionId: "kb.write", blockId: blocks[0]!.block_id });
    await until(desk, () => modal(desk).includes("What was asked"));
    await as(desk, "U01ALICE").submit({
      title: "Solar panels",
      text: "We do not sell solar panels for tents or camper vans.",
    });
    await until(desk, () => modal(desk).includes("is in the knowledge base"));
    await as(desk, "U01ALICE").closeModal();
    await as(desk, "U01ALICE").command("/triage kb", "C0SUPPORT");
    await until(desk, () => {
      const newest = desk.slack.ephemerals("U01ALICE").at(-1)!;
      return shownOn(newest).includes("to answer from") && !shownOn(newest).includes("Solar panels for tents");
    });
    expect(desk.slack.refused).toEqual([]);
  });
});

describe("a workspace that lets the app read no files", () => {
  test("takes text all the same, and says why it takes no files", async () => {
    const desk = await openDesk({ settings: SETTINGS });
    desk.slack.app.scopes = desk.slack.app.scopes.filter((scope) => scope !== "files:read");
    await desk.start();
    await as(desk, "U01ALICE").command("/triage kb add", "C0SUPPORT");
    await until(desk, () => modal(desk) !== "");
    expect(modal(desk)).toContain("files:read");
    expect(modal(desk)).not.toContain("file_input");
    expect(desk.slack.refused).toEqual([]);
    await desk.end();
  });
});

/** A question of support, answered from the first article. */
function sayHours({ response_format }: { response_format?: { json_schema?: { schema?: unknown } } }): unknown {
  const { properties = {} } = (response_format?.json_schema?.schema ?? {}) as { properties?: object };
  if ("answer" in properties) return { answer: "We are open from nine to five, Monday to Friday. [P1]" };
  return {
    ...{ intent: "support", priority: "normal", confidence: 0.9, requiredAction: "answer_question" },
    ...{ sentiment: "neutral", entities: NO_ENTITIES, riskFlags: [], summary: "Asks for hours.", reasons: ["asks"] },
  };
}

describe("a desk whose provider knows embeddings", () => {
  test("embeds each passage once, and the question of each draft; both leave masked", async () => {
    const desk = await openDesk({ settings: SETTINGS, model: true });
    desk.model!.answer(sayHours);
    await desk.start();
    await vi.waitUntil(() => desk.log().includes("embedded passages"), { timeout: 90_000 });
    const embedded = () => desk.model!.requests.filter((one) => one.path.endsWith("/embeddings"));
    expect(embedded()).toHaveLength(1);
    write(
      desk,
      "Opening hours",
      "When are you open on Monday? Call me at +1 503 555 0142 or write to bob.stone@clinic.example.",
    );
    await cardWith(desk, "Opening hours", (shown) => shown.includes("nine to five"));
    expect(embedded()).toHaveLength(2);
    const sent = JSON.stringify(embedded()[1]!.body);
    expect(sent).toContain("When are you open");
    for (const kept of ["555 0142", "bob.stone", "PHONE_1", "EMAIL_1"]) expect(sent).not.toContain(kept);
    await desk.stop();
    await desk.start();
    await vi.waitUntil(() => desk.log().split("Mailroom is working").length > 2, { timeout: 90_000 });
    await as(desk, "U01ALICE").command("/triage doctor", "C0SUPPORT");
    await until(desk, () => privately(desk).some((text) => text.includes("embedding text-embedding-3-small")));
    await as(desk, "U01ALICE").command("/triage kb", "C0SUPPORT");
    await until(desk, () => privately(desk).some((text) => text.includes("1 of 1 passages")));
    // The doctor's own try is the third: nothing was embedded again.
    expect(embedded()).toHaveLength(3);
    await desk.end();
  });
});
