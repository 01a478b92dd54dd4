/**
 * Conditions in a template: `{% if plan %}…{% else %}…{% endif %}`, by whether a slot has a value. Nothing else is evaluated, so there is
 * nothing that a template, or what a mail puts into a slot, could reach (docs/decisions/templates.md).
 */

const TAG = /\{%-?\s*(\w+)\s*([^%\n]*?)\s*-?%\}/g;
const BLOCK = /\{%\s*if\s+([a-z_]+)\s*%\}\n?(.*?)(?:\{%\s*else\s*%\}\n?(.*?))?\{%\s*endif\s*%\}\n?/gs;

/** What is wrong with a template, for whoever wrote it; undefined when nothing is. */
export function templateTrouble(text: string): string | undefined {
  let open: "if" | "else" | undefined;
  for (const [tag, word, slot] of text.matchAll(TAG)) {
    if (word === "if" && open) return `${tag} stands inside another condition: close that with {% endif %} first`;
    if (word === "if" && !/^[a-z_]+$/.test(slot!)) return `${tag} needs the name of a slot, such as {% if plan %}`;
    if (word === "else" && open !== "if") return `${tag} stands outside a condition`;
    if (word === "endif" && !open) return `${tag} closes no condition`;
    if (word !== "if" && word !== "else" && word !== "endif")
      return `${tag} is not known; there are {% if slot %}, {% else %} and {% endif %}`;
    open = word === "endif" ? undefined : word;
  }
  return open ? "a condition is not closed with {% endif %}" : undefined;
}

/** The template with its conditions decided. */
export const decided = (text: string, has: (slot: string) => boolean): string =>
  text.replace(BLOCK, (_, slot: string, then: string, otherwise = "") => (has(slot) ? then : otherwise));
