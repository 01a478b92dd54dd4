import { byWord } from "../../text/by-word.ts";
import { fold } from "../../text/tokens.ts";
import { type Reading, squash } from "../reading.ts";
import { isJob } from "./job-words.ts";
import { nameIn, spells } from "./name-shape.ts";
import { isOffice } from "./office-words.ts";

/** Words of closing formulas and thanks, folded: a line of these alone is no name, and a name may follow them on the line. */
const CLOSING = new Set(
  `best kind kindest warm warmest regards regard rgds wishes many thanks thank you thx cheers sincerely faithfully truly
  respectfully cordially yours your very and with all my our the love take care have a great nice good lovely day weekend week
  evening god bless remain blessed in advance xo xoxo for on behalf of again much so ta from signed namens deze
  mit freundlichen freundlichem freundliche grussen gruss gruesse gruessen grusse viele liebe lieben lieber beste besten bester schone schonen
  schoner herzliche herzlichen herzlichst vielen dank danke und lg vg mfg bg hochachtungsvoll ihr ihre dein deine eure euer vorzuglicher hochachtung
  sonnige aus im auftrag
  cordialement bien vous toi salutations distinguees sinceres meilleures merci bonne journee soiree amicalement par avance d'avance beaucoup
  respectueusement amities bises
  saludos saludo cordial cordiales un una atentamente gracias muchas abrazo abrazos atte de antemano muy por
  cumprimentos atenciosamente abraco abracos abs obrigado obrigada melhores com os att grato grata desde ja
  saluti saluto cordiali distinti grazie cordialmente buona giornata un caro in anticipo mille ringrazio
  groet groeten groetjes gr vriendelijke hartelijke met mvg dank bedankt alvast hoogachtend
  vanliga halsningar halsning mvh hilsen hilsner venlig vennlig med tack takk tak bästa basta basta hej ha det kveldshilsen
  terveisin ystavallisin kiitos terv yt
  pozdrawiam pozdrowieniami pozdrowienia serdecznie powazaniem wyrazami szacunku dziekuje dzieki
  pozdravem pozdravom dekuji diky uctou hezky den
  udvozlettel koszonom koszonettel tisztelettel
  cu stima respect multumesc
  saygilarimla saygilar iyi calismalar tesekkurler tesekkur ederim selamlar sevgiler
  уважением спасибо повагою дякую привет поздрави поздрав
  gracies salutacions cordials atentament lijep lep srdacan pozdrav pozdravi lugupidamisega tervitades aitah cienu paldies pagarbiai aciu
  em cam on tran trong salam hormat terima kasih
  εκτιμηση ευχαριστω φιλικα χαιρετισμους
  ขอบคุณครับ ขอบคุณค่ะ ขอบคุณ תודה רבה בברכה שלום شكرا تحياتي التحية التحيات`
    .split(/\s+/)
    .filter(Boolean),
);
const NOT_NAMES =
  /^(?:sent from|get outlook|von meinem|gesendet|envoyé|enviado|inviato|verzonden|tel|phone|mobile|fax|www|http|unsubscribe|abmelden|p\.?s|confidential|disclaimer|--)/i;

const MAX_LINES = 7;

/**
 * Who signs, in the first lines below the text: "Ann Lee", "Ann Lee, CFO at Acme", "Ann | Acme", "kaylee". `known` is what
 * the header calls the writer, so that a short or lower-case line can be trusted.
 */
export function signatureNames(reading: Reading): string[] {
  const lines =
    reading.signature.length > 0 ? reading.signature : reading.lines.slice(-1).filter((line) => line.length <= 40);
  const names: string[] = [];
  for (const line of lines.slice(0, MAX_LINES)) {
    const name = nameOnLine(line, reading);
    if (name) names.push(name);
    if (names.length === 3) break;
  }
  return names;
}

