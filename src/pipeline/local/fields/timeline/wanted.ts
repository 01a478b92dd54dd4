/** What a time in a buyer's mail is said of. Patterns over folded text, a clause at a time. */

const words = (list: string) => new RegExp(String.raw`(?<!\p{L})(?:${list})(?!\p{L})`, "u");

/** The thing itself: having it, starting with it, the day the old one ends. */
export const WANTED = words(
  [
    "need(?:s|ed)?|want(?:s|ed)?|would like|like to|looking to|hope|hoping|aim(?:ing)?|plan(?:s|ning)?|go(?:ing)?[- ]live|live|launch\\p{L}*|start\\p{L}*|begin\\p{L}*|open(?:s|ing)?|move\\p{L}*|moving|switch\\p{L}*|migrat\\p{L}*|install\\p{L}*|deliver\\p{L}*|ready|running|in place|in production|set up|roll(?:ed)?[- ]?out|deadline|renewal|renews?|expires?|runs out|lease|contract (?:ends?|is up|runs)|ends?|due|order|sign|buy|purchase|decide[sd]?|decision|season|bind|take[s]? over|arrive|first payment|before|by|from|until|budget|after|stage|host|hold|wedding|party|trip|season",
    "brauch\\p{L}*|benotig\\p{L}*|mochte[n]?|wollen|start\\p{L}*|beginn\\p{L}*|umzug|umziehen|wechseln|einfuhr\\p{L}*|eroffn\\p{L}*|lauft aus|ausl\\p{L}*|gekundigt|frist|bis|ab|lieferung|geliefert|fertig|online|einsatz\\p{L}*|entscheid\\p{L}*|spatestens|suchen|saison|vor|zum|inbetriebnahme|baustart|montage|umbau\\p{L}*|einzug",
    "besoin|souhait\\p{L}*|voudr\\p{L}*|ouvert\\p{L}*|ouvr\\p{L}*|demarr\\p{L}*|mise en (?:service|place)|installer|livr\\p{L}*|echeance|avant|remplacer|pour|a partir|delai|demenag\\p{L}*|faudrait|commencer|saison|rentree|d'ici",
    "necesit\\p{L}*|quer\\p{L}*|apertura|reapertura|abr\\p{L}*|empez\\p{L}*|comenz\\p{L}*|instal\\p{L}*|entreg\\p{L}*|antes|para|plazo|mudo|mudanza|decid\\p{L}*|temporada|precis\\p{L}*|comec\\p{L}*|ate|mudar|prazo|fech\\p{L}*",
    "serv\\p{L}*|vorr\\p{L}*|apre|apert\\p{L}*|inizi\\p{L}*|partire|consegn\\p{L}*|entro|prima|stagione|trasloc\\p{L}*|decider\\p{L}*|scad\\p{L}*|cambiare",
    "nodig|willen|starten|beginnen|openen|verhui\\p{L}*|lever\\p{L}*|voor|vanaf|overstap\\p{L}*|ingaan|contract loopt|moet|klaar",
    "behov\\p{L}*|behov|vill|borja\\p{L}*|oppn\\p{L}*|flytt\\p{L}*|senast|innan|fore|gar ut|skal|brug|starte\\p{L}*|abn\\p{L}*|inden|senest|trenger|apne\\p{L}*|fra|klar",
    "potrzeb\\p{L}*|wyjazd|uruchom\\p{L}*|chc\\p{L}*|otwier\\p{L}*|start\\p{L}*|przen\\p{L}*|przed|do|od|dostaw\\p{L}*|termin\\p{L}*|potreb\\p{L}*|zac\\p{L}*|otevr\\p{L}*|pred|od|нужн\\p{L}*|потріб\\p{L}*|до|мусимо|перенес\\p{L}*|lazim|acil|tarvits\\p{L}*|aloit\\p{L}*",
    "kell(?:ene)?|szeretn\\p{L}*|szukseg\\p{L}*|nyit\\p{L}*|indul\\p{L}*|koltoz\\p{L}*|lejar\\p{L}*|elkesz\\p{L}*|szallit\\p{L}*|nevoie|vrea\\p{L}*|vrem|dori\\p{L}*|incep\\p{L}*|deschi\\p{L}*|expira|livr\\p{L}*|pana|inainte|mutam?|ihtiya\\p{L}*|isti\\p{L}*|basla\\p{L}*|aci(?:yoruz|lis)\\p{L}*|aca\\p{L}*|teslim\\p{L}*|once|kadar|tasin\\p{L}*|bitiyor",
    "χρειαζ\\p{L}*|θελ\\p{L}*|θα|ανοιγ\\p{L}*|ξεκιν\\p{L}*|μεχρι|πριν|παραδ\\p{L}*|ληγει|хот\\p{L}*|хоч\\p{L}*|нуж\\p{L}*|откр\\p{L}*|відкр\\p{L}*|нач\\p{L}*|поч\\p{L}*|запус\\p{L}*|постав\\p{L}*|достав\\p{L}*|к|переез\\p{L}*|истека\\p{L}*|план\\p{L}*",
    "نحتاج\\p{L}*|نريد|أريد|نود|سن\\p{L}*|نخطط|قبل|بحلول|حتى|افتتاح|للافتتاح|צריכ\\p{L}*|צריך|רוצ\\p{L}*|נרצה|פותח\\p{L}*|לפתוח|להתחיל|עד|לפני|מתכננ\\p{L}*|avaa\\p{L}*|haluai\\p{L}*|haluam\\p{L}*|tarvit\\p{L}*|mennessa|ennen|paatty\\p{L}*|muut\\p{L}*|toimit\\p{L}*|alk\\p{L}*|otev\\p{L}*|otvar\\p{L}*|chte\\p{L}*|bychom|by sme|konc\\p{L}*|konci|dodan\\p{L}*|az|uruch\\p{L}*|expira\\p{L}*|vence|klart|farast|lopper ut|utloper|udlober|vanha|ouvre|emmenag\\p{L}*|installation|not before|not until|no rush|no hurry|no earlier|sometime|ideally|later than|at the latest|probably|perhaps|maybe|kick-?off|fly|leave|leaving|travel|event|race|conference|audit|it's for|would be|gerne|ware|fein|wunsch\\p{L}*|idealerweise|geplant|graag|plan\\p{L}*|ombyg\\p{L}*|bygg\\p{L}*|ziehen|sarebbe|sera|seria|seri[a]|ce serait|ideal\\p{L}*",
  ].join("|"),
);

