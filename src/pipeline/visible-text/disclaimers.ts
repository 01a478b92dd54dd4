import { remembered } from "../remembered.ts";
import { BLAME, CONDITION, DESTROY, FORBIDDEN, MISTAKE, RECIPIENT, SECRET } from "./disclaimer-topics.ts";
import { speaksOfSelf } from "./first-person.ts";
import { phrases } from "./patterns.ts";

/** Legal and company small print below a mail, by paragraph. */

/** How such a paragraph speaks of the mail itself. Without that, "confidential" or "delete" is the writer's own matter. */
const THIS_MAIL = phrases(String.raw`
en  \bth(?:is|e) (?:e-?mail|message|communication|transmission|electronic|information contained|contents? of this|document|correspondence)|\be-?mail (?:to and from|communications?|is not)|\bany attachments?
de  \bdies\p{L}{0,2} (?:e-?mail|nachricht|mail|mitteilung)|\b(?:der )?inhalt dieser
fr  \bce(?:t|tte)? (?:e-?mail|message|courriel|mail|transmission|communication)
es,pt  \beste? (?:e-?mail|mensa(?:je|gem)|correo|documento|comunicaci)|\besta (?:mensagem|comunica)
it  \bquesto messaggio|\b(?:questa|la presente|il presente|il contenuto|le informazioni)[^.]{0,40}(?:e-?mail|messaggio|comunicazione|documento)
nl  \b(?:dit|deze) (?:e-?mail|bericht|mail)
pl  \b(?:ta|niniejsza|ten) (?:wiadomość|e-?mail|korespondencja)
sv,da,no  \b(?:detta|det här|denne|denna|dette) (?:e-?post\p{L}*|e-?mail\p{L}*|mail\p{L}*|meddeland\p{L}*|meddelelse|melding\p{L}*|mejl\p{L}*)
fi  \btämä (?:viesti|sähköposti)
cs,sk  \bt(?:ato|ento|áto) (?:zpráva|e-?mail|správa)
hu  \bez az? (?:e-?mail|üzenet|levél)
ro  \bacest (?:mesaj|e-?mail)
tr  \bbu (?:e-?posta|mesaj|ileti)
ru,uk  (?:это|данное|настоящее) (?:сообщение|письмо|электронное)|(?:це|дане) (?:повідомлення|лист)
el  το παρόν|αυτό το|το μήνυμα αυτό
ja,zh  (?:本|この)(?:メール|電子メール|e-?mail)|(?:本|此|该)(?:邮件|郵件|电子邮件|電子郵件|信件)
ko  (?:본|이) (?:메일|이메일|전자우편)
he,ar  הודעה זו|هذه الرسالة|هذا البريد
`);

/** Openings that need no second sign. */
const NOTICE = phrases(
  `
en  confidentiality (?:notice|note|statement)|notice of confidentiality|legal (?:notice|disclaimer)|(?:email )?disclaimer|privacy notice
en  important notice|public records notice|hipaa notice|this is (?:not a bill|a solicitation)
de  vertraulichkeitshinweis|rechtlicher hinweis|hinweis zur vertraulichkeit|datenschutzhinweis|haftungsausschluss
fr  avis de confidentialité|avertissement(?: de confidentialité)?
es,pt  aviso (?:legal|de confidencialidade?s?|de privacidade?)
it  informativa privacy|avviso di riservatezza|note legali
nl,pl  vertrouwelijkheidsverklaring|klauzula
ru  уведомление о конфиденциальности
ja,zh  免責事項|免责声明|免責聲明
`,
  String.raw`^(?:\*{0,2}|_{0,2})`,
  String.raw`(?![\p{L}\p{N}])`,
);
const SOLICITATION = phrases(String.raw`\bthis is a solicitation\b`);
const isNotice = (text: string) => NOTICE.test(text) || SOLICITATION.test(text);

/** "Please consider the environment before printing this e-mail." */
const NATURE = phrases(String.raw`
en  environment|\btrees?\b|planet|\bgreen\b|nature
de  umwelt|bäume?\b|natur
fr  environnement|planète|arbres?\b
es,pt  medio ?ambiente|meio ambiente|planeta|árvore|árbol|naturaleza|natureza
it  ambiente|alberi|natura
nl  milieu|bomen
pl  środowisk|drzew
sv,da,no  miljö|miljø|träd\b|skog
fi  ympäristö|luonto
cs,sk,hu  prostředí|prostredi|přírod|környezet
ro,tr  mediul|çevre|doğa|ağaç
ru,uk  окружающ|природ|довкілл
ja,zh  環境|环保|環保|环境
`);
const PRINT = phrases(String.raw`
en  before (?:you )?print|print(?:ing|ed)? (?:out )?(?:this|the|your) (?:e-?mail|mail|message)|(?:need|necessary) to print
de  vor dem (?:aus)?druck|(?:e-?mail|mail|nachricht).{0,40}(?:aus)?(?:drucken|gedruckt|ausdruck)|ausdruck.{0,30}(?:e-?mail|mail|nachricht)
fr  avant d['’]imprimer|imprime[rz] (?:ce|cet|que)
es,pt,it  antes de imprimir|imprim\p{L}* (?:este|esta)|prima di stampare|stampa\p{L}* (?:questa|questo)
nl  print\p{L}* (?:deze|dit)|(?:e-?mail|mail|bericht).{0,30}(?:print|afdruk)|voordat u
pl  drukowan|wydruk
sv,da,no  (?:skriv\p{L}*|print\p{L}*|udskriv\p{L}*)\b.{0,30}(?:mail|mejl|post|meddel|melding)|innan du|før du
fi,cs,hu  tulost|vytis|nyomtat
ro,tr,ru,uk  imprim|tipăr|yazdır|печат|друкув
ja,zh  印刷|打印|列印
`);

/** Register and tax numbers of companies: a line that nobody types into a request. */
const REGISTER = phrases(String.raw`
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
`);

export const isDisclaimer = remembered((paragraph): boolean => {
  const text = paragraph.length > 1_500 ? paragraph.slice(0, 1_500) : paragraph;
  if (isNotice(text)) return true;
  if (text.length < 300 && PRINT.test(text) && NATURE.test(text)) return true;
  if (REGISTER.test(text) && text.length < 400 && !/\?\s*$/.test(text)) return true;
  return text.length > 40 && THIS_MAIL.test(text) && speaksLaw(text);
});

/**
 * Two topics. "Got it by mistake" and "please delete it" are what persons say too, so they need an "if you …", and a word of
 * the writer about himself takes everything back.
 */
function speaksLaw(text: string): boolean {
  const recipient = RECIPIENT.test(text);
  const topics = [SECRET, FORBIDDEN, BLAME].filter((topic) => topic.test(text)).length + Number(recipient);
  if (topics >= 3) return true;
  if (speaksOfSelf(text)) return false;
  if (topics === 2 || !CONDITION.test(text)) return topics === 2;
  return recipient || MISTAKE.test(text) || (topics === 1 && DESTROY.test(text));
}

/** Does this line alone sound of the law? Only to find where in a paragraph that is a disclaimer it begins. */
export function soundsLegal(line: string): boolean {
  if (isNotice(line) || REGISTER.test(line) || PRINT.test(line)) return true;
  return (
    THIS_MAIL.test(line) && [SECRET, RECIPIENT, FORBIDDEN, BLAME, MISTAKE, DESTROY].some((topic) => topic.test(line))
  );
}
