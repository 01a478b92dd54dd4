import { LETTER } from "../../letters.ts";
import { CAP, LONE, NAME } from "./parts.ts";

/**
 * How streets are written. A strong form is an address by itself; a weak one ("2 Sunset Way", "Parkplatz 4") only where
 * a postcode, a country or a word such as "ship to" stands with it.
 */
export interface StreetForm {
  /** For the reason. */
  name: string;
  pattern: RegExp;
  strong: boolean;
  /** Language in which a weak form is strong. */
  strongIn?: string;
  /** So weak that only a postcode or a country behind it makes it an address. */
  needsPlace?: true;
}

const EN_STRONG =
  "(?:Street|STREET|Str|St|ST|Avenue|AVENUE|Ave|AVE|Av|Road|ROAD|Rd|RD|Lane|LANE|Ln|LN|Drive|DRIVE|Dr|DR|Boulevard|Blvd|BLVD|Terrace|Parkway|Pkwy|Highway|Hwy|Crescent|Cres|Turnpike|Tpke|Mews|Wynd|Esplanade|Causeway)";
const EN_WEAK =
  "(?:Court|Ct|CT|Place|Pl|PL|Square|Sq|Circle|Cir|Close|Way|WAY|Trail|Trl|Row|Walk|Hill|Park|Green|Gardens|Gdns|Grove|Loop|Run|Alley|Point|Path|Pike|Plaza|Quay|Rise|View|Vale|Heights|Cove|Ridge|Bend|Crossing|Commons|House|Yard|Parade|Promenade|Fields|Meadows?|Croft|Broadway|Hall|Sands|Lea|Ter|Mall|Gate|Hills|street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|way|court|ct)";
const COMPASS = "(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.? )?";
/** Indian and some written-out addresses put a second number in front: "7873 216 Menzies Street". */
const NUMBER = "(?:\\d{1,6} )?\\d{1,6}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?,? ";
const AFTER_TYPE = `(?![${LETTER}])\\.?(?: (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West|\\d{1,3})(?![${LETTER}\\d]))?`;

const first = (name: string, strong: boolean, source: string): StreetForm => ({
  name,
  pattern: new RegExp(LONE + source, "uy"),
  strong,
});

/** Forms that begin with the house number; tried at every number. */
export const NUMBER_FIRST: readonly StreetForm[] = [
  first(
    "English street",
    true,
    `${NUMBER}${COMPASS}(?:(?:${CAP}|\\d{1,3}(?:st|nd|rd|th)|of|the|de) ){1,5}${EN_STRONG}${AFTER_TYPE}`,
  ),
  first("English street", false, `${NUMBER}${COMPASS}(?:[${LETTER}\\p{N}'.\\-]{1,24} ){1,5}?${EN_WEAK}${AFTER_TYPE}`),
  first(
    "French street",
    true,
    `\\d{1,4}(?: ?(?:bis|ter|quater|[A-D](?![${LETTER}])))?,? (?:[Rr]ue|RUE|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d\\.?|[Cc]hemin|[Aa]llées?|[Ii]mpasse|[Qq]uai|[Ff]aubourg|[Rr]uelle|[Ss]entier|[Ee]splanade|[Pp]lace|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Vv]illa|[Cc]ité|[Rr]ond-point|[Ll]otissement|[Rr]ésidence) (?:de l'|d')?${NAME}`,
  ),
  first("Vietnamese street", true, `\\d{1,4}[A-Z]?(?:/\\d{1,4})?,? (?:đường|Đường|phố|Phố|ngõ) ${NAME}`),
  // "4410 Broadway", "1 Infinite Loop": a number and names, believed only with state and postcode behind.
  { ...first("number and name", false, `${NUMBER}${CAP}(?: ${CAP}){0,3}`), needsPlace: true },
];

const last = (name: string, strong: boolean, source: string, strongIn?: string): StreetForm => ({
  name,
  pattern: new RegExp(`${LONE}${source}$`, "u"),
  strong,
  ...(strongIn ? { strongIn } : {}),
});

