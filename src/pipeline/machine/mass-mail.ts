import type { Authenticity } from "../../domain/email.ts";
import { fold } from "../visible-text/fold.ts";

/** Mass mail that says nothing in its headers: newsletters by their way out, junk by several signs that meet. */

/** The way out, from the sender's side. "Please unsubscribe me" is a person's wish and does not match. */
export const WAY_OUT =
  /(?:^|[|·•,.(]\s?|\bor |\bto )(?:unsubscribe|opt[- ]?out|abmelden|abbestellen|se désabonner|se désinscrire|désinscription|désabonnement|darse de baja|darte de baja|cancelar (?:la )?suscripción|cancella(?:ti|rsi|zione|re)?(?: l['’]iscrizione)?|disiscriviti|annulla(?:re)? (?:l['’])?iscrizione|descadastr\p{L}*|cancelar (?:a )?(?:inscrição|subscrição)|uitschrijven|afmelden|wypisz(?: się)?|avregistrera|avsluta prenumeration|afmeld\p{L}*|meld deg av|peruuta tilaus|odhlásit(?: se)?|leiratkozás|dezabonare|abonelikten çık\p{L}*|отписаться|відписатися|배신|수신거부|退订|退訂|取消订阅|取消訂閱|配信停止)(?:$|\s?(?:here|now|at any time|from|:|\||·|•|,|\.|\)|hier|ici|aquí|qui|aqui|https?:|<|instantly|link))|(?:if you )?(?:no longer|do not|don['’]t|would not|rather not) (?:like|want|wish) to (?:receive|get|hear)|reply (?:with|back with)? ?["“'']?(?:stop|remove|unsubscribe|leave out|no|not interested|opt[- ]?out)["”'']?|you(?:['’]re| are)? (?:receiv(?:e|ed|ing)|get(?:ting)?|got) (?:this|these|it) (?:e-?mail |message |newsletter |mailing |update )?(?:because|as |since)|you are (?:on our|subscribed)|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences|subscription)|(?:sie erhalten|du erhältst|sie bekommen) (?:diese[nrs]?|unseren) .{0,30}(?:weil|da|newsletter)|(?:keine|nicht mehr) .{0,30}(?:newsletter|e-?mails?|mailings?) (?:mehr )?(?:erhalten|bekommen|wünsch)|vous recevez (?:ce|cet|cette) .{0,40}(?:car|parce)|(?:ne (?:plus|souhaitez plus) .{0,20}recevoir)|(?:recibe|recibes|has recibido|ha recibido) este (?:correo|mensaje|e-?mail|boletín) porque|no (?:desea|deseas|quiere|quieres) (?:seguir )?recib|(?:ricevi|riceve|hai ricevuto) questa .{0,20}perch|non (?:desideri|desidera|vuoi) più ricevere|(?:você )?(?:recebe|está recebendo|recebeu) est[ea] .{0,20}porque|não (?:deseja|quer|quiser) (?:mais )?receber|u ontvangt (?:deze|dit) .{0,20}omdat|(?:otrzymujesz|otrzymał\p{L}*) (?:tę|tego|ten) .{0,30}(?:ponieważ|gdyż)|du (?:får|modtager|mottar) (?:detta|dette|denne) .{0,30}(?:eftersom|fordi)|вы получили (?:это|данное) (?:письмо|сообщение).{0,40}(?:потому|так как|поскольку)|この(?:メール|メールマガジン)は.{0,40}(?:登録|配信)|您收到(?:此|这封)(?:邮件|郵件)/iu;

/** Mail to nobody in particular. "Sehr geehrte Damen und Herren" is how people write to a company, so it is not here. */
const IMPERSONAL =
  /^(?:dear|hello|hi|attn|attention|greetings)[ :,]{0,3}(?:(?:our )?(?:valued?|esteemed|loyal) )?(?:customer|client|user|member|subscriber|beneficiary|friend|account (?:holder|owner)|e-?mail (?:user|owner)|webmail|winner|business owner|website owner|site owner|shipper|partner|purchasing|sir ?\/ ?madam|sir or madam|beloved|supplier|merchant|seller|host|admin|support|info|sales|billing|hello|orders|careers|contact|office|team|all|colleagues?|homeowner|shopper|reader|trader|investor|recipient)s?\b|^(?:attention|attn)\b.{0,5}(?:beneficiary|winner|owner|customer)|^sehr geehrte[r]? (?:kund|nutzer|abonnent|mitglied|empfänger|kontoinhaber)|^lieber? (?:kund|nutzer|abonnent|mitglied|leser)|^cher(?:e|s|·e)? (?:client|abonné|utilisateur|membre|bénéficiaire)|^estimad[oa]s? (?:cliente|usuari|suscriptor|beneficiari)|^gentile (?:client|utente)|^caro (?:cliente|utente)|^(?:prezad|car)[oa] (?:cliente|usuári)|^(?:beste|geachte) (?:klant|gebruiker)|^(?:drogi|szanowny) (?:kliencie|użytkowniku)|^(?:kära|kære|kjære) kund|^уважаемый (?:клиент|пользователь|абонент)|^(?:親愛的|尊敬的|亲爱的)(?:客户|用户|客戶|用戶)|お客様各位|あなた様/iu;

