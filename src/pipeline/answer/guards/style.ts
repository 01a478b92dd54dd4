import { phraseFinder } from "../../rules/phrases.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";
import { readable } from "./phrases.ts";

/** Words with which a writer says du, tu, jij to somebody, and those with which they say Sie, vous, u. */
const FORMS: Readonly<Record<string, { informal: RegExp; formal: RegExp }>> = {
  de: {
    informal: /(?<!\p{L})(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|eure[mnrs]?)(?!\p{L})/iu,
    formal: /(?<=\p{Ll},? )(?:Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u,
  },
  fr: { informal: /(?<!\p{L})(?:tu|toi|ton|tes|t')(?!\p{L})/iu, formal: /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu },
  es: {
    informal: /(?<!\p{L})(?:tú|ti|contigo|tus?|tuyo)(?!\p{L})/iu,
    formal: /(?<!\p{L})(?:usted|ustedes)(?!\p{L})/iu,
  },
  nl: { informal: /(?<!\p{L})(?:jij|je|jou|jouw|jullie)(?!\p{L})/iu, formal: /(?<!\p{L})(?:u|uw)(?!\p{L})/iu },
};

/** What of the company's style can be checked: words that are not its own, and du or Sie. */
export const style: Guard = {
  name: "style",
  person: "warns",
  look({ body, language }, { settings }) {
    const { avoid, address } = settings.answering.style;
    const text = readable(withoutSignature(body, settings));
    const word = phraseFinder(avoid)(text);
    if (word) return `"${word}" is a word that your style avoids.`;
    const forms = FORMS[language];
    if (!address || !forms) return undefined;
    const wrong = forms[address === "formal" ? "informal" : "formal"].exec(text)?.[0];
    return wrong
      ? `"${wrong}" is the ${address === "formal" ? "informal" : "formal"} address, and yours is the other.`
      : undefined;
  },
};
