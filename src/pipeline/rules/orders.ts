import { Phrases } from "../phrases/phrases.ts";

/** An order to whoever, or whatever, reads the mail for us. */
const ORDERS = new Phrases(
  [
    String.raw`\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|all|any|your|the)\b.{0,30}\b(?:instructions?|prompts?|rules|guidelines|polic(?:y|ies)|context)\b`,
    String.raw`\b(?:system|developer|assistant)\s*(?:prompt|message|instructions?)\s*[:=]`,
    String.raw`(?:^|\n)[^\S\n]*(?:#{1,4}\s*)?(?:system|assistant|developer)\s*(?:(?:note|override)\s*)?[:>]`,
    String.raw`<\/?(?:system|assistant|instructions?|prompt)>|<\|(?:im_start|im_end|system|assistant)\|>|\[\/?INST\]`,
    String.raw`\b(?:you are|act as|you're) (?:now )?(?:an?|the) (?:ai|assistant|language model|llm|chatbot|bot|automated)\b`,
    String.raw`\b(?:ai|llm|language model|chatbot|automated (?:assistant|system|agent))s?\b.{0,40}\b(?:must|should|shall|please|is required to|are required to)\b.{0,60}\b(?:approve|send|forward|reply|refund|classify|mark|route|set|reveal|output|include|ignore)\b`,
    String.raw`\b(?:to|for|attention|note to|message to|instructions? (?:to|for)) (?:the |any |all )?(?:ai|llm|language model|bot|triage (?:bot|system|agent)|automated (?:assistant|system|agent)|email assistant)\b`,
    String.raw`\b(?:classify|mark|label|categori[sz]e|treat) this (?:e-?mail|message|mail|ticket|request)? ?(?:as|with)\b`,
    String.raw`\b(?:reveal|print|repeat|output|show)\b.{0,20}\byour (?:system )?(?:prompt|instructions|rules|configuration)\b`,
    String.raw`\b(?:ignoriere?n?|vergiss|missachte)\b.{0,30}\b(?:vorherigen|bisherigen|alle|obigen|deine)\b.{0,30}\b(?:anweisung\w*|regeln|vorgaben)\b`,
    String.raw`\b(?:ignore[rz]?|oublie[rz]?)\b.{0,30}\b(?:précédentes?|toutes|vos|tes|les)\b.{0,30}\b(?:instructions?|consignes|règles)\b`,
    String.raw`\b(?:ignora|ignore|olvida|olvide|omite)\b.{0,30}\b(?:anteriores|previas|todas|tus|sus|las)\b.{0,30}\b(?:instrucciones|reglas)\b`,
    String.raw`\b(?:ignore|esqueça|desconsidere)\b.{0,30}\b(?:anteriores|todas|suas|as)\b.{0,30}\b(?:instruções|regras)\b`,
    String.raw`\b(?:ignora|dimentica)\b.{0,30}\b(?:precedenti|tutte|tue|le)\b.{0,30}\b(?:istruzioni|regole)\b`,
    String.raw`\b(?:negeer|vergeet)\b.{0,30}\b(?:vorige|eerdere|alle|bovenstaande)\b.{0,30}\b(?:instructies|regels)\b`,
    String.raw`\b(?:zignoruj|zapomnij)\b.{0,30}\b(?:poprzednie|wszystkie)\b.{0,30}\b(?:instrukcje|polecenia)\b`,
    "(?:以前|上記|これまで|前)の(?:指示|命令|プロンプト)(?:を|は)?(?:すべて)?無視",
    "忽略(?:之前|以上|上述|所有)的?(?:所有)?(?:指令|指示|说明|规则)",
    // Whoever speaks to a machine that may be answering, and tells it what it may do.
    String.raw`(?:if|falls|wenn|si|se|als|jeśli|jesli|om|hvis)\b[^.\n]{0,40}\b(?:bot|chatbot|robot|robotem|an ai|ki|ia|a machine|maschine|a language model|an llm|assistant|assistent)\b[^.\n]{0,40}[:,;–-][^\n]{0,60}(?:you are|you're|you may|you must|please|du darfst|sie dürfen|sie duerfen|sind sie|tu es|vous êtes|vous etes|eres|estás|estas|usted|sei|você|voce|je bent|u bent|jesteś|jestes)[^\n]{0,40}(?:authori[sz]ed|allowed|approve|permitted|refund|befugt|berechtigt|ermächtigt|ermaechtigt|autoris|autoriz|habilité|habilite|gemachtigd|bevoegd|upoważn|upowazn)`,
  ],
  "iu",
);

/** Does a text give orders to a machine? */
export const ordersAMachine = (text: string): boolean => ORDERS.test(text);

/** In an article of the company's own nobody speaks to a machine: there it need not stand at the beginning of a line. */
const SPEAKS_TO_A_MACHINE = /\b(?:system|assistant|developer)\s*:/iu;
export const givesOrders = (text: string): boolean => SPEAKS_TO_A_MACHINE.test(text) || ordersAMachine(text);
