import type { RedactedEmail } from "../../domain/email.ts";
import { FEATURE, type Sketch } from "../../domain/incident.ts";
import { stemsOf } from "../answer/word-stems.ts";
import { meaningsOf } from "../local/features/features.ts";
import { fold, tokens } from "../local/text/tokens.ts";
import { notionsIn } from "./notions.ts";

/** Who tells of a fault does so at once; what follows is a story. */
const CHARACTERS = 1_500;
const MOST = 200;
/** Concepts of tone, grammar and mere wishing: they are in mails about everything. */
const DULL = new Set(
  "please thanks i we you my our your canyou question not formal informal sorry praise anger urgent deadline need interest doyou howto waiting status owns kindly intro compliment leave insult family office".split(
    " ",
  ),
);

/** What a mail is compared with others by, in any language: its masked words, and what they are about whatever the words. */
export function sketchOf(
  { subject, visibleText }: Pick<RedactedEmail, "subject" | "visibleText">,
  language: string,
): Sketch {
  const text = `${subject}.\n${visibleText}`.slice(0, CHARACTERS).replace(/\[[A-Z_]+_\d+\]/g, " ");
  const features = new Set<number>();
  const add = (kind: keyof typeof FEATURE, name: string) => features.add(hashOf(kind, name));
  for (const notion of notionsIn(tokens(fold(text)))) add("notion", `#${notion}`);
  for (const stem of stemsOf(text, language)) add(/\d/.test(stem) ? "code" : "word", stem);
  for (const meaning of meaningsOf(text, language)) {
    const concepts = [...meaning.concepts].filter((one) => !DULL.has(one)).sort();
    concepts.forEach((one, index) => {
      add("notion", one);
      for (const other of concepts.slice(index + 1)) add("pair", `${one} ${other}`);
    });
  }
  return [...features].slice(0, MOST);
}

/** FNV-1a. Nothing hangs on its strength: sketches are kept sealed. */
function hashOf(kind: keyof typeof FEATURE, name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return ((hash & ~3) | FEATURE[kind]) >>> 0;
}
