import { expect, test } from "vitest";
import { MUTANTS, makeMutant } from "./mutants.ts";

test.each(MUTANTS)("the safeguard still reads as its mutant expects: $name", (mutant) => {
  const { root, remove } = makeMutant(mutant);
  remove();
  expect(root).toContain("mailroom-mutant-");
});
