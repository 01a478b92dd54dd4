import type { Reading } from "../reading.ts";

/** Where a writer of a language may have a phone; the first few are tried. */
const SPOKEN: Record<string, readonly string[]> = {
  en: ["US", "GB", "AU", "IE", "IN", "NZ", "ZA"],
  de: ["DE", "AT", "CH"],
  fr: ["FR", "BE", "CH", "CA"],
  es: ["ES", "MX", "AR", "CO", "CL"],
  pt: ["PT", "BR"],
  it: ["IT", "CH"],
  nl: ["NL", "BE"],
  sv: ["SE", "FI"],
  da: ["DK"],
  no: ["NO"],
  nb: ["NO"],
  fi: ["FI"],
  pl: ["PL"],
  cs: ["CZ"],
  sk: ["SK"],
  hu: ["HU"],
  ro: ["RO"],
  tr: ["TR"],
  el: ["GR"],
  ru: ["RU"],
  uk: ["UA"],
  ja: ["JP"],
  ko: ["KR"],
  zh: ["CN", "TW", "HK"],
};

/** Countries in whose way an unprefixed number may be written: the address's own, the language's, then the business's. */
export function likelyCountries({ host, email }: Reading): string[] {
  const ending = host.slice(host.lastIndexOf(".") + 1);
  const own = ending.length === 2 ? [ending === "uk" ? "GB" : ending.toUpperCase()] : [];
  return [...new Set([...own, ...(SPOKEN[email.language] ?? ["US", "GB"]), "US", "GB", "DE", "FR"])].filter((code) =>
    KNOWN.has(code),
  );
}

/** Two-letter endings that are countries with numbering plans of their own; `io` and `ai` are not where people are. */
const KNOWN = new Set(
  `US GB IE AU NZ ZA IN CA DE AT CH FR BE NL LU ES PT IT MT GR CY SE NO DK FI IS PL CZ SK HU RO BG HR SI RS BA EE LV LT UA RU TR
  IL AE SA EG MA TN NG KE GH JP KR CN TW HK SG MY TH VN PH ID PK BD LK MX BR AR CL CO PE UY EC CR PA DO`.split(/\s+/),
);
