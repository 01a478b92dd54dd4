import type { KnownBlock } from "@slack/types";
import type { Finding } from "../domain/check-up.ts";
import { clip, mrkdwn, said } from "./text.ts";

/** Slack refuses much more than this in one message; what does not fit is on the machine. */
const SECTIONS = 4;
const SECTION = 2_900;

/** What `doctor` found: first what needs somebody, then what is worth knowing, then all that is well. */
export function checkUpReply(findings: readonly Finding[]): { text: string; blocks: KnownBlock[] } {
  const of = (status: Finding["status"]) => findings.filter((one) => one.status === status);
  const [toDo, notes, well] = [of("act"), of("note"), of("ok")];
  const headline =
    toDo.length === 0 ? "✅ Everything is in order." : `⚠️ ${toDo.length} of ${findings.length} need you.`;
  const lines = [
    `*${headline}*`,
    ...toDo.map(
      ({ check, say, next }) => `❌ *${said(check, 80)}*: ${said(say, 300)}${next ? `\n→ ${said(next, 300)}` : ""}`,
    ),
    ...notes.map(({ check, say }) => `• *${said(check, 80)}*: ${said(say, 200)}`),
    ...well.map(({ check, say }) => `✅ ${said(check, 80)}: ${said(say, 120)}`),
  ];
  return { text: clip(headline, 300), blocks: inSections(lines) };
}

function inSections(lines: readonly string[]): KnownBlock[] {
  const sections: string[][] = [[]];
  let left = 0;
  for (const line of lines) {
    const current = sections.at(-1)!;
    if ([...current, line].join("\n").length <= SECTION) current.push(line);
    else if (sections.length < SECTIONS) sections.push([line]);
    else left++;
  }
  const blocks: KnownBlock[] = sections.map((some) => ({ type: "section", text: mrkdwn(some.join("\n")) }));
  if (left > 0)
    blocks.push({
      type: "context",
      elements: [mrkdwn(`${left} more: run \`npm run doctor\` where Mailroom is installed.`)],
    });
  return blocks;
}
