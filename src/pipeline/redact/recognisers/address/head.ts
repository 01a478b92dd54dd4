import { CAP } from "./parts.ts";

/** A flat in front of the street: "Flat 2, 14 Northgate Street", "Apt. 117 5720 Skoanveien 226", "c/o", a house name. */
const BEFORE =
  /(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor|Level|Lot|Shop|Office|Block|Blk|House|Plot|Door|H\.? ?No|#)\.?[ ]?(?:No\.? ?)?[A-Za-z]?\d{1,5}[A-Za-z]?|\d{1,6}|c\/o [\p{L}. ]{2,30}|(?:г\.|город|м\.|місто) ?[\p{L}-]{2,24})[, ]{1,2}$/iu;

/** A line that names who lives there: words with capitals, initials, legal forms; no figures, no sentence. */
const NAME_LINE = new RegExp(
  `^[ \\t>]{0,4}(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Herrn|Firma|Fa|M|Mme|Mlle|Sr|Sra|Sig|Dott|Pan|Pani|att|attn|c/o|z\\. ?H(?:d|änden)\\.?)[.:]? )?${CAP}(?:[ ](?:${CAP}|&|\\+|und|and|e|y|et|i|van|von|de|der|da|di|of|zu)){0,5},?[ ]{0,2}$`,
  "iu",
);
const CLOSING =
  /^(?:[ >\t]{0,4})(?:best|kind|warm|with|many|thank|thanks|cheers|regards|sincerely|yours|hi|hello|dear|hallo|liebe|sehr|viele|mit|freundliche|beste|bonjour|cordialement|bien|merci|saludos|atentamente|gracias|hola|buon|cordiali|grazie|distinti|met|groet|vriendelijke|obrigad|atenciosamente|pozdrawiam|hilsen|med|vänliga|hej|address|adresse|adres|shipping|delivery|billing|lieferadresse|rechnungsadresse|old|new|from|to|street|strasse|straße|name)(?![\p{L}])/iu;

/** Where the address begins, given where its street does. */
export function readHead(text: string, street: number, envelope: boolean): number {
  const unit = BEFORE.exec(text.slice(Math.max(0, street - 40), street));
  const start =
    unit && !/\d[.,\-/]?$/.test(text.slice(0, street - unit[0].length).slice(-2)) ? street - unit[0].length : street;
  // Lines above belong to it only where it is written as on an envelope: the street on a line of its own, the city below.
  return envelope ? aboveLines(text, start) : start;
}

const MOST_NAME_LINES = 2;

function aboveLines(text: string, start: number): number {
  let top = start;
  for (let count = 0; count < MOST_NAME_LINES; count++) {
    const lineStart = text.lastIndexOf("\n", top - 1) + 1;
    if (lineStart === 0 || text.slice(lineStart, top).trim() !== "") break;
    const above = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart - 1);
    if (above.length > 60 || !NAME_LINE.test(above) || CLOSING.test(above) || !/\p{Lu}/u.test(above)) break;
    top = lineStart - 1 - above.trimStart().length;
  }
  return top;
}
