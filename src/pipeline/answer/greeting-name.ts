import type { TriageDecision } from "../../domain/decision.ts";
import type { Email } from "../../domain/email.ts";
import { isOffice } from "../local/fields/person/office-words.ts";
import { commitmentIn } from "./commitments.ts";

const LONGEST = 40;
const MOST_WORDS = 4;
/** Words that no person is called, in a place where they would make a promise of a greeting. */
const NOT_A_NAME =
  /(?:^|\s)(?:refund\w*|discount\w*|credit\w*|free|approved?|guarantee\w*|voucher|money|coupon|paid|rabatt|erstattung|gratis|kostenlos|gutschrift|remise|gratuit\w*|rembours\w*|descuento|reembolso|sconto|rimborso|desconto|korting|click|visit|http\w*|www|support|team|sales|info|billing|admin|noreply|newsletter|service|mailer|account)(?:\s|$)/i;

/** Languages in which a helpful stranger says the first name; elsewhere the whole one is the safe form. */
const FIRST_NAME_LANGUAGES = new Set(["en", "nl", "sv", "da", "no", "fi", "es", "pt", "it"]);
const TITLE = /^(?:dr|prof|mr|mrs|ms|miss|mx|sir|dame|rev|fr|sr|sra|dott|ing|avv|dipl|barrister|lady|lord)\.?$/i;

/**
 * A name that a person gave for themselves. Only letters in a few words: an address, a company, a link or a sentence in the
 * place of a name greets nobody.
 */
export function greetingName({ entities }: TriageDecision, email: Email): string | undefined {
  const given = entities.person_name ?? (email.machine.kind === "none" ? email.from?.name : undefined);
  const name = given?.normalize("NFC").replace(/\s+/g, " ").trim();
  if (!name || name.length > LONGEST || name.split(" ").length > MOST_WORDS) return undefined;
  const isName = /^\p{L}[\p{L}\p{M}]*\.?(?:[ '’-]\p{L}[\p{L}\p{M}]*\.?)*$/u.test(name) && !/\.\S/.test(name);
  if (!isName || NOT_A_NAME.test(name) || isOffice(name) || commitmentIn(name) !== undefined) return undefined;
  const [first = name, ...rest] = name.split(" ");
  const isFamiliar = FIRST_NAME_LANGUAGES.has(email.language) && /^\p{Script=Latin}{2,}/u.test(first);
  return isFamiliar && rest.length > 0 && !TITLE.test(first) ? first : name;
}
