import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Complaint } from "../../eval/complaint.ts";
import { loadFolder } from "../../eval/dataset/folder.ts";
import { setHash } from "../../eval/dataset/split.ts";
import { aFolder } from "./a-folder.ts";

const IDS = ["dev-001", "dev-002", "dev-003"];
/** The same change for one label of the folder, the second. */
const second = (change: (label: Record<string, unknown>) => unknown) => ({
  label: (label: Record<string, unknown>) => (label["id"] === "dev-002" ? change(label) : label),
});
const saying = async (folder: string): Promise<string> => {
  const error = await loadFolder(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Complaint);
  return (error as Complaint).message;
};

test("a folder is read as live mail is", async () => {
  const cases = await loadFolder(aFolder(IDS));
  expect(cases.map(({ id }) => id)).toEqual(IDS);
  expect(cases[0]!.email.from?.address).toBe("orla@quaysidementalhealth.example");
  expect(cases[0]!.settings.company.name).toBe("Larkspur");
});

test("the set's hash knows mail and labels, not the order or the folder", async () => {
  const hash = async (folder: string) => setHash(await loadFolder(folder));
  const first = await hash(aFolder(IDS));
  expect(await hash(aFolder(IDS.toReversed()))).toBe(first);
  expect(setHash((await loadFolder(aFolder(IDS))).toReversed())).toBe(first);
  expect(
    await hash(
      aFolder(
        IDS,
        second((label) => ({ ...label, priority: "low" })),
      ),
    ),
  ).not.toBe(first);
  expect(await hash(aFolder(IDS.slice(1)))).not.toBe(first);
});

describe("a label that is wrong is named by line and key", () => {
  test.each([
    {
      what: "a value that is none",
      change: (label: object) => ({ ...label, priority: "soon" }),
      says: ["labels.jsonl, line 2", "`priority`", '"low"'],
    },
    {
      what: "a key that is missing",
      change: ({ machine: _, ...label }: Record<string, unknown>) => label,
      says: ["labels.jsonl, line 2", "`machine` is missing"],
    },
    {
      what: "a field inside",
      change: (label: object) => ({ ...label, entities: { timeline: "today" } }),
      says: ["line 2", "`entities.timeline`"],
    },
    {
      what: "an intent that is none",
      change: (label: object) => ({ ...label, intent: "sales" }),
      says: ["line 2: `intent`", '"sales"', "lead, support, billing"],
    },
    {
      what: "a business that is not known",
      change: (label: object) => ({ ...label, business: "acme" }),
      says: ["line 2: `business`", '"acme"', "larkspur, tidewater"],
    },
    {
      what: "a mailbox of somebody else",
      change: (label: object) => ({ ...label, mailbox: "hello@acme.example" }),
      says: ["line 2: `mailbox`", "sales@larkspur.example"],
    },
    {
      what: "the same mail twice",
      change: (label: object) => ({ ...label, id: "dev-001" }),
      says: ["line 2: `id`", "line 1"],
    },
    {
      what: "a mail that is not there",
      change: (label: object) => ({ ...label, id: "dev-999" }),
      says: ["line 2: `id`", "eml/dev-999.eml"],
    },
    {
      what: "a path for an id",
      change: (label: object) => ({ ...label, id: "../dev-001" }),
      says: ["line 2: `id`", "without .eml"],
    },
    { what: "half a line", change: () => '{"id": "dev-002",', says: ["line 2", "not JSON"] },
    { what: "a list", change: () => "[]", says: ["line 2", "no JSON object"] },
  ])("$what", async ({ change, says }) => {
    const said = await saying(aFolder(IDS, second(change)));
    for (const part of says) expect(said).toContain(part);
  });
});

describe("a businesses file that is wrong is named by key", () => {
  test.each([
    {
      what: "a key that is missing",
      change: ({ larkspur: { inboxes: _, ...rest } = {}, ...others }: Record<string, Record<string, unknown>>) => ({
        ...others,
        larkspur: rest,
      }),
      says: ["businesses.json", "`larkspur.inboxes` is missing"],
    },
    {
      what: "a pattern that is none",
      change: (all: Record<string, object>) => ({
        ...all,
        tidewater: { ...all["tidewater"], id_formats: { order_id: { pattern: "(" } } },
      }),
      says: ["businesses.json", "`tidewater`", "regular expression"],
    },
    { what: "no JSON", change: () => "{", says: ["businesses.json is not JSON"] },
  ])("$what", async ({ change, says }) => {
    const said = await saying(aFolder(IDS, { businesses: change }));
    for (const part of says) expect(said).toContain(part);
  });
});

describe("a folder from other tools is read all the same", () => {
  test("with a mark before the first byte and line ends of Windows", async () => {
    const folder = aFolder(IDS, {
      label: (label) => `${label["id"] === IDS[0] ? "\uFEFF" : ""}${JSON.stringify(label)}\r`,
      businesses: (all) => `\uFEFF${JSON.stringify(all)}`,
    });
    expect((await loadFolder(folder)).map(({ id }) => id)).toEqual(IDS);
  });

  test("with null for what a label leaves out, or no entities at all", async () => {
    const [first, last] = await loadFolder(
      aFolder(["dev-001", "dev-002"], {
        label: ({ entities, ...label }) =>
          label["id"] === "dev-001"
            ? { ...label, also_ok: null, risk_flags: null, entities: { products: null, timeline: null } }
            : label,
      }),
    );
    expect(first!.label).toMatchObject({
      also_ok: [],
      risk_flags: [],
      entities: { products: [], timeline: "unknown" },
    });
    expect(last!.label.entities).toMatchObject({ person_name: null, products: [] });
  });

  test("with its mailbox in capitals", async () => {
    const [one] = await loadFolder(
      aFolder(["dev-001"], { label: (label) => ({ ...label, mailbox: String(label["mailbox"]).toUpperCase() }) }),
    );
    expect(one!.mailbox).toMatch(/^[a-z]+@larkspur\.example$/);
  });

  test("with intents of its own", async () => {
    const [one] = await loadFolder(
      aFolder(["dev-001"], {
        label: (label) => ({ ...label, intent: "returns", also_ok: [] }),
        businesses: ({ larkspur }) => ({
          larkspur: { ...larkspur, intents: { returns: { description: "Wants to send something back" }, lead: null } },
        }),
      }),
    );
    expect(one!.settings.intents).toHaveProperty("returns");
    expect(one!.settings.intents).not.toHaveProperty("lead");
  });
});

test("a folder without its files says which is missing", async () => {
  const folder = aFolder(IDS);
  rmSync(path.join(folder, "labels.jsonl"));
  expect(await saying(folder)).toContain("labels.jsonl");
  expect(await saying(path.join(folder, "nowhere"))).toContain("There is no folder");
});
