import { phrases } from "./patterns.ts";

/** "Do not reply to this mail", "this message was generated automatically": nobody who writes himself says this. */
export const saysItIsAutomatic = (text: string): boolean => NOTE.test(text);

const NOTE = phrases(
  String.raw`
en  (?:do not|don['’]t|cannot|not) (?:reply|respond|answer) (?:directly )?to this (?:(?:automat|auto-|system|computer)[\p{L}-]* (?:generated )?)?(?:e-?mail|message|mail|notification|address)
en  ^(?:[^.]{0,40}\. )?(?:please )?(?:do not|don['’]t) (?:reply|respond|answer)\.?(?: [\p{L}-]{1,20}){0,2}$
en  this (?:e-?mail|message|mail|notification|report) (?:was|is|has been) (?:an )?(?:automatic|automated|auto-?generated|automatically|generated automatically|system[- ]generated|sent automatically)
en  this is an? (?:automat\p{L}*|auto-?generated|system[- ]generated|computer[- ]generated|unattended|unmonitored) (?:e-?mail|message|notification|response|reply|mail|report|alert|reminder|confirmation|notice|mailbox|document|letter)|please do not (?:reply|respond)\.?$
en  (?:this|the) (?:mailbox|inbox|e-?mail address|address|account) is (?:not (?:monitored|attended|read)|monitored by software)|unmonitored
en  replies (?:to this (?:e-?mail|address|message) )?(?:are|will be|is) (?:not (?:read|monitored|delivered)|discarded|deleted|ignored)
en  (?:^|[·•|,–-] ?)automat(?:ic|ed) (?:message|e-?mail|notification|mail|dispatch)
de  (?:diese (?:e-?mail|nachricht|mail)|dieses schreiben) (?:wurde|ist) (?:automatisch|maschinell)
de  automatisch (?:erstellt|generiert|erzeugt|versendet|versandt)e?
de  antworten sie (?:bitte )?nicht auf|bitte nicht (?:auf diese (?:e-?mail|nachricht) )?antworten|antworten (?:an|auf) diese .{0,30}nicht (?:gelesen|bearbeitet)
de  kann keine (?:nachrichten|antworten|e-?mails) empfangen
fr  ne (?:pas|répondez pas) (?:répondre )?à (?:ce|cet) (?:message|mail|courriel|e-mail)|merci de ne pas répondre
fr  (?:message|mail|courriel|e-mail) (?:généré |envoyé )?automatique(?:ment)?
es  no (?:responda|conteste|respondas) (?:a )?este|(?:mensaje|correo) (?:generado |enviado )?automátic
it  non rispond(?:ere|a|i|ete) a (?:questo|questa)|(?:messaggio|e-?mail) (?:generat[oa] |inviat[oa] )?automatic
pt  não responda (?:a )?(?:esta|este)|(?:mensagem|e-?mail) (?:gerad[oa] |enviad[oa] )?automátic
nl  niet (?:op (?:dit|deze) (?:bericht|e-?mail|mail) )(?:te )?(?:antwoorden|reageren)|automatisch (?:gegenereerd|bericht|verzonden)
pl  nie odpowiada(?:ć|j) na (?:tę|ten|to)|wygenerowan[aye] automatycznie|automatycznie wygenerowan|wiadomość automatyczna
sv  (?:mejl|meddelande|mail|e-post) (?:går inte att (?:svara på|besvara)|kan inte besvaras)|svara inte på (?:detta|det)|automatiskt (?:genererat|meddelande|mejl|utskick)
da,no  kan ikke (?:besvares|svares)|ikke (?:svar|besvar) (?:på )?denne|automatisk (?:gener|besked|melding|e-?mail|e-post|utsend|udsend)
fi  älä vastaa|automaattinen (?:viesti|ilmoitus)|tähän viestiin ei voi vastata
cs,sk  neodpov[ií]dejte|neodpovedajte|automaticky (?:vygenerov|generov|odeslan|odoslan)
hu  ne válaszoljon|automatikus(?:an)? (?:generált|üzenet|küldött)
ro  nu răspundeți|generat automat|mesaj automat
tr  yanıtlamayınız|cevaplamayınız|otomatik olarak (?:gönderil|oluştur)
ru  не отвечайте на это|(?:письмо|сообщение) (?:сформировано|создано|отправлено|сгенерировано) автоматически|автоматическое (?:письмо|сообщение|уведомление)
uk  не відповідайте на|автоматичн(?:ий|е) (?:лист|повідомлення)
el  μην απαντ|αυτοματοποιημένο|αυτόματο μήνυμα
ja  自動(?:配信|送信|返信)|(?:返信|ご返信)(?:は)?(?:いただ(?:いて|け)|でき|なさら|しないで)|送信専用
zh  自动(?:发送|发出|生成)|请勿(?:直接)?回复|系统(?:自动|邮件)|請勿(?:直接)?回覆|自動(?:發送|產生)
ko  자동(?:으로)? ?(?:발송|생성)|발신 ?전용|회신(?:하지|이 불가)
he,ar  אין להשיב|הודעה אוטומטית|لا ترد على|رسالة (?:تلقائية|آلية)
`,
  "",
  "",
  "imu",
);
