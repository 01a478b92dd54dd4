import { phrases } from "../visible-text/patterns.ts";

/** How absence notices and acknowledgements begin and speak, by language. Subjects are matched at their start only: people quote them. */

/** What mail programs call it. */
const AUTOMATIC = String.raw`
en  auto(?:matic|mated)?[- ]?(?:repl(?:y|ied)|response|respond(?:er)?|answer)|automatic(?:ally generated)? (?:reply|response)|vacation (?:reply|response|notice|message)
en  (?:out|away)[- ]of[- ](?:the )?office (?:(?:auto)?reply|notification|message|notice|assistant)
de  abwesenheits(?:notiz|nachricht|meldung|benachrichtigung|assistent|agent)|automatische (?:antwort|rückantwort)|autom\. antwort|auto-?antwort
fr  r[ée]ponse automatique|(?:message|notification) d['’]absence
es  respuesta autom[áa]tica|contestaci[óo]n autom[áa]tica
it  risposta automatica|messaggio di assenza
pt,ca  resposta autom[áàa]tica
nl  automatisch antwoord|automatische beantwoording|afwezigheids(?:bericht|melding|assistent)
pl  autom(?:atyczna )?odpowied[źz]|odpowied[źz] automatyczna
sv,da,no  autosvar|automatiskt? svar|fr[åa]nvaromeddelande|frav[æe]rs(?:meddelelse|besked|melding)
fi  automaattinen vastaus|poissaoloilmoitus
cs,sk,hu  automatick[áa] odpov[ěe][ďd]|automatikus v[áa]lasz
ro,tr  r[ăa]spuns automat|otomatik (?:yan[ıi]t|cevap)
ru,uk,el  автоматический ответ|автоответ|автоматична відповідь|αυτόματη απάντηση
ja,zh,ko  自動(?:返信|応答)|不在(?:通知|のお知らせ|連絡)|自动(?:回复|答复)|自動(?:回覆|回复)|자동 ?(?:응답|회신)
he,ar  תשובה אוטומטית|מענה אוטומטי|(?:ال)?رد (?:ال)?تلقائي
bg,hr,sr,sl  автоматичен отговор|аутоматски одговор|automatski odgovor|samodejni odgovor
et,lv,lt  automaatvastus|automaatne vastus|automātiskā atbilde|automatinis atsakymas
is,ga  sjálfvirkt svar|freagra uathoibríoch
id,vi,th  balasan otomatis|trả lời tự động|ตอบกลับอัตโนมัติ
`;

/** What people call it; customers write of their holidays too. */
const AWAY = `
en  (?:out|away)[- ]of[- ](?:the )?office|ooo|on (?:vacation|leave|holiday)
de  abwesenheit|abwesend|(?:ich bin )?nicht im (?:büro|haus)|im urlaub
fr  absente?(?: du bureau)?|absence(?: du bureau)?
es,pt  fuera de (?:la )?oficina|ausencia|ausente|fora do (?:escrit[óo]rio|gabinete)|aus[êe]ncia(?: tempor[áa]ria)?
it  fuori (?:ufficio|sede)|assente|assenza
nl,pl  afwezig(?:heid)?|niet op kantoor|poza biurem|nieobecno[śs][ćc]
sv,da,no  fr[åa]nvaro|frånvarande|frav[æe]r|ikke p[åa] kontoret
cs,hu,tr  mimo kancel[áa][řr]|h[áa]zon k[íi]v[üu]l|ofis d[ıi][şs][ıi]nda
ru,el,ko  отсутствую|нет на месте|εκτός γραφείου|부재중
`;

/**
 * The phrase alone, or what it answers behind a colon, or who or when: "Automatic reply: your order", "Out of office until
 * Monday". "Automatic reply not working" is a question of somebody who sets one up.
 */
const startsWith = (table: string) =>
  phrases(
    table,
    "^(?:\\[[^\\]]{1,40}\\]\\s*)?",
    "\\s?(?:[!.]?$|[:：;,\\-–—|(\\[【「]|(?:re|aw|from|until|till|von|vom|bis|de|du|jusqu|hasta|del|da|fino|até|van|tot|od|do|från|fra|til)(?![\\p{L}\\p{N}]))",
  );
