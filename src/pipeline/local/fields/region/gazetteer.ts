import { fold } from "../../text/tokens.ts";
import { FURTHER_PLACES } from "./further-places.ts";
import { PLACES } from "./places.ts";

/** Languages in which people name countries to us. */
const LANGUAGES =
  "en de fr es it pt nl sv da nb fi pl cs sk hu ro tr el ru uk hr sl bg lt lv et id vi ja zh zh-Hant ko".split(" ");

/** What `Intl` does not call them, and the cases of names whose stem changes. */
const ALSO: Readonly<Record<string, string>> = {
  US: "USA|U.S.A.|U.S.|US|United States of America|the States|Estados Unidos de América|EEUU|EE.UU.|Georgia",
  GB: "UK|U.K.|Great Britain|Britain|Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Grã-Bretanha|Wielka Brytania|Inghilterra|Inglaterra|Angleterre|Schottland|Écosse|Wielkiej Brytanii",
  NL: "Holland|the Netherlands|Hollande|Holanda|Olanda|Holandia|Holandii|Holanti",
  CZ: "Czech Republic|Česká republika|České republiky|Česka|Česku|Czechy|Czech|Tschechien|Tschechische Republik",
  PL: "Polsce|Polski|Польші|Польщі|Польше",
  DE: "Niemczech|Niemiec|Німеччини|Німеччині|Германии|Německu|Německa|Saksassa|Saksasta",
  FI: "Suomessa|Suomesta",
  SE: "Ruotsissa|Szwecji",
  EE: "Virossa",
  UA: "України|Україні|Украины|Украине|Ukrainie|Ukrainy",
  RU: "России|Росії",
  FR: "Francji|Franciji|Франции",
  IT: "Italii|Itálie|Италии",
  ES: "Hiszpanii|Španělska|Испании",
  SK: "Slovenska|Slovensku|Slovak Republic",
  KR: "Korea|South Korea|Corea|대한민국|한국",
  CN: "中国|中國|PRC|Mainland China",
  TW: "台湾|臺灣|Taiwan",
  AE: "UAE|U.A.E.|Emirates",
  IE: "Republic of Ireland|Éire",
  TR: "Turkey|Türkiye'de|Türkiye'den",
  CI: "Ivory Coast",
  MK: "Macedonia",
  BO: "Bolivia",
  VE: "Venezuela",
  TZ: "Tanzania",
};

/** Also names of people: they count only where a place is expected. */
const PERSONAL = new Set(
  "florence sydney victoria chelsea georgia jordan chad israel paris lincoln chester carlisle preston austin houston dallas charlotte madison eugene alexandria adelaide lima virginia carolina savannah brooklyn kent devon wells derry chelmsford alba roma valencia lorraine santiago rosario mercedes cali regina bradford stirling douglas nelson darwin hamilton wellington napier logan montana dakota france kelly holland".split(
    " ",
  ),
);

/** Also words: lower-cased they are not taken for a place. */
const WORDS = new Set(
  "nice reading bath mobile orange split tours worms essen halle hof bend gap como alta goa moss hove hull natal eger sion ede oss bar man cork derby kent rugby poole buffalo phoenix reus var marche kerry us lund pau sale deal stroud hastings mons thun zug hamm hagen herne siegen soest wels laval lens faro beja lagos leon bari lecce trier pula nis arad kano fife oban jena zeeland alba agen oran".split(
    " ",
  ),
);

const LATIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d'’.() -]+$/u;

interface Gazetteer {
  names: ReadonlyMap<string, string>;
  /** First words of names, to how many words the longest one has. */
  longest: ReadonlyMap<string, number>;
  /** Names without spaces between words (Chinese, Japanese, Korean, Thai), as one pattern. */
  unspaced: RegExp;
}

let built: Gazetteer | undefined;

/** Built at the first mail: some ten milliseconds that a start without mail does not need. */
function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}

function build(): Gazetteer {
  const names = new Map<string, string>();
  const add = (name: string, country: string) => {
    const key = keyOf(name);
    if (key.length > 1 && !names.has(key)) names.set(key, country);
  };
  for (const table of [ALSO, PLACES, FURTHER_PLACES])
    for (const [country, list] of Object.entries(table)) for (const name of list.split("|")) add(name.trim(), country);
  for (const language of LANGUAGES) {
    const said = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const country of countries()) {
      const name = said.of(country);
      if (name && (name.length > 3 || !LATIN.test(name))) add(name, country);
    }
  }
  const longest = new Map<string, number>();
  const unspaced: string[] = [];
  for (const name of names.keys()) {
    if (!LATIN.test(name)) unspaced.push(name);
    const words = name.split(" ");
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  }
  unspaced.sort((one, other) => other.length - one.length);
  return { names, longest, unspaced: new RegExp(unspaced.join("|").replace(/[()]/g, "\\$&"), "gu") };
}

/** Every code that `Intl` has an English name for, kept to real countries by its own fallback. */
function countries(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return [...letters]
    .flatMap((one) => [...letters].map((other) => one + other))
    .filter((code) => !NO_COUNTRY.has(code) && english.of(code) !== undefined);
}
/** Unions, test codes, islands of others, and codes that were given up: each has a twin. */
const NO_COUNTRY = new Set(
  "EU EZ UN QO XA XB XK ZZ AC CP DG EA IC TA UK SU DD YU CS FX TP ZR BU AN NT YD VD NH HV DY RH CQ AQ IO BV HM TF UM".split(
    " ",
  ),
);

/** Folded, with one space between words: how names are held. */
const keyOf = (text: string): string =>
  fold(text)
    .replace(/[’']/g, "'")
    .replace(/[-.,()\s]+/g, " ")
    .trim();

export interface Place {
  country: string;
  /** Where it begins, and how many words it has. */
  at: number;
  words: number;
  personal: boolean;
  word: boolean;
}

/** The place that `words` (folded) have at `at`, the longest first. */
export function placeAt(words: readonly string[], at: number): Place | undefined {
  const { names, longest } = gazetteer();
  for (let count = Math.min(longest.get(words[at]!) ?? 0, words.length - at); count > 0; count -= 1) {
    const name = words.slice(at, at + count).join(" ");
    const country = names.get(name);
    if (country) return { country, at, words: count, personal: PERSONAL.has(name), word: WORDS.has(name) };
  }
  return undefined;
}

/** The country of a piece of text that is a place's name and nothing more. */
export function placeNamed(text: string): Place | undefined {
  const words = keyOf(text).split(" ");
  const place = placeAt(words, 0);
  return place?.words === words.length ? place : undefined;
}

/** Places in writing without spaces. */
export function unspacedPlaces(text: string): { country: string; start: number; end: number }[] {
  if (!/[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}\p{Script=Thai}\p{Script=Arabic}]/u.test(text)) return [];
  const { names, unspaced } = gazetteer();
  return [...text.matchAll(unspaced)].map((match) => ({
    country: names.get(match[0])!,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
