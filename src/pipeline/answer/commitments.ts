import { readable } from "./guards/phrases.ts";

/**
 * Words by which a company binds itself: money back, a price off, a change to an account, a guarantee. In each language what
 * one says as "we will" or "you get", because an article about refunds is no promise of one.
 */
const PATTERNS: readonly string[] = [
  // English
  "\\b(?:i|we|i'll|we'll|i've|we've|i'm|we're)\\b(?:\\s+(?:will|can|shall|would|have|has|are|am|going|to|be|been|now|also|already|gladly|happily|just|hereby|of course|certainly|immediately|personally|been able to|happy to|pleased to|glad to)){0,5}\\s+(?:refund|reimburs|credit(?:ed|ing)?\\b|compensat|waiv|discount|guarantee|promis|cancel(?:l?ed|l?ing)?\\b|delet|terminat|clos(?:e|ed|ing) your|upgrad|downgrad|replac|extend|transferr?(?:ed|ing)?\\b|wir(?:e|ed)\\b|pay(?:ing)? you|paid you|(?:chang|updat|reset)\\w* your|reship|send you (?:a |the |your )?(?:full |new )?(?:refund|replacement|voucher|gift|money)|(?:give|offer|grant)(?:ed|ing)? you)",
  "\\byou(?:'ll| will| shall| are going to)? (?:get|receive|be given|be sent|be granted|be refunded|be credited|be reimbursed|be compensated)\\b",
  "\\byou (?:are|have been|were) (?:entitled|eligible|refunded|credited|reimbursed|compensated|upgraded|granted|approved)\\b",
  "\\b(?:refund|credit|discount|compensation|reimbursement|replacement|cancellation|upgrade|request|claim)s?\\b[^.!?\\n]{0,40}\\b(?:has|have|was|were|is|are|will be)\\b (?:been |being |now |hereby )?(?:issued|approved|granted|processed|confirmed|accepted|on (?:its|the) way|credited|applied|sent)",
  "\\byour (?:account|order|subscription|invoice|plan|money|payment|password)\\b[^.!?\\n]{0,30}\\b(?:has|have|was|were|will be|is being) (?:been |now )?(?:refunded|cancel?led|deleted|closed|upgraded|changed|updated|waived|credited|reset|returned)",
  "\\bfree of charge\\b|\\bat no (?:extra )?(?:cost|charge)\\b|\\bon the house\\b|\\bguarantee[ds]?\\b|\\bwe promise\\b|\\bi promise\\b|\\bmoney[- ]back\\b|\\bfull refund\\b|\\bfor life\\b|\\bforever\\b|\\blifetime\\b|\\b\\d+\\s?(?:%|percent) (?:off|discount)\\b|\\bwe (?:accept|admit|take)\\b[^.!?\\n]{0,20}\\b(?:liability|responsibility|fault)",
  // German
  "\\b(?:wir|ich)\\b[^.!?\\n]{0,40}\\b(?:erstatt\\w*|gutschreiben|gutgeschrieben|garantier\\w*|versprech\\w*|versproch\\w*|storniert?|stornieren|gekündigt|gelöscht|löschen|entschädig\\w*|rabatt|nachlass|ersetz\\w*|überweis\\w*|überwiesen|schenken)\\b",
  "\\b(?:erstatt\\w*|garantier\\w*|versprech\\w*|überweis\\w*|entschädig\\w*|gewähr\\w*|stornier\\w*|lösch\\w*|schreib\\w*)\\s+(?:wir|ich)\\b",
  "\\bsie (?:erhalten|bekommen)\\b[^.!?\\n]{0,50}\\b(?:erstattung|rückerstattung|geld|gutschrift|gutschein|rabatt|nachlass|ersatz|entschädigung|\\d+\\s?%|\\d+\\s?prozent)|\\bgarantiert\\b|\\bkostenlos\\b|\\bkostenfrei\\b|\\b(?:erstattung|rückerstattung|gutschrift|stornierung)\\b[^.!?\\n]{0,30}\\b(?:genehmigt|veranlasst|bestätigt|angewiesen|erfolgt)",
  // French
  "\\b(?:nous|je)\\b[^.!?\\n]{0,40}\\b(?:rembours\\w*|crédit\\w*|garanti\\w*|promet\\w*|promis|annul\\w*|supprim\\w*|dédommag\\w*|indemnis\\w*|offr\\w*|remplac\\w*|accord\\w*)",
  "\\bvous (?:recevrez|obtiendrez|serez|bénéficierez|allez recevoir)\\b[^.!?\\n]{0,40}\\b(?:rembours\\w*|remise|réduction|avoir|crédit\\w*|indemni\\w*|bon|remplac\\w*)|\\bgratuit\\w*\\b|\\bgaranti[es]?\\b|\\bremboursement\\b[^.!?\\n]{0,30}\\b(?:effectué|accordé|approuvé|validé)",
  // Spanish
  "\\b(?:le|te|les|os|se lo)?\\s?(?:reembolsaremos|reembolsamos|reembolsaré|hemos reembolsado|devolveremos|devolvemos|garantizamos|prometemos|cancelaremos|hemos cancelado|eliminaremos|hemos eliminado|compensaremos|regalamos|abonaremos|ofrecemos un descuento)\\b",
  "\\b(?:recibirá|recibirás|obtendrá|tendrá)\\b[^.!?\\n]{0,40}\\b(?:reembolso|descuento|abono|compensación|reemplazo|dinero)|\\bgratis\\b|\\bgarantizad[oa]\\b|\\breembolso\\b[^.!?\\n]{0,30}\\b(?:aprobado|realizado|concedido|emitido)",
  // Italian
  "\\b(?:rimborseremo|rimborsiamo|rimborserò|abbiamo rimborsato|garantiamo|promettiamo|annulleremo|abbiamo annullato|cancelleremo|abbiamo cancellato|risarciremo|sostituiremo|offriamo uno sconto)\\b",
  "\\b(?:riceverà|riceverai|avrà|otterrà)\\b[^.!?\\n]{0,40}\\b(?:rimborso|sconto|accredito|risarcimento|sostituzione)|\\bgratuit[oaie]\\b|\\bgarantit[oaie]\\b|\\brimborso\\b[^.!?\\n]{0,30}\\b(?:approvato|effettuato|emesso|concesso)",
  // Portuguese
  "\\b(?:reembolsaremos|reembolsamos|devolveremos|garantimos|prometemos|cancelaremos|cancelámos|cancelamos|apagaremos|compensaremos|oferecemos um desconto)\\b|\\b(?:receberá|vai receber|terá)\\b[^.!?\\n]{0,40}\\b(?:reembolso|desconto|crédito|compensação)|\\bgrátis\\b|\\bgarantid[oa]\\b|\\breembolso\\b[^.!?\\n]{0,30}\\b(?:aprovado|efetuado|emitido|concedido)",
  // Dutch
  "\\b(?:wij|we|ik)\\b[^.!?\\n]{0,40}\\b(?:terugbetal\\w*|terugbetaald|vergoed\\w*|garander\\w*|belov\\w*|beloof\\w*|geannuleerd|annuleren|verwijder\\w*|crediteren|gecrediteerd|vervang\\w*)|\\bu (?:krijgt|ontvangt)\\b[^.!?\\n]{0,40}\\b(?:terugbetaling|korting|vergoeding|geld|tegoed)|\\bgratis\\b|\\bgegarandeerd\\b",
  // Polish, Swedish, Danish
  "\\b(?:zwrócimy|zwracamy|gwarantujemy|obiecujemy|anulujemy|anulowaliśmy|usuniemy|zrekompensujemy)\\b|\\b(?:vi|jag|jeg)\\b[^.!?\\n]{0,30}\\b(?:återbetalar|återbetala|garanterar|lovar|avbokat|raderat|ersätter|refunderer|garanterer|lover|annulleret|slettet|erstatter)\\b",
  // Norwegian, Finnish, Czech
  "\\b(?:vi|jeg)\\b[^.!?\\n]{0,30}\\b(?:refunder\\w*|tilbakebetal\\w*|garanter\\w*|lover|slett\\w*|erstatt\\w*)|\\b(?:hyvitämme|palautamme|takaamme|lupaamme|perumme|peruimme|poistamme|korvaamme|saat)\\b[^.!?\\n]{0,40}(?:hyvity\\w*|alennu\\w*|raha\\w*|summa\\w*|korvau\\w*)|\\b(?:hyvitämme|takaamme|lupaamme|ilmaiseksi|maksutta)\\b|\\b(?:vrátíme|vracíme|zaručujeme|slibujeme|zrušili jsme|zrušíme|smažeme|nahradíme|odškodníme|zdarma|dostanete slevu)\\b",
  // Japanese, Chinese
  "返金(?:いた)?します|返金しました|全額返金|保証(?:いた)?します|お約束|無料で|割引(?:いた)?します|キャンセル(?:いた)?しました|我们(?:会|将|已|已经)?(?:退款|退还|赔偿|保证|承诺|取消|删除)|全额退款|免费|保证|打折",
];

/**
 * Words end where letters end: JavaScript's own \b knows only those without accents. A few ranges stand for all letters and the
 * side that is looked at is known from what follows: with \p{L} on both sides the first mail waited half a second for the compiler.
 */
const LETTER = "[0-9a-z\\u00c0-\\u1fff\\u3040-\\uffff]";
const WORD_BEGINS = /\\b(?=\(\?:(?!\\s)|\p{L}|\\d)/gu;
const commitment = new RegExp(
  PATTERNS.join("|").replace(WORD_BEGINS, `(?<!${LETTER})`).replaceAll("\\b", `(?!${LETTER})`),
  "u",
);

/** The words by which a text binds the company, in lower case; undefined where it does not. */
export function commitmentIn(text: string): string | undefined {
  const plain = readable(text).replace(/’/g, "'").replace(/\s+/g, " ").toLowerCase();
  return commitment.exec(plain)?.[0].trim();
}
