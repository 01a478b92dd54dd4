/** A ticket that no article answered, as far as a person is shown it: masked. */
export interface OpenQuestion {
  ticketId: number;
  subject: string;
  /** What was asked, in short. */
  asked: string;
  intent: string;
  at: number;
}

export interface QuestionGroup {
  /** The newest first. */
  ticketIds: number[];
  newest: OpenQuestion;
}

const SHORTEST = 3;
/** Of the short ones these are in every mail. */
const SMALL = new Set(
  "the you your may can are how for and our his her was has have does with what when this that there please der die das und ist sie wir ich ein eine les des une est que pour vous nous los las una con por per non che het een van voor".split(
    " ",
  ),
);
/** Two questions are one when they share this much of what the shorter one says, and at least two words. */
const ALIKE = 0.5;
const SHARED = 2;
/** A word in more of the questions than this tells none of them apart. */
const COMMON = 0.4;
const FEW = 5;

/** Puts questions that say much the same together, those asked most first, then the newest. */
export function groupQuestions(questions: readonly OpenQuestion[]): QuestionGroup[] {
  const words = questions.map(wordsOf);
  const counts = new Map<string, number>();
  for (const set of words) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  const tells = (word: string): boolean =>
    questions.length < FEW || (counts.get(word) ?? 0) <= Math.max(2, questions.length * COMMON);

  const groups: (QuestionGroup & { words: Set<string> })[] = [];
  const order = questions.map((_, index) => index).sort((a, b) => questions[b]!.at - questions[a]!.at);
  for (const index of order) {
    const question = questions[index]!;
    const own = new Set([...words[index]!].filter(tells));
    const group = groups.find((one) => one.newest.intent === question.intent && isAlike(one.words, own));
    if (group) group.ticketIds.push(question.ticketId);
    else groups.push({ ticketIds: [question.ticketId], newest: question, words: own });
  }
  return groups
    .map(({ ticketIds, newest }) => ({ ticketIds, newest }))
    .sort((a, b) => b.ticketIds.length - a.ticketIds.length || b.newest.at - a.newest.at);
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= SHARED && shared / Math.min(one.size, other.size) >= ALIKE;
}

const wordsOf = ({ subject, asked }: OpenQuestion): Set<string> =>
  new Set(
    `${subject} ${asked}`
      .normalize("NFKC")
      .toLowerCase()
      // A reply's prefix, what was masked, and numbers are nobody's question.
      .replace(/\[[a-z_]+_\d+\]|\b(?:re|fwd?|aw|wg):/gu, " ")
      .match(/\p{L}+/gu)
      ?.filter(
        (word) =>
          (word.length >= SHORTEST && !SMALL.has(word)) ||
          /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word),
      )
      .map((word) => word.slice(0, 6)) ?? [],
  );