const NO = "(?:n[.º°]{1,2} ?|núm\\.? ?|número |nr\\.? ?|No\\.? ?|# ?)?";
const COMPOUND = `[${LETTER}\\-]{2,30}`;
const LEAD = `(?:(?:${CAP}|am|an|der|im|zum|zur|von|van|de|den|auf|dem) ){0,3}`;

/** Forms that end with the house number; what stands before every number is tried. */
export const NUMBER_LAST: readonly StreetForm[] = [
  last(
    "German street",
    true,
    `${LEAD}(?:${COMPOUND}(?:straße|strasse|str\\.|gasse|allee|chaussee|graben)|Straße|Strasse|Str\\.|Allee|Gasse)(?: (?:des|der|am)(?: [${LETTER}\\d.]{1,15}){1,3})? `,
  ),
  last("Dutch street", true, `${LEAD}${COMPOUND}(?:straat|gracht|laan|kade|plein|steeg|singel|dijk) `),
  last(
    "Nordic street",
    true,
    `${LEAD}${COMPOUND}(?:gatan|gata|vägen|gränd|stigen|veien|vegen|gade|vej|vejen|stræde|vænget|katu|kuja|polku|väylä|stræti|straeti|götu|braut),? `,
  ),
  last(
    "French street",
    true,
    `(?:[Rr]ue|RUE|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Cc]haussée|[Qq]uai|[Ii]mpasse) (?:de l'|d')?${NAME},? `,
  ),
  last(
    "Spanish street",
    true,
    `(?:C/|[Cc]alle|CALLE|Avda\\.?|[Aa]venida|Plaza|Pza\\.?|Paseo|Pº|Polígono(?: Industrial)?|Pol\\. Ind\\.|Ctra\\.?|Carretera|Ronda|Travesía|Glorieta|Urb\\.|Carrer|Rambla|Jirón|Calzada) ?${NAME},? (?:${NO}|nave |km\\.? )`,
  ),
  last(
    "Spanish street",
    true,
    `(?:C/|Calle|Carrera|Cra|Cl|Cll|Kr|Avenida|Transversal|Diagonal)\\.? \\d{1,3}[A-Z]?(?: Bis)? ?(?:#|No\\.?|N[°º]|Nro\\.?) ?`,
  ),
  last(
    "Portuguese street",
    true,
    `(?:[Rr]ua|R\\.|Avenida|Av\\.|Travessa|Tv\\.|Praça|Largo|Estrada|Alameda|Rodovia|Praceta|Calçada|Beco) ${NAME},? ${NO}`,
  ),
  last(
    "Italian street",
    true,
    `(?:Viale|V\\.le|Piazza|P\\.zza|Piazzetta|Piazzale|P\\.le|C\\.so|Vicolo|Contrada|Località|Lungo\\p{Ll}{3,8}) ${NAME},? ${NO}`,
  ),
  // "Via" is also how one connects to something else.
  last("Italian street", false, `(?:Via|VIA|Corso|Largo|Strada|Loc\\.|Frazione|Salita|Borgo) ${NAME},? ${NO}`, "it"),
  last(
    "Polish street",
    true,
    `(?:[Uu]l\\.|UL\\.|ulica|ulicy|[Aa]l\\.|[Aa]leja|alei|Aleje|Alejach|[Pp]l\\.|plac|placu|[Oo]s\\.|osiedle|osiedlu) ?${NAME} `,
  ),
  last("Czech street", true, `(?:ulice|nám\\.|[Nn]áměstí|tř\\.|třída|[Nn]ábřeží) ${NAME} `),
  last(
    "Hungarian street",
    true,
    `${CAP}(?: ${CAP}){0,2} (?:utca|u\\.|út|útja|tér|tere|körút|krt\\.|sétány|köz|fasor) `,
  ),
  last(
    "Turkish street",
    true,
    `${CAP}(?: ${CAP}){0,2} (?:Mahallesi|Mah\\.?|Caddesi|Cad\\.?|Sokak|Sokağı|Sok\\.?|Sk\\.|Bulvarı|Blv\\.?),?(?: ${CAP},?){0,4} (?:No|no|NO)[:.]? ?`,
  ),
  last(
    "Russian or Ukrainian street",
    true,
    `(?:ул\\.|улица|улице|пр\\.|просп\\.|проспект|пр-т|пер\\.|переулок|бул\\.|бульвар|наб\\.|пл\\.|площадь|шоссе|вул\\.|вулиця|просп) ?${CAP}(?: ${CAP}){0,3},? (?:д\\. ?|дом |буд\\. ?|б\\. ?)?`,
  ),
  last("Greek street", true, `(?:Οδός|οδός|Λεωφόρος|Λεωφ\\.|Λ\\.|Πλατεία) ${CAP}(?: ${CAP}){0,2} `),
  last(
    "Malay or Indonesian street",
    true,
    `(?:Jl\\.|Jalan|Jln\\.?|Lorong|Lebuh|Persiaran|Gang|Gg\\.) ${NAME},? (?:No\\.? ?)?`,
  ),
  last(
    "post office box",
    true,
    "(?:P\\.? ?O\\.? ?Box|PO BOX|Post Office Box|Postfach|[Bb]oîte postale|Apartado(?: de [Cc]orreos)?|Casella [Pp]ostale|Caixa [Pp]ostal|Postbus|Postboks|Postbox|Skr\\. poczt\\.) (?:\\d{1,4} )?",
  ),
  last("military post", true, "(?:PSC|Unit|CMR) \\d{1,5},? Box "),
  last("military post", true, `USS ${CAP},?[ \\n]{1,3}(?:APO|FPO|DPO),? (?:AA|AE|AP) `),
  last(
    "German street",
    false,
    `${LEAD}${COMPOUND}(?:platz|weg|ufer|damm|kai|steig|pfad|promenade|ring|markt|berg|hof|tor|wall|brücke|feld|kamp|park|garten|dorf|bach|stieg|grund|winkel|horst|höhe|moos|rain) `,
    "-",
  ),
  last(
    "German street",
    false,
    `(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|Unter den|Hinter der|In der|In den) [${LETTER}\\-]{2,25}(?: [${LETTER}\\-]{2,25}){0,2} `,
  ),
  last(
    "Nordic street",
    false,
    `${LEAD}${COMPOUND}(?:väg|torget|torg|backen|allén|gate|plass|allé|plads|torv|tie|kaari|raitti|vegur|tún|holt|gerði) `,
  ),
  last("Baltic street", false, `${CAP}(?: ${CAP}){0,2} (?:g\\.|gatvė|pr\\.|iela|tn\\.?|tänav|mnt\\.?|pst\\.?) ?`),
  // Name and number as most of the continent writes it; believed only with the postcode behind.
  { ...last("name and number", false, `${NAME},? `), needsPlace: true },
];

