import { alternatives } from "./patterns.ts";

/** Legal and company small print below a mail, by paragraph. */

/** How such a paragraph speaks of the mail itself. Without that, "confidential" or "delete" is the writer's own matter. */
const THIS_MAIL =
  /\b(?:th(?:is|e) (?:e-?mail|message|communication|transmission|electronic|information contained|contents? of this|document|correspondence)|e-?mail (?:to and from|communications?|is not)|any attachments?)|\bdies\p{L}{0,2} (?:e-?mail|nachricht|mail|mitteilung)|\b(?:der )?inhalt dieser|\bce(?:t|tte)? (?:e-?mail|message|courriel|mail|transmission|communication)|\beste? (?:e-?mail|mensa(?:je|gem)|correo|documento|comunicaci)|\besta (?:mensagem|comunica)|\bquesto messaggio|\b(?:questa|la presente|il presente|il contenuto|le informazioni)[^.]{0,40}(?:e-?mail|messaggio|comunicazione|documento)|\b(?:dit|deze) (?:e-?mail|bericht|mail)|\b(?:ta|niniejsza|ten) (?:wiadomość|e-?mail|korespondencja)|\b(?:detta|det här|denne|denna|dette) (?:e-?post\p{L}*|e-?mail\p{L}*|mail\p{L}*|meddeland\p{L}*|meddelelse|melding\p{L}*|mejl\p{L}*)|\btämä (?:viesti|sähköposti)|\bt(?:ato|ento|áto) (?:zpráva|e-?mail|správa)|\bez az? (?:e-?mail|üzenet|levél)|\bacest (?:mesaj|e-?mail)|\bbu (?:e-?posta|mesaj|ileti)|(?:это|данное|настоящее) (?:сообщение|письмо|электронное)|(?:це|дане) (?:повідомлення|лист)|(?:το παρόν|αυτό το|το μήνυμα αυτό)|(?:本|この)(?:メール|電子メール|e-?mail)|(?:本|此|该)(?:邮件|郵件|电子邮件|電子郵件|信件)|(?:본|이) (?:메일|이메일|전자우편)|הודעה זו|(?:هذه الرسالة|هذا البريد)/iu;

const LEGAL =
  /confidential|privileged|intended (?:solely|only|recipient|for)|(?:received|sent to you) (?:this|it)? ?(?:\p{L}+ )?in error|unauthori[sz]ed|disclosure|disclaim|liab(?:le|ility)|virus|viren|monitor(?:ed|ing)|vertraulich|ausschlie(?:ß|ss)lich für|adressat|irrtümlich|unbefugt|bestimmt|confidentiel|destinataire|par erreur|confidencial|destinat[aá]ri|por error|por (?:engano|erro)|privilegiad|riservat|destinatari|per errore|vertrouwelijk|geadresseerde|bestemd|abusievelijk|ten onrechte|poufn|adresat|pomyłk|konfidentiel|avsedd|av misstag|fortrolig|konfidensiel|ved en (?:fejl|feil)|luottamuksel|vastaanottaja|erehdyksessä|důvěrn|dôvern|adresát|omyl|bizalmas|címzett|tévedés|confiden[țt]ial|din (?:eroare|greșeală)|gizli|yanlışlıkla|sorumlu|конфиденциальн|адресат|предназначен|ошибк|конфіденційн|помилково|εμπιστευτικ|παραλήπτ|λάθος|αποδέκτ|機密|誤って|受信者|保密|机密|機密|收件人|误收|誤收|기밀|수신인|수신자|잘못|חסוי|בטעות|نمעن|سري|بالخطأ|subject to disclosure|public records/iu;

/** Openings that need no second sign. */
const NOTICE =
  /^(?:\*{0,2}|_{0,2})(?:confidentiality (?:notice|note|statement)|legal (?:notice|disclaimer)|disclaimer|privacy notice|important notice|public records notice|notice of confidentiality|hipaa notice|vertraulichkeitshinweis|rechtlicher hinweis|hinweis zur vertraulichkeit|datenschutzhinweis|haftungsausschluss|avis de confidentialité|avertissement(?: de confidentialité)?|aviso (?:legal|de confidencialidad\p{L}*|de confidencialidade)|informativa privacy|avviso di riservatezza|note legali|vertrouwelijkheidsverklaring|klauzula|уведомление о конфиденциальности|免責事項|免责声明|免責聲明|email disclaimer|this is (?:not a bill|a solicitation))\b|\bthis is a solicitation\b/iu;

/** Think before you print. */
const TREES =
  /(?:think|consider|please consider|save|denken sie|bitte (?:denken|prüfen)|pensez|avant d['’]imprimer|piense|antes de imprimir|pensi?|prima di stampare|denk (?:aan|bij)|print (?:this|deze)|pense no|pomyśl|myslete|tänk på|tænk på|tenk på|ajattele|gondoljon)[^.]{0,80}(?:environment|print|umwelt|ausdruck|environnement|imprim|medio ?ambiente|ambiente|stamp|milieu|meio ambiente|środowisk|drukowani|prostředí|miljö|miljø|ympäristö|környezet)/iu;

/** Register and tax numbers of companies: a line that nobody types into a request. */
const REGISTER = new RegExp(
  alternatives(String.raw`
en  \bregistered (?:in|office|company)\b.{0,80}\d|\b(?:company (?:no|number|reg)|vat (?:no|reg|id|number))\b.{0,12}\d
de  \b(?:amtsgericht|handelsregister|registergericht)\b|\bhr[ab] ?\d|\bsitz der gesellschaft|\b(?:ust-?id\S{0,4}|steuernummer)\W{0,4}\S{0,4}\d
de  \b(?:geschäftsführ\p{L}*|vorstand|aufsichtsrat\p{L}*) ?(?::|/)|vorsitzende\p{L}* des
fr  \brcs \p{L}+ .{0,12}\d|\bsire[tn]\W{0,4}\d|\b(?:sas|sarl|sa) au capital|\bcapital social
es  \bregistro mercantil|\b[cn]\.?i\.?f\.?\W{1,3}\S{0,2}\d
it  \bp\. ?iva\W{0,3}(?:it)?\d|\bcap(?:itale)?\.? soc|\breg\. ?imp
pt  \b(?:cnpj|nipc)\W{0,4}\d
nl  \b(?:kvk|btw)\b.{0,6}\d{4}
pl  \b(?:krs|regon|nip)\W{0,3}\d|kapitał zakładowy
sv,da,no  \borg\.? ?n(?:r|ummer)\W{0,3}\d|\bcvr\b.{0,6}\d
fi  \by-tunnus\W{0,3}\d
cs,sk  \b(?:ičo?|dič)\W{1,3}\S{0,2}\d|\bobchodní rejstřík
hu  \bcégjegyzék
ru  \b(?:инн|огрн)\W{0,3}\d
`),
  "iu",
);

export function isDisclaimer(paragraph: string): boolean {
  const text = paragraph.length > 1_500 ? paragraph.slice(0, 1_500) : paragraph;
  if (NOTICE.test(text)) return true;
  if (TREES.test(text) && text.length < 300) return true;
  if (THIS_MAIL.test(text) && LEGAL.test(text) && text.length > 40) return true;
  return REGISTER.test(text) && text.length < 400 && !/\?\s*$/.test(text);
}
