/** What orders and invoices are called before their numbers, as alternatives over folded text. */
const ORDER =
  "order(?:s|nr|nummer|number|id)?|ordre(?:nr|nummer)?|purchase|booking|reservation|bestell(?:ung|nummer|nr)|auftrag(?:s(?:nr|nummer))?|buchung(?:s(?:nr|nummer))?|commande|reservation|pedido|reserva|encomenda|ordine|prenotazione|bestelling|bestelnummer|boeking|reservering|bestallning|ordernummer|bokning|tilaus(?:numero)?|varaus|zamowieni[ea]|rezerwacja|objednavk[ay]|rezervace|rendeles|foglalas|comanda|rezervare|siparis|rezervasyon|заказ\\p{L}*|замовленн\\p{L}*|注文(?:番号)?|予約番号|订单(?:号)?|訂單(?:編號)?|주문(?:번호)?|예약번호";
const INVOICE =
  "invoice|inv|bill|statement|rechnung(?:s(?:nr|nummer))?|rg|re|facture|fact|factura|fattura|fatt|fatura|factuur(?:nummer)?|faktura(?:nummer)?|fakturanr|fakturu|faktury|faktura|lasku|szamla|factura|счет|рахунок|請求書(?:番号)?|发票|發票|청구서|인보이스";

const labelled = (words: string): RegExp =>
  new RegExp(
    `(?:^|[^\\p{L}\\p{N}])(?:${words})(?:\\s|[.:#(*°-]|(?<=[\\s.:#(])(?:no|nr|num|number|numero|nummer|n|nº|n°|id|ref|is|was|numer|cislo|番号|号|번호)(?=[\\s.:#)]|\\d)){0,6}(\\d{4,12})(?![\\p{L}\\d]|[.,/-]\\d)`,
    "gu",
  );

export const LABELLED = { order_id: labelled(ORDER), invoice_id: labelled(INVOICE) } as const;

/** A supplier's own number behind the word for an invoice, in its own spelling. */
export const FOREIGN_INVOICE =
  /(?:^|[^\p{L}\p{N}])(?:(?:pro ?forma[ -])?invoices?|inv|credit note|rechnung(?:s(?:nr|nummer))?|facture|factura|fattura|fatura|factuur(?:nummer)?|faktur[aęyou]*(?:nummer|nr)?|lasku(?:n)?|szamla|счет|рахунок|請求書|发票|發票|청구서|인보이스)(?:\s|[.:#(*-]|(?<=[\s.:#(])(?:no|nr|num|number|numero|nummer|n|nº|n°|id|ref|vat|numer|cislo)(?=[\s.:#)]|\d)){0,6}((?=[\p{L}\p{N}/._-]*\d)[\p{L}\p{N}]+(?:[/._-][\p{L}\p{N}]+)*)/giu;
