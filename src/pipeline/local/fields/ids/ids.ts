import type { Entities } from "../../../../domain/decision.ts";
import { fold } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { type IdShape, idShape } from "./id-shape.ts";
import { FOREIGN_INVOICE, LABELLED } from "./id-words.ts";

type Field = "order_id" | "invoice_id";

const MAX_TEXT = 8_000;
const MAX_ATTACHMENT = 4_000;
const MAX_FOUND = 20;

/** Order and invoice numbers in the catalogue's spelling, wherever in the mail they stand. */
export function readIds(reading: Reading): Pick<Entities, Field> {
  const places = placesOf(reading);
  const pattern = (field: Field) => {
    const source = reading.settings.catalogue.ids[field];
    return source === undefined ? undefined : idShape(source);
  };
  const order = pattern("order_id");
  const invoice = pattern("invoice_id");
  // "Invoice 88123" from a supplier is the supplier's, however many digits ours have.
  const theirs = supplierTrust(reading) === 2;
  return {
    order_id: order ? choose(places.map((text) => found(text, order, LABELLED.order_id))) : null,
    invoice_id:
      (invoice ? choose(places.map((text) => found(text, invoice, theirs ? undefined : LABELLED.invoice_id))) : null) ??
      foreign(reading, places),
  };
}

/** The newest text first: what a request is about stands there; then the subject, files, and what was written before. */
function placesOf({ email, form }: Reading): string[] {
  const files = email.attachments.map(
    ({ name, text }) => `${name.replace(/\.\w{2,4}$/, "")}\n${(text ?? "").slice(0, MAX_ATTACHMENT)}`,
  );
  const whole = form.size > 0 ? email.text : `${email.visibleText}\n${email.signature}`;
  return [
    whole.slice(0, MAX_TEXT),
    email.subject.slice(0, 500),
    files.slice(0, 8).join("\n"),
    (email.forwarded?.text ?? "").slice(0, MAX_TEXT),
    email.quotedText.slice(0, MAX_TEXT),
  ];
}

/** Ids of one text in order, without repetition. */
function found(text: string, shape: IdShape, labelled: RegExp | undefined): string[] {
  if (!shape.digits.test(text)) return [];
  const ids = new Map<string, number>();
  const add = (written: string, at: number) => {
    const id = shape.canonical(written);
    if (id !== undefined && ids.size < MAX_FOUND && (ids.get(id) ?? Number.POSITIVE_INFINITY) > at) ids.set(id, at);
  };
  for (const match of text.matchAll(shape.sloppy ?? shape.strict)) add(match[0], match.index);
  if (shape.sloppy) for (const match of text.matchAll(shape.strict)) add(match[0], match.index);
  if (ids.size === 0 && labelled && shape.bareDigits !== undefined)
    for (const match of fold(text).matchAll(labelled))
      if (match[1]!.length === shape.bareDigits) add(shape.withPrefix(match[1]!), match.index);
  return [...ids].sort(([, one], [, other]) => one - other).map(([id]) => id);
}

/** The only one; of several the one that the subject names, else the first. */
function choose(byPlace: readonly string[][]): string | null {
  const [text = [], subject = []] = byPlace;
  if (text.length > 1) return text.find((id) => subject.includes(id)) ?? text[0]!;
  return byPlace.find((ids) => ids.length > 0)?.[0] ?? null;
}

/** A supplier's own invoice: the number as written. */
function foreign(reading: Reading, places: readonly string[]): string | null {
  const trust = supplierTrust(reading);
  if (trust === 0) return null;
  const ordered = [places[1]!, places[0]!, places[2]!];
  for (const text of ordered)
    for (const match of text.matchAll(FOREIGN_INVOICE)) {
      const number = match[1]!;
      if (/\d{3}/.test(number) && !/^(?:19|20)\d\d$/.test(number)) return number;
    }
  if (trust < 2 || !MONEY.test(`${places[1]} ${places[0]!.slice(0, 1_500)}`)) return null;
  for (const text of ordered) {
    const code = CODE.exec(text)?.[0];
    if (code) return code;
  }
  return null;
}

/** "LB-11802", "AL/2207", "IC-2025-771"; not a purchase order of ours, a return or a ticket. */
const CODE =
  /(?<![\p{L}\p{N}/#-])(?!PO|RMA|RFP|RFQ|ISO|EN-|DIN|UTC|GMT)[A-Z]{1,4}[-/](?:[A-Z\d]{1,4}[-/])?\d{3,8}(?:[-/]\d{2,4})?(?![\p{L}\p{N}-])/u;
const MONEY =
  /statement|invoice|overdue|past due|outstanding|remit|credit note|payable|rechnung|mahnung|fällig|factur|relevé|impay|fattur|scadut|fatur|vencid|factuur|openstaand|faktur|förfall|zapłat|zaległ|wystawi|入金|支払|付款|미납/iu;

/** 2: surely sends invoices. 1: may, and then the word "invoice" has to stand before the number. 0: a customer. */
function supplierTrust({ sender, email, local }: Reading): 0 | 1 | 2 {
  if (sender.supplier) return 2;
  if (sender.customer) return 0;
  if (
    /^(?:ar|accounts?(?:[._-]?receivable)?|billing|finance|invoic\p{L}*|credit[._-]?control|receivables?|sales[._-]?ledger|buchhaltung|rechnung\p{L}*|debitor\p{L}*|facturaci\p{L}*|facturation|compta\p{L}*|fattura\p{L}*|amministrazione|faturamento|financeiro|factur\p{L}*|faktur\p{L}*|ekonomi|ksiegowosc|laskutus)$/u.test(
      local,
    )
  )
    return 2;
  return /\.(?:pdf|xml|docx?)$/i.test(email.attachments[0]?.name ?? "") ? 1 : 0;
}
