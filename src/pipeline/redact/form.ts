import { digitsTaken, fewest } from "./digit-totals.ts";
import type { Recogniser } from "./recogniser.ts";

/**
 * A pattern for a number as people write it: `9` a digit, `A` a letter, a space an optional separator, `_` a separator
 * that must stand there; everything else is regular expression, so a literal 9 or A stands in a class: `[9]`.
 * It matches whole words only, in any case unless the flags say otherwise.
 */
function form(template: string, flags = "gi"): RegExp {
  const source = template.replace(/\[[^\]]*\]|\{[^}]*\}|\\.|[9A _]/g, (part) => MACROS[part] ?? part);
  return new RegExp(`(?<![A-Za-z0-9_]|[A-Za-z0-9][-./])(?:${source})(?![A-Za-z0-9_]|[-./]\\d)`, flags);
}

const MACROS: Record<string, string> = { "9": "\\d", A: "[A-Z]", " ": "[ .\\-/]?", _: "[ .\\-/]" };

/** Fewer stand in every mail. */
const FEWEST = 4;

/** Such a pattern with what it takes to match. */
export function numberForm(template: string, flags?: string): Pick<Recogniser, "pattern" | "digits" | "taken"> {
  const taken = digitsTaken(template);
  return { pattern: form(template, flags), digits: Math.max(fewest(taken.counts), FEWEST), taken };
}
