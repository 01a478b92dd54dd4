import { phrases } from "./patterns.ts";

/**
 * A writer who speaks of himself. Legal departments, list managers and servers write of "the sender" and "us". Words that mean
 * something common elsewhere are left out: Polish "i" is "and", Czech "je" is "is", German "mit" is "with", Swedish "som" "who".
 */
export const speaksOfSelf = (text: string): boolean =>
  FIRST_PERSON.test(text) || FIRST_PERSON_EAST.test(text) || ENGLISH_I.test(text);

/** Inside a sentence; at its start "I" is also Italian "the" and Swedish "in". */
const ENGLISH_I = /[\p{Ll},;] I (?=\p{Ll})/u;

const FIRST_PERSON = phrases(
  String.raw`
en  i['’](?:m|ve|d|ll)|i (?:also|am|can|can['’]t|could|did|didn['’]t|do|don['’]t|get|got|had|have|just|keep|know|need|never|only|receive|received|see|sent|still|think|want|was|will|would|wrote|\p{L}{2,}ed)|me|my
de  ich|mir|mich|mein(?:e[nmrs]?)?
fr  je (?:suis|ne|n['’]\p{L}+|l['’]\p{L}+|vous|veux)|j['’]\p{L}+|moi|mon
es  yo|me|mi|recibí|he recibido
pt  meu|minha|recebi
it  io|mio|mia|ho ricevuto|ricevo
nl  ik|mij|mijn
pl  mnie|mój|moja|moje|otrzymał[ae]m|dostał[ae]m
sv,da,no  jag|mig|min|mitt|mina|jeg
fi  minä|minun|minulle
cs,sk  já|mně|můj|moje|jsem
hu  én|nekem|engem|kaptam
ro  mie|îmi|meu|mea
tr  ben|bana|benim|aldım
ru,uk  я|мне|меня|мой|моя|мені|мене
el  εγώ|μου|έλαβα|πήρα
he,ar  אני|שלי|أنا|لي
`,
  "(?<![\\p{L}\\p{N}])",
  "(?![\\p{L}\\p{N}])",
);
/** No spaces stand around these. */
const FIRST_PERSON_EAST = /私|僕|我(?!们|們|司|公司|方)|저는|저에게|제가|제\s/u;
