import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT } from "./desk.ts";

const PAGE = readFileSync(path.join(import.meta.dirname, "../../docs/what-leaves.md"), "utf8");
const fenced = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(PAGE)![1]!;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ model: true });
  await desk.start();
});
afterAll(() => desk.end());

test("the example in docs/what-leaves.md is what a desk really asks its model", async () => {
  const [headers, ...text] = fenced("mail").split("\n\n");
  const header = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(headers!)![1]!;
  desk.gmail.deliver(SUPPORT, mailFrom({ from: header("From"), subject: header("Subject"), text: text.join("\n\n") }));
  await cardWith(desk, "LKI-2026-04417");
  const [first] = desk.model!.requests;
  const { messages } = first!.body as { messages: { role: string; content: string }[] };
  expect(messages.filter(({ role }) => role === "user").map(({ content }) => content.trim())).toEqual([
    fenced("model"),
  ]);
  for (const request of desk.model!.requests) {
    const sent = JSON.stringify(request.body);
    for (const kept of ["4111", "555 0142", "ann@clinic.example", "bob.stone"]) expect(sent).not.toContain(kept);
  }
});
