import type { Headers } from "../parse/headers.ts";

/** Machine mail about something that happened to this receiver, as opposed to news for everybody. */
export function isAboutAnEvent(subject: string, text: string, headers: Headers): boolean {
  if (SERVICE_HEADERS.some((name) => headers.has(name))) return true;
  if (NEWS.test(subject)) return false;
  if (EVENT.test(subject)) return NUMBERED.test(subject) || TO_ONE.test(subject) || !isList(headers);
  return NUMBERED.test(subject) && EVENT.test(text.slice(0, 600));
}

const isList = (headers: Headers) => headers.has("list-unsubscribe") || headers.has("list-id");

/** "Your order …", "[Resolved] …", "Reminder: …": about one receiver or one incident. */
const TO_ONE =
  /^(?:\[|re-?minder|alert|warning|action|security|final|payment|invoice|receipt|new )|\b(?:your|ihre?[rn]?|votre|vos|su|tu|il tuo|la tua|sua|seu|uw|je|twoj\p{L}*|din|ditt|dit|ваш\p{L}*)\b/iu;

/** Services that notify single people and say so. */
const SERVICE_HEADERS = [
  "x-github-reason",
  "x-gitlab-notificationreason",
  "x-jira-fingerprint",
  "x-linkedin-class",
  "x-atlassian-mail-message-id",
  "x-slack-message-type",
  "x-pagerduty-incident",
  "x-statuspage-notification-id",
  "x-bugzilla-reason",
  "x-trac-project",
  "x-discourse-post-id",
  "x-asana-notification",
  "x-stripe-eid",
  "x-sentry-project",
];

/** One thing with a number or a state: an invoice, an order, an incident, an application. */
const EVENT =
  /\b(?:invoice|receipt|remittance|payment (?:advice|received|failed|confirmation|\S*\d)|statement|order (?:confirm|#|no|\S*\d)|your (?:order|invoice|receipt|booking|reservation|payment|subscription|delivery|parcel|shipment|account|password|ticket|appointment|submission|download)|shipped|delivered|out for delivery|tracking|refund(?:ed)?|rejected|approved|declined|cancel(?:led|ed)|expired?|expires|resolved|monitoring|incident|outage|maintenance|alert|warning|failed|failure|error|new (?:applicant|application|message|comment|lead|sign-?in|login|review|order|booking|device|submission|voicemail|fax|task)|applied for|assigned|mentioned|commented|invited|reminder|verification|verify|security code|one-time|otp|reset|sign-?in|backup|build|deploy|certificate|domain|renewal|usage|quota|po\b|purchase order|rechnung|bestellung|zahlung|lieferung|versandt|buchung|termin|mahnung|gutschrift|störung|bewerbung|erinnerung|facture|commande|paiement|livraison|réservation|rappel|candidature|factura|pedido|pago|entrega|reserva|envío|fattura|ordine|pagamento|spedizione|prenotazione|fatura|encomenda|factuur|bestelling|betaling|levering|faktura|zamówienie|płatność|beställning|ordre|tilaus|lasku|objednávka|számla|rendelés|comandă|sipariş|счёт|счет|заказ|оплата|рахунок|замовлення|τιμολόγιο|παραγγελία)\b|請求書|注文|発送|予約|领取|账单|订单|发货|發票|訂單|주문|결제|배송|חשבונית|הזמנה|فاتورة|طلب/iu;

const NUMBERED = /#\s?\d|\b[A-Z]{1,6}[-/]?\d{3,}|\b\d{5,}\b/;

/** Announcements use the same nouns: "Changes to invoicing", "2027 rate increase". */
const NEWS =
  /\b(?:newsletter|weekly|monthly|digest|edition|issue \d|webinar|sale|% off|offers?|deals?|discount|what['’]s new|introducing|announc\p{L}*|changes? to|increase|update to our|terms|survey|report:|insights|trends|tips|guide|how to|why your|join us|event|conference|summit|early bird|black friday|new:|launch\p{L}*|changelog|release notes|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\p{L}+ )?(?:report|news|update))\b|\bnewsletter\b|angebot|rabatt|neuigkeiten|promo(?:tion)?|soldes|ofertas?|novedades|novità|sconti|aanbieding|promocj|erbjudand|tilbud|tarjou|akci[aoe]|akció|ofert|kampanya|акци|скидк|セール|キャンペーン|メルマガ|优惠|促销|特价|할인/iu;
