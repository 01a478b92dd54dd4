import { asciiOf, runsIn } from "../../text/runs.ts";
import { fold, isSmall } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";

/** A word of the mail as product names are compared with it. */
export interface Word {
  text: string;
  /** Written with a capital in the middle of a sentence, or all in capitals with digits: a name rather than a word. */
  named: boolean;
  start: number;
}

const PIECE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = asciiOf(/[a-z\d]/i);
const UNITS = new Map(
  Object.entries({
    l: "l",
    litre: "l",
    liter: "l",
    litres: "l",
    liters: "l",
    litros: "l",
    litri: "l",
    p: "p",
    person: "p",
    personen: "p",
    personnes: "p",
    personas: "p",
    man: "p",
    kg: "kg",
    kw: "kw",
    gb: "gb",
  }),
);
const COUNTS = new Map(
  Object.entries({
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    zwei: "2",
    drei: "3",
    deux: "2",
    trois: "3",
    dos: "2",
    tres: "3",
  }),
);

/** Words in order; "35 litre" and "35-L" become `35l` as catalogues write it. */
export function wordsOf(text: string, most: number): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { text: raw, start } of runsIn(text, PIECE, PLAIN)) {
    if (words.length >= most) break;
    const folded = fold(raw);
    const last = words.at(-1);
    const unit = UNITS.get(folded);
    const number = last && unit && (/^\d+$/.test(last.text) ? last.text : COUNTS.get(last.text));
    if (number && start - end <= 1) last.text = number + unit;
    else
      words.push({
        text: folded,
        named: last !== undefined && isName(raw) && !ENDS.test(text.slice(end, start)),
        start,
      });
    end = start + raw.length;
  }
  return words;
}

/** A word that ends a sentence or a line stands before the next one's first. */
const ENDS = /[.!?:;\n•]|^\s*[-–—]\s*$/;

/** "Scheduler", "X200", but not "HELLO". */
const isName = (raw: string): boolean => !isSmall(raw) && /^\p{Lu}/u.test(raw) && !/^\p{Lu}{4,}$/u.test(raw);

export interface Mentions {
  words: Word[];
  /** How many of them are from the newest text, its subject and its files; the rest was written before. */
  newest: number;
}

const MAX_NEWEST = 600;
const MAX_BEFORE = 200;

/** The words of subject, newest text and file names, then of what the mail answers or passes on. */
export function mentionsOf({ email, form }: Reading): Mentions {
  const files = email.attachments.map(({ name }) => name.replace(/[._-]+/g, " ")).join("\n");
  const body = (form.size > 0 ? email.text : email.visibleText).slice(0, 4_000);
  const before = `${email.forwarded?.text.slice(0, 1_500) ?? ""}\n.\n${email.quotedText.slice(0, 1_500)}`;
  const words = wordsOf(`${email.subject}\n.\n${body}\n.\n${files}`, MAX_NEWEST);
  const newest = words.length;
  return { words: [...words, ...wordsOf(before, MAX_BEFORE)], newest };
}
