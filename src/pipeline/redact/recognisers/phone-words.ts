import { LETTER } from "../letters.ts";
import type { Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

const NAMES = [
  "phone|telephone|tel|tel.|ph|mobile|mob|cell|cellphone|cell phone|fax|whatsapp|signal|telegram|viber|sms|landline|hotline|direct line|direct dial|switchboard|voicemail|desk|handset|callback|call back",
  "telefon*|tel.nr|tel.-nr|telefax*|handy|handynummer|mobil|mobilnummer|mobiltelefon*|rufnummer*|rückruf*|festnetz*|durchwahl|fernsprecher",
  "téléphone|tél|tél.|portable|mobile|fixe|joindre|télécopie",
  "teléfono*|telefono*|tfno|tlf|tfn|móvil|movil|celular|cel|llám*",
  "telefone|telemóvel|telm|celular|fone|contacto|ligue|ligar",
  "cellulare|cell|tel|recapito|fisso",
  "telefoon*|mobiel|gsm|vaste lijn",
  "telefonnummer|mobilnr|mobiltlf|tlf|tlf.|tfn|puhelin*|puh|gsm|sími|farsími",
  "telefon*|komórka|komórkowy|kom.|tel. kom|mobil|mobilní|mobilný|telefonszám|τηλέφωνο|τηλ|κινητό",
  "телефон*|тел|тел.|моб|моб.|мобильн*|факс|сотов*|звон*|cep|cep telefonu|gsm|faks",
  "電話|電話番号|携帯|携帯電話|TEL|FAX|ファックス|电话|手机|手机号|联系电话|微信|電話號碼|手機|전화|전화번호|휴대폰|핸드폰|연락처|โทร|โทรศัพท์|điện thoại|sđt|telepon|hp",
  "هاتف|الهاتف|جوال|الجوال|موبايل|טלפון|נייד|फ़ोन|फोन|मोबाइल",
] as const;

/** Verbs and phrases that call for a number; weaker, as one also reaches people by e-mail. */
const PHRASES =
  "call|calls|called|call me|ring|ring me|dial|text|text me|txt|texts|message me|messages to|reach me|reach us|reached|reach him|reach her|contact number|contact no|my number|number is|numbers are|nummer ist|numéro est|mi número|mio numero|meu número|mijn nummer|rufen Sie|ruf mich|anrufen|erreich*|appelez*|bellen|ring mig|zadzwoń|dzwonić|answering at|registered";

export const PHONE_WORDS = words(...NAMES, PHRASES);

/** The word, at most a few others such as "number is", then the number: nothing that could start another thought. */
export const PHONE_LABEL = new RegExp(
  `(?:${words(...NAMES).source}|${words(PHRASES).source})(?:[ -]?(?:no|nr|num|number|numbers|nummer|numéro|numero|número|n[°º]|番号|号码|号|번호)(?![${LETTER}])\\.?)?[^${LETTER}\\d\\n]{0,6}(?:(?:is|was|on|at|under|to|me|us|which|ist|unter|au|sur|al|es|est|é|è|er|är|op|på|my|mobile|cell|home|work|office|private|direct|number|my registered)[ :]{1,2}){0,4}[(+]{0,2}\\n?[ ]{0,3}$`,
  "iu",
);

/** Links that dial: their digits have no form, and the rest of a link is none of ours. */
export const PHONE_LINKS: Recogniser = {
  name: "phone number in a link",
  kind: "phone",
  pattern: /(?:wa\.me\/|[?&]phone=|tel:|callto:|sms:)(?<value>\+?\d{7,15})(?!\d)/gi,
  digits: 7,
  alone: "shape",
};