export const AUTO_SUBJECT = startsWith(AUTOMATIC);
export const ABSENCE_SUBJECT = startsWith(AWAY);

/** "Ann Lee is out of the office", the only sign of Lotus Notes. */
const IS_AWAY = phrases(
  `
en  is (?:currently )?(?:out of (?:the )?office|away|on (?:annual |parental |maternity |paternity )?(?:leave|vacation|holiday))
de  ist (?:außer haus|nicht im (?:büro|haus)|abwesend)
fr  est absente?
es,it  está (?:ausente|fuera)|è (?:assente|fuori)
`,
  String.raw`(?:^|\] )[^?]{1,80} `,
  String.raw`(?![\p{L}\p{N}]).{0,40}$`,
);
export const saysWhoIsAway = (subject: string): boolean =>
  IS_AWAY.test(subject) || /^away (?:until|from)\b/iu.test(subject);

/** One such sentence in a text without header: the writer speaks of being away as a fact of now. */
export const AWAY_BODY = phrases(String.raw`
en  \b(?:i(?:['’]m| am| will be)|we are) (?:currently |now |presently )?(?:out of (?:the |my )?office|away (?:from|until|on|returning)|on (?:annual |parental |maternity |paternity |sick |medical |a )?(?:leave|vacation|holidays?|sabbatical)|travell?ing|not (?:in the office|available|working|at work))\b
en  \b(?:limited|no|intermittent|irregular) access to (?:my )?(?:e-?mails?|inbox|mail)
en  thank you for your (?:e-?mail|message)[.,!]? (?:i am|i['’]m|i will) (?:currently |now )?(?:out|away|on)
de  \b(?:ich bin|bin ich|wir sind) (?:derzeit |zurzeit |zur zeit |momentan |aktuell |bis |vom |im )?.{0,40}(?:nicht (?:im (?:büro|haus|dienst)|erreichbar|am arbeitsplatz|anwesend)|abwesend|im urlaub|außer haus|in elternzeit|auf dienstreise|urlaubsbedingt)
de  ihre (?:e-?mail|nachricht|mail) wird nicht (?:weitergeleitet|bearbeitet|gelesen)
fr  \bje suis (?:actuellement |présentement )?(?:absente?|en (?:congés?|vacances|déplacement)|hors du bureau|indisponible)
es  \b(?:estoy|estaré|me encuentro|me encontraré) (?:actualmente )?(?:fuera de (?:la )?oficina|ausente|de (?:vacaciones|baja|viaje))
it  \b(?:sono|sarò) (?:attualmente |al momento )?(?:fuori (?:ufficio|sede)|assente|in ferie)
pt  \b(?:estou|estarei|encontro-me) (?:atualmente |de momento )?(?:fora do (?:escritório|gabinete)|ausente|de férias|em férias)
nl  \bik ben (?:momenteel |tot |van |op dit moment )?.{0,30}(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|met (?:vakantie|verlof)|op vakantie)
pl  \b(?:jestem|będę|przebywam) (?:obecnie |aktualnie )?(?:nieobecn|poza biurem|na urlopie)
sv  \bjag är (?:för närvarande |just nu )?(?:på semester|inte på kontoret|ledig|frånvarande|bortrest|föräldraledig)
da,no  \bjeg (?:er|har) (?:for tiden |i øjeblikket |desværre |nå |p\.t\. )?(?:på ferie|ikke (?:på|i) kontoret|fraværende|ferie|bortreist)
fi  \bolen (?:tällä hetkellä )?(?:lomalla|poissa|vuosilomalla)
cs  \bjsem (?:momentálně |nyní )?(?:mimo kancelář|na dovolené|nepřítom)
sk  \bsom (?:momentálne |aktuálne )?(?:mimo kancelárie|na dovolenke|neprítomn)
hr,sr,sl  na godišnjem (?:sam )?odmoru|\bsem (?:trenutno )?na dopustu
et,lv,lt  \bolen (?:hetkel )?puhkusel|esmu atvaļinājumā|(?:šiuo metu )?atostogauju
bg  (?:съм|в момента) .{0,20}в отпуск|в отпуск съм
hu  \b(?:szabadságon vagyok|házon kívül vagyok|irodán kívül)
ro  \bsunt (?:momentan |în prezent )?(?:plecat|în concediu|în afara biroului)
tr  yıllık izinde(?:yim)?|ofis dışındayım|izindeyim
ru  нахожусь в отпуске|в отпуске до|отсутствую (?:на рабочем месте|в офисе)
uk  перебуваю у відпустці|я у відпустці
el  (?:είμαι|βρίσκομαι|απουσιάζω) (?:σε άδεια|εκτός γραφείου)
ja  休暇(?:中|を頂|をいただ|取得)|不在にしております|不在のため|出張中
zh  正在休假|我(?:目前|现在)?(?:休假|不在办公室|外出)|出差中
ko  휴가 ?중|부재중|출장 ?중
he,ar  אני (?:נמצאת? )?(?:בחופשה|מחוץ למשרד)|أنا (?:حاليا |حالياً )?(?:في إجازة|خارج المكتب)
`);