function nameOnLine(line: string, reading: Reading): string | undefined {
  if (line.length > 140 || NOT_NAMES.test(line)) return undefined;
  const rest = withoutClosing(line.replace(/^(?:[-–—~/*_\s•]|i\.\s?[av]\.|ppa?\.|gez\.)+/i, ""));
  if (rest === "") return undefined;
  if (/[:：]$/.test(rest) || INCORPORATED.test(rest)) return undefined;
  const head = rest.split(HEAD_END)[0]!;
  const named = head === rest ? undefined : nameInPart(head, reading);
  return named ?? (rest.includes(",") ? undefined : nameInPart(rest, reading));
}
/** "Sol, S.L." and "Finch Ltd" sign for a company. */
const INCORPORATED =
  /^[^,]{2,50},? (?:s\.?l\.?u?|s\.?a|s\.?r\.?l|s\.?p\.?a|inc|ltd|llc|llp|plc|gmbh|ag|kg|b\.?v|n\.?v|sas|sarl|a\.?s|a\/s|ab|oy|s\.?r\.?o|kft|sp\. ?z ?o\. ?o|lda|ltda|co)\.?$/i;
/** What ends a name on its line: "Ann Lee, CFO", "Ann | Acme", "Ann – Acme", "Ann at Acme". */
const HEAD_END = /\s*[,|•·/;:(<\t&]\s*|\s+[–—-]+\s+|\s+(?:at|from|@|and|und|et|y|och|og)\s+|\s{3,}|(?<=\p{L}{4})\.\s/iu;

function nameInPart(text: string, reading: Reading): string | undefined {
  const words = text.split(/\s+/);
  const language = reading.email.language;
  const name = nameIn(text, { language, anyCase: words.length <= 2 });
  if (!name) return afterOffice(text, language);
  if (isJob(text)) return undefined;
  const person = ofCompany(name, reading);
  if (person !== name) return person;
  if (!isOffice(text) && spells(reading.local, name)) return name;
  if (isOffice(text) || (text === text.toLowerCase() && text !== text.toUpperCase() && words.length > 1))
    return undefined;
  const squashed = squash(name);
  if (squashed === squash(reading.settings.company.name)) return undefined;
  const { domainName } = reading;
  if (domainName.length >= 4 && squashed.length >= 4) {
    if (words.length > 1 && domainName.includes(squashed)) return undefined;
    if (squashed.startsWith(domainName) || (words.length > 1 && squashed.endsWith(domainName))) return undefined;
  }
  return name;
}

/** "Ivonne von Putzblitz" from putzblitz.example is Ivonne. */
function ofCompany(name: string, { domainName }: Reading): string {
  const match = /^(\p{L}+) (?:von|van|de|from|of|di|da) (.+)$/u.exec(name);
  return match && domainName.length >= 4 && domainName.includes(squash(match[2]!)) ? match[1]! : name;
}

/** "青葉クリニック 西村 香織", "한빛팩 설비팀 박정훈": company, office, and the name last. */
function afterOffice(text: string, language: string): string | undefined {
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(text) || text.length > 60) return undefined;
  const words = text.split(/[\s\u3000]+/);
  if (words.length < 2) return undefined;
  const two = words.slice(-2).join(" ");
  const one = words.at(-1)!;
  const isKorean = /\p{Script=Hangul}/u.test(one);
  if (!isKorean && words.length >= 3 && words.slice(-2).every((word) => word.length <= 3) && !isOffice(words.at(-2)!))
    return nameIn(two, { language });
  return one.length >= 2 ? nameIn(one, { language }) : undefined;
}

function withoutClosing(line: string): string {
  const words = line.split(/\s+/);
  let at = 0;
  while (at < words.length && isClosing(words[at]!)) at++;
  if (at === words.length) return "";
  // "Herzliche Grüße aus Görlitz"
  if (at >= 2 && /^(?:aus|uit)$/.test(bare(words[at - 1]!))) return "";
  // "Best, Ann", "Hilsen Ann", but not "Love Andersson".
  const cut = at >= 2 || (at === 1 && (/[,.!;:–—-]$/.test(words[0]!) || !MAY_BE_NAME.test(bare(words[0]!))));
  return (cut ? words.slice(at) : words).join(" ");
}

const MAY_BE_NAME = /^(?:love|best|bless|dank|so|ta|con|un|una|com|os|by|den|em|care|day|ja|cu|terv|sa|ma)$/;

const bare = (word: string): string => fold(word).replace(/[^\p{L}'’]/gu, "");
const isClosing = byWord((word) => {
  const folded = bare(word);
  return folded === "" || CLOSING.has(folded) || /^\p{Ll}$/u.test(word);
});
