import { phrases } from "./patterns.ts";

/**
 * What legal small print speaks of, by topic. A customer uses any one of these words ("I got this message by mistake"); two
 * topics in one paragraph about "this e-mail" are a lawyer's.
 */
const topic = (table: string) => phrases(table);

export const SECRET = topic(`
en  confidential|privileged|proprietary
de  vertraulich|geheim
fr  confidentiel
es,pt  confidencia|privilegiad
it  riservat|confidenzial
nl  vertrouwelijk
pl  poufn
sv,da,no  konfidentiel|konfidensiel|fortrolig|sekretess|taushet
fi  luottamuksel|salassa
cs,sk  důvěrn|dôvern
hu  bizalmas
ro  confiden[țtţ]ial
tr  gizli
ru,uk  конфиденциальн|конфіденційн
el  εμπιστευτικ|απόρρητ
ja,zh,ko  機密|秘密|保密|机密|기밀
he,ar  חסוי|סודי|سري
`);

export const RECIPIENT = topic(String.raw`
en  intended (?:solely|only|exclusively|recipients?|addressee|for)|addressee|(?:sole|exclusive|only for the) use of|solely for|person or entity
de  ausschlie(?:ß|ss)lich für|adressat|(?:vorgesehen|richtig|rechtmä|beabsichtigt|bestimmungsgem)\p{L}* (?:empfänger|adressat)|(?:nur|allein) für (?:den|die)
fr  destinataire|usage exclusif|(?:exclusivement|uniquement) (?:à|aux?|destiné)
es,pt,it  destinat[aá]ri
nl  geadresseerde|(?:uitsluitend|alleen) (?:bestemd|bedoeld)|bestemd voor
pl  adresat|przeznaczon
sv  avsedd|adressat|mottagare
da,no  tiltænkt|adressat|modtager|mottaker|beregnet
fi  vastaanottaj|tarkoitettu
cs,sk  adresát|určen
hu  címzett
ro  destinatar|adresat
tr  alıcı|muhata[bp]
ru,uk  адресат|предназначен|получател|призначен
el  παραλήπτ|αποδέκτ|προορίζεται
ja,zh,ko  受信者|名宛|宛先|收件人|收件者|수신인|수신자
he,ar  נמען|المرسل إليه|المستلم
`);

export const MISTAKE = topic(`
en  in error|by mistake|inadvertent|erroneously
de  irrtümlich|versehentlich|fehlgeleitet
fr  par erreur
es  por error
pt  por (?:engano|erro)
it  per errore
nl  abusievelijk|ten onrechte|per (?:abuis|vergissing)
pl  omyłk
sv,da,no  av misstag|felaktigt|ved en (?:fejl|feil)|fejlagtig
fi  erehdykses
cs,sk  omylem|omylom
hu  tévedés
ro  din (?:eroare|greșeală|greşeală)
tr  yanlışlıkla|sehven
ru,uk  ошибочно|по ошибке|помилково
el  λάθος|εσφαλμέν
ja,zh,ko  誤って|誤送信|误收|誤收|잘못
he,ar  בטעות|بالخطأ|عن طريق الخطأ
`);

export const FORBIDDEN = topic(String.raw`
en  unauthori[sz]ed|prohibited|disclosure|disseminat|distribution|not (?:permitted|authori[sz]ed)|unlawful
de  unbefugt|nicht (?:gestattet|erlaubt)|untersagt|unzulässig|vervielfältig
fr  interdite?s?\b|divulg|non autoris
es  prohibid|divulga|no autorizad
pt  proibid|divulga|não autorizad
it  vietat|divulga|non (?:autorizzat|consentit)
nl  verboden|niet toegestaan|openbaarmaking|vermenigvuldig
pl  zabronion|niedozwolon|rozpowszechni|ujawni
sv,da,no  förbjud|obehörig|forbudt|uberettiget|uautoriser|videregiv
fi  kielletty|luvaton|oikeudeto
cs,sk  zakázán|zakázan|neoprávn
hu  tilos|jogosulatlan
ro  interzis|neautorizat|divulg
tr  yasak|yetkisiz
ru,uk  запрещ|несанкционир|разглаш|заборон|розголош
el  απαγορ|εξουσιοδοτ
ja,zh,ko  禁じ|禁止|严禁|嚴禁|未经授权|未經授權|금지|무단
he,ar  אסור|محظور|يحظر|يمنع
`);

