import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../sandbox/slack/index.ts";
import { listDocuments } from "../../src/db/documents.ts";
import { proposalOf } from "../../src/db/proposals.ts";
import { ADMIN, AGENT, again, aWire, GUEST, STRANGER, VIEWER, type Wire } from "../fakes/wire.ts";

let wire: Wire;
beforeAll(async () => {
  wire = await aWire(() => ({}), { knowledge: { proposalsChannel: "C0SUPPORT" } });
});
afterAll(() => wire.end());

const shown = (message: Message) => `${message.text} ${JSON.stringify(message.blocks ?? [])}`;
const titles = async () => (await listDocuments(wire.db.read)).map(({ title }) => title);
const question = (user: string, words: string) =>
  wire.slack.until(() => wire.slack.directMessages(user).find((one) => shown(one).includes(words)), {
    timeoutMs: 5_000,
  });

describe("a proposed article", () => {
  let proposal: Message;
  let ticketId: number;
  let pressed: Record<string, unknown>;
  beforeAll(async () => {
    ticketId = await wire.newTicket();
    wire.mailbox.deliver({
      id: "out",
      thread: `m${ticketId}`,
      labels: ["SENT"],
      from: "Support <support@larkspur.example>",
      subject: "Re: Matter",
      text: "Hello,\n\nreminders stop when the sending window is closed, which is at eight in the evening.\n\nRegards\nAlice",
    });
    await wire.work();
    await wire.deps.proposeArticle({ ticketId, by: AGENT });
    await wire.runner.drain();
    proposal = await wire.slack.until(() =>
      wire.slack.messages("C0SUPPORT").find((one) => shown(one).includes("An article from")),
    );
  });

  test("is decided by editors alone", async () => {
    for (const [user, why] of [
      [VIEWER, 'needs the role "admin"'],
      [AGENT, 'needs the role "admin"'],
      [STRANGER, "not on this desk's list"],
      [GUEST, "Guests of the workspace"],
    ] as const) {
      const told = await wire.told(async () => {
        pressed = (await wire.slack.as(user).press(proposal, "Approve")).payload ?? pressed;
      });
      expect({ user, told: told.includes(why) }).toEqual({ user, told: true });
      expect(await wire.told(() => wire.slack.as(user).press(proposal, "Edit"))).toContain(why);
    }
    expect(await wire.told(() => wire.slack.deliver(again(pressed, { user: ADMIN, team: "T0OTHER" })))).toContain(
      "another workspace",
    );
    expect(await titles()).toEqual([]);
    expect(await proposalOf(wire.db.read, ticketId)).toMatchObject({ state: "open" });
  });

  test.each([[undefined], ["words"], ["7"], ['{"v":2,"p":1}'], ['{"v":1}'], ['{"v":1,"p":-1}']])(
    "an older payload, %j: a notice with an id, nothing changed",
    async (value) => {
      const told = await wire.told(() => wire.slack.deliver(again(pressed, { user: ADMIN, action: { value } })));
      expect(told).toMatch(/give your operator this id: [0-9a-f]{8}/);
      expect(await titles()).toEqual([]);
    },
  );

  test("one that is not there is said to be gone", async () =>
    expect(
      await wire.told(() =>
        wire.slack.deliver(again(pressed, { user: ADMIN, action: { value: '{"v":1,"p":99999}' } })),
      ),
    ).toContain("no longer here"));

  test("is approved once, however often it is pressed, and its message says so", async () => {
    await Promise.all([1, 2, 3].map(() => wire.slack.deliver(again(pressed, { user: ADMIN }))));
    await wire.slack.until(() =>
      shown(wire.slack.message("C0SUPPORT", proposal.ts)!).includes("taken into the knowledge base"),
    );
    expect(await titles()).toHaveLength(1);
    expect((await listDocuments(wire.db.read))[0]).toMatchObject({ version: 1, addedBy: ADMIN });
    expect(shown(wire.slack.message("C0SUPPORT", proposal.ts)!)).not.toContain("Dismiss");
  });
});

