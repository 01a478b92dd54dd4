import { words } from "../../words.ts";

/** Words that say that an address is near: they make a weak street form one. */
export const ADDRESS_WORDS = words(
  "address|addresses|ship to|shipped to|shipping|deliver to|delivered to|deliver it to|ship it to|bring it to|delivery|mailing|live at|lives at|living at|live in|lives in|lived in|living in|live on|lives on|living on|located at|located on|location|resid*|moved to|moving to|send it to|sent to|send to|mail it to|mail to|return to|pick up at|home is|house|flat|visit us at|meet me at|office is at|offices are at|postal|arrived at|drops you off at|stop at|taxi to|stop is on|station is on",
  "adresse|adress*|anschrift|lieferadresse|rechnungsadresse|wohnhaft|wohne|wohnt|wohnen|liefern|lieferung|versand*|sitz|postanschrift",
  "habite|habitons|domicili*|livrer|livraison|demeurant|siège|envoyer|expédi*",
  "dirección|domicilio|vivo en|vive en|entrega|enviar|envío|residente",
  "indirizzo|abito|abita|residenza|consegna|spedire|spedizione|sede",
  "morada|endereço|moro|mora em|resido|entrega|enviar",
  "adres|woon|woont|bezorg*|aflever*|lever*|gevestigd",
  "bor på|bor i|leverans*|leverer*|bopæl|bosted|osoite|toimitus*|asun",
  "adresa|adresu|bydlím|bydliště|doruč*|mieszka*|zamieszk*|wysył*|dostaw*|cím|lakcím|lakik|adresi|teslimat|oturuyorum",
  "адрес*|живу|доставк*|проживаю|διεύθυνση|μένω|عنوان|כתובת|住所|送り先|届け先|お届け|地址|收货|주소|배송|ที่อยู่|địa chỉ|alamat|पता",
);

/** "Address:", "Ship to:", "My new address is": what follows is one, in whatever form the country writes it. */
const LABEL =
  /(?<![\p{L}@])(?:(?:(?:e-?mail|web|ip|mac|wallet|url)[ -]?)?(?:mailing |shipping |delivery |billing |home |postal |street |new |old |current |secondary |return )?address(?: line ?1?)?|ship(?:ping)? to|deliver(?:y)? to|bill to|Lieferadresse|Rechnungsadresse|Anschrift|Adresse(?: de (?:livraison|facturation))?|Direcci[oó]n(?: de (?:env[ií]o|entrega))?|Domicilio|Indirizzo(?: di (?:spedizione|consegna))?|Endereço(?: de entrega)?|Morada|Adres(?: dostawy| do wysyłki)?|Afleveradres|Bezorgadres|Leveransadress|Leveringsadresse|Osoite|Toimitusosoite|Adresa|Cím|Адрес(?: доставки)?|Διεύθυνση|[Aa]dresim|[Tt]eslimat adresi|[Đđ]ịa chỉ|[Aa]lamat|Адреса|العنوان|عنواني|عنوان|آدرس|הכתובת(?: שלי)?|כתובת|पता|ที่อยู่|住所|お届け先|送付先|配送先|地址|收货地址|收件地址|주소)(?: ?(?:is|ist|est|es|è|é|is now|is below|lautet))?(?::[ \t]{0,8}\n?| is:?[ \n]| ist:? | :[ \t]{0,4}|：|\n)[ \t>]{0,8}/giu;
/** Someone lives right here: then name and number need no place behind them. */
export const LIVES_AT =
  /(?:(?<![a-z])(?:live|lives|lived|living|reside|resides|residing|located) (?:at|on)|(?<!(?:mail|web|ip) )address is|wohn(?:e|t|en) (?:in der|in|am|an der|auf)|habit(?:e|ons)(?: au)?|viv[oe] en|abit[oa] in|mor[oa] (?:na|no|em)|woont? (?:op|aan|in)|bor (?:på|i)|mieszkam (?:przy|na)|bydlím (?:na|v)|lakom) (?:\d{1,6} )?$/i;

const MOST_LINES = 6;
const LONGEST_LINE = 160;

/** The stretch behind a label: short lines with names and at least one number, to the first that is none. */
export function addressesByLabel(text: string): { start: number; end: number; label: string }[] {
  const found: { start: number; end: number; label: string }[] = [];
  for (const { index, 0: whole } of text.matchAll(LABEL)) {
    if (/^(?:e-?mail|web|ip|mac|wallet|url)/i.test(whole)) continue;
    const start = index + whole.length;
    // "Mail to this address is subject to…" goes on with words, an address with a number or a name.
    if (/\sis:?\s*$/.test(whole) && !/^(?:\d|\p{Lu}|\p{Lo})/u.test(text.slice(start))) continue;
    const end = blockEnd(text, start);
    const block = text.slice(start, end);
    if (block.length >= 8 && /\d/.test(block) && /\p{L}{2}/u.test(block))
      found.push({ start, end, label: whole.trim() });
  }
  return found;
}

function blockEnd(text: string, start: number): number {
  let end = start;
  let at = start;
  for (let count = 0; count < MOST_LINES; count++) {
    // Looking for the end of a line of megabytes from every label in it would take the square of its length.
    const window = text.slice(at, at + LONGEST_LINE + 1);
    const next = window.indexOf("\n");
    if (next < 0 && window.length > LONGEST_LINE) break;
    const line = next < 0 ? window : window.slice(0, next);
    const part = addressPart(line);
    if (part === "") break;
    end = at + part.trimEnd().length;
    // The line went on with something else, or ends the sentence.
    if (part.length < line.trimEnd().length || next < 0) break;
    at += next + 1;
  }
  return end;
}

/** As much of a line as may be address: a label, a link, a sentence or a question ends it. */
function addressPart(line: string): string {
  if (line.trim() === "") return "";
  const stop =
    /[?!;@\ufffc]|https?:|\.(?= |$)(?<!(?:\b(?:St|Str|Ave|Rd|Dr|Apt|Ste|Blvd|No|Nr|ul|al|pl|os|Jl|C|Av|Avda|Ctra|P|O)|\b\p{Lu})\.)|(?<=[\p{L}\d]) (?:and|but|so|please|because|since|instead|thanks|not|und|aber|bitte|et|mais|y|pero|por favor|e|ma|in case|last night|after|before|with|is|was|are|for|in|which|that)(?![\p{L}])|[\p{L} ]{2,20}:(?= |$)/iu.exec(
      line,
    );
  const part = stop ? line.slice(0, stop.index) : line;
  return /\p{Lu}|\d|\p{Lo}/u.test(part) ? part : "";
}
