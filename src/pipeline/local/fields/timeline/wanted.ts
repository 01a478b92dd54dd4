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
  ].join("|"),
);

/** What comes before a purchase: a call, a quote, an answer, a meeting. */
export const ASKED_FOR = words(
  [
    "call|calls|ring|phone|chat|talk|speak|meet(?:ing|s)?|demo|demonstration|webinar|visit|come (?:by|in|over|out|round)|show(?:n)? (?:us|me)|slot|availab\\p{L}*|quote[sd]?|quotation|offer|proposals?|questions|answers?|answer|reply|respond|response|get back|hear (?:back )?from you|send|email|submit|submission|free (?:on|next|this|tues?|thurs?)|works for|week of",
    "anruf\\p{L}*|telefon\\p{L}*|termin|vorfuhrung|angebot\\p{L}*|bieterfragen|antwort\\p{L}*|melden|ruckmeldung|ruckruf|besuch|zusenden|schicken|vorbei\\p{L}*|gesprach",
    "appel\\p{L}*|rendez-vous|rdv|demonstration|devis|reponse|repondre|offre|passer|visite|disponib\\p{L}*|reunion",
    "llam\\p{L}*|reunion|demostracion|presupuesto antes|respuesta|responder|oferta|visita|disponib\\p{L}*|ligar|resposta|proposta|reuniao",
    "chiam\\p{L}*|appuntamento|dimostrazione|preventivo|risposta|rispondere|offerta|visita|incontro",
    "bel\\p{L}*|afspraak|offerte|antwoord|langskomen|demo|ring|mote|offert|svar|tilbud|mode|besok|oferte|oferta|spotkanie|odpowied\\p{L}*|zadzwon\\p{L}*|nabidk\\p{L}*|schuzk\\p{L}*|odpov\\p{L}*|отве\\p{L}*|созвон\\p{L}*|встреч\\p{L}*",
  ].join("|"),
);

/** The past, and what repeats. */
export const LOOKING_BACK =
  /(?<!\p{L})(?:since|last|past|ago|previous|over the past|in the last|seit|letzte[nrs]?|vergangene[nr]?|depuis|dernier|derniere|desde|hace|pasad[oa]|ultim[oaie]+|desde|ha|scorso|da|sinds|vorige|afgelopen|sedan|forra|siden|sidste|forrige|od|ostatni\p{L}*|minul\p{L}*|every|each|jeden|chaque|cada|ogni|elke|varje|hver|kazd\p{L}*|per|trial of|was|were)(?: \p{L}+)?[ ]?$/u;

/** A length of a contract, a trial or a guarantee. */
export const OF_A_TERM =
  /^[- ]?(?:contracts?|terms?|trial|commitment|notice|guarantee|warranty|experience|promotional|periods?|minimum|rolling|lease|vertrag|laufzeit|garantie|testphase|engagement|d'engagement|d'essai|contrato|permanencia|prueba|garanzia|contratto|di prova|proef|contract)/u;
