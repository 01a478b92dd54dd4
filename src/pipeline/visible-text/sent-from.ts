import { remembered } from "../remembered.ts";
import { singleSpaced } from "./line.ts";
import { alternatives, phrases } from "./patterns.ts";

/** Lines that a device, an app or a scanner adds below everybody's mail. Matched against a whole line. */

/** `<thing>` is what the mail was written with; it must name a device, an app or a provider, so "sent from my desk" stays. */
const FRAMES = String.raw`
en  (?:sent|written|typed|composed|posted)(?: \p{L}{2,12})? (?:from|by|via|with|using|on) <thing>
en  from my <thing>
en  (?:someone|sent) from mobile
de  (?:diese (?:nachricht|e-?mail|mail) wurde )?(?:von|mit|aus|über|via) <thing> (?:gesendet|geschickt|verfasst|geschrieben)
de  gesendet (?:von|mit|aus|über|via) <thing>
fr  envoy[ée]e? (?:depuis|de|à partir de|avec|via|par) <thing>
fr  provenance ?: ?<thing>
es,pt  enviad[oa] (?:desde|con|por|via|vía|d[oae]|a partir d[eo]|com o|pelo) <thing>
it  inviat[oa] (?:da|dal|dalla|con|tramite) <thing>
nl  (?:verstuurd|verzonden|gestuurd) (?:vanaf|van|met|via|vanuit) <thing>
pl  wysłan[aeoy] (?:z|ze|przez|za pomocą) <thing>
sv,da,no  (?:skickat|sendt) (?:från|fra|med|via) <thing>
fi  lähetetty <thing>
cs,sk  od[eo]s(?:láno|lané|ielané|laná) (?:z|ze|zo|pomocí) <thing>
hu  (?:el)?küldve(?: az)? <thing>
hu,tr  <thing> (?:küldve|gönderildi|gönderilmiştir)
ro  trimis (?:de pe|din|cu|de la) <thing>
ru  отправлено (?:с|из|через|со) <thing>
uk  надіслано (?:зі|із|з|через) <thing>
el  (?:στάλθηκε|αποστολή) από <thing>
ja  <thing>(?:で|から)送信(?:されました)?
zh  (?:发自|發自|寄自|发送自|來自|来自|從|从) ?<thing>(?: ?(?:傳送|发送|發送))?
ko  (?:나의|내) ?<thing>에서 보냄
he  נשלח מ(?:ה-?)? ?<thing>
ar  (?:أُ?رسلت?|ارسلت?|تم الإرسال) (?:من|عبر) (?:الـ ?)?<thing>
vi  đã gửi từ <thing>
id  dikirim dari <thing>
th  ส่งจาก ?<thing>
is  sent úr <thing>
bg  изпратено (?:от|с|чрез) <thing>
ca  enviat (?:des de|des del|amb) <thing>
hr,sr,sl  (?:poslano|poslato) (?:s|z|sa) <thing>
et,lv,lt  (?:saadetud|nosūtīts no|išsiųsta iš) <thing>
`;

const THING = phrases(String.raw`
i-?(?:phon|pad|pod)
android|samsung|galaxy|huawei|xiaomi|redmi|pixel|oneplus|motorola|nokia|lumia|\bhtc\b|sony|xperia|\blg\b|wiko|oppo|alcatel
blackberry|windows|macbook|\bmac\b|\bpc\b|ti-85|watch|tablet
mobil|móvil|movil|celular|handy|smartphone|phone|telefon|téléphone|teléfono|telefone|telefoon|puhelim|\bcell\b|device|gerät
телефон|смартфон|мобильн|мобилн|мобільн|устройств|пристро|手机|手機|휴대폰|携帯|スマート
outlook|yahoo|gmail|gmx|web\.de|\be?-?mail\b|mailbox|airmail|spark|proton|tuta|fastmail|zoho|\baol\b|icloud|hotmail|\bhey\b
superhuman|typeapp|bluemail|aqua|\bnine\b|k-9|thunderbird|em client|edison|boxer|mailspring|polymail|newton|\bwp\b|onet|interia
seznam|laposte|orange|\bfree\b|\bsfr\b|libero|virgilio|mail\.ru|yandex|courrier|correo|posta|poczta|qq|网易|網易
`);

/** "Get Outlook for iOS" and nothing behind it. */
const OUTLOOK = alternatives(String.raw`
en  get \[?outlook for
de  (?:holen sie sich )?outlook für|(?:beziehen sie|laden sie) outlook für
fr  (?:télécharger|obtenir|obtenez) outlook (?:pour|for)
es,pt,it  (?:obtener|obter|descargar|obtenha|obtén|ottieni|scarica) (?:o )?outlook (?:para|per|for)
nl,pl  (?:download )?outlook voor|(?:pobierz|uzyskaj) (?:program |aplikację )?outlook (?:dla|na|for)
sv,da,no  (?:hämta|hent|få|skaff deg|last ned) outlook (?:för|til|for)
fi,cs,ro,ru  (?:hanki|získa(?:t|ť)|obține[țt]i|скачать) outlook (?:for|pro|pre|pentru|для)
hu,tr  outlook beszerzése
ja,zh,ko  (?:获取|下載|下载|取得) ?outlook (?:for)?
`);
const OUTLOOK_LAST = `(?:(?:system[ua]? )?(?:ios|android)(?:-?(?:re|hez|için|版|用| 版| 용))?|mobile)(?: (?:beziehen|herunterladen|abrufen|beszerzése|edinin|を入手|다운로드|をダウンロード))?`;

