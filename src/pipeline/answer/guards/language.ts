import { detectLanguage } from "../../language/language.ts";
import { countWords } from "../../rules/rules.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";

/** Fewer words than these could be any of several languages. */
const ENOUGH = { mail: 6, answer: 12 };

/** So close that a short text of one passes for the other. */
const NEIGHBOURS: readonly ReadonlySet<string>[] = [
  new Set(["no", "nb", "nn", "da"]),
  new Set(["cs", "sk"]),
  new Set(["hr", "sr", "bs", "sl"]),
  new Set(["es", "gl", "ca"]),
  new Set(["pt", "gl"]),
  new Set(["nl", "af"]),
  new Set(["id", "ms"]),
];

export const language: Guard = {
  name: "language",
  person: "warns",
  look(draft, { email, settings }) {
    const asked = email.language;
    if (asked === "unknown" || countWords(email.visibleText) < ENOUGH.mail) return undefined;
    const body = withoutSignature(draft.body, settings);
    const written = countWords(body) < ENOUGH.answer ? draft.language : detectLanguage(body);
    if (written === "unknown" || written === asked) return undefined;
    if (NEIGHBOURS.some((group) => group.has(written) && group.has(asked))) return undefined;
    return `The customer writes in ${nameOf(asked)}, this is in ${nameOf(written)}.`;
  },
};

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
const nameOf = (code: string): string => names.of(code) ?? code;