/** What comes before a purchase: a call, a quote, an answer, a meeting. */
export const ASKED_FOR = words(
  [
    "call|calls|ring|phone|chat|talk|speak|meet(?:ing|s)?|demo|demonstration|webinar|visit|come (?:by|in|over|out|round)|show(?:n)? (?:us|me)|slot|availab\\p{L}*|quote[sd]?|quotations?|offer|proposals?|bids?|tenders?|submissions?|clarifications?|(?:price|offer|rate|quote)s? (?:still )?(?:holds?|good|stands?)|questionnaires?|closing date|valid|questions?|answers?|answer|reply|respond|response|get back|hear (?:back )?from you|send|email|submit|submission|free (?:on|next|this|tues?|thurs?)|works for|week of",
    "ruckmeld\\p{L}*|abgabe|bindefrist|fragen|anruf\\p{L}*|telefon\\p{L}*|termin|vorfuhrung|angebot\\p{L}*|anbiet\\p{L}*|bieterfragen|antwort\\p{L}*|melden|ruckmeldung|ruckruf|besuch|zusenden|schicken|vorbei\\p{L}*|gesprach",
    "appel\\p{L}*|rendez-vous|rdv|demonstration|devis|reponse|repondre|offre|passer|visite|disponib\\p{L}*|reunion",
    "llam\\p{L}*|reunion|demostracion|presupuesto antes|respuesta|responder|oferta|visita|disponib\\p{L}*|ligar|resposta|proposta|reuniao",
    "chiam\\p{L}*|appuntamento|dimostrazione|preventivo|risposta|rispondere|offerta|visita|incontro",
    "bel\\p{L}*|afspraak|offerte|antwoord|langskomen|demo|ring|mote|offert|svar|tilbud|mode|besok|oferte|oferta|spotkanie|odpowied\\p{L}*|zadzwon\\p{L}*|nabidk\\p{L}*|schuzk\\p{L}*|odpov\\p{L}*|отве\\p{L}*|созвон\\p{L}*|встреч\\p{L}*",
  ].join("|"),
);

/** The past, and what repeats. */
export const LOOKING_BACK =
  /(?<!\p{L})(?:since|last|past|ago|previous|over the past|in the last|seit|letzte[nrs]?|vergangene[nr]?|depuis|dernier|derniere|hace|pasad[oa]|ultim[oaie]+|ha|scorso|sinds|vorige|afgelopen|sedan|forra|siden|sidste|forrige|ostatni\p{L}*|minul\p{L}*|every|each|jeden|chaque|cada|ogni|elke|varje|hver|kazd\p{L}*|trial of|was|were)(?: \p{L}+)?[ ]?$/u;

/** "Desde octubre" is since October and from October on: what is said of it decides. */
export const SINCE_OR_FROM = /(?<!\p{L})(?:desde|da|dal|dalla|od|от|з|із|с|со|din|den)(?: \p{L}+)?[ ]?$/u;
export const TO_COME =
  /(?<!\p{L})(?:gustari|quer|quis|quer|necesit|precis|empez|comenz|comec|inici|abr(?:i|e)|arranc|partir|cominc|inizi|vorre|vogli|serv|potrzeb|chc|chte|start|zacz|zac|rusz|otw|otv|potreb|by(?:chom|ste)?(?!\p{L})|mog|mo(?:z|h)|need|want|bud|pry|нуж|хот|хоч|нач|откр|треб|потр|поч|буд|vrea|avea nevoie|avem nevoie|incep|deschi|dori|ihtiya|basla|acac)/u;

/** What has happened says nothing of a purchase to come. */
export const PAST =
  /(?<!\p{L})(?:was|were|had|met|ran|went|bought|took|came|saw|got|did|moved|started|opened|tried|visited|ordered|received|stayed|broke|died|granted|failed|left|war(?:en)?|hatte[n]?|wurde[n]?|habe[nt]?|hat|haben|etait|avons|avait|estaba|hemos|fue|estava|foi|era|abbiamo|hebben|was|waren|hade|havde|hadde|var|by(?:l|li|la|lo|ly)|бы(?:л|ла|ли|ло)|приїхали|приехали|купил\p{L}*|volt\p{L}*|oli(?:mme|n)?)(?!\p{L})/u;

/** A length of a contract, a trial or a guarantee. */
export const OF_A_TERM =
  /^[- ]?(?:contracts?|terms?|trial|commitment|notice|guarantee|warranty|experience|promotional|periods?|minimum|rolling|lease|vertrag|laufzeit|garantie|testphase|engagement|d'engagement|d'essai|contrato|permanencia|prueba|garanzia|contratto|di prova|proef|contract)/u;
