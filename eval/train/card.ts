import { hasLexicon } from "../../src/pipeline/local/lexicon/lexicon.ts";
import type { Calibration } from "../../src/pipeline/local/model/calibration.ts";
import type { Sample } from "./corpus.ts";
import { confusions, figuresOf, flagTable, type HeldOut, intentTable, linesOf } from "./cross-validate.ts";

/** What the weights are made of and how far they can be trusted. Written with them, so that it cannot be about others. */
export function cardOf(samples: readonly Sample[], held: HeldOut, calibration: Calibration): string {
  const figures = (name: string, wanted: (sample: Sample) => boolean) =>
    linesOf(name, figuresOf(samples, held, wanted)).join("\n");
  return `# The local engine's weights

Written by \`npm run train\`; the same mail gives the same bytes. Engine: \`${calibration.engine}\`.

| file | what |
|---|---|
| \`intent.bin\` | a linear model of words, pieces of words, concepts, the sender and the form of a mail: one column for each default intent |
| \`rest.bin\` | the same for priority, action, sentiment and risk flags, without the words, with the intents' chances |
| \`calibration.json\` | what turns scores into chances, fitted on held-out mail |

Features are stored as hashes: no word of any mail can be read from the files.

## Trained on

${samples.length} labelled mails of fictional businesses, written for this project: \`eval/gold\` and \`eval/train/data\`. No real person's
mail is in it. What the labels mean is in \`eval/gold/GUIDE.md\`.

- By intent: ${counted(samples, ({ label }) => label.intent)}.
- By language: ${counted(samples, ({ label }) => label.language)}.
- By business: ${counted(samples, ({ set, business }) => (set === "gold" ? `${business} (gold)` : business))}.

## Held-out figures

Every mail was read by a model that had seen no mail of its business (${new Set(samples.map(({ fold }) => fold)).size} parts; the two gold businesses are left out
together). The calibration that gave its confidence was fitted without it too. In brackets: 95 % of draws, had other businesses been
drawn (for gold alone there are only two to draw).

\`\`\`text
${figures("All", () => true)}
${figures("Gold alone", ({ set }) => set === "gold")}
${figures("Without the newest set", ({ set }) => set !== "set6")}
${figures("English", ({ label }) => label.language === "en")}
${figures("Other languages", ({ label }) => label.language !== "en")}
\`\`\`

| intent | mails | precision | recall | F1 |
|---|---|---|---|---|
${intentTable(held).join("\n")}

| flag | mails | precision | recall | F1 |
|---|---|---|---|---|
${flagTable(samples, held).join("\n")}

\`prompt_injection\`, \`security\` and \`hostile\` come from the rules and \`pii\` from the redaction; none of them is trained.

## Where it is weak

- Most often mistaken: ${confusions(held, 8).join(", ")}.
- A question before buying and a question about what was bought look alike where the sender is unknown and the mail does not say.
- Intents with few mails (see the table) are learned from few hands; their figures move by several points with each new set.
- Short mail in odd words ("Where's my money") is read by its few known words, or by none.
- Languages without a word list${withoutList(samples)} are read by the form of the mail and by words they share with others.
- The lists for Arabic, Greek, Hebrew, Hungarian and Romanian and most of the mail in those languages are of one hand: others
  will use words that are in neither.
- What a business does is not known to it: whether "do you fix zips" asks to buy or asks for help depends on the trade.
- A company's own intents were never trained. They are compared with their description and examples; a few examples in the
  mail's own language help much, and the result is a hint, not a reading.
- The training sets carry no real authentication results: those were made up from the labels (half of the mass fraud fails), so
  how much a failed check says of fraud is assumed, not measured. The gold set's headers are written by hand.
- The word lists and settings of the training were improved while looking at held-out mistakes, so the figures are a little too kind.
- All of it is written by few authors. Real mail is messier, so real figures will be lower until corrections come in.
`;
}

function counted(samples: readonly Sample[], keyOf: (sample: Sample) => string): string {
  const counts = new Map<string, number>();
  for (const sample of samples) counts.set(keyOf(sample), (counts.get(keyOf(sample)) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function withoutList(samples: readonly Sample[]): string {
  const languages = [...new Set(samples.map(({ label }) => label.language))].filter((one) => !hasLexicon(one)).sort();
  return languages.length > 0 ? ` (${languages.join(", ")})` : "";
}
