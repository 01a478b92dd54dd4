import type { PiiKind } from "../../domain/email.ts";
import type { Placeholders } from "./placeholders.ts";
import { TOKEN } from "./token.ts";

/**
 * Puts the values back, in one pass, so that a value that looks like a placeholder stays what it is. Only inside the
 * process, and only into what goes to a person. `kinds` narrows it: no draft should ever carry a password.
 * A value that was spelled in two ways comes back as it was first spelled.
 */
export function restore(text: string, placeholders: Placeholders, kinds?: ReadonlySet<PiiKind>): string {
  return text.replace(TOKEN, (token) => {
    const known = placeholders.valueOf(token);
    if (!known || (kinds && known.kind !== "literal" && !kinds.has(known.kind))) return token;
    return known.value;
  });
}