/** What follows in a notice and not in a customer's letter: who stands in, what happens to the mail meanwhile. */
export const STANDS_IN = phrases(String.raw`
en  urgent|emergenc|in my absence|limited access|(?:contact|reach out to|write to|call) (?:my |our |the )?(?:colleague|team|manager|assistant|\S+@)|will (?:respond|reply|answer|get back|read|be read)|(?:e-?mails?|messages?) (?:will|are) not (?:be )?(?:read|forwarded|monitored)
de  vertretung|vertritt|dringend|in meiner abwesenheit|wenden sie sich|weitergeleitet|nach meiner rückkehr|werde ich .{0,30}(?:beantworten|antworten|melden)
fr  urgen(?:t|ce)|en mon absence|(?:contacter|adresser|joindre) |à mon retour|répondrai
es,pt  urgen(?:te|cia|cias)\b|en mi ausencia|na minha ausência|(?:contactar|contacte|póngase|diríjase|dirija-se)|responder[ée]|a mi regreso|regresso
it  urgen(?:te|ze|za)|in mia assenza|contattare|rivolgersi|al mio rientro|risponder
nl  dringend|spoed|in mijn afwezigheid|contact opnemen|neem contact|na terugkomst|zal ik
pl  pilnych|w sprawach|proszę o kontakt|po powrocie|odpowiem
sv,da,no  brådskande|akut|kontakta|kontakt(?:e|ta)?\b|när jag är tillbaka|når jeg er tilbake|svarer? (?:når|på)|återkommer
fi,cs,hu,ro,tr  kiireelli|palaan|naléhav|obraťte|vrátím|sürgős|visszatér|urgent|revin|acil|döndüğümde
ru,uk,el  срочн|обращайтесь|по возвращении|вернусь|терміново|зверн|επείγ|επιστρ
ja,zh,ko  緊急|お急ぎ|戻り|代わり|紧急|急事|返回|回来|급한|긴급|복귀
he,ar  דחוף|אחזור|عاجل|أعود|العودة
`);

/** When the writer is back: enough where the subject already speaks of absence. */
export const RETURN = phrases(String.raw`
en  \b(?:return|back (?:on|in|at)|until|till)\b
de  \b(?:bis|zurück|wieder (?:da|erreichbar|im))\b
fr  de retour|jusqu
es,pt,it  vuelta|hasta|regres|ritorn|rientr|fino al|retorn|até
nl,pl  \b(?:terug|tot|do dnia|wracam|powrót)
sv,da,no  tillbaka|åter|tilbage|tilbake
fi,cs,hu,ro,tr  takaisin|zpět|vissza|revin|döneceğim
ru,uk,el  вернусь|до \d|повернусь|επιστρ
ja,zh,ko  戻り|まで|以降|返回|回来|복귀
he,ar  אחזור|أعود|العودة
`);

