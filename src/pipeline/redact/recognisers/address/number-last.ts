import { LETTER } from "../../letters.ts";
import { CAP, NAME } from "./parts.ts";
import { behindAny, type NumberLast, namedStreet, numberLast } from "./street-form.ts";

/** Before the number itself: "n.º", "No.", "#". */
const NO = "(?:n[.º°]{1,2} ?|núm\\.? ?|número |nr\\.? ?|No\\.? ?|# ?)?";
/** The front of a word such as Lindenallee. */
const FRONT = `[${LETTER}\\-]{2,30}`;
const LEAD = `(?:${CAP} )?`;

const GERMANIC: readonly NumberLast[] = [
  numberLast("German street", `${LEAD}${FRONT}(?:straße|strasse|str\\.|gasse|allee|chaussee|graben) `),
  numberLast(
    "German street",
    `${CAP} (?:(?:${CAP}|von|van|de|der) ){0,2}(?:Straße|Strasse|Str\\.|Allee|Gasse|Chaussee) `,
  ),
  numberLast("German street", `(?:Straße|Platz|Allee) (?:des|der)(?: [${LETTER}\\d.]{1,15}){1,3} `),
  numberLast(
    "German street",
    `${LEAD}${FRONT}(?:platz|weg|ufer|damm|kai|steig|pfad|promenade|ring|markt|berg|hof|tor|wall|brücke|feld|kamp|park|garten|dorf|bach|stieg|grund|winkel|horst|höhe|moos|rain) `,
    {},
  ),
  numberLast(
    "German street",
    `(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|Unter den|Hinter der|In der|In den) [${LETTER}\\-]{2,25}(?: [${LETTER}\\-]{2,25}){0,2} `,
    {},
  ),
  numberLast("Dutch street", `${LEAD}${FRONT}(?:straat|gracht|laan|kade|plein|steeg|singel|dijk) `),
  numberLast("Dutch street", `${CAP} (?:(?:${CAP}|van|de|den|der) ){0,3}(?:straat|gracht|laan|kade|plein|singel) `),
  numberLast(
    "Nordic street",
    `${LEAD}${FRONT}(?:gatan|gata|vägen|gränd|stigen|veien|vegen|gade|vej|vejen|stræde|vænget|katu|kuja|polku|väylä|stræti|straeti|götu|braut),? `,
  ),
  numberLast("Nordic street", `${CAP} (?:${CAP} ){0,2}(?:gate|gata|gatan|gade|vei|veg|väg|vej|allé|plass|plads) `),
  numberLast(
    "Nordic street",
    `${LEAD}${FRONT}(?:väg|torget|torg|backen|allén|gate|plass|allé|plads|torv|tie|kaari|raitti|vegur|tún|holt|gerði) `,
    {},
  ),
];

const ROMANCE: readonly NumberLast[] = [
  namedStreet(
    "French street",
    "(?:[Rr]ue|RUE|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Cc]haussée|[Qq]uai|[Ii]mpasse) (?:de l'|d')?",
    ",? ",
  ),
  namedStreet(
    "Spanish street",
    "(?:C/|[Cc]alle|CALLE|Avda\\.?|[Aa]venida|Plaza|Pza\\.?|Paseo|Pº|Polígono(?: Industrial)?|Pol\\. Ind\\.|Ctra\\.?|Carretera|Ronda|Travesía|Glorieta|Urb\\.|Carrer|Rambla|Jirón|Calzada) ?",
    `,? (?:${NO}|nave |km\\.? )`,
  ),
  numberLast(
    "Colombian street",
    "(?:Calle|Carrera|Cra|Cl|Cll|Kr|Avenida|Transversal|Diagonal)\\.? \\d{1,3}[A-Z]?(?: Bis)? ?(?:#|No\\.?|N[°º]|Nro\\.?) ?",
  ),
  namedStreet(
    "Portuguese street",
    "(?:[Rr]ua|R\\.|Avenida|Av\\.|Travessa|Tv\\.|Praça|Largo|Estrada|Alameda|Rodovia|Praceta|Calçada|Beco) ",
    `,? ${NO}`,
  ),
  namedStreet(
    "Italian street",
    "(?:Viale|V\\.le|Piazza|P\\.zza|Piazzetta|Piazzale|P\\.le|C\\.so|Vicolo|Contrada|Località|Lungo[a-z]{3,8}) ",
    `,? ${NO}`,
  ),
  // "Via" is also how one connects to something else.
  namedStreet("Italian street", "(?:Via|VIA|Corso|Largo|Strada|Loc\\.|Frazione|Salita|Borgo) ", `,? ${NO}`, {
    strongIn: "it",
    onLine: true,
  }),
];

