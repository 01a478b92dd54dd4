import { LETTER } from "./letters.ts";

/** Words that claim the number right behind them: it is an order, an invoice or a parcel, whatever it looks like. */
const LABELS = [
  // English
  "order|invoice|ticket|case|ref|reference|tracking|track|parcel|shipment|consignment|item|article|sku|part|model|serial",
  "kit|s/n|imei|isbn|ean|upc|asin|po|purchase order|quote|quotation|estimate|contract|policy|booking|confirmation|transaction",
  "receipt|rma|return|batch|lot|version|build|vat|vat id|tax invoice|customer|customer id|client|account id|user id|member",
  "job|req|requisition|docket|claim|file|matter|patent|cve|bug|issue|pr|commit|error|code|meeting id|webinar id|zoom",
  "license no|catalog|catalogue|reg no|registration|ein|duns|naics|company number|charity|size|qty|quantity|row",
  // German
  "Bestellung|Bestellnummer|Bestell-Nr|Auftrag|Auftragsnummer|Auftrags-Nr|Rechnung|Rechnungsnummer|Rechnungs-Nr|Rg-Nr",
  "Kunde|Kundennummer|Kunden-Nr|Kd-Nr|Vorgang|Vorgangsnummer|Aktenzeichen|Az|Artikel|Artikelnummer|Art-Nr|Seriennummer",
  "Sendung|Sendungsnummer|Paketnummer|Vertrag|Vertragsnummer|Lieferschein|USt-Id|USt-IdNr|HRB|HRA|Mandat|Zeichen",
  // French
  "commande|facture|référence|réf|dossier|colis|suivi|devis|contrat|client|n° client|article|série|SIRET|SIREN|TVA",
  // Spanish, Portuguese, Italian
  "pedido|factura|referencia|expediente|envío|seguimiento|presupuesto|contrato|cliente|artículo|serie|CIF",
  "encomenda|fatura|referência|processo|rastreio|orçamento|nota fiscal|NF-e|CNPJ|artigo|série",
  "ordine|fattura|riferimento|pratica|spedizione|preventivo|contratto|articolo|P\\.? ?IVA|partita IVA|matricola",
  // Dutch, Nordic, Polish, Czech
  "bestelling|bestelnummer|ordernummer|factuur|factuurnummer|klantnummer|referentie|zending|offerte|KvK|BTW",
  "ordre|ordrenummer|ordernr|faktura|fakturanummer|kundnummer|kundenr|ärende|sag|sak|försändelse|pakke|orgnr|CVR",
  "zamówienie|zamówienia|faktury|nr klienta|przesyłka|przesyłki|zlecenie|NIP|REGON|KRS|objednávka|faktura č|IČO|DIČ",
  "tilaus|tilausnumero|lasku|laskun numero|asiakasnumero|Y-tunnus|sipariş|fatura no|takip|заказ|заказа|счёт|счет|накладная",
] as const;

const CJK_LABELS =
  "注文番号|注文|請求書|受付番号|お問い合わせ番号|追跡番号|伝票番号|订单号|订单|发票|运单|编号|訂單|주문번호|송장번호|운송장";

/** The label, then at most a few words such as "number is", then the number: nothing with digits or a sentence between. */
export const OTHERWISE_LABELLED = new RegExp(
  `(?:(?<![${LETTER}])(?:${LABELS.join("|")})|${CJK_LABELS})(?:[ ]?(?:no|nr|num|number|numbers|nummer|numéro|numero|número|n|id|ids|code|#|č|nº)(?![${LETTER}]))?[ .:#№°º\\-=/\\[("'は为為]{0,6}(?:(?:is|was|ist|lautet|est|es|é|è|er|är|to|der|von|de|of)[ :]{1,2})?$`,
  "iu",
);
