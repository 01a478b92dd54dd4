import { LETTER } from "../../letters.ts";
import { CAP } from "./parts.ts";

/** What may follow a street: a flat, a city, a state, a postcode, a country. */
interface Piece {
  pattern: RegExp;
  /** Proof that the street before it was one: a postcode more than a country, which prose names too ("ISO 27001, UK"). */
  proves: Proof;
}

type Proof = "code" | "country" | undefined;

const SMALL =
  "(?:am|an|der|in|im|de|da|do|dos|la|las|los|les|le|sur|sous|en|bei|ob|upon|on|of|del|di|by|the|under|near|nad|pod|u|v|na|och|og|y|e|i)";
const CITY = `(?=.[${LETTER}])${CAP}(?: (?:${SMALL} ){0,3}${CAP}){0,3}`;
/** In German every noun has a capital, so a second word is only the city's where a line or a comma ends it. */
const CITY_AFTER_CODE = `(?=.[${LETTER}])${CAP}(?:/${CAP})?(?: (?:${SMALL} ){1,3}${CAP}| ${CAP}(?: ${CAP})?(?=[ ]{0,2}(?:[,.;)(\\n]|$)))?(?: ?\\([${LETTER} .\\-]{2,24}\\)| \\d{1,2}(?!\\d)| CEDEX(?: \\d{1,2})?| Cedex(?: \\d{1,2})?)?`;

const STATE =
  "(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)";
const AU_STATE =
  "(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas|New South Wales|Victoria|Queensland|Western Australia|South Australia|Tasmania)";
const PROVINCE =
  "(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick)";
const ZIP = "\\d{5}(?:-\\d{4})?(?!\\d)";
const CANADIAN = "[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?-?\\d[A-Z]\\d(?![A-Z\\d])";
export const UK_POSTCODE =
  "(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRVWXY]) ?\\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z\\d])";
const EIRCODE = "[AC-FHKNPRTV-Y]\\d[\\dW] ?[0-9AC-FHKNPRTV-Y]{4}(?![A-Za-z\\d])";
const COUNTRY = `(?:United States(?: of America)?|U\\.?S\\.?A\\.?|United Kingdom|U\\.?K\\.?|England|Scotland|Wales|Northern Ireland|Ireland|Éire|Canada|Australia|New Zealand|Germany|Deutschland|Allemagne|Austria|Österreich|Switzerland|Schweiz|Suisse|Svizzera|France|Frankreich|Belgium|Belgique|België|Luxembourg|Netherlands|The Netherlands|Nederland|Spain|España|Portugal|Italy|Italia|Poland|Polska|Czech Republic|Czechia|Česko|Slovakia|Hungary|Magyarország|Romania|România|Bulgaria|Greece|Ελλάδα|Cyprus(?: \\([${LETTER}]{3,10}\\))?|Croatia|Hrvatska|Slovenia|Serbia|Denmark|Danmark|Sweden|Sverige|Norway|Norge|Finland|Suomi|Iceland|Ísland|Greenland(?:er)?|Estonia|Latvia|Lithuania|Russia|Россия|Ukraine|Україна|Turkey|Türkiye|Israel|India|Japan|China|South Korea|Korea|Taiwan|Hong Kong|Singapore|Malaysia|Thailand|Vietnam|Indonesia|Philippines|Brazil|Brasil|Mexico|México|Argentina|Chile|Colombia|Peru|Perú|South Africa|Nigeria|Kenya|Egypt|Morocco|Tunisia|United Arab Emirates|UAE|Saudi Arabia|Qatar|Uruguay|Ecuador)(?![${LETTER}])`;
const UNIT =
  "(?:Apt|APT|apt|Apartment|apartment|Suite|SUITE|suite|Ste|STE|Unit|UNIT|unit|Flat|flat|Floor|floor|Fl|Room|Rm|Bldg|Building|Lot|Level|PO Box|P\\.O\\. Box|Box|Wing|Tower|Block|Blk|Stiege|Tür|Top|Etage|Zimmer|Haus|Appt|appt|[Aa]pp\\.|[Bb]ât\\.|[Dd]epto\\.?|[Dd]pto\\.?|[Dd]epartamento|[Tt]orre|bl\\.|sc\\.|et\\.|ap\\.|[Mm]anzana|Mz\\.?|lote|Lt\\.|Kat|Daire|Blok|Appartement|appartement|Bât\\.?|bâtiment|Bâtiment|étage|escalier|esc\\.?|BP|CS|piso|Piso|planta|puerta|pta\\.?|portal|escalera|nave|local|oficina|Of\\.|int\\.?|Int\\.?|interno|scala|piano|bus|boîte|bte|lok\\.|m\\.|mieszkanie|apto\\.?|Apto\\.?|Ap\\.|apartamento|Apartamento|bloco|Bloco|andar|conj\\.?|sala|Sala|casa|lgh|kv\\.|кв\\.|оф\\.|\\d{1,2}(?:er|e|ème|º|°|ª)|EG|OG|\\d{1,2}(?:st|nd|rd|th) (?:floor|Floor|Flr))";
