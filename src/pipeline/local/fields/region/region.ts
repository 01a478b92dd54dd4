import type { Reading } from "../reading.ts";
import { linesOf } from "../reading.ts";
import { countryOfCode, countryOfState, countryOfTaxNumber, isOutwardCode } from "./codes.ts";
import { placeNamed, unspacedPlaces } from "./gazetteer.ts";
import { statedPlace } from "./stated.ts";

/**
 * Where the writer is: what a form says, then what the text says of its writer, then the address below the signature. A phone's
 * country, a domain's ending and the language alone say too little.
 */
export function readRegion(reading: Reading): string | null {
  const { email, form, signature, lines } = reading;
  if (email.machine.kind === "bulk" || email.machine.kind === "bounce") return null;
  if (email.machine.kind === "notification" && form.size === 0) return null;
  const told = form.get("place");
  const inForm = told === undefined ? undefined : (countryOfState(told) ?? inLines([told], undefined));
  if (inForm) return inForm;
  const stated = statedPlace(email.visibleText, homeOf(reading));
  if (stated?.strong) return stated.country;
  const own = reading.writer?.name;
  const taxed = countryOfTaxNumber([...lines, ...signature]);
  if (taxed) return taxed;
  const below = signature.length > 0 ? signature : closingLines(lines);
  return inLines(below, own) ?? written(lines) ?? stated?.country ?? inLines(formClosing(reading), own) ?? null;
}

/** The country of an address's ending, or of a language that one country speaks. */
function homeOf({ host, email }: Reading): string | undefined {
  const ending = host.slice(host.lastIndexOf(".") + 1);
  return ENDINGS.get(ending) ?? ONE_COUNTRY.get(email.language);
}
const ENDINGS = new Map(
  "at be ch cz de dk ee es fi fr gr hu ie it lt lv nl no pl pt ro se sk tr ua"
    .split(" ")
    .map((one) => [one, one.toUpperCase()]),
);
const ONE_COUNTRY = new Map(
  Object.entries({
    cs: "CZ",
    da: "DK",
    sv: "SE",
    no: "NO",
    nb: "NO",
    pl: "PL",
    hu: "HU",
    tr: "TR",
    ro: "RO",
    it: "IT",
    nl: "NL",
  }),
);

/** A signature that nothing set off from the text: its last short lines. */
function closingLines(lines: readonly string[]): string[] {
  const last = lines.slice(-4);
  const from = last.findLastIndex((line) => line.length > 60 || /[?!:]$/.test(line));
  return lines.length < 3 ? [] : last.slice(from + 1);
}

/** A postal address in the text: orders, corrections and moves give the writer's. */
function written(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const country = /\d{3}|, ?[A-Z]{2}\b/.test(line) ? (countryOfCode(line) ?? codeAndTown(line)) : undefined;
    if (country) return country;
  }
  return undefined;
}

/** "24937 Flensburg": five digits are a postal code in a dozen countries, the town says in which. */
function codeAndTown(line: string): string | undefined {
  for (const [, town] of line.matchAll(
    /(?<![\d-])\d{4,5} (\p{Lu}[\p{L}-]{2,}(?: (?:am|an der|im|sur|de) \p{Lu}\p{L}+)?)/gu,
  )) {
    const place = placeNamed(town!);
    if (place && !place.personal && !place.word) return place.country;
  }
  return undefined;
}

const formClosing = ({ form, email }: Reading): string[] =>
  form.size === 0
    ? []
    : linesOf(email.text, 40)
        .slice(-3)
        .filter((line) => line.length < 60);

function inLines(lines: readonly string[], own: string | undefined): string | undefined {
  for (const line of lines) {
    const country = inAddress(line, own);
    if (country) return country;
  }
  return lines.some(isOutwardCode) ? "GB" : undefined;
}

const REACH =
  /(?:^|[\s|,·•(])(?:tel(?:efon|éfono|éphone)?|phone|fon|fax|mob(?:ile?|il)?|handy|cell|m|t|p|c|ph|tlf|gsm|whatsapp)\s?[.:].*$|\+\d.*$|\S+@\S+|https?:\S+|www\.\S+/giu;
const GREETING =
  /(?:gr(?:u|ü|ue)(?:ß|ss)e?n?|grüessli|greetings|regards|cheers|wishes|hello|saludos|abraz\p{L}+|abraços?|saluti|salutations|cordialement|amitiés|bonjour|groet(?:en|jes)?|hilsen|hälsningar|pozdr\p{L}+|pozdrowienia|terveisin|terveisiä|love)\s+(?:aus|from|desde|de|da|d'|depuis|uit|från|fra|z|ze)\s+(?:dem |der |sunny |rainy |the )?(\p{L}[\p{L}'’. -]{2,40})/iu;

/** A place as addresses and signatures have it: a piece between commas, bars or line ends. */
function inAddress(line: string, own: string | undefined): string | undefined {
  const bare = line.replace(REACH, " ");
  const greeted = GREETING.exec(bare)?.[1];
  if (greeted) {
    const words = greeted.split(/\s+/);
    for (let count = Math.min(3, words.length); count > 0; count -= 1) {
      const place = placeNamed(words.slice(0, count).join(" "));
      if (place) return place.country;
    }
  }
  const byCode = countryOfCode(bare);
  if (byCode) return byCode;
  const pieces = bare.split(/[,|·•–—/;()]| - |\t/);
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const country = inPiece(pieces[index]!, index > 0, own);
    if (country) return country;
  }
  return unspacedPlaces(bare)[0]?.country;
}

/** "Musikschule Graz", "City of Leeds": bodies that bear the name of their place. */
const NAMED_AFTER =
  /(?:verein|club|schule|museum|theater|universität|gemeinde|stadt|kammer|klinik|klinikum|praxis|kanzlei|city of|town of|county of|university of|ville d[e']|mairie d[e']|université d[e']|ayuntamiento de|universidad de|comune di|università di|gemeente|kommune|kommun|miasto|urząd miasta)\s*(\p{Lu}[\p{L}\s'-]+)$/iu;

function inPiece(piece: string, inside: boolean, own: string | undefined): string | undefined {
  const text = piece
    // "London E14", "Tacoma WA"
    .replace(/(?<=\p{Ll}) (?:[A-Z]{1,2}\d{1,2}[A-Z]?|[A-Z]{2})$/u, "")
    .replace(/[\d]+/g, " ")
    .replace(/^\s*(?:in|near|based in|aus|à|south|north|east|west|greater|central|inner|downtown|city of)\s+/iu, "")
    .replace(/^[\s.:-]+|[\s.:-]+$/g, "");
  if (text.length < 2 || text.length > 40) return undefined;
  const place = placeNamed(text) ?? placeNamed(NAMED_AFTER.exec(text)?.[1] ?? "");
  if (!place) return undefined;
  if (place.word && !/^\p{Lu}/u.test(text)) return undefined;
  if ((place.personal || place.word) && !inside) return undefined;
  return !inside && own?.toLowerCase().includes(text.toLowerCase()) ? undefined : place.country;
}