const EASTERN: readonly NumberLast[] = [
  namedStreet(
    "Polish street",
    "(?:[Uu]l\\.|UL\\.|ulica|ulicy|[Aa]l\\.|[Aa]leja|alei|Aleje|Alejach|[Pp]l\\.|plac|placu|[Oo]s\\.|osiedle|osiedlu) ?",
    " ",
  ),
  namedStreet("Czech street", "(?:ulice|nám\\.|[Nn]áměstí|tř\\.|třída|[Nn]ábřeží) ", " "),
  numberLast("Czech street", `${CAP}(?: ${CAP}){0,2} (?:náměstí|ulice|třída|nábřeží) `),
  numberLast(
    "Hungarian street",
    `${CAP}(?: ${CAP}){0,2} (?:utca|u\\.|út|útja|tér|tere|körút|krt\\.|sétány|köz|fasor) `,
  ),
  numberLast("Baltic street", `${CAP}(?: ${CAP}){0,2} (?:g\\.|gatvė|pr\\.|iela|tn\\.?|tänav|mnt\\.?|pst\\.?) ?`, {}),
  numberLast(
    "Turkish street",
    `${CAP}(?: ${CAP}){0,2} (?:Mahallesi|Mah\\.?|Caddesi|Cad\\.?|Sokak|Sokağı|Sok\\.?|Sk\\.|Bulvarı|Blv\\.?),?(?: ${CAP},?){0,4} (?:No|no|NO)[:.]? ?`,
  ),
  numberLast(
    "Russian or Ukrainian street",
    `(?:ул\\.|улица|улице|пр\\.|просп\\.|проспект|пр-т|пер\\.|переулок|бул\\.|бульвар|наб\\.|пл\\.|площадь|шоссе|вул\\.|вулиця|просп) ?${CAP}(?: ${CAP}){0,3},? (?:д\\. ?|дом |буд\\. ?|б\\. ?)?`,
  ),
  numberLast(
    "Russian or Ukrainian street",
    `${CAP}(?: ${CAP}){0,2} (?:проспект|улица|переулок|бульвар|шоссе|набережная|площадь|проезд|вулиця|провулок),? (?:д\\. ?|дом |буд\\. ?)?`,
  ),
  namedStreet(
    "Romanian street",
    "(?:[Ss]tr\\.|[Ss]trada|Bd\\.|B-dul|Bulevardul|Calea|Șos\\.|Șoseaua|Intr\\.|Splaiul) ",
    ",? [Nn]r\\.? ?",
  ),
  numberLast("Greek street", `(?:Οδός|οδός|Λεωφόρος|Λεωφ\\.|Λ\\.|Πλατεία) ${CAP}(?: ${CAP}){0,2} `),
  namedStreet(
    "Malay or Indonesian street",
    "(?:Jl\\.|Jalan|Jln\\.?|Lorong|Lebuh|Persiaran|Gang|Gg\\.) ",
    ",? (?:No\\.? ?)?",
  ),
];

const BOXES: readonly NumberLast[] = [
  numberLast(
    "post office box",
    "(?:P\\.? ?O\\.? ?Box|PO BOX|Post Office Box|Postfach|[Bb]oîte postale|Apartado(?: de [Cc]orreos)?|Casella [Pp]ostale|Caixa [Pp]ostal|Postbus|Postboks|Postbox|Skr\\. poczt\\.) (?:\\d{1,4} )?",
  ),
  numberLast("military post", "(?:PSC|Unit|CMR) \\d{1,5},? Box "),
  numberLast("military post", `USS ${CAP},?[ \\n]{1,3}(?:APO|FPO|DPO),? (?:AA|AE|AP) `),
];

export const STREETS: readonly NumberLast[] = [...GERMANIC, ...ROMANCE, ...EASTERN, ...BOXES];
export const BEHIND_STREET = behindAny(STREETS);

/** Name and number as most of the continent writes it. */
export const NAME_AND_NUMBER = numberLast("name and number", `${NAME},? `, { needsPlace: true });
