/**
 * A pattern for a number as people write it: `9` a digit, `A` a letter, a space an optional separator, `_` a separator
 * that must stand there; everything else is regular expression, so a literal 9 or A stands in a class: `[9]`.
 * It matches whole words only, in any case unless the flags say otherwise.
 */
export function form(template: string, flags = "gi"): RegExp {
  const source = template.replace(/\[[^\]]*\]|\{[^}]*\}|\\.|[9A _]/g, (part) => MACROS[part] ?? part);
  return new RegExp(`(?<![A-Za-z0-9_]|[A-Za-z0-9][-./])(?:${source})(?![A-Za-z0-9_]|[-./]\\d)`, flags);
}

const MACROS: Record<string, string> = { "9": "\\d", A: "[A-Z]", " ": "[ .\\-/]?", _: "[ .\\-/]" };

/** The fewest digits such a template asks for. What stands in brackets may be a choice and is not counted. */
export function digitsIn(template: string): number {
  let depth = 0;
  let count = 0;
  for (const [part, times] of template.matchAll(/(?:\[[^\]]*\]|\\.|.)(?:\{(\d+)(?:,\d*)?\}|[?*])?/gs)) {
    if (part.startsWith("(")) depth++;
    else if (part.startsWith(")")) depth--;
    else if (depth === 0 && /^(?:9|\[\d-]+\])/.test(part) && !/[?*]$/.test(part)) count += Number(times ?? 1);
  }
  return Math.max(count, 4);
}