/** What junk is about. Each theme counts once. */
const LURES: readonly RegExp[] = [
  /(?:verify|confirm|validate|update|restore|unlock|reactivate|keep) (?:your |the )?(?:\p{L}+ )?(?:account|password|identity|mailbox|e-?mail|information|details|credentials)|(?:account|mailbox|password|storage|quota) (?:\p{L}+ )?(?:will be|has been|is|was) (?:\p{L}+ )?(?:suspend|limit|deactivat|lock|clos|expire|terminat|full|block|delet)|unusual (?:sign-?in|activity|login)|konto (?:\p{L}+ )?(?:gesperrt|bestätigen|verifizieren|eingeschränkt)|passwort (?:läuft|bestätigen|abgelaufen)|compte (?:\p{L}+ )?(?:suspendu|bloqué|limité)|cuenta (?:\p{L}+ )?(?:suspendida|bloqueada)|口座情報|アカウント.{0,12}(?:停止|制限|確認)|账户.{0,8}(?:冻结|异常|验证)|аккаунт.{0,20}(?:заблокирован|подтвердите)/iu,
  /(?:within|in|only) (?:the next )?(?:\d{1,2}|twenty-four|forty-eight) ?(?:h|hrs?|hours?|stunden|heures|horas|ore|uur|godzin|timmar|timer|часов|時間|小时)\b|(?:final|last) (?:notice|reminder|warning|demand)|dernier (?:rappel|avis)|letzte (?:mahnung|warnung|erinnerung)|último aviso|ultimo avviso|immediate(?:ly)? action|action required|act now|urgent(?:ly)? (?:response|reply|action|attention)|legal action|sofort handeln/iu,
  /inheritance|next of kin|beneficiary|(?:late|deceased) (?:relative|client|husband|father|engr)|million (?:united states )?(?:dollars|usd|euros?|pounds)|lottery|(?:you(?:['’]ve| have)? )?won\b.{0,30}(?:prize|lottery|\$|€|£)|winner|claim your|compensation fund|donation of|当選|受取権利|中奖|erbschaft|gewonnen|héritage|loterie|herencia|lotería|eredità|herança|spadek|наследств|выигр/iu,
  /bitcoin|\bbtc\b|\bcrypto|double your|guaranteed (?:returns?|profit)|risk[- ]free|make money|work from home|earn \$|forex|investment opportunit|binary option/iu,
  /viagra|cialis|penis|erection|weight loss|lose weight|casino|escort|xxx\b|adult|dating|hot singles|replica|rolex|cheap (?:meds|pills|software)|pharmacy|diploma|degree without|refinanc|mortgage rates|low rates|debt consolidation|free trial|herbal/iu,
  /full access to your (?:device|computer)|recorded (?:you|video of you)|your contacts|i (?:have )?hacked|webcam|malware on|zugriff auf (?:ihr|dein) gerät|accès (?:complet )?à votre (?:appareil|ordinateur)/iu,
  /(?:parcel|package|shipment|delivery|paket|colis|paquete|pacco|encomenda|pakket|paczka|посылк)\b.{0,60}(?:fee|pending|held|on hold|could not|customs|gebühr|zoll|frais|douane|wartet|aduana|tasa|dogana|alfândega|taxa|opłat|таможен)|(?:fee|gebühr|zoll|customs|frais de douane)\b.{0,60}(?:parcel|package|paket|colis)/iu,
  /copyright[- ](?:protected|infringe)|infring(?:ed|ing|ement).{0,60}(?:images?|photos?|rights)|dmca/iu,
  /(?:outstanding|overdue|unpaid|attached) (?:invoice|payment|bill)|invoice .{0,40}(?:overdue|unpaid|outstanding)|facture .{0,40}impayée|rechnung .{0,40}(?:offen|überfällig|unbezahlt)|factura .{0,40}(?:impagad|vencid)|fattura .{0,40}(?:insoluta|scaduta)|payment (?:today|immediately)/iu,
  /(?:first page|page (?:one|1)|top rank|seo\b|backlinks?|guest post|domain authority|link building|web(?:site)? (?:design|development|traffic)|email list|leads? list|contact list|database of|b2b (?:leads|data))/iu,
  /(?:password|passwort|mot de passe|contraseña) ?: ?\S{3,12}|open the (?:archive|attachment)|enable (?:macros|content)|download (?:the )?(?:file|document|report) (?:below|here|at)/iu,
];

const ORGANISATION =
  /(?:dep(?:ar)?t(?:ment|amento|\.)?|service|team|support|admin(?:istrator)?|cent(?:er|re)|desk|security|billing|accounting|notice|alert|office|bureau|info|mail(?:box)?|newsletter|news|kundenservice|kundendienst|desk|customer|account|delivery|express|lottery|bank|paypal|amazon|dhl|ups|fedex|通知|センター|サービス|客服|中心|служба|отдел)/iu;

export interface JunkSigns {
  subject: string;
  text: string;
  fromName: string | undefined;
  fromAddress: string | undefined;
  replyTo: string | undefined;
  ourDomains: ReadonlySet<string>;
  authenticity: Authenticity;
  isReply: boolean;
  scriptMailer: boolean;
  hiddenCharacters: number;
  trackingPixels: number;
  linkHosts: readonly string[];
  hasAttachment: boolean;
}

/** Points at which several independent signs have met; no single one, however strong, gets there. */
const ENOUGH = 5;

/** Unsolicited mail that was sent to many. People with an unlucky sentence stay far below the line. */
export function isJunk(signs: JunkSigns): boolean {
  if (signs.isReply) return false;
  const head = `${signs.subject}\n${signs.text.slice(0, 4_000)}`;
  const lures = LURES.filter((lure) => lure.test(head)).length;
  if (lures === 0) return false;
  let points = Math.min(lures, 3) * 1.5;
  if (isImpersonal(signs.text)) points += 1.5;
  if (signs.authenticity.verdict === "failed" || signs.authenticity.spf === "fail") points += 2;
  else if (signs.authenticity.spf === "softfail") points += 1;
  if (signs.scriptMailer) points += 0.5;
  if (signs.hiddenCharacters > 0) points += 0.5;
  if (signs.trackingPixels > 0) points += 1;
  if (signs.hasAttachment && /password|archive|open/i.test(signs.text)) points += 1;
  if (divertsReplies(signs)) points += 1.5;
  if (pretendsToBeUs(signs)) points += 1.5;
  const host = signs.fromAddress?.split("@")[1] ?? "";
  if (signs.fromName && ORGANISATION.test(signs.fromName)) points += 1;
  if (/https?:\/\//i.test(signs.text) || signs.linkHosts.length > 0) points += 0.5;
  // A fake "Re:" that answers nothing.
  if (/^(?:re|aw|sv|antw|rif)\s?:/i.test(signs.subject)) points += 1;
  // Free mail of a person that passes its checks is a person's until much speaks against it.
  if (signs.authenticity.verdict === "verified" && FREE_MAIL.test(host)) points -= 1.5;
  return points >= ENOUGH;
}

const FREE_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|proton|protonmail|orange|free|libero|wp|o2|mail|qq|163|126|naver|yandex)\./;

function isImpersonal(text: string): boolean {
  return text.split("\n", 8).some((line) => IMPERSONAL.test(line.trim()) || IMPERSONAL.test(fold(line).trim()));
}

function divertsReplies({ fromAddress, replyTo }: JunkSigns): boolean {
  const from = fromAddress?.split("@")[1];
  const to = replyTo?.split("@")[1];
  return from !== undefined && to !== undefined && from !== to && FREE_MAIL.test(to);
}

/** Our own domain as sender without a check that says so: extortion and "your mailbox is full" like to come from there. */
function pretendsToBeUs({ fromAddress, ourDomains, authenticity }: JunkSigns): boolean {
  return ourDomains.has(fromAddress?.split("@")[1] ?? "") && authenticity.verdict !== "verified";
}
