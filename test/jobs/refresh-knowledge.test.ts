import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listDocuments } from "../../src/db/documents.ts";
import { getPassages, knowledgeIn } from "../../src/db/passage-search.ts";
import { refreshKnowledge } from "../../src/jobs/refresh-knowledge.ts";
import { openSettings } from "../../src/tickets/settings-store.ts";
import { aClock, aDatabase } from "../fakes/database.ts";
import { settingsWith } from "../fakes/desk.ts";
import { aLog } from "../fakes/log.ts";

let folder: string;
let db: ReturnType<typeof aDatabase>;
const clock = aClock();
const log = aLog();
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "knowledge-"));
  db = aDatabase();
  log.lines.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
async function refresh(knowledge: { folder?: string } = { folder }) {
  const settings = await openSettings(aDatabase(), () => settingsWith({ knowledge }), clock.now);
  await refreshKnowledge({ db, settings, now: clock.now, log });
}
const search = (words: string[], language = "en", more: { related?: string[]; products?: string[] } = {}) =>
  knowledgeIn(db.read).search({ words, related: [], everyday: [], products: [], language, ...more }, 5);
const found = async (...question: Parameters<typeof search>) => (await search(...question)).map(({ key }) => key);

describe("the folder is read", () => {
  test("new, changed and removed articles; what has not changed stays the version it is", async () => {
    write("refunds.md", "# Refunds\n\nWe refund within 30 days.");
    write("more/hours.md", "# Hours\n\nWe are open from nine to five.");
    write("notes.txt", "not an article");
    await refresh();
    expect((await listDocuments(db.read)).map(({ path, version }) => [path, version])).toEqual([
      ["more/hours.md", 1],
      ["refunds.md", 1],
    ]);
    const [before] = await search(["refund"]);

    write("refunds.md", "# Refunds\n\nWe refund within 14 days.");
    rmSync(path.join(folder, "more/hours.md"));
    await refresh();
    expect((await listDocuments(db.read)).map(({ path, version }) => [path, version])).toEqual([["refunds.md", 2]]);
    expect((await search(["refund"]))[0]!.text).toContain("14 days");
    expect(await found(["open"])).toEqual([]);
    // An answer that stood on the old wording still shows it.
    expect((await getPassages(db.read, [before!.id]))[0]!.text).toContain("30 days");

    await refresh();
    expect((await listDocuments(db.read))[0]!.version).toBe(2);
  });

  test("an article that comes back is a version of its own", async () => {
    write("a.md", "# A\n\nkestrel");
    write("b.md", "# B\n\nheron");
    await refresh();
    rmSync(path.join(folder, "a.md"));
    await refresh();
    write("a.md", "# A\n\nkestrel");
    await refresh();
    expect(await listDocuments(db.read)).toMatchObject([{ path: "a.md", version: 2 }, { path: "b.md" }]);
    expect(await found(["kestrel"])).toEqual(["a.md#text"]);
  });

  test("what is no readable file is passed over and named; the rest is read", async () => {
    write("a.md", "# A\n\nkestrel");
    write("z.md", "# Z\n\nheron");
    mkdirSync(path.join(folder, "folder.md"));
    symlinkSync(path.join(folder, "nowhere"), path.join(folder, "link.md"));
    symlinkSync(path.join(folder, "a.md"), path.join(folder, "same.md"));
    await refresh();
    expect((await listDocuments(db.read)).map((one) => one.path)).toEqual(["a.md", "same.md", "z.md"]);
    expect(log.lines.find(({ level }) => level === "warn")).toMatchObject({
      fields: { files: ["folder.md", "link.md"] },
    });
  });

  test("an article that grew too large stays as it was, and is named", async () => {
    write("a.md", "# A\n\nkestrel");
    write("b.md", "# B\n\nheron");
    await refresh();
    write("a.md", `# A\n\n${"osprey ".repeat(100_000)}`);
    await refresh();
    expect(await found(["kestrel"])).toEqual(["a.md#text"]);
    expect(log.lines.find(({ level }) => level === "warn")).toMatchObject({ fields: { files: ["a.md"] } });
  });

  test("an empty folder takes nothing away: it may be a disk that is not there; a removed setting does", async () => {
    write("a.md", "# A\n\nkestrel");
    await refresh();
    rmSync(path.join(folder, "a.md"));
    await refresh();
    expect(await found(["kestrel"])).toEqual(["a.md#text"]);
    expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
    await refresh({});
    expect(await found(["kestrel"])).toEqual([]);
  });

  test("a folder that is not there is said by its key, and what is known stays", async () => {
    write("a.md", "# A\n\nkestrel");
    await refresh();
    await expect(refresh({ folder: path.join(folder, "gone") })).rejects.toThrow(/knowledge\.folder/);
    expect(await found(["kestrel"])).toEqual(["a.md#text"]);
  });
});

describe("a search", () => {
  beforeEach(async () => {
    write(
      "refunds.md",
      "# Refunds\n\n## Yearly plans\n\nYou may cancel within 30 days.\n\n## Charges\n\nA double charge is refunded.",
    );
    write("shipping.md", "# Shipping\n\nParcels leave the same day. Refunds are in another article.");
    write(
      "versand.md",
      "# Versand und Rechnungsadresse\n\nDie Pakete verlassen unser Lager noch am selben Tag und kommen bald an.",
    );
    write("giftcards.md", "# 礼品卡\n\n礼品卡余额可以在网站上查到。");
    await refresh();
  });

  test("finds English words in any form, those of a title first", async () => {
    expect((await found(["refunding"]))[0]).toMatch(/^refunds\.md#/);
    expect(await found(["parcel"])).toEqual(["shipping.md#text"]);
  });
  test("finds German words by what stays of them, and words inside words", async () => {
    expect(await found(["paket*"], "de")).toEqual(["versand.md#text"]);
    expect((await found(["adressen"], "de"))[0]).toBe("versand.md#text");
  });
  test("finds Chinese without spaces", async () =>
    expect(await found(["我的礼品卡余额"], "zh")).toEqual(["giftcards.md#text"]));
  test("weighs related words less than the customer's own", async () => {
    expect(await found(["parcels"], "en", { related: ["refund*"] })).toMatchObject([
      "shipping.md#text",
      expect.any(String),
      expect.any(String),
    ]);
  });
  test.each([['"'], ["NEAR("], ["refund OR"], ["*"], ["a:b"], ["-parcel"], ["(((("]])(
    "takes %j for a word, never for an order",
    async (word) => expect(await search([word])).toBeInstanceOf(Array),
  );
  test("passages are had by their names, in the given order, as far as they exist", async () => {
    const passages = await knowledgeIn(db.read).byKeys([
      "refunds.md#charges",
      "gone.md#text",
      "refunds.md#yearly-plans",
    ]);
    expect(passages.map(({ key }) => key)).toEqual(["refunds.md#charges", "refunds.md#yearly-plans"]);
  });
});
