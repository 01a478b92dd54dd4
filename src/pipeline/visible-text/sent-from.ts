/** Lines that a device, an app or a scanner adds below everybody's mail. Matched against a whole line in lower case. */

/** What the mail was written with: a device, an app, a network. Keeps "sent from my desk" out. */
const THING =
  "(?:my |the |an? |mein\\p{L}* |mon |ma |mi |il mio |dal mio |meu |minha |mijn |mojego |moj\\p{L}* |min |mitt |mého |môjho |моего |мого |το |私の|我的|나의 |내 )?[\\p{L}\\p{N}'’+.\\- ]{0,30}(?:i-?phone|i-?pad|i-?pod|android|samsung|galaxy|huawei|xiaomi|redmi|pixel|oneplus|motorola|nokia|lumia|htc|sony|xperia|lg|wiko|oppo|alcatel|blackberry|windows|mobile|mobil\\p{L}*|móvil|movil|handy|smartphone|phone|telefon\\p{L}*|téléphone|teléfono|telefono|telefone|telefoon|puhelim\\p{L}*|cell|tablet\\p{L}*|device|gerät|outlook|yahoo|gmail|gmx|web\\.de|mail|e-?mail|mailbox|airmail|spark|proton ?mail|proton|tuta\\p{L}*|fastmail|zoho|aol|icloud|hotmail|hey|superhuman|typeapp|bluemail|bluemail for android|aqua mail|nine|k-9 mail|thunderbird|em client|edison|boxer|mailspring|polymail|newton|wp|onet|interia|seznam|laposte|orange|free|sfr|libero|virgilio|mail\\.ru|yandex|телефон\\p{L}*|смартфон\\p{L}*|アイフォン|手机|手機|휴대폰|ti-85|watch|pc|mac|macbook|ipad)";