/** "We have got your request": the first answer of a ticket system. */
export const ACKNOWLEDGES = phrases(String.raw`
en  \bwe(?:['’]ve| have)? (?:just |successfully )?(?:received|got|registered|logged) your (?:\p{L}+ ){0,3}(?:request|message|e-?mail|inquiry|enquiry|ticket|query|application|case|question|submission|report)
en  \byour (?:support )?(?:request|ticket|case|inquiry|enquiry|message|e-?mail|application) (?:\S{1,20} )?(?:has been|was) (?:successfully )?(?:received|created|registered|logged|opened|submitted)
en  \b(?:ticket|case|request) (?:\S{1,20} )?(?:has been|was) (?:created|opened|logged) (?:for|on|with|from)
en  \bthank(?:s| you) for (?:contacting|reaching out to|getting in touch|writing to|your (?:message|e-?mail|inquiry|enquiry|request|interest|application))[^.?!]{0,80}[.!][^?]{0,200}(?:will (?:get back|respond|reply|contact|be in touch|answer|review)|as soon as possible|within \d|shortly)
en  \bone of our (?:\p{L}+ ){1,3}will (?:get back|respond|reply|contact|be in touch)
de  wir haben ihre? (?:\p{L}+ )?(?:anfrage|nachricht|e-?mail|mail|bewerbung|ticket|meldung) (?:erhalten|bekommen)|eingangsbestätigung
de  ihre? (?:anfrage|nachricht|e-?mail|bewerbung|ticket)(?: \S{1,20})? (?:ist|wurde|haben wir)[^.]{0,40}(?:eingegangen|erhalten|erfasst|erstellt)
de  vielen dank für ihre (?:anfrage|nachricht|e-?mail|mail|bewerbung)[.,!][^?]{0,200}(?:schnellstmöglich|so schnell wie möglich|umgehend|innerhalb|in kürze|baldmöglichst|melden)
fr  nous avons bien reçu votre|votre (?:demande|message|courriel|ticket) (?:\S{1,20} )?a (?:bien )?été (?:reçu|enregistré|pris)|accusé de réception
es  hemos recibido (?:su|tu)|(?:su|tu) (?:solicitud|mensaje|consulta|ticket) (?:\S{1,20} )?ha sido (?:recibid|registrad|cread)|acuse de recibo
it  abbiamo ricevuto (?:la (?:sua|tua|vostra)|il (?:suo|tuo|vostro))|(?:la sua|la tua) (?:richiesta|segnalazione) (?:\S{1,20} )?è stata (?:ricevuta|registrata|presa)
pt  recebemos (?:a |o )?(?:sua|seu|vossa|tua)|(?:seu|sua) (?:pedido|solicitação|mensagem|chamado) (?:\S{1,20} )?foi (?:recebid|registrad|abert|criad)
nl  wij? hebben (?:uw|je) (?:\p{L}+ )?(?:bericht|aanvraag|e-?mail|vraag|verzoek) (?:in goede orde )?ontvangen|(?:uw|je) (?:bericht|aanvraag|vraag|verzoek) is ontvangen|ontvangstbevestiging
pl  otrzymaliśmy (?:twoje|państwa|twoją|pana)|(?:twoje|państwa) zgłoszenie (?:\S{1,20} )?zostało
sv,da,no  vi har (?:mottagit|tagit emot|modtaget|mottatt) (?:ditt|din|dit|deres)|tack för ditt (?:mejl|meddelande)[^?]{0,120}återkommer
fi  olemme vastaanottaneet|viestisi on vastaanotettu
cs  vaše (?:zpráva|žádost|požadavek) (?:\S{1,20} )?byl|obdrželi jsme (?:vaš|váš)
hu,ro  megkaptuk (?:üzenet|level|megkeres)|üzenetét megkaptuk|am primit (?:solicitarea|mesajul|cererea)
tr  talebiniz (?:\S{1,20} )?(?:alınmıştır|oluşturuldu|bize ulaştı)|mesajınızı? ald
ru  ваш[еа]? (?:обращение|заявка|запрос|письмо|сообщение) (?:\S{1,20} )?(?:принят|зарегистрирован|получен|создан)|мы получили ваш
uk,el  ваш[еа]? (?:звернення|запит|заявк) (?:\S{1,20} )?(?:прийнят|зареєстрован|отриман)|λάβαμε το (?:αίτημα|μήνυμα)
ja  お問い合わせ(?:を|いただき|ありがとう)[^。]{0,40}(?:受け付け|承り|受付|ございます)
zh  我们已(?:经)?收到您的|您的(?:请求|工单|来信|邮件)已(?:经)?(?:收到|创建|提交)|我們已收到您的
ko,he,ar  문의(?:가|를) (?:정상적으로 )?(?:접수|등록)|פנייתך (?:התקבלה|נקלטה)|تلقينا (?:رسالتك|طلبك)|تم استلام (?:طلبك|رسالتك)
`);
