import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, SHORTCUT } from "../src/views/ids.ts";

const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, "../manifest.json"), "utf8"));
const limits = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../sandbox/slack/block-kit-limits.json"), "utf8"),
);
const source = (file: string) => readFileSync(path.join(import.meta.dirname, "..", file), "utf8");

describe("the manifest and the code name the same things", () => {
  test("commands and shortcuts", () => {
    expect(manifest.features.slash_commands.map((one: { command: string }) => one.command)).toEqual([COMMAND]);
    expect(manifest.features.shortcuts.map((one: { callback_id: string }) => one.callback_id).sort()).toEqual(
      Object.values(SHORTCUT).sort(),
    );
  });

  test("every event that is listened to is subscribed, and no other", () => {
    const listened = ["index.ts", "knowledge.ts"]
      .flatMap((file) => [...source(`src/listeners/${file}`).matchAll(/app\.event\("([^"]+)"/g)])
      .map(([, name]) => name!);
    // Slack names messages by where they stand; Bolt hears them all as `message`.
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((name: string) =>
      name.startsWith("message.") ? "message" : name,
    );
    expect([...new Set(subscribed)].sort()).toEqual(listened.sort());
  });

  test("every method that is called has its scope, and every scope is explained", () => {
    const scopes: string[] = manifest.oauth_config.scopes.bot;
    const calls = ["src/adapters/slack", "src/listeners"].flatMap((folder) => methodsIn(folder));
    expect(calls.length).toBeGreaterThan(5);
    for (const method of calls) {
      const needed: string[] = (limits.methods[method]?.scopes_bot ?? []).filter(
        (scope: string) => !/:write\.(public|customize)$/.test(scope),
      );
      if (needed.length > 0)
        expect({ method, covered: needed.some((scope) => scopes.includes(scope)) }).toEqual({ method, covered: true });
    }
    const docs = source("docs/data.md");
    for (const scope of scopes) expect(docs).toContain(`\`${scope}\``);
  });

  test("Slack's limits for manifests hold", () => {
    const { name, description, long_description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(175);
    expect(long_description.length).toBeLessThanOrEqual(4000);
    for (const shortcut of manifest.features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
  });
});

function methodsIn(folder: string): string[] {
  const files = globSync(`${folder}/**/*.ts`, { cwd: path.join(import.meta.dirname, "..") });
  return [
    ...new Set(
      files.flatMap((file) =>
        [...source(file).matchAll(/client\.((?:chat|views|conversations|users|auth|files)\.\w+)\(/g)].map(
          ([, method]) => method!,
        ),
      ),
    ),
  ];
}
