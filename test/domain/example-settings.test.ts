import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seedSettings } from "../../src/domain/settings/seed.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, ROOT), "utf8");

test("the example file is settings that run", () => {
  const settings = seedSettings(read("settings.example.yaml"));
  expect(settings.mailboxes.map(({ address }) => address)).toEqual(["support@larkspur.example"]);
  expect(Object.keys(settings.queues)).toEqual(["triage", "support"]);
});

test("the smallest file of the documents runs too", () => {
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(read("docs/configuration.md"))!;
  expect(seedSettings(yaml!).people.map(({ name }) => name)).toEqual(["Alice"]);
});
