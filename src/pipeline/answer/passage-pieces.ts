import { sentencesOf } from "./sentences.ts";

interface Size {
  words: number;
  chars: number;
}

/** Enough to answer from, short enough that five of them fit into a prompt. */
const PASSAGE: Size = { words: 120, chars: 1_500 };
/** A sentence or a row is cut in its middle only where it is longer; the head of a table takes the other half. */
const SENTENCE: Size = { words: 240, chars: 750 };
/** What is written without a space is cut into pieces of this many characters, where it must be cut. */
const UNIT = 40;

/** Whole paragraphs together while they fit; one that is too long for itself is cut between sentences or rows. */
export const passagePieces = (blocks: readonly string[]): string[] => packed(blocks.flatMap(cut), PASSAGE, "\n\n");

function cut(block: string): string[] {
  if (fits(sizeOf(block), PASSAGE)) return [block];
  const lines = block.split("\n");
  if (lines.length === 1) return packed(sentencesOf(block).flatMap(bearable), PASSAGE, " ");
  const head = headOf(lines);
  return packed(lines.slice(head.length).flatMap(bearable), PASSAGE, "\n", head);
}

/** Of a table the two rows that name its columns, where they leave room for others. */
function headOf(lines: readonly string[]): readonly string[] {
  const isTable = lines.length > 2 && /^(?:\|\s*)?:?-{3,}/.test(lines[1]!.trimStart());
  const head = isTable ? lines.slice(0, 2) : [];
  return fits(sizeOf(head.join("\n")), { words: PASSAGE.words / 2, chars: SENTENCE.chars - 2 }) ? head : [];
}

/** Parts together while they fit, each piece under the same head. */
function packed(parts: readonly string[], most: Size, glue: string, head: readonly string[] = []): string[] {
  const pieces: string[] = [];
  const above = sizeOf(head.join("\n"));
  let open: string[] = [];
  let size = above;
  for (const part of parts) {
    const own = sizeOf(part);
    if (open.length > 0 && !fits(plus(size, own, glue), most)) {
      pieces.push([...head, ...open].join(glue));
      open = [];
      size = above;
    }
    open.push(part);
    size = plus(size, own, glue);
  }
  if (open.length > 0) pieces.push([...head, ...open].join(glue));
  return pieces;
}

function bearable(part: string): string[] {
  if (fits(sizeOf(part), SENTENCE)) return [part];
  const most = { words: PASSAGE.words, chars: SENTENCE.chars };
  return packed(part.match(WORD_OR_UNIT) ?? [], most, "").map((piece) => piece.trim());
}

const WORD_OR_UNIT = new RegExp(`\\S{1,${UNIT}}\\s*`, "gu");

/** Scripts without spaces between words; about two letters make one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function sizeOf(text: string): Size {
  const spaced = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { words: spaced + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2), chars: text.length };
}

const plus = (size: Size, own: Size, glue: string): Size => ({
  words: size.words + own.words,
  chars: size.chars + own.chars + glue.length,
});
const fits = (size: Size, most: Size): boolean => size.words <= most.words && size.chars <= most.chars;
