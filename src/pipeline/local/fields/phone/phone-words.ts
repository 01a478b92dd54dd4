/** What stands before a number, at the end of the text that precedes it. */
const BEFORE = String.raw`[\s.:()+*|–—-]{0,6}$`;

/** "Tel.", "M:", "Handy", "Rückruf unter". */
export const LABEL = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:tel(?:e(?:ph|f)ono?|efon|éfono|éphone|ephone)?|t[ée]l(?:\.|éphone)?|telefon(?:nr|nummer|nummeret|szám|numer)?|telefone|telefoon|puhelin|phone|ph|fon|ph\.?(?: no)?|mobile?|mob|mobil|mobiel|móvil|movil|mobiltelefon|handy|cell(?:ulare|phone)?|cel|celular|portable|port|gsm|komórka|kom|whatsapp|wa|signal|viber|direct(?: line| dial)?|dd|ddi|office|desk|main|work|home|durchwahl|dw|standard|ligne directe|centralita|m|t|p|c|o|d|w|h|tlf|tfn|puh|τηλ|тел(?:ефон)?|моб|電話|携帯|직통|휴대폰|전화|手机|电话|電話番号|连絡先|連絡先|☎|✆|📞|📱)(?:\s?(?:no|nr|number|nummer|büro|office))?` +
    BEFORE,
  "iu",
);

/** "Call me on", "reach me at", "erreichen Sie mich unter", anywhere in the few words before. */
export const INVITES =
  /(?:\b(?:call|ring|phone|text|reach(?:ed|able)?|contact|bell|dial|buzz|ping|whatsapp|number|cell|mobile|tel)\b|anruf|erreich|rückruf|ruf(?:en|t)? |durchklingeln|nummer|appel|joindre|joignable|rappel|numéro|llam|localizar|número|chiam|contatt|raggiung|numero|recapito|lig(?:ar|ue)|telefon|contact(?:ar|e)|bel(?:len)?\b|bereik|ring |nå mig|når mig|træff|soita|tavoit|dzwoni|zadzwo|kontakt|zavol|volej|hív|sun(?:a|ați)|arayın|ara\b|позвон|зателефон|電話|連絡|연락|전화|电话|联系)[^!?]{0,40}$/iu;

export const FAX = new RegExp(
  String.raw`(?:(?:tele)?fax|telefax|télécopie|фаакс|факс|传真|팩스|(?:^|[\s|,])f)` + BEFORE,
  "iu",
);

/** Numbers of something else: accounts, registers, orders. */
export const FOREIGN = new RegExp(
  String.raw`(?:iban|bic|rek(?:ening)?(?:nr|nummer)?|konto(?:nr)?|account|acct|a\/c|vat|ust(?:-?id)?(?:nr)?|mwst|tva|iva|nif|cif|nip|regon|krs|siret|siren|rcs|kvk|btw|cvr|org(?:\.|anisasjons)?\s?(?:nr|nummer)?|hrb|fn|abn|acn|ein|tax(?: id)?|ue|eu|dsgvo|reg(?:istered|istration)?(?: no| in england| number)?|company no|charity(?: no)?|invoice|rechnung|factur\p{L}*|fattura|faktur\p{L}*|order|bestell\p{L}*|commande|pedido|ordine|ref(?:erence)?|case|ticket|claim|policy|licen[cs]e|lic|serial|s\/n|sn|imei|sku|item|part|po|p\.o|box|postfach|postcode|zip|cep|id|no|nr|nº|n°|№|#|member(?:ship)?|customer|kunden(?:nr|nummer)?|klantnummer|tracking|parcel|sendung|colis|route|routing|sort code|bsb|blz)` +
    BEFORE,
  "iu",
);