describe("a file in a direct message", () => {
  const upload = (user: string, name: string, content: string | Buffer) =>
    wire.slack.as(user).upload(wire.slack.directChannel(user), { name, content });

  test("is asked about once, also when Slack tells of it twice; one in a channel is nobody's offer", async () => {
    wire.slack.faults.duplicateEnvelopes(1);
    upload(ADMIN, "boats.md", "# Boats\n\nBoats come back before sunset.");
    const asked = await question(ADMIN, "Add *boats.md*");
    wire.slack.as(ADMIN).upload("C0SUPPORT", { name: "plan.md", content: "# Plan\n\nWords." });
    await wire.slack.settled();
    expect(wire.slack.directMessages(ADMIN).filter((one) => shown(one).includes("Add *boats.md*"))).toHaveLength(1);
    expect(wire.slack.messages("C0SUPPORT").some((one) => shown(one).includes("plan.md*"))).toBe(false);
    await wire.slack.as(ADMIN).press(asked, "Not now");
    await question(ADMIN, "Not added");
    expect(await titles()).not.toContain("Boats");
  });

  test("of somebody who may not add any is refused in words, and so is what is no article", async () => {
    upload(VIEWER, "boats.md", "# Boats\n\nBoats come back before sunset.");
    await question(VIEWER, 'needs the role "admin"');
    upload(ADMIN, "photo.png", Buffer.from([1]));
    await question(ADMIN, "no Markdown, plain text or PDF");
    upload(ADMIN, "big.md", Buffer.alloc(600 * 1024, "a "));
    await question(ADMIN, "0.5 MB are the most");
    upload(ADMIN, "empty.md", "");
    await question(ADMIN, "The file is empty");
  });

  test("that is gone by the time it is added is said to be, and a missing scope has a sentence", async () => {
    const message = upload(ADMIN, "lakes.md", "# Lakes\n\nLakes are deep.");
    const asked = await question(ADMIN, "Add *lakes.md*");
    const [file] = message.files as { id: string }[];
    wire.slack.faults.fail("files.info", { error: "file_deleted" });
    await wire.slack.as(ADMIN).press(asked, "Add");
    await question(ADMIN, "no longer has this file");
    expect(file).toBeDefined();

    wire.slack.app.scopes = wire.slack.app.scopes.filter((scope) => scope !== "files:read");
    upload(ADMIN, "rivers.md", "# Rivers\n\nRivers run.");
    wire.slack.app.scopes = [...wire.slack.app.scopes, "files:read"];
    upload(ADMIN, "seas.md", "# Seas\n\nSeas are salty.");
    const seas = await question(ADMIN, "Add *seas.md*");
    wire.slack.app.scopes = wire.slack.app.scopes.filter((scope) => scope !== "files:read");
    await wire.slack.as(ADMIN).press(seas, "Add");
    await question(ADMIN, "lacks the scope files:read");
    wire.slack.app.scopes = [...wire.slack.app.scopes, "files:read"];
    expect(await titles()).not.toContain("Seas");
  });
});

describe("an article that is changed", () => {
  const write = (title: string, text: string) =>
    wire.deps.addArticle({ by: ADMIN, title, language: "en", text, replace: true });
  const articles = async () => (await listDocuments(wire.db.read)).map(({ title, version }) => `${title} ${version}`);
  const modal = () => wire.slack.modal(ADMIN);

  async function change(title: string) {
    await wire.slack.as(ADMIN).command(`/triage kb ${title}`, "C0SUPPORT");
    const reply = await wire.slack.until(() =>
      wire.slack.ephemerals(ADMIN).findLast((one) => shown(one).includes(`${title}`) && shown(one).includes("Change")),
    );
    await wire.slack.as(ADMIN).press(reply, "Change");
    await wire.slack.until(() => modal() !== undefined);
    wire.slack.as(ADMIN).dismiss();
  }

  test("is not written over a version that the window did not show, unless somebody says so", async () => {
    await write("Parking", "The fee is 4 dollars a day.");
    await change("Parking");
    await write("Parking", "The fee is 5 dollars a day.");
    const mine = { text: "The gate opens at seven." };
    expect(await wire.slack.as(ADMIN).submit(mine)).toMatchObject({
      errors: { replace: expect.stringContaining("version 2") },
    });
    await wire.slack.as(ADMIN).submit({ ...mine, replace: ["replace"] });
    expect(await articles()).toContain("Parking 3");
    await wire.slack.as(ADMIN).closeModal({ all: true });

    await change("Parking");
    await wire.slack.as(ADMIN).submit({ text: "The gate opens at eight." });
    expect(await articles()).toContain("Parking 4");
    await wire.slack.as(ADMIN).closeModal({ all: true });
  });

  test("under another title is the same article; the title of another is not taken unasked", async () => {
    await write("Harbour", "Boats lie in the harbour.");
    await change("Parking");
    expect(await wire.slack.as(ADMIN).submit({ title: "Harbour" })).toMatchObject({
      errors: { replace: expect.stringContaining("Harbour") },
    });
    await wire.slack.as(ADMIN).submit({ title: "Visitors' parking" });
    await wire.slack.as(ADMIN).closeModal({ all: true });
    const now = await articles();
    expect(now).toEqual(expect.arrayContaining(["Harbour 1", "Visitors' parking 1"]));
    expect(now.some((one) => one.startsWith("Parking"))).toBe(false);
  });
});
