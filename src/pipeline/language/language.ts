import { NGRAM_LANGUAGES, scoreNgrams } from "./ngrams.ts";

/** The language of a text as ISO 639-1, or `unknown`: first by script, and where several languages share one, by n-grams. */
export function detectLanguage(text: string): string {
  const words = cleaned(text);
  const script = dominantScript(words);
  if (script === undefined) return "unknown";
  const only = SINGLE[script];
  if (only) return only;
  if (script === "Han") return "zh";
  return byNgrams(words, script);
}

/** Addresses, links, hosts and codes look like any language. By words: expressions that search for them grow with the square of a long word. */
const cleaned = (text: string) =>
  text
    .slice(0, 4_000)
    .split(/\s+/)
    .filter((word) => !CODE.test(word.slice(0, 200)) || NO_SPACES.test(word))
    .join(" ")
    .slice(0, 2_000);

const CODE = /[@\d]|:\/\/|^www\.|\w\.(?:com|org|net|de|fr|example|test)\b/i;
/** Where no spaces stand between words, a number takes whole sentences with it. */
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const SINGLE: Record<string, string> = {
  Kana: "ja",
  Hangul: "ko",
  Greek: "el",
  Hebrew: "he",
  Thai: "th",
  Armenian: "hy",
  Georgian: "ka",
  Ethiopic: "am",
  Bengali: "bn",
  Gujarati: "gu",
  Gurmukhi: "pa",
  Kannada: "kn",
  Khmer: "km",
  Lao: "lo",
  Malayalam: "ml",
  Myanmar: "my",
  Oriya: "or",
  Sinhala: "si",
  Tamil: "ta",
  Telugu: "te",
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Han", /\p{Script=Han}/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ...[
    "Armenian",
    "Georgian",
    "Ethiopic",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
  ].map((name) => [name, new RegExp(`\\p{Script=${name}}`, "gu")] as const),
];

/** A character of these says as much as two or three letters do. */
const DENSE = new Set(["Kana", "Han", "Hangul"]);
/** Names of products and places are written in Latin letters everywhere, so Latin wins only by far. */
const LATIN_DISCOUNT = 0.4;

function dominantScript(text: string): string | undefined {
  const sample = text.slice(0, 1_000);
  if (/^[\t-\r -~]*$/.test(sample)) return /[a-z]/i.test(sample) ? "Latin" : undefined;
  if (/^[\s\p{Script=Latin}\p{P}\p{S}\p{N}]*$/u.test(sample)) return /\p{L}/u.test(sample) ? "Latin" : undefined;
  const counts = new Map<string, number>();
  for (const [name, pattern] of SCRIPTS) {
    const count = sample.match(pattern)?.length ?? 0;
    const weight = DENSE.has(name) ? 2.5 : name === "Latin" ? LATIN_DISCOUNT : 1;
    if (count > 0) counts.set(name, count * weight);
  }
  // Japanese is written in kana and Han characters together; a single kana may be decoration.
  const kana = counts.get("Kana") ?? 0;
  const han = counts.get("Han") ?? 0;
  if (kana > 5 || (kana > 0 && kana >= han * 0.2)) {
    counts.set("Kana", kana + han);
    counts.delete("Han");
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const LANGUAGES_OF: Record<string, ReadonlySet<string>> = {
  Cyrillic: new Set(["be", "bg", "ru", "sr", "uk"]),
  Arabic: new Set(["ar", "fa", "ku", "ur"]),
  Devanagari: new Set(["hi", "mr"]),
};
const NOT_LATIN = new Set([...Object.values(LANGUAGES_OF).flatMap((set) => [...set]), "zh"]);

/** Letters below which a Latin text may be anything: "ok", "sup", "TW". */
const MIN_LETTERS = 5;
/** Letters below which the winner must lead clearly. */
const SHORT = 12;

function byNgrams(text: string, script: string): string {
  const letters = lettersIn(text);
  if (letters < MIN_LETTERS) return "unknown";
  if (script === "Cyrillic") {
    const byLetter = rareCyrillic(text);
    if (byLetter) return byLetter;
  }
  const allowed = LANGUAGES_OF[script];
  const { byLanguage, total, known } = scoreNgrams(text);
  if (known === 0) return "unknown";
  let best = -1;
  let second = -1;
  for (let id = 0; id < NGRAM_LANGUAGES.length; id++) {
    const code = NGRAM_LANGUAGES[id] ?? "";
    if (allowed ? !allowed.has(code) : NOT_LATIN.has(code)) continue;
    const score = (byLanguage[id] ?? 0) + (COMMON.has(code) ? PRIOR : 0);
    if (best < 0 || score > scoreOf(byLanguage, best)) {
      second = best;
      best = id;
    } else if (second < 0 || score > scoreOf(byLanguage, second)) second = id;
  }
  const lead = scoreOf(byLanguage, best) - scoreOf(byLanguage, second);
  if ((byLanguage[best] ?? 0) === 0) return "unknown";
  if (letters < SHORT && lead < total * CLEAR_LEAD) return "unknown";
  const code = NGRAM_LANGUAGES[best] ?? "unknown";
  return code === "ms" ? indonesianOrMalay(text) : code;
}

/** As many as matter. */
function lettersIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) if (++count >= SHORT) break;
  return count;
}

const scoreOf = (scores: Float64Array, id: number) =>
  (scores[id] ?? 0) + (COMMON.has(NGRAM_LANGUAGES[id] ?? "") ? PRIOR : 0);

/** Languages that business mail comes in every day get the weight of half an n-gram: it decides nothing but near ties. */
const COMMON = new Set([
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "da",
  "no",
  "fi",
  "cs",
  "tr",
  "ru",
  "ro",
  "hu",
  "ar",
]);
const PRIOR = 40;
const CLEAR_LEAD = 8;

/** Macedonian and Kazakh are not in the table, and their own letters tell them. */
function rareCyrillic(text: string): string | undefined {
  if (/[әғқңөұүһі]/i.test(text) && /[әғқңұ]/i.test(text)) return "kk";
  return /[ѓќѕ]/i.test(text) && !/[ђћ]/i.test(text) ? "mk" : undefined;
}

/** One table entry for two standards of one language; Indonesian mail is ten times as common. */
const indonesianOrMalay = (text: string) =>
  /\b(?:kerana|sahaja|awak|encik|puan|boleh saya|adakah|daripada|bahawa|iaitu|antarabangsa|hendaklah|ianya|memerlukan bantuan|tarikh|bayaran|pejabat|syarikat|kereta|wang)\b/i.test(
    text,
  )
    ? "ms"
    : "id";
