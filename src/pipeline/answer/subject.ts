import type { Settings } from "../../domain/settings/settings.ts";
import { commitmentIn } from "./commitments.ts";
import { hasForeignLink } from "./guards/links.ts";
import { slotIn } from "./guards/slots.ts";

/**
 * A customer's subject stands over our answer too. One that reads like a promise, a link or a form of ours could be shown around as
 * ours, so nothing goes out under it that nobody has looked at.
 */
export const speaksForUs = (subject: string, settings: Settings): boolean =>
  commitmentIn(subject) !== undefined || slotIn(subject) !== null || hasForeignLink(subject, settings);