const GET_OUTLOOK = new RegExp(
  `^[\\[(]?(?:(?:${OUTLOOK}) ?(?:${OUTLOOK_LAST})?|outlook (?:for )?${OUTLOOK_LAST})[^\\p{L}]{0,20}$`,
  "iu",
);
const WHOLE = phrases(
  String.raw`
en  (?:please )?(?:excuse|forgive|pardon) (?:the |my |any )?(?:brevity|typos|spelling|mistakes|autocorrect).{0,60}
en  .{0,12}virus-?free\..{0,80}
fr,es,de,it  (?:garanti sans virus|libre de virus|virenfrei|libero da virus|senza virus|virusvrij|wolny od wirusów).{0,80}
en  (?:this (?:e-?mail|message)) (?:(?:has been|was|is) )?(?:\p{L}+ )?(?:checked|scanned|certified|protected|virus-?free|verified).{0,120}
de,fr  diese (?:e-?mail|nachricht) (?:wurde|ist) .{0,40}(?:geprüft|gescannt|virenfrei|überprüft).{0,60}|ce (?:message|courriel|mail) a été (?:vérifié|analysé|contrôlé).{0,100}|l['’]absence de virus dans ce courrier.{0,120}
es,it,nl,pl  este (?:correo|mensaje|e-?mail) .{0,40}(?:analizad|comprobad).{0,100}|questa e-?mail è stata (?:controllata|esaminata).{0,100}|deze e-?mail is gecontroleerd.{0,100}|ta wiadomość została (?:sprawdzona|przeskanowana).{0,100}
en,de,fr  (?:sent with|secured (?:by|with)|gesendet mit|envoyé avec|enviado con|inviato con) .{0,10}(?:proton ?mail|tuta\p{L}*|mailfence|posteo|mailbox\.org|startmail).{0,80}
en,de  (?:get|try|holen sie sich).{0,20}(?:free|kostenlose?) .{0,30}(?:e-?mail|postfach).{0,60}
en,de,fr,es  (?:join|find|follow|connect|besuchen|folgen|suivez|síguenos|seguici|volg)(?: (?:us|with us|with me|me|sie uns|uns|nous|ons))?(?: on| auf| bei| sur| en| su| op)?:? (?:linkedin|facebook|twitter|instagram|xing|youtube|mastodon|x)\b[^?]{0,40}
`,
  "^",
  "$",
);

const frames = FRAMES.replaceAll("<thing>", "(.{2,60}?)");
const IN_FRAME = phrases(frames, "^", "[.!]?$");
/** All frames in one, for what stands in it. */
const FRAME = new RegExp(`^(?:${alternatives(frames)})[.!]?$`, "iu");

/** Reasons that follow the device on the same line: "Sent from my phone, please excuse any typos." */
const EXCUSE = /[,.;–-]?\s+(?:(?:so )?please )?(?:excuse|forgive|pardon|ignore)\b.{0,60}$/i;

/** "Von meinem Nexaro gesendet": one or two words behind "my" are a device, whatever its name. */
const OWN_THING =
  /^(?:my|mein\p{L}*|mon|ma|mi|mio|meu|minha|mijn|mojego|mojej|min|mitt|mého|môjho|моего) \S+(?: \S+)?$/iu;

/** A link that has a name is read by it; addresses are not read. */
function withoutLinks(text: string): string {
  const named = text.includes("](") ? text.replace(/\[([^\]]{1,60})\]\([^)]{1,200}\)/g, "$1") : text;
  return named.includes("http") ? named.replace(/[<(]?https?:\S{1,200}/g, "") : named;
}

function withoutMarks(text: string): string {
  const begun = text.replace(/^[<([«„"*_~\s]{1,4}/, "");
  return /[>)\]»“"*_~\s]/.test(begun.slice(-1)) ? begun.replace(/[>)\]»“"*_~\s]{1,4}$/, "") : begun;
}

export const isSentFrom = remembered((text): boolean => {
  if (text.length > 300) return false;
  const line = singleSpaced(withoutMarks(withoutLinks(text)));
  if (line.length < 4 || line.length > 180) return false;
  if (WHOLE.test(line) || (/outlook/i.test(line) && GET_OUTLOOK.test(line))) return true;
  const bare = line.replace(EXCUSE, "");
  if (!IN_FRAME.test(bare)) return false;
  const thing = FRAME.exec(bare)
    ?.slice(1)
    .find((group) => group !== undefined);
  return thing !== undefined && !/[,;]/.test(thing) && (THING.test(thing) || OWN_THING.test(thing));
});
