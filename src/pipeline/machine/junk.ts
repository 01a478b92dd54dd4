import type { Authenticity } from "../../domain/email.ts";
import { fold } from "../visible-text/fold.ts";
import { phrases } from "../visible-text/patterns.ts";
import { isDisguised, THEMES } from "./junk-themes.ts";

export interface JunkSigns {
  subject: string;
  text: string;
  fromName: string | undefined;
  fromAddress: string | undefined;
  replyTo: string | undefined;
  ourDomains: ReadonlySet<string>;
  authenticity: Authenticity;
  scriptMailer: boolean;
  hiddenCharacters: number;
  trackingPixels: number;
  linkHosts: readonly string[];
  hasAttachment: boolean;
}

/** Points at which several independent signs have met: a theme alone brings 3, a pitch 2, and a person's own matter takes 2. */
const ENOUGH = 5;

/** Unsolicited mail that was sent to many, with nothing in its headers that says so. */
export function isJunk(signs: JunkSigns): boolean {
  const head = `${signs.subject}\n${signs.text.slice(0, 3_000)}`;
  const themes = THEMES.filter(({ pattern }) => pattern.test(head)).map(({ weight }) => weight);
  const disguised = isDisguised(head);
  if (themes.length === 0 && !disguised && !head.includes("{{")) return false;
  // The strongest theme counts whole, the others half: one scam often touches several.
  const [first = 0, ...rest] = themes.sort((a, b) => b - a);
  let points =
    first +
    Math.min(
      rest.reduce((sum, weight) => sum + weight / 2, 0),
      2.5,
    ) +
    (disguised ? 2.5 : 0);
  points += addressed(signs.text);
  points += sender(signs);
  if (
    /https?:\/\/|[\w-]\.[\w-]{1,63}\/\S|(?:^|\n)[^\S\n]{0,40}(?:\[[^\]]{4,40}\]|>>|▶|👉)/u.test(signs.text) ||
    signs.linkHosts.length > 0
  )
    points += 1;
  if (signs.hiddenCharacters > 0 || signs.trackingPixels > 0) points += 1;
  if (/^(?:re|fwd?|aw|wg|tr|rv|sv)\s?:/i.test(signs.subject) || /!!|\p{Extended_Pictographic}/u.test(signs.subject))
    points += 0.5;
  // A merge field that nobody filled in.
  if (/\{\{ ?\w{2,20} ?\}\}/.test(head)) points += 3;
  // Somebody who speaks of his own order or asks about something of his is a customer, however his mail sounds.
  if (OWN_MATTER.test(head)) points -= 2.5;
  // A letter without a link or a file asks for an answer by hand; only one that diverts the answer was surely sent to many.
  if (isLetter(signs)) points -= 1.5;
  return points >= ENOUGH;
}

const isLetter = ({ text, linkHosts, hasAttachment, fromAddress = "", replyTo = fromAddress }: JunkSigns) =>
  !hasAttachment &&
  linkHosts.length === 0 &&
  !/https?:|\w\.\w{2,10}\//.test(text) &&
  text.length > 250 &&
  replyTo === fromAddress;

function sender({ fromName, fromAddress, replyTo, ourDomains, authenticity, scriptMailer }: JunkSigns): number {
  const host = fromAddress?.split("@")[1] ?? "";
  let points = scriptMailer ? 0.5 : 0;
  if (authenticity.verdict === "failed" || authenticity.spf === "fail") points += 1.5;
  else if (authenticity.spf === "softfail") points += 1;
  if (fromName && ORGANISATION.test(fromName)) points += 0.5;
  if (
    /(?:^|[.-])(?:secur|verif|login|account|update|confirm|bonus|prize|win|reward|wallet|support|portal|notice|alert|quota|claims?|refund|track|redelivery|promo|offer|deal)\p{L}*[.-]/iu.test(
      host,
    )
  )
    points += 1;
  const to = replyTo?.split("@")[1];
  if (to !== host && isFreeMail(replyTo)) points += 1.5;
  // Our own domain as sender without a check that says so: extortion and "your mailbox is full" like to come from there.
  if (ourDomains.has(host) && authenticity.verdict !== "verified") points += 1.5;
  return points;
}

/** Mail to nobody in particular. "Sehr geehrte Damen und Herren" is how people write to a company, so it does not count. */
function addressed(text: string): number {
  const lines = text.split("\n", 8).map((line) => line.trim());
  if (lines.some((line) => IMPERSONAL.test(line) || IMPERSONAL.test(fold(line)))) return 1.5;
  return GREETING.test(lines.find((line) => line !== "") ?? "") ? 0 : 0.5;
}

const FREE_MAIL =
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|icloud|me|aol|gmx|web|proton|protonmail|tuta|mail|qq|163|126|naver|yandex|zoho)\./;
/** Mail boxes that anybody can have; companies send their notices from their own domain. */
export const isFreeMail = (address: string | undefined): boolean => FREE_MAIL.test(address ?? "");

const ORGANISATION =
  /dep(?:ar)?t(?:ment|amento|\.)?|service|team|support|admin(?:istrator)?|cent(?:er|re)|desk|security|billing|accounting|notice|alert|office|bureau|info|mail(?:box)?|news|kunden|customer|account|delivery|express|lottery|lotto|bank|paypal|amazon|\bdhl\b|\bups\b|fedex|rewards?|register|registry|gateway|outreach|marketing|partner|sales|inkasso|mahn|recouvrement|verify|通知|センター|サービス|客服|中心|служба|отдел/iu;

