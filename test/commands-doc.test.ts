import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/listeners/commands/parse.ts";
import { ACTION, BURST, HOME, INCIDENT, KNOWLEDGE, MODAL, MORE, SHORTCUT, VIEW } from "../src/views/ids.ts";

const document = readFileSync(path.join(import.meta.dirname, "../docs/commands.md"), "utf8");
const [controls, commands] = document.split("## `/triage`") as [string, string];
const rows = (part: string) =>
  [...part.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, id, rest]) => ({
    id: id!,
    cells: rest!.split("|").map((cell) => cell.trim()),
  }));

test("docs/commands.md has every button, menu choice, window, control and shortcut, and no other", () => {
  const known = [ACTION, BURST, INCIDENT, KNOWLEDGE, MORE, VIEW, MODAL, HOME, SHORTCUT].flatMap((group) =>
    Object.values<string>(group),
  );
  expect(
    rows(controls)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(known.sort());
});

test("and every command, with who may", () => {
  expect(
    rows(commands)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(COMMANDS).sort());
  const admins = Object.keys(COMMANDS).filter((name) => COMMANDS[name]!.admin);
  expect(
    rows(commands)
      .filter(({ cells }) => cells[0] === "admin")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(admins.sort());
});