const FLAT = `(?:(?:EG|OG)(?![${LETTER}])|\\d{1,2}\\.? ?(?:OG|Stock|sal|tv|th|mf)\\.?(?![${LETTER}])(?:,? ?(?:tv|th|mf)\\.?(?![${LETTER}]))?|\\d{1,2}[º°ª]?[-/]\\d{1,2}[º°ª]?(?=,? \\d{5}(?!\\d))|[DK]: ?\\d{1,4}(?!\\d)|\\d{1,2}\\.?(?:er|e|ème|º|°|ª)(?![${LETTER}])(?: (?:étage|izq\\.?|izda\\.?|dcha\\.?|dto\\.?|esq\\.?|Dto\\.?|Esq\\.?|Fte\\.?|[A-H])(?![${LETTER}]))?|${UNIT}[.:]?(?:[ ]?(?:No\\.?|#|n[º°])?[ ]?[A-Za-z]?-?\\d{1,5}[A-Za-z]?(?![${LETTER}\\d])| [A-Z](?![${LETTER}\\d]))(?:,? ?(?:izq\\.?|dcha\\.?|izquierda|derecha|esq\\.|dto\\.|[A-F])(?![${LETTER}]))?|#[ ]?\\d{1,3}-?\\d{0,5}[A-Za-z]?(?![${LETTER}\\d]))`;

const piece = (proves: Proof, source: string): Piece => ({ proves, pattern: new RegExp(source, "uy") });

/** In the order they are tried: what proves more comes first. */
const PIECES: readonly Piece[] = [
  // A quarter of the town, before the code that would be taken for the quarter's.
  piece(
    undefined,
    `(?:Col\\.|Colonia|Fracc\\.|Fraccionamiento|Barrio|Alcaldía|Mpio\\.|Bairro|[Qq]uận|[Hh]uyện|[Pp]hường|[Xx]ã|Q\\.|P\\.|Kel\\.|Kec\\.) ?${CITY}|RT[ .]?\\d{1,3}(?:[ /]{1,2}RW[ .]?\\d{1,3})?`,
  ),
  piece("code", `(?:${CITY}[ ]?[,\\n]?[ ]?[,]?[ ]?)?(?:${STATE})\\.?[ ,]{1,2}${ZIP}`),
  piece("code", `(?:${CITY}[ ]?[,\\n]?[ ]?)?(?:(?:${PROVINCE})[ ,]{0,2})?[\\n ]{0,2}${CANADIAN}`),
  piece("code", `(?:${CITY}[ ]?[,\\n]?[ ]?)?${AU_STATE}[ ,]{1,2}\\d{4}(?!\\d)`),
  piece("code", `(?:${CITY}(?:[ ]?[,\\n] ?| )){0,3}${UK_POSTCODE}`),
  piece("code", `(?:(?:Co\\.? |County )?${CITY}(?: \\d{1,2})?(?:[ ]?[,\\n] ?| )){0,3}${EIRCODE}`),
  piece("code", `(?:APO|FPO|DPO),? (?:AA|AE|AP) ${ZIP}`),
  // D-20539 Hamburg, 1012 AB Amsterdam, 114 55 Stockholm, 00-950 Warszawa, 1000-205 Lisboa, 01310-100 São Paulo.
  piece(
    "code",
    `(?:(?:CEP|C\\.?P\\.?|CP|PLZ|Eircode|ZIP)[: ]{1,2})?(?:(?:[A-Z]{1,3}-)?(?:\\d{4} ?[A-Z]{2}(?![A-Za-z])|\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4,6})(?![\\d${LETTER}])[ ,]{1,2}${CITY_AFTER_CODE}|(?:\\d{4} [A-Z]{2}|\\d{5}-\\d{3}|\\d{4}-\\d{3})(?![\\d${LETTER}-]))`,
  ),
  piece(
    "code",
    `${CITY}[ ,\\-–]{1,3}(?:CEP[: ]{1,2})?(?:\\d{5}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{3} ?\\d{3}|\\d{4,6})(?![\\d${LETTER}]| \\d)`,
  ),
  piece(undefined, FLAT),
  piece(undefined, `${ZIP}(?=[ ]?(?:[,.;)\\n?!]|$))`),
  piece("country", `(?:${CITY},? )?${COUNTRY}(?: \\d{4,6}(?!\\d))?`),
  piece(undefined, `(?:${STATE}|${AU_STATE}|${PROVINCE}|[A-Z]{2,3}|nan)(?=[ ]?(?:[,.;)\\n]|$)|[ ]\\d{4,6}(?!\\d))`),
  piece(undefined, `${CITY}(?=[ ]?(?:[,.;)(\\n?!]|$))`),
];

/** A comma, a line break, a dash, or a mere space. */
const SEPARATOR = /[ ]?[,;][ ]?\n?[> ]{0,3}|[ ]?\n[> ]{0,4}(?:, ?)?|[ ]{0,2}[-–|·][ ]{1,2}|[ ]{1,2}/y;
const MOST_PIECES = 8;

export interface Tail {
  end: number;
  /** A postcode or a country is in it. */
  proves: boolean;
  hasCode: boolean;
  /** It goes on below the street, as on an envelope. */
  lines: boolean;
}

/** Reads on behind a street for as long as pieces of an address follow. */
export function readTail(text: string, from: number): Tail {
  let end = from;
  let at = from;
  let proves = false;
  let hasCode = false;
  for (let count = 0; count < MOST_PIECES; count++) {
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text)?.[0];
    if (separator === undefined) break;
    const next = at + separator.length;
    const found = pieceAt(text, next, separator.trim() === "" && !separator.includes("\n"));
    if (!found) break;
    at = next + found.length;
    // A lone name behind the last proof may already be the next sentence's: it counts only if more follows.
    if (found.proves || found.counts) end = at;
    proves ||= found.proves !== undefined;
    hasCode ||= found.proves === "code";
  }
  return { end, proves, hasCode, lines: text.slice(from, end).includes("\n") };
}

function pieceAt(text: string, at: number, onlySpace: boolean) {
  for (const [index, { pattern, proves }] of PIECES.entries()) {
    const lone = index >= PIECES.length - 2;
    if (lone && onlySpace) continue;
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    if (length) return { length, proves, counts: !lone || !text.slice(at - 2, at).includes("\n") };
  }
  return undefined;
}
