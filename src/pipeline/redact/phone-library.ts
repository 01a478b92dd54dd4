import { createRequire } from "node:module";
import type { CountryCode, PhoneNumber } from "libphonenumber-js/min";

type Parse = (text: string, region?: CountryCode) => PhoneNumber | undefined;
let parse: Parse | undefined;

/**
 * libphonenumber costs 43 ms and 15 MB to load, so it comes with the first number that needs it, not with the process.
 * `min` rather than `max`: the metadata makes no difference to that cost, and its looser patterns are the better second
 * opinion here. `max` calls a number false that no operator has been given yet; to its owner it is a number all the same.
 */
export function parsePhone(text: string, region?: string): PhoneNumber | undefined {
  parse ??= (createRequire(import.meta.url)("libphonenumber-js/min") as { parsePhoneNumberFromString: Parse })
    .parsePhoneNumberFromString;
  return parse(text, region as CountryCode);
}