export const DESTROY = topic(String.raw`
en  (?:delete|destroy|erase|discard)\b.{0,60}(?:\bit\b|message|e-?mail|cop(?:y|ies)|system)|(?:notify|inform|contact|advise|tell|alert) (?:us|the sender|sender|the author|the originator|the system manager|the person)|reply(?:ing)? (?:to the sender|e-?mail)
de  (?:vernichten|löschen) sie|(?:absender|uns)\b.{0,40}(?:informier|benachrichtig|verständig)|(?:informier|benachrichtig|verständig)\p{L}*.{0,40}absender
fr  (?:détru|supprim|effac)|(?:averti|inform|avis|prévenir|contact).{0,40}(?:l['’]expéditeur|l['’]émetteur)
es  (?:borr|elimin|destru)|(?:notif|comuni|inform|avis).{0,40}(?:remitente|emisor)
pt  (?:apag|elimin|destru)|(?:notif|comuni|inform|avis).{0,40}remetente
it  (?:cancell|elimin|distru)|(?:notif|comuni|inform|avvis).{0,40}mittente
nl  (?:verwijder|vernietig|wissen)|afzender
pl  (?:usun|zniszcz|skasow)|nadawc
sv,da,no  (?:radera|förstör|slet|destruer|makuler)|avsändar|afsender|avsender
fi  (?:poist|tuho|hävit)|lähettäj
cs,sk  (?:smaž|vymaž|znič|odstra)|odes[ií]latel|odosielateľ
hu  (?:töröl|semmisít)|feladó
ro  (?:șterge|şterge|distruge)|expeditor
tr  (?:silin|imha)|gönder(?:en|ici)
ru,uk  (?:удал|уничтож|видал|знищ)|отправител|відправник
el  (?:διαγρ|καταστρ)|αποστολέα
ja,zh,ko  削除|破棄|廃棄|送信者|删除|刪除|销毁|銷毀|发件人|寄件人|삭제|폐기|발신
he,ar  למחוק|להשמיד|לשולח|حذف|إتلاف|المرسل(?! إليه)
`);

export const BLAME = topic(String.raw`
en  \bliab(?:le|ility)|disclaim|warrant(?:y|ies|ed)|(?:views|opinions)\b.{0,30}(?:expressed|are|author|sender)|virus(?:es)?[ -](?:free|scan|check|transmitted)|(?:free (?:of|from)|contains?|carr(?:y|ies)|any|for) (?:\p{L}+ )?virus|\bmonitored|intercepted|(?:legally )?binding|subject to (?:disclosure|the)|public records|no responsibility
de  haftung|haften|viren\b|rechtsverbindlich|rechtlich bindend
fr  responsabilité|virus
es,pt,it  responsab|vírus|virus
nl  aansprakelijk|virus
pl  odpowiedzialno
sv,da,no  ansvar
fi  vastuu
cs,sk  odpovědnost|zodpovednos
hu  felelőss
ro  răspunde
tr  sorumlu
ru,uk  ответственност|відповідальн
el  ευθύν
ja,zh,ko  責任|责任|病毒|책임
he,ar  אחריות|مسؤول
`);

/** "If you are not the intended recipient": persons who got something by mistake state it as a fact. */
export const CONDITION = topic(String.raw`
en  if you (?:are|have|did|do|received?|get|believe)|if (?:received|this|the reader)|anyone other than|\b(?:sent|received?|reach\p{L}*) (?:to )?you in error
de  (?:wenn|sollten|falls|sind|haben) sie\b
fr  si (?:vous|ce|le)
es,pt,it  (?:^|[\s.,])(?:si|se|en caso|caso|qualora|ove|ricevendo)\s
nl  (?:indien|als|mocht) u\b|indien deze
pl  jeśli|jeżeli|w przypadku
sv,da,no  (?:om|hvis|dersom|såfremt) (?:du|ni|de)\b|har du
fi  (?:^|[\s.,])(?:jos|mikäli)\s
cs,sk  pokud|jestliže|(?:^|[\s.,])ak\s
hu  (?:^|[\s.,])(?:ha|amennyiben)\s
ro  dacă
tr  eğer|ise\b|(?:seniz|sanız|ysanız)
ru,uk  если|якщо
el  (?:^|[\s.,])(?:ε?άν|αν)\s
ja,zh,ko  万一|もし|場合|如|若|경우
he,ar  אם|إذا|في حال
`);
