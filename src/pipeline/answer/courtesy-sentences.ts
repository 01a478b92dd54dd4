import { commitmentIn } from "./commitments.ts";
import { isMadeOfCourtesy } from "./courtesy-words.ts";

/**
 * What is said in every answer and claims nothing: a greeting, thanks, regret, "I will look into it". Clause by clause, so
 * that nothing rides along: "Thank you, your refund has been sent" is no courtesy.
 */
const CLAUSES: readonly RegExp[] = [
  // English
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|evening))(?: [\p{L}\p{M}.'-]+){0,4}$/u,
  /^(?:and )?(?:thank you|thanks|many thanks)(?: so| very)?(?: much)?(?: again)?(?: (?:for|that) (?:your|the|getting|reaching|writing|contacting|letting|asking|being|waiting|telling|sending)[\p{L}' ]{0,50})?$/u,
  /^(?:i'm|i am|we're|we are)(?: so| very| really)? sorry(?: (?:to hear|about|for|that)[\p{L}' ]{0,60})?$|^sorry (?:about|for)[\p{L}' ]{0,50}$|^(?:my|our|please accept our) apologies[\p{L}' ]{0,40}$/u,
  /^(?:and )?(?:i|we) (?:understand|see|appreciate|know) (?:your|that|how|the|what)[\p{L}' ]{0,50}$/u,
  /^(?:i|we|a colleague|a person|someone|somebody|one of us|our team)(?:'ll| will)? (?:have read|has read|look|looks|check|checks|come back|comes back|get back|reply|answer|read|find out|let you know)[\p{L}' ]{0,60}$/u,
  /^(?:please |just )?(?:let (?:me|us) know|reply to this|write (?:to us|back)|tell (?:me|us)|send us|feel free)[\p{L}' ]{0,60}$/u,
  /^(?:if|should) (?:you|this|that|anything|there)[\p{L}' ]{0,60}$/u,
  /^(?:i|we)(?:'d|'ll| would| will| am| are)? (?:be )?(?:glad|happy) to help[\p{L} ]{0,20}$|^(?:i )?hope (?:this|that) helps$|^here is what [\p{L} ]{0,40}$|^(?:please )?do not hesitate[\p{L} ]{0,30}$/u,
  /^(?:(?:kind|best|warm|many) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|best|cheers|all the best)$/u,
  // German
  /^(?:guten (?:tag|morgen|abend)|hallo|liebe[r]?|sehr geehrte[r]?)(?: [\p{L}\p{M}.'-]+){0,5}$/u,
  /^(?:vielen|herzlichen|besten)? ?dank(?:e)?(?: (?:für|dass)[\p{L} ]{0,60})?$|^(?:es tut (?:mir|uns)|tut (?:mir|uns)) (?:sehr )?leid[\p{L} ]{0,50}$|^(?:bitte )?entschuldigen sie[\p{L} ]{0,40}$/u,
  /^(?:ich|wir|eine kollegin|ein kollege|jemand) (?:habe|haben|hat|melde|melden|meldet|prüfe|prüfen|prüft|kläre|klären|verstehe|verstehen|kümmere|kümmern|sehe|sehen|schaue|schauen|antworte|antworten|freue|freuen)[\p{L} ]{0,60}$|^(?:gern|gerne) (?:helfe|helfen) (?:ich|wir)[\p{L} ]{0,30}$/u,
  /^(?:falls|wenn|sollte|sollten) [\p{L} ]{0,60}$|^(?:bitte )?(?:antworten|schreiben|melden|geben|sagen) sie[\p{L} ]{0,60}$|^(?:mit )?(?:freundliche[n]?|beste[n]?|viele|herzliche[n]?) (?:grüße[n]?|grüssen?)$|^hier ist[\p{L} ]{0,40}$/u,
  // French
  /^(?:bonjour|bonsoir|cher|chère|madame|monsieur)(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:merci|nous vous remercions|je vous remercie)(?: [\p{L}' ]{0,60})?$|^(?:je suis|nous sommes) (?:désolé|désolée|désolés|navré|navrés)[\p{L}' ]{0,60}$/u,
  /^(?:je|j'|nous|un collègue|une collègue)[' ]?(?:ai pris|avons pris|reviens|revenons|vérifie|vérifions|vérifiera|comprends|comprenons|vous répondrai|vous répondrons|répondra|regarde|regardons|vous aiderai)[\p{L}' ]{0,60}$|^(?:si|n'hésitez pas)[\p{L}' ]{0,60}$|^(?:veuillez )?répondez[\p{L}' ]{0,40}$|^(?:bien )?cordialement$|^voici[\p{L}' ]{0,40}$/u,
  // Spanish
  /^(?:hola|buenos días|buenas tardes|buenas|estimad[oa])(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:muchas )?gracias(?: por[\p{L} ]{0,60})?$|^(?:lo siento|lo sentimos|lamento|lamentamos|disculpe)[\p{L} ]{0,60}$/u,
  /^(?:lo |la |le )?(?:he leído|hemos leído|revisaré|revisaremos|comprobaré|comprobaremos|responderé|responderemos|ayudo|entiendo|entendemos)[\p{L} ]{0,60}$|^(?:le|te) responderé[\p{L} ]{0,40}$|^(?:un compañero|una compañera)[\p{L} ]{0,60}$|^(?:si|no dude)[\p{L} ]{0,60}$|^(?:un )?(?:saludo|cordial saludo|saludos|saludos cordiales|atentamente)$|^(?:esto es|aquí tiene)[\p{L} ]{0,40}$|^(?:solo )?responda[\p{L} ]{0,40}$/u,
  // Italian
  /^(?:buongiorno|buonasera|salve|gentile|ciao)(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:molte |mille )?grazie(?: (?:per|mille)[\p{L}' ]{0,60})?$|^(?:mi dispiace|ci dispiace|ci scusiamo|mi scuso)[\p{L}' ]{0,60}$|^(?:l'|lo |la )?(?:ho letto|abbiamo letto|verificherò|verificheremo|verifico|risponderò|risponderemo|capisco|capiamo|aiuterò)[\p{L}' ]{0,60}$|^le risponderò[\p{L} ]{0,40}$|^un collega[\p{L}' ]{0,60}$|^se [\p{L}' ]{0,60}$|^(?:cordiali|distinti) saluti$|^ecco[\p{L}' ]{0,40}$|^(?:basta )?risponda[\p{L}' ]{0,40}$/u,
  // Portuguese
  /^(?:olá|bom dia|boa tarde|boa noite|car[oa]|prezad[oa])(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:muito )?obrigad[oa](?: pel[oa][\p{L} ]{0,60})?$|^(?:lamento|lamentamos|desculpe|pedimos desculpa)[\p{L} ]{0,60}$|^(?:já a li|já li|vou verificar|vamos verificar|voltarei|voltaremos|responderei|responderemos|compreendo)[\p{L}á-ú -]{0,60}$|^um colega[\p{L} ]{0,60}$|^se [\p{L} ]{0,60}$|^(?:cumprimentos|atenciosamente|com os melhores cumprimentos)$|^(?:aqui está|basta responder)[\p{L} ]{0,40}$/u,
  // Dutch
  /^(?:beste|hallo|goedemiddag|goedemorgen|geachte)(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:hartelijk )?(?:bedankt|dank)(?: (?:u|je))?(?: voor[\p{L} ]{0,60})?$|^(?:het spijt (?:mij|me|ons)|excuses)[\p{L} ]{0,60}$|^(?:ik|wij|we|een collega)(?: (?:heb|hebben|heeft|kom|komen|komt|ga|gaan|gaat|zoek|zoeken|zoekt|help|helpen|begrijp|begrijpen))[\p{L} ]{0,60}$|^als [\p{L} ]{0,60}$|^(?:met )?vriendelijke groet(?:en)?$|^(?:antwoord|reageer)[\p{L} ]{0,40}$|^dit geldt[\p{L} ]{0,30}$/u,
  // Polish, Swedish, Danish, Norwegian, Finnish
  /^(?:dzień dobry|witam|szanown[ya]|hej|hei|hola|kära|kære)(?: [\p{L}\p{M}.'-]+){0,4}$|^(?:bardzo )?dzięku[\p{L}]+(?: za[\p{L} ]{0,60})?$|^(?:przepraszam|przykro)[\p{L} ]{0,60}$|^zapozna[\p{L}]+ się[\p{L} ]{0,60}$|^(?:pozdrawiam|z poważaniem)$|^(?:tack|tak|takk|kiitos)(?: [\p{L} ]{0,60})?$|^(?:jag|jeg|vi|olen)(?: (?:har|har läst|återkommer|vender|kommer|lukenut))[\p{L} ]{0,60}$|^(?:vänliga|venlig|vennlig|ystävällisin)(?: [\p{L}]+){1,2}$/u,
];

/** Of Japanese and Chinese, where clauses have no spaces: whole sentences of politeness. */
const UNSPACED =
  /(?:ありがとうございます|申し訳ございません|お詫び申し上げます|ご連絡いたします|お待ちください|よろしくお願い(?:いた|申し上げ)?します|お世話になっております|確認いたします|お知らせください| 様|感谢您的来信|谢谢您|您好|抱歉|稍后会|回复您|此致敬礼|此致|敬礼|请告诉我们)/u;

/** A name follows, which is anybody's word. */
const GREETING =
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|evening)|guten (?:tag|morgen|abend)|hallo|liebe[r]?|sehr geehrte[r]?|bonjour|bonsoir|cher|chère|madame|monsieur|hola|buenos días|buenas tardes|buenas|estimad[oa]|buongiorno|buonasera|salve|gentile|ciao|olá|bom dia|boa tarde|boa noite|car[oa]|prezad[oa]|beste|goedemiddag|goedemorgen|geachte|dzień dobry|witam|szanown[ya]|hej|hei|kära|kære)(?![\p{L}])/u;

/** What the customer told comes back to them: their words, not ours. */
const HEARSAY =
  /^(?:i'm|i am|we're|we are)?(?: so| very| really)? ?sorry to (?:hear|read)\b|\bleid zu (?:hören|lesen)\b|\b(?:désolée?s?|navrée?s?) d'apprendre\b|^(?:lamento|lamentamos|siento|sentimos) (?:saber|leer|oír)\b|\bdispiace (?:sapere|leggere|sentire)\b|\bspijt (?:mij|me|ons) (?:dat te|te) (?:horen|lezen)\b/u;

/** The name before "您好" is anybody's word too. */
const NAMED = /^[\p{L}\p{M} .'’-]{1,30}[，,、]\s*(?=您好)/u;

const LONGEST = 30;

/**
 * Whether a sentence is nothing but politeness. `hearsay` also lets "I am sorry to hear that …" pass with what the customer
 * told; not so for what leaves without being read.
 */
export function isCourtesy(sentence: string, { hearsay = true } = {}): boolean {
  const text = sentence.trim();
  if (/[\d%$€£¥@]|:\/\/|\bwww\./u.test(text) || commitmentIn(text) !== undefined) return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return (
      text.length <= 60 &&
      text
        .replace(NAMED, "")
        .split(/[，、。！？；,.!?]/u)
        .filter((clause) => clause.trim() !== "")
        .every((clause) => UNSPACED.test(clause))
    );
  if (text.split(/\s+/).length > LONGEST) return false;
  const clauses = text
    .toLowerCase()
    .replace(/’/g, "'")
    .split(
      /[,;:.!?–—()]|\s-\s|\b(?:and|und|et|y|e|en)\b(?= (?:i|we|ich|wir|je|nous|ik|le|la|lo|reviens|melde|kom|come|will)\b)/u,
    )
    .map((clause) =>
      clause
        .trim()
        .replace(/^(?:and|but|so|und|et|y|e|en|i)\s+(?=\p{L})/u, (lead) => (lead.trim() === "i" ? lead : "")),
    )
    .filter((clause) => clause !== "" && clause !== "and");
  return (
    clauses.length > 0 &&
    clauses.every(
      (clause) =>
        CLAUSES.some((known) => known.test(clause) || known.test(`i ${clause}`) || known.test(`ich ${clause}`)) &&
        (GREETING.test(clause) || (hearsay && HEARSAY.test(clause)) || isMadeOfCourtesy(clause)),
    )
  );
}

/** Asks and claims nothing. */
export const isQuestion = (sentence: string): boolean =>
  /[?？؟]["'”»)]*$/u.test(sentence.trim()) && commitmentIn(sentence) === undefined;