/** None of the strong forms can match without one of these: most numbers in a mail stand behind none. */
export const STREET_WORD = new RegExp(
  "str|gasse|allee|chaussee|graben|gracht|laan|kade|plein|steeg|singel|dijk|gat|väg|grän|stig|veg|vei|gade|vej|stræde|vænge|katu|kuja|polku|väylä|stræti|götu|braut" +
    "|rue|avenu|boulev|chemin|chauss|quai|impass|c/|calle|avda|aveni|plaza|pza|paseo|pº|pol|ctra|carre|ronda|trave|glori|urb|rambla|jir|calzada|cra|cl|kr|trans|diag" +
    "|rua|r\\.|av\\.|tv\\.|praça|largo|estra|alame|rodov|prace|calça|beco|via|v\\.le|piaz|p\\.|corso|c\\.so|vicolo|contrada|loc|fraz|salita|borgo|lungo" +
    "|ul|al\\.|alej|alei|pl\\.|plac|os\\.|osied|nám|tř|nábř|utca|u\\.|út|tér|tere|kör|krt|sét|köz|fasor|mah|cad|sok|sk\\.|bulv|blv" +
    "|ул|пр|пер|бул|наб|пл|шоссе|вул|οδός|λεωφ|λ\\.|πλατ|jl|jalan|jln|lorong|lebuh|persi|gang|gg|box|post|boîte|apart|casella|caixa|skr|uss ",
  "iu",
);
