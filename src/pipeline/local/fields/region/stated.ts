import { byWord } from "../../text/by-word.ts";
import { asciiOf, type Run, runsIn } from "../../text/runs.ts";
import { fold, isPlain, isSmall } from "../../text/tokens.ts";
import { placeAt, unspacedPlaces } from "./gazetteer.ts";

/** A place that the text gives as the writer's own. */
export interface Stated {
  country: string;
  /** Said in so many words ("we are in", "based in"); else read from what the writer runs or has there. */
  strong: boolean;
}

const MAX_CHARS = 2_500;
/** Sentences may be long, but who the writer is stands close by. */
const MAX_BEFORE = 110;

/** Words that put somebody into a place, in every language that has a word for it. */
const INTO = new Set(
  "in to do tot naar till nach til near from around outside at aus bei nahe nahe raum um a en de d l dans pres desde cerca em no na di da ad vicino presso uit bij te vanuit i fran fra ved utenfor utanfor w we z ze pod kolo okolic v ve u в у з із зі из с під".split(
    " ",
  ),
);
/** Where something comes from is not where its owner is. */
const FROM = new Set("from aus desde fra fran z ze uit vanuit з із из с".split(" "));
/** Where something goes: the writer's place only where we are to deliver to it. */
const BOUND_FOR = new Set(["to", "nach", "til", "do", "till", "tot", "naar"]);
/** May stand between: "in the Bay Area", "in beautiful Bergen". */
const BETWEEN = new Set(
  "the central north south east west northern southern eastern western downtown rural greater sunny rainy little der dem den le la les el l region area district old upper lower city raum of".split(
    " ",
  ),
);

const STRONG = new RegExp(
  String.raw`(?:^|[^\p{L}'])(?:${[
    "(?:we|i|you'?ll find us|team|company|office|practice|clinic|shop|store|studio|firm)(?: a|'|’)?(?: ?re|'?m| am| are| is)(?: (?:all|also|only|just|actually|currently|both|up|down|over|out|back|here|way|a long way))?",
    "i'?m|im|we'?re|were",
    "(?:we are|we'?re|i am|i'?m) (?:a|an|one|the|two|three|four|five)(?: [^\\s,;]+){1,6}",
    "(?:ich bin|wir sind|ik ben|wij zijn|we zijn|je suis|nous sommes|soy|somos|sono|siamo|sou|vi er|vi ar|jeg er|jag ar|jestem|jestesmy|jsem|jsme)(?: [^\\s,;]+){1,5}",
    "(?:based|located|situated|headquartered|incorporated|registered|established|resident|live|lives?|living|reside|residing|born and raised)(?: here| out| up| down| over)?",
    "(?:we|i) (?:work|live|teach|study|operate|come|hail|am writing|write|trade|practi[cs]e|cater|farm)(?: out| here)?",
    "(?:writing|calling|here|hello|hi|greetings)",
    "sitz|ansassig|wohne|wohnhaft|wohnen|lebe|leben|sind|bin|komme|kommen|studiere|arbeite|hier",
    "basee?s?|situee?s?|installee?s?|domiciliee?s?|implantee?s?|habite|habitons|vis|vivons|suis|sommes|ici",
    "con sede|ubicad[oa]s?|basad[oa]s?|radicad[oa]s?|vivo|vivimos|resido|somos|soy|estoy|estamos|aqui|sede|sediada?|moro|moramos|ficamos|sou|aqui",
    "siamo|sono|abito|vivo|viviamo|abitiamo|qui|situat[aoie]|gevestigd|woon|wonen|zitten|zit|werk|hier|ben|zijn",
    "baserade?|basert|bor|bosatt|holder til|finns|ligger|er|ar|sitter|jestem|jestesmy|mieszkam|mieszkamy|siedziba|mieszcza|jsem|jsme|sidlime|bydlim|sidlem|ми|я|мы|живу|живем|находимся|работаем|працюємо",
  ].join("|")})$`,
  "u",
);

