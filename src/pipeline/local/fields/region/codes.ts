/** Postal codes that say by their form alone which country they are of, and the short names that stand before them. */

const US_STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC";
const CA_PROVINCES = "AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|YT|NT|NU";
const AU_STATES = "NSW|VIC|QLD|TAS|ACT|WA|SA|NT";

/** What a line has to have is looked for first: most lines of a signature have neither. */
const CODES: readonly [country: string, needs: "digit" | "comma" | "letters", pattern: RegExp][] = [
  ["US", "digit", new RegExp(String.raw`\b(?:${US_STATES})\.?,? +\d{5}(?:-\d{4})?\b`)],
  [
    "US",
    "comma",
    new RegExp(String.raw`\p{L}{3,}, ?(?:${US_STATES})(?=$|[\s,|·•]*(?:$|[|·•(+]|USA?\b|\d{3}[-.]))`, "u"),
  ],
  [
    "US",
    "comma",
    /\p{Lu}\p{L}{2,}, (?:AL|AK|AZ|AR|CT|FL|GA|IL|IA|KS|KY|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)(?=[.,;:)]|\s)/u,
  ],
  ["CA", "digit", /\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b/],
  ["CA", "comma", new RegExp(String.raw`\p{L}{3,}, ?(?:${CA_PROVINCES})(?=$|[\s,|·•]*(?:$|[|·•(+]|Canada\b))`, "u")],
  ["AU", "digit", new RegExp(String.raw`\b(?:${AU_STATES}),? +\d{4}\b`)],
  ["AU", "letters", /\b(?:NSW|QLD)\b/],
  ["GB", "digit", /\b(?:[A-Z]{1,2}\d[A-Z\d]?) \d[A-Z]{2}\b/],
  ["IE", "digit", /\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[\dAC-FHKNPRTV-Y]{4}\b(?=[^\d]*$)/],
  ["NL", "digit", /(?<![\d.])[1-9]\d{3} ?[A-Z]{2}\b +\p{Lu}/u],
  ["PL", "digit", /(?<![\d-])\d{2}-\d{3} +\p{Lu}/u],
  ["PT", "digit", /(?<![\d-])\d{4}-\d{3} +\p{Lu}/u],
  ["BR", "digit", /(?<![\d-])\d{5}-\d{3}\b(?=.*\b(?:[A-Z]{2}|Brasil)\b)|\bCEP:? ?\d{5}-?\d{3}\b/],
  ["JP", "digit", /〒 ?\d{3}-?\d{4}/],
];

/** `D-79100`, `CH-8004`, `SE-411 05`: the country's letters before the code. */
const PREFIXED = /(?:^|[\s,|·•])(D|A|F|I|B|L|CH|NL|BE|DK|SE|FI|NO|CZ|SK|PL|AT|DE|FR|LT|LV|LU|SI|HR)-\d{3} ?\d{1,2}\b/;
const LETTERS: Readonly<Record<string, string>> = { D: "DE", A: "AT", F: "FR", I: "IT", B: "BE", L: "LU" };

/** The country of a postal address written into `line`. */
export function countryOfCode(line: string): string | undefined {
  const digit = /\d/.test(line);
  const prefixed = digit ? PREFIXED.exec(line)?.[1] : undefined;
  if (prefixed) return LETTERS[prefixed] ?? prefixed;
  const has = { digit, comma: line.includes(","), letters: true };
  return CODES.find(([, needs, pattern]) => has[needs] && pattern.test(line))?.[0];
}

/** A line that is nothing but the outward half of a British code: "LS16". */
export const isOutwardCode = (line: string): boolean =>
  /^[A-Z]{1,2}\d{1,2}[A-Z]?$/.test(line) && !/^[A-Z]\d$/.test(line);

const STATE = new RegExp(`^(?:(${US_STATES})|(${CA_PROVINCES})|(${AU_STATES}))$`);

/** A form's state by its code alone. */
export function countryOfState(value: string): string | undefined {
  const [, us, ca, au] = STATE.exec(value.trim()) ?? [];
  return us ? "US" : ca ? "CA" : au ? "AU" : undefined;
}

/** VAT numbers of the Union (Greece calls itself EL there) and its neighbours, named as the writer's own. */
const TAX_NUMBER =
  /(?:\b(?:our|my|unsere[rnms]?|meine|notre|notre n°|nuestr[oa]|mi|nostra|mia|onze|ons|mijn|nasz|nasze|nossa|nosso|vår|vores|vårt)\b[^.;\n]{0,50}|^\s*)(?:VAT|USt|UID|MwSt|TVA|IVA|NIF|BTW|NIP|DIČ|DIC|Umsatzsteuer|ALV|moms|MVA|ΑΦΜ)[^\n]{0,40}?(?<![A-Z])(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[ -]?(?=[\dA-Z.]{7,14}\b)[A-Z\d]{0,2}\d{5}/iu;

export function countryOfTaxNumber(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    if (!/\d{5}/.test(line)) continue;
    const prefix = TAX_NUMBER.exec(line)?.[1]?.toUpperCase();
    if (prefix) return prefix === "EL" ? "GR" : prefix === "CHE" ? "CH" : prefix;
  }
  return undefined;
}
