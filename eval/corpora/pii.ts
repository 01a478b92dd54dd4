/**
 * How much of what is personal gets masked, and how much that is not: `node eval/corpora/pii.ts [--show]`.
 * Reads the labelled mail in eval/gold, and the public corpora where they lie beside the repository.
 */
import { hasCorpora } from "./corpus.ts";
import { measureGold } from "./pii/gold.ts";
import { measureInnocent } from "./pii/innocent.ts";
import { measurePresidio } from "./pii/presidio.ts";
import { LEFT_OUT, NEEDS_WORDS } from "./pii/presidio-kinds.ts";
import { clock, HALVES, innocentSets, sets, tally } from "./pii/tally.ts";

/** The libraries on the same texts, as measured when the choice was made. */
const LIBRARIES: Record<string, string> = {
  gold: "redact-pii 3.4.0: 65 % (90 %), @redactpii/node: 66 % (95 %)",
  "presidio synthetic": "redact-pii 3.4.0: 40 % (84 %), @redactpii/node: 20 % (92 %)",
};

const share = (part: number, of: number, digits = 0): string =>
  of === 0 ? "-" : `${((100 * part) / of).toFixed(digits)} %`;

function printFound(): void {
  console.log("\nMasked whole (and how much of what was masked is personal)\n");
  const cell = (set: string, half: (typeof HALVES)[number]) => {
    const { spans, whole, found, right } = tally(set, half);
    return spans + found === 0
      ? "-"
      : `${whole}/${spans} ${share(whole, spans)} (${right}/${found} ${share(right, found)})`;
  };
  console.log("".padEnd(48), ...HALVES.map((half) => half.padEnd(32)));
  for (const set of sets()) {
    const indented = set.includes(": ") ? `    ${set.slice(set.indexOf(": ") + 2)}` : set;
    console.log(indented.padEnd(48), ...HALVES.map((half) => cell(set, half).padEnd(32)), LIBRARIES[set] ?? "");
  }
}

function printInnocent(): void {
  console.log(
    "\nInnocent characters masked (redact-pii 3.4.0 on gold: 3.9 %). In public mail, contact data is real: the second figure leaves it out.\n",
  );
  for (const [key, { characters, masked, kinds }] of innocentSets().sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [set, half] = key.split("\t") as [string, string];
    const contact = (kinds.get("email") ?? 0) + (kinds.get("phone") ?? 0) + (kinds.get("address") ?? 0);
    const which = [...kinds].map(([kind, size]) => `${kind} ${share(size, characters, 3)}`).join(", ");
    console.log(
      set.padEnd(20),
      half.padEnd(10),
      `of ${characters}`.padEnd(12),
      share(masked, characters, 3).padEnd(9),
      share(masked - contact, characters, 3).padEnd(9),
      which,
    );
  }
}

await measureGold();
if (hasCorpora()) {
  measurePresidio();
  await measureInnocent();
} else console.log("The public corpora are not beside this repository: only the gold set is measured.");
printFound();
printInnocent();
console.log(
  `\n${clock.texts} texts of ${Math.round(clock.characters / clock.texts)} characters on average, ${(clock.ms / clock.texts).toFixed(2)} ms each`,
);
console.log("\nLeft out of presidio's kinds");
for (const [what, why] of Object.entries(LEFT_OUT)) console.log(`- ${what}: ${why}`);
console.log(
  `- bare numbers of ${[...NEEDS_WORDS].join(", ")}: no check digit, or one that a tenth of all numbers pass`,
);