/** The writer, as the subject of what follows or by what is theirs. */
const SELF =
  /(?:^|[^\p{L}])(?:we|we've|we're|i|i'm|i've|im|our|my|us|wir|ich|unsere?[nmrs]?|meine?[nmrs]?|je|j'|nous|notre|nos|mon|ma|on|soy|somos|tengo|tenemos|nuestr[oa]s?|mi|gestionamos|sou|temos|tenho|nossa|nosso|minha|meu|siamo|sono|abbiamo|ho|gestiamo|nostr[oa]|mio|mia|wij|we|ik|onze|ons|mijn|vi|jag|jeg|var|vare|vores|min|jestem|jestesmy|mam|mamy|nasz|nasza|prowadze|prowadzimy|jsem|jsme|mame|mam|nas|nase|ми|я|наш|наша|мы|у нас|atiendo|studio|studeer)(?=[^\p{L}])/u;

/** What a business or a person is or runs: "four shops in Leeds", "a clinic near Graz". */
const RUNS =
  /(?:operates|run|runs|running|own|owns|operate|operates|manage|manages|represent|teach|study|work|practi[cs]e|betreib\p{L}*|fuhre\p{L}*|leite\p{L}*|studier\p{L}*|tenons|gerons|dirige\p{L}*|gere|gestion\p{L}*|gesti\p{L}*|tengo|tenemos|temos|atiendo|atendemos|abbiamo|gestiamo|estudi\p{L}*|runnen|hebben|heb|driver|har|prowadz\p{L}*|mam\p{L}?|jsme|jsem|consult|(?:group|company|firm|startup|start-up|practice|clinic|clinics|shops?|stores?|studio|agency|school|schools|district|bakery|cafe|hotel|hotels|restaurants?|farm|charity|nonprofit|brewery|winery|library|museum|university|student|freelancer?|designer|developer|lawyer|dentist|locations?|offices?|sites?|branch(?:es)?|address|house|home|flat|praxis|firma|betrieb|verein|kanzlei|agentur|laden|filialen?|standorte?|unternehmen|werkstatt|cabinet|groupe|centres?|entreprise|societe|boutiques?|magasins?|agence|association|empresa|tiendas?|clinica|despacho|estudio|escuela|negocio|dermatologa|loja|lojas|escritorio|editora|startup|azienda|cantina|studio|negozi|negozio|poliambulatorio|officina|ristorante|bedrijf|winkels?|praktijk|bureau|zaak|foretag|bryggeri|butik|butikker|grafikere?|firmaer|sklep|firma|salon|obchod))(?: [^\s,;]+){0,3}$/u;

/** "We service pools around Leeds", "I walk dogs in Kiel": what somebody does, not what he wants. */
const DOES =
  /(?:^|[,;:–-] |so |and |that )(?:we|i) (?!need|want|would|'d|will|'ll|can|could|look|plan|hope|saw|read|hear|think|know|have to|am|was|were|had|did|used|got|met|order|bought|buy|also)[\p{L}']+(?: [^\s,;]+){0,6}$/u;

/** "Our Leeds office", "the three Sacramento locations". */
const OURS_THERE =
  /^\s*(?:office|offices|location|locations|branch|clinic|clinics|store|stores|shop|site|sites|practice|team)\b/u;

/** Who asks whether we deliver somewhere is there. */
const DELIVERED =
  /(?:do you|can you|could you|will you|you|ye|do ye) (?:also |even |still )?(?:ship|deliver|post|send)(?: \p{L}+){0,3}$|(?:shipping|shipment|(?:be|have it|have them|get it|get them|want it|want them|need it|need them) (?:shipped|delivered)|delivery|postage|freight)(?: (?:costs?|charges?|fees?|times?|rates?|price|available|possible|free|it|them|all|one|of|for|the|\d+|order))*$|(?:versand(?:kosten)?|lieferung|fracht|livraison|frais de port|expedition|envio|gastos de envio|entrega|frete|spedizione|consegna|verzending|verzendkosten|levering|frakt|fragt|leverans|wysylk\p{L}*|dostaw\p{L}*|transport\p{L}*|doprav\p{L}*|doruceni|szallitas\p{L}*|livrare|kargo|доставк\p{L}*|αποστολη)(?: (?:is|ist|auch|aussi|tambien|anche|ook|ogsa|ocksa|takze|mozliwa|possible|gratis))*$|(?:sender|leverer|skickar|leverar|levererar|wysylaja|wysylaja panstwo|dostarczaja|dostarcza|bezplatna|darmowa|доставляете|отправляете|відправляєте|відвантажуєте|доставляєте) ?(?:\p{L}+ ?){0,2}$|(?:liefern sie|liefert ihr|verschickt ihr|versenden sie|livrez[- ]vous|vous livrez|enviais|hacen envios|envian|spedite|consegnate|leveren jullie|verzenden jullie|leverer i|skickar ni|levererar ni|leveret|geliefert|wysylacie|dostarczacie|posilate|dorucujete|enviam|entregam)(?: \p{L}+){0,2}$/u;

/** French says "en région lyonnaise" of a town that it does not name. */
const AROUND_FRENCH_TOWN =
  /(?:en|de la|dans la) region (?!liege|namur|bruxel|geneve|genevoise|lausann|romand)\p{L}+(?:aise|oise|ienne|aine|enne)(?=\P{L}|$)/u;

/** "Denizli'de havlu üretiyoruz", "İzmir'deyiz". */
const TURKISH_IN = /['’][dt][ea](?:ki\p{L}*|y[iı]z|y[iı]m)?$/u;
const TURKISH_WE =
  /(?<!\p{L})(?:bizim|biz|ben)(?!\p{L})|(?:yoruz|yorum|deyiz|dayiz|teyiz|tayiz|m[iu]z|deyim|dayim|hattimiz)(?!\p{L})/u;

const TURKISH_ENDING = /['’][dt][ea]/;

function inTurkish(sentence: string, words: readonly string[], written: readonly Run[]) {
  if (!TURKISH_ENDING.test(sentence)) return undefined;
  const at = written.findIndex(({ text }) => TURKISH_IN.test(text));
  if (at === -1 || !TURKISH_WE.test(fold(sentence))) return undefined;
  const place = placeAt(words.slice(0, at + 1), at);
  return place && { country: place.country, strong: /y[iı](?:z|m)$/u.test(written[at]!.text) };
}

/** What is somewhere without the writer: goods on the way, servers, other people, plans. */
const ELSEWHERE =
  /(?:ship|ships|shipping|shipped|send|sent|deliver\p{L}*|post|courier|moving|moved|move|relocat\p{L}*|umzug|ziehen|ziehe|open|opens|opening|opened|expand\p{L}*|launch\p{L}*|eroffn\p{L}*|ouvr\p{L}*|abr\p{L}*|travel\p{L}*|trip|holiday|vacation|flight|urlaub|visit\p{L}*|server\p{L}*|host\p{L}*|serwer\p{L}*|data ?cent\p{L}*|rechenzentrum|region|conference|event|fair|expo|messe|webinar|colleague|collegue|kolleg\p{L}*|friends?|clients?|customers?|kunden|suppliers?|provider|vendor|brother|sister|son|daughter|cousin|parents|competitor\p{L}*|made|manufactur\p{L}*|warehouse|depot|filial|subsidiary|tochter|ferienhaus|holiday home|account|bank|konto|produced|available|delivery|lieferung|livraison|envi\p{L}*|seen|saw|read|born|used to be|as far as|partner|partners|contractor|lawyers|court|banks|hotel|repartis?|reparties?|rentres?|venus?|venues?|arrived?|stay\p{L}*|booked|reserv\p{L}*|rezerw\p{L}*)(?: \p{L}+){0,2}$/u;

/** The first place that is the writer's by what is said before it; one said plainly beats one inferred. */
export function statedPlace(text: string, home: string | undefined): Stated | undefined {
  let weak: Stated | undefined;
  for (const sentence of text.slice(0, MAX_CHARS).split(/(?<=[.!?…](?:\s|$))|[。！？]|\n{2,}/u)) {
    const found = inSentence(sentence.replace(/\n/g, " "), home);
    if (found?.strong) return found;
    weak ??= found;
  }
  return weak;
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu;
const PLAIN = asciiOf(/[a-z]/i, /'/);

/** Folded, without a French article before it or an ending behind its apostrophe. */
const bareOf = (word: string): string => (isSmall(word) ? word : bareInFull(word));
const bareInFull = byWord((word) => fold(word).replace(/^(?:d|l)['’]|['’].*$/gu, ""));
const hasCapital = (word: string): boolean => !isSmall(word) && /\p{Lu}/u.test(word);

function inSentence(sentence: string, home: string | undefined): Stated | undefined {
  const unspaced = inUnspaced(sentence);
  if (unspaced) return unspaced;
  const written = runsIn(sentence, WORD, PLAIN);
  const lower = !/\p{Lu}/u.test(sentence);
  const anyWord = lower || !/\p{Ll}/u.test(sentence);
  const folded = fold(sentence);
  let weak: Stated | undefined;
  if (folded.includes("region") && AROUND_FRENCH_TOWN.test(folded)) weak = { country: "FR", strong: false };
  if (!anyWord && !written.some(({ text }, at) => at > 0 && hasCapital(text)) && !TURKISH_ENDING.test(sentence))
    return weak;
  const words = written.map(({ text }) => bareOf(text));
  const turkish = inTurkish(sentence, words, written);
  if (turkish) return turkish;
  for (let at = 1; at < words.length; at += 1) {
    if (!anyWord && !hasCapital(written[at]!.text)) continue;
    const place = placeAt(words, at) ?? unknownTown(words, written, sentence, at, home);
    if (!place) continue;
    const upTo = sentence.slice(0, written[at]!.start);
    const bracketed = /\(\s*$/.test(upTo);
    if (bracketed && !place.personal && SELF.test(` ${fold(upTo)} `))
      weak ??= { country: place.country, strong: false };
    const into = lastInto(words, at) ?? intoTown(words, written, sentence, at);
    if (
      OURS_THERE.test(sentence.slice(endOf(written[at + place.words - 1]!))) &&
      /^(?:our|my|the)$/.test(words[at - 1]!.replace(/\d/g, ""))
    )
      weak ??= { country: place.country, strong: false };
    if (into === undefined || (lower && place.word)) continue;
    const before = fold(sentence.slice(Math.max(0, written[into]!.start - MAX_BEFORE), written[into]!.start)).trim();
    if (/[,;]$/.test(before)) continue;
    if (DELIVERED.test(before)) weak ??= { country: place.country, strong: false };
    if (BOUND_FOR.has(words[into]!) || ELSEWHERE.test(before)) continue;
    if (STRONG.test(before) || /(?:^|\s)(?:mit sitz|raum)$/.test(before))
      return { country: place.country, strong: true };
    const runs = (SELF.test(` ${before} `) || / operates /.test(before)) && RUNS.test(before);
    if (!lower && !FROM.has(words[into]!) && (runs || DOES.test(before)))
      weak ??= { country: place.country, strong: false };
  }
  return weak;
}

const endOf = ({ text, start }: Run): number => start + text.length;

/** A town that no table has, right after its "in": where the writer's language or address is of one country, it is there. */
function unknownTown(
  words: readonly string[],
  written: readonly Run[],
  sentence: string,
  at: number,
  home: string | undefined,
) {
  if (!home || FROM.has(words[at - 1]!) || !INTO.has(words[at - 1]!)) return undefined;
  if (BOUND_FOR.has(words[at - 1]!)) return undefined;
  const name = written[at]!;
  const plain = /^\p{Lu}\p{Ll}{3,}$/u.test(name.text) && !/^ [\d\p{Lu}]/u.test(sentence.slice(endOf(name)));
  return plain ? { country: home, words: 1, word: true, personal: false } : undefined;
}

/** The "in" of "in Eau Claire, Wisconsin": a town of its own name may stand before the place that we know. */
function intoTown(words: readonly string[], written: readonly Run[], sentence: string, at: number) {
  if (!/^,? $/.test(sentence.slice(endOf(written[at - 1]!), written[at]!.start))) return undefined;
  for (let index = at - 1; index >= Math.max(0, at - 4); index -= 1) {
    if (INTO.has(words[index]!)) return index < at - 1 ? index : undefined;
    if (!/^\p{Lu}/u.test(written[index]!.text)) return undefined;
  }
  return undefined;
}

/** Where the "in" of the place at `at` stands. */
function lastInto(words: readonly string[], at: number): number | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    if (INTO.has(words[index]!) || (words[index] === "of" && words[index - 1] === "out")) return index;
    if (!BETWEEN.has(words[index]!)) return undefined;
  }
  return undefined;
}

const SELF_UNSPACED =
  /我[们們]?是|我[们們]|本公司|[弊当]社|当院|当店|私ども|私は|と申します|の者|自宅|住在|我和|살고|사는|거주|저희|우리|제가|저는|عندي|لدينا|لدي |نحن|أنا|شركتنا|متجرنا|مقرنا|أعيش|نعيش|أسكن|نسكن/u;

/** "仙台の新工場", "대전 공장": a site of the writer's, whatever else is said. */
const SITE_UNSPACED =
  /^(?:市|の|시)?\s?(?:新|本|第[一二])?(?:工場|店舗|オフィス|事務所|本社|支店|支社|倉庫|工厂|工廠|办公室|辦公室|分公司|门店|公司|공장|매장|지점|본사|사무실|지사)/u;

function inUnspaced(sentence: string): Stated | undefined {
  if (isPlain(sentence)) return undefined;
  const places = unspacedPlaces(sentence);
  if (places.length === 0) return undefined;
  const site = places.find(({ end }) => SITE_UNSPACED.test(sentence.slice(end)));
  if (site) return { country: site.country, strong: false };
  if (!SELF_UNSPACED.test(sentence)) return undefined;
  const place = places.find(({ end }) =>
    /^(?:市|的|の|に|で|에서|에|시|在住|一|店|院|做|开|開|有|经营|經營|生产|工作|上学|[^\p{L}])/u.test(
      sentence.slice(end),
    ),
  );
  return place && { country: place.country, strong: true };
}