const GREETING =
  /^(?:hi|hello|hey|dear|hallo|liebe|lieber|guten|sehr|bonjour|salut|cher|chère|hola|estimad|buenas|buenos|buongiorno|ciao|gentil|spett|caro|cara|ola|olá|prezad|boa|bom|beste|geachte|goede|dag|hej|hei|god|dzień|witam|szanown|dobrý|tisztelt|bună|merhaba|sayın|здравствуйте|добрый|добрий|καλημέρα|γεια|您好|你好|尊敬|お世話|안녕|שלום|مرحبا|السلام)/iu;

const IMPERSONAL = phrases(String.raw`
en  ^(?:dear|hello|hi|attn|attention|greetings|valued)[ :,]{0,3}(?:(?:our )?(?:valued?|esteemed|loyal|prospective) )?(?:customer|client|user|member|subscriber|beneficiary|friend|account (?:holder|owner)|e-?mail (?:user|owner)|webmail|winner|nominee|business owner|website owner|site owner|owner|purchase manager|purchasing|partner|sir ?\/ ?madam|sir or madam|beloved|supplier|merchant|seller|host|admin(?:istrator)?|support|info|sales|billing|hello|orders|careers|contact|office|homeowner|shopper|reader|trader|investor|recipient|taxpayer|user of \S+)s?\b
en  ^(?:attention|attn)\b.{0,5}(?:beneficiary|winner|owner|customer|accounts)|^good day sir
de  ^(?:sehr geehrter?|lieber?|hallo) (?:kund|nutzer|benutzer|abonnent|mitglied|empfänger|kontoinhaber|info@|support@)
fr  ^cher(?:e|s|·e)? (?:client|abonné|utilisateur|membre|bénéficiaire)
es,pt,it  ^estimad[oa]s? (?:cliente|usuari|suscriptor|beneficiari)|^(?:gentile|caro) (?:client|utente)|^(?:prezad|car)[oa] (?:cliente|usuári)
nl,pl,sv,da,no  ^(?:beste|geachte) (?:klant|gebruiker|ondernemer)|^(?:drogi|szanowny) (?:kliencie|użytkowniku)|^(?:kära|kære|kjære|hej) (?:kund|kunde|arrangör|användare)
cs,sk,hu,ro,tr,el  ^vážen[ýáí] (?:zákazní|klient|uživatel|používateľ)|^(?:kedves|tisztelt) (?:ügyfel|felhasznál)|^stimate? (?:client|utilizator)|^sayın (?:müşteri|kullanıcı)|^αγαπητέ (?:πελάτη|χρήστη)
ru,zh,ja  ^уважаемый (?:клиент|пользователь|абонент)|^(?:親愛的|尊敬的|亲爱的)(?:客户|用户|客戶|用戶)|お客様各位|あなた様
`);

/** The writer's own order, account, bill; a question that only a customer asks. */
const OWN_MATTER = phrases(String.raw`
en  \b(?:my|our) (?:last |new |recent )?(?:order|account|invoice|package|parcel|subscription|login|password|card|booking|reservation|ticket|delivery|refund|shop|clinic|office|team|company|kids?|daughter|son|wife|husband)\b
en  \bi (?:ordered|bought|paid|received|tried|cannot|can['’]t|would like|need|want|was charged|have been charged)\b|\bwe (?:ordered|bought|paid|received|would like|need|use|are a)\b
de  \b(?:meine?[rn]?|unsere?[rn]?) (?:bestellung|konto|rechnung|paket|abo|karte|buchung|lieferung|zugang|praxis|firma)|ich (?:habe|möchte|kann|brauche)|wir (?:haben|möchten|brauchen|benötigen)\b(?! .{0,40}festgestellt)
fr  \b(?:ma|mon|notre|nos|mes) (?:commande|compte|facture|colis|abonnement|carte|réservation|livraison|société|cabinet)|j['’]ai (?:commandé|payé|reçu|acheté|essayé)|je (?:souhaite|voudrais|n['’]arrive)
es,pt,it  \b(?:mi|nuestr[oa]|meu|minha|nosso|il mio|la mia|nostro) (?:pedido|cuenta|factura|paquete|tarjeta|reserva|conta|fatura|encomenda|ordine|conto|fattura|pacco|carta)|(?:he|hemos) (?:pedido|pagado|recibido|comprado)|(?:comprei|recebi|paguei)|(?:ho|abbiamo) (?:ordinato|pagato|ricevuto|comprato)
nl,pl,sv,da,no  \b(?:mijn|onze) (?:bestelling|account|factuur|pakket|rekening)|ik (?:heb|wil|kan)|(?:moje|mój|moja|nasze) (?:zamówienie|konto|faktura|paczka)|(?:min|mitt|vår|vårt|vores) (?:beställning|konto|faktura|paket|ordre|pakke|bestilling)|jag (?:har|vill|kan)|jeg (?:har|vil|kan)
ru,uk,ja,zh  (?:мой|моя|моё|наш|мій) (?:заказ|счет|счёт|аккаунт|посылка|замовлення)|(?:注文し|購入し|届きません)|我(?:的)?(?:订单|账户|订购|買|买)
`);