const SENT_FROM: readonly string[] = [
  `(?:sent|send|written|typed|composed)(?: \\p{L}{2,12})? (?:from|by|via|with|using|on) ${THING}.{0,60}`,
  "(?:sent|posted) (?:from|via) (?:mobile|my mobile|a phone|mobile device|a mobile device).{0,40}",
  `from my ${THING}.{0,20}`,
  "(?:someone|sent) from mobile",
  "get outlook for (?:ios|android).{0,60}",
  "get \\[?outlook for (?:ios|android).{0,80}",
  "(?:please )?(?:excuse|forgive|pardon) (?:the |my |any )?(?:brevity|typos|spelling|mistakes|autocorrect).{0,60}",
  `(?:diese (?:nachricht|mail|e-mail) wurde )?(?:von|mit|aus|über|via) ${THING}.{0,60}(?:gesendet|geschickt|verfasst|geschrieben|gesandt)\\.?`,
  "diese (?:nachricht|e-?mail) wurde von meinem .{3,60} gesendet\\.?",
  `gesendet (?:von|mit|aus|über|via) ${THING}.{0,60}`,
  "(?:outlook für (?:ios|android)|.{0,8}outlook.{0,20}) (?:beziehen|herunterladen|abrufen).{0,60}",
  `envoy[ée](?:e)? (?:depuis|de|à partir de|a partir de|avec|via|par) ${THING}.{0,60}`,
  "(?:télécharger|obtenir|obtenez) outlook (?:pour|for).{0,60}",
  "provenance ?: ?courrier pour windows.{0,20}",
  `enviado (?:desde|con|por|via|vía|do|da|de|a partir d[eo]|com o|pelo) ${THING}.{0,60}`,
  "(?:obtener|obter|descargar|obtenha|obtén) (?:o )?outlook (?:para|for).{0,60}",
  `inviat[oa] (?:da|dal|dalla|con|tramite) ${THING}.{0,60}`,
  "(?:ottieni|scarica) outlook (?:per|for).{0,60}",
  `(?:verstuurd|verzonden|gestuurd) (?:vanaf|van|met|via|vanuit) ${THING}.{0,60}`,
  "(?:outlook voor (?:ios|android)) (?:downloaden|ophalen).{0,60}",
  "download outlook voor.{0,60}",
  `wysłan[aeoy] (?:z|ze|przez|za pomocą) ${THING}.{0,60}`,
  "(?:pobierz|uzyskaj) (?:program |aplikację )?outlook.{0,60}",
  `(?:skickat|sendt|sent) (?:från|fra|med|via) ${THING}.{0,60}`,
  "(?:hämta|hent|få|skaff deg|last ned) outlook (?:för|til|for).{0,60}",
  `lähetetty (?:[\\p{L}0-9 ]{0,20})?(?:iphonesta|ipadista|androidista|puhelimesta|laitteesta|outlook.{0,20}|${THING}).{0,40}`,
  "hanki outlook.{0,60}",
  `od[eo]s(?:l[aá]n[oaé]|lané|ielané) (?:z|ze|pomocí|zo) ${THING}.{0,60}`,
  "získa(?:t|ť) outlook.{0,60}",
  `(?:${THING}.{0,20}) ?(?:küldve|gönderildi|gönderilmiştir|で送信|から送信|から送信されました|傳送|发送|發送|에서 보냄)\\.?`,
  "(?:küldve|elküldve).{0,8} (?:az )?(?:iphone|ipad|android|outlook).{0,30}",
  "outlook beszerzése.{0,60}",
  "outlook.{0,20} edinin.{0,60}",
  `trimis (?:de pe|din|cu|de la) ${THING}.{0,60}`,
  "obține[țt]i outlook.{0,60}",
  `отправлено (?:с|из|через|со) ${THING}.{0,60}`,
  "скачать outlook.{0,60}",
  `надіслано (?:з|із|зі|через) ${THING}.{0,60}`,
  `στάλθηκε από ${THING}.{0,60}`,
  "αποστολή από.{0,60}",
  `(?:发自|發自|寄自|发送自|從|来自|來自|从) ?${THING}.{0,40}`,
  "(?:获取|下載|下载|取得) ?outlook.{0,60}",
  "outlook.{0,20}(?:を入手|을 다운로드|다운로드|를 다운로드).{0,60}",
  "(?:나의|내) .{2,20}에서 보냄",
  `(?:נשלח|نشر|أُ?رسل|ارسل|تم الإرسال) ?(?:מ|מה|من|عبر).{0,40}`,
  `(?:đã gửi từ|dikirim dari|ส่งจาก|poslano s|poslano z|poslato sa|saadetud|nosūtīts no|išsiųsta iš) ?${THING}.{0,40}`,
  // Scanners and free-mail advertisements
  ".{0,12}virus-?free\\..{0,80}",
  "(?:garanti sans virus|libre de virus|virenfrei|libero da virus|senza virus|virusvrij|wolny od wirusów).{0,80}",
  "(?:this (?:e-?mail|message)|diese e-?mail|ce (?:message|courriel|mail)|este (?:correo|mensaje|e-mail|email)|questa e-?mail|deze e-?mail|ta wiadomość).{0,80}(?:virus|viren|scanned|avast|avg|geprüft|vérifi|analizad|controllat|gecontroleerd|sprawdzona).{0,120}",
  "diese nachricht wurde automatisch auf viren geprüft\\.?",
  "(?:sent with|secured (?:by|with)|gesendet mit|envoyé avec|enviado con|inviato con) .{0,10}(?:proton ?mail|tuta\\p{L}*|mailfence|posteo|mailbox\\.org|ctemplar|startmail).{0,80}",
  "(?:get|try|holen sie sich|kostenlos).{0,20}(?:free|kostenlose?) .{0,30}(?:e-?mail|postfach).{0,60}",
  "(?:join|find|follow|like|connect|besuchen|folgen|suivez|síguenos|seguici|volg).{0,30}(?:linkedin|facebook|twitter|instagram|xing|youtube|mastodon).{0,60}",
];

const PATTERN = new RegExp(`^[<(\\[«„"*_~]{0,3}(?:${SENT_FROM.join("|")})[>)\\]»“"*_~]{0,3}$`, "iu");

export function isSentFrom(text: string): boolean {
  if (text.length > 300) return false;
  const words = text
    .replace(/\[([^\]]{1,60})\]\([^)]{1,200}\)/g, "$1")
    .replace(/[<(]?https?:\S{1,200}/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > 3 && words.length <= 180 && PATTERN.test(words);
}
